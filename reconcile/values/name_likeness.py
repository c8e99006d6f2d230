"""How two different keys of names are related: countries and peoples, kinds, acronyms, words exchanged."""

from __future__ import annotations

from reconcile.model import Relation
from reconcile.text.late import late
from reconcile.text.taxonomy import ways
from reconcile.values.name_lists import Known
from reconcile.values.name_longer import longer
from reconcile.values.name_words import alike, mistyped, variant

_MARK = late(r"[a-z]|[ivxlc]+")


def likeness(old: str, new: str, facts: Known) -> Relation:
    """What the key `new` is to the different key `old`."""
    groups = _of_groups(old, new, facts) or _of_kinds(old, new, facts)
    if groups is not None:
        return groups
    if any(key in facts.countries or key in facts.demonyms for key in (old, new)):
        return _of_countries(old, new, facts)
    olds, news = _words(old, facts), _words(new, facts)
    if (
        _together(old) == _together(new)
        or sorted(olds) == sorted(news)
        or _is_acronym(old, new, facts)
        or _is_acronym(new, old, facts)
    ):
        return Relation.EQUIVALENT
    if len(olds) == len(news):
        return _same_length(olds, news, facts)
    if len(olds) < len(news):
        return longer(olds, news, facts)
    return longer(news, olds, facts).converse


def _of_groups(old: str, new: str, facts: Known) -> Relation | None:
    """What one faith or people is to another; None where neither holds the other."""
    one, other = facts.commonest(old), facts.commonest(new)
    if one == other:
        return Relation.EQUIVALENT
    if other in facts.wider(one):
        return Relation.BROADER
    return Relation.NARROWER if one in facts.wider(other) else None


def _of_kinds(old: str, new: str, facts: Known) -> Relation | None:
    """What one kind of thing is to another, printed as names are: Labrador, Retriever; None for no such."""
    pairs = [(a, b) for a in ways((old,), facts.lexicon) for b in ways((new,), facts.lexicon)]
    if any(a == b for a, b in pairs):
        return Relation.EQUIVALENT
    if any(a.startswith(b) for a, b in pairs):
        return Relation.BROADER
    return Relation.NARROWER if any(b.startswith(a) for a, b in pairs) else None


def _together(key: str) -> str:
    """A key without the gaps that are set one way or another: K.M. and K. M., health care and healthcare."""
    return key.replace(" ", "").replace("-", "")


def _words(text: str, facts: Known) -> list[str]:
    """The telling words of a key; an adjective of a country, or a short name of it, counts as the country."""
    parts = text.replace("-", " ").split()
    words = [word for word in parts[:-1] if word not in facts.joiners] + parts[-1:]
    if len(words) == 1:
        return words
    named = (facts.aliases.get(word) or facts.demonyms.get(word, word) for word in words)
    return " ".join(named).split()


def _of_countries(old: str, new: str, facts: Known) -> Relation:
    """At least one of the two is a country or its people."""
    one, other = facts.demonyms.get(old, old), facts.demonyms.get(new, new)
    if one == other:
        return Relation.EQUIVALENT
    if other in facts.wholes(one):
        return Relation.BROADER
    if one in facts.wholes(other):
        return Relation.NARROWER
    if set(one.split()) & set(other.split()) or set(old.split()) & set(new.split()):
        both = one in facts.countries and other in facts.countries
        apart = len(one.split()) > 1 and len(other.split()) > 1
        return Relation.CONFLICTING if both and apart else Relation.UNSURE
    if one in facts.countries and other in facts.countries:
        return Relation.CONFLICTING
    if " " not in one and " " not in other and (variant(one, other, facts) or mistyped(one, other, facts)):
        return Relation.EQUIVALENT
    return Relation.CONFLICTING


def _same_length(olds: list[str], news: list[str], facts: Known) -> Relation:
    """Names of as many words: alike word by word, or with a word exchanged.

    A letter or a Roman number at the end tells one of several apart: Group A, Group B.
    """
    if olds[:-1] == news[:-1] and all(map(_MARK.fullmatch, (olds[-1], news[-1]))):
        return Relation.CONFLICTING
    same = [alike(old, new, facts) for old, new in zip(olds, news, strict=True)]
    if all(one is True for one in same):
        return Relation.EQUIVALENT
    if True in same and all(
        one is True or mistyped(old, new, facts) for one, old, new in zip(same, olds, news, strict=True)
    ):
        return Relation.EQUIVALENT
    if False not in same or _renamed(olds, news, facts) or _otherwise_titled(olds, news, facts):
        return Relation.UNSURE
    return Relation.CONFLICTING


def _otherwise_titled(olds: list[str], news: list[str], facts: Known) -> bool:
    """True for one given name and surname behind other words: State Treasurer Ann Lee, City Clerk Ann Lee."""
    return len(olds) > 3 and olds[-2:] == news[-2:] and olds[-2] in facts.given


def _renamed(olds: list[str], news: list[str], facts: Known) -> bool:
    """True when a body may have been renamed: same initials, and most of its words kept."""
    if len(olds) < 3 or [word[0] for word in olds] != [word[0] for word in news]:
        return False
    telling = (set(olds) | set(news)) & facts.organisation
    return bool(telling) and len(set(olds) & set(news)) * 2 > len(olds)


def _is_acronym(short: str, long: str, facts: Known) -> bool:
    """True when `short` is made of the first letters of the words of `long`."""
    words = long.replace("-", " ").split()
    if " " in short or not 2 <= len(short) <= 8 or len(words) < 2:
        return False
    telling = "".join(word[0] for word in words if word not in facts.joiners)
    return short in (telling, "".join(word[0] for word in words))
