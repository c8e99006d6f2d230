"""How two different keys of names are related: spelling, initials, short forms, parts, acronyms."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from reconcile.model import Relation
from reconcile.text.late import late
from reconcile.values.name_lists import Known

_JOINERS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "del", "to", "a"})
_VOWELS = late(r"[aeiou]")
_ROMAN = late(r"[ivx]+|\d+")
_TRANSLITERATION = (
    (re.compile(r"(\w)\1"), r"\1"),
    (re.compile(r"^g(?=h?a)|kh|q|ck|c(?![eih])"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ae"), "ai"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[yj]|ee|ie|ij"), "i"),
    (re.compile(r"ii+"), "i"),
    (re.compile(r"w"), "v"),
    (re.compile(r"dzh|dj"), "j"),
    (re.compile(r"z"), "s"),
    (re.compile(r"(?<=[a-z])h"), ""),
)


def likeness(old: str, new: str, facts: Known) -> Relation:
    """What the key `new` is to the different key `old`."""
    if any(key in facts.countries or key in facts.demonyms for key in (old, new)):
        return _of_countries(old, new, facts)
    olds, news = _words(old, facts), _words(new, facts)
    if (
        _together(old) == _together(new)
        or sorted(olds) == sorted(news)
        or _is_acronym(old, new)
        or _is_acronym(new, old)
    ):
        return Relation.EQUIVALENT
    if len(olds) == len(news):
        return _same_length(olds, news, facts)
    if len(olds) < len(news):
        return _longer(olds, news, facts)
    return _longer(news, olds, facts).converse


def _together(key: str) -> str:
    """A key without the gaps that are set one way or another: K.M. and K. M., health care and healthcare."""
    return key.replace(" ", "").replace("-", "")


def _words(text: str, facts: Known) -> list[str]:
    """The telling words of a key; an adjective of a country, or a short name of it, counts as the country."""
    words = [word for word in text.split() if word not in _JOINERS] or text.split()
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
    if " " not in one and " " not in other and (_variant(one, other, facts) or mistyped(one, other, facts)):
        return Relation.EQUIVALENT
    return Relation.CONFLICTING


def mistyped(old: str, new: str, facts: Known) -> bool:
    """True when one of two words is the other mistyped: one letter off, and known as no other word."""
    if min(len(old), len(new)) < 5 or old[0] != new[0] or OSA.distance(old, new, score_cutoff=1) > 1:
        return False
    return not all(
        word in facts.given or facts.is_named(word) or facts.is_common(word) for word in (old, new)
    )


def _is_acronym(short: str, long: str) -> bool:
    """True when `short` is made of the first letters of the words of `long`."""
    words = long.replace("-", " ").split()
    if " " in short or not 2 <= len(short) <= 8 or len(words) < 2:
        return False
    telling = "".join(word[0] for word in words if word not in _JOINERS)
    return short in (telling, "".join(word[0] for word in words))


def _same_length(olds: list[str], news: list[str], facts: Known) -> Relation:
    """Names of as many words: alike word by word, or with a word exchanged."""
    alike = [_alike(old, new, facts) for old, new in zip(olds, news, strict=True)]
    if all(one is True for one in alike):
        return Relation.EQUIVALENT
    if True in alike and all(
        one is True or mistyped(old, new, facts) for one, old, new in zip(alike, olds, news, strict=True)
    ):
        return Relation.EQUIVALENT
    if False not in alike or _renamed(olds, news, facts):
        return Relation.UNSURE
    return Relation.CONFLICTING


def _alike(old: str, new: str, facts: Known) -> bool | None:
    """True for one word in two forms, False for two words, None where it cannot be told."""
    if old == new or _is_initial(old, new) or _is_initial(new, old):
        return True
    if facts.nicknames.get(old, old) == facts.nicknames.get(new, new):
        return True
    if any(sign.isdigit() for sign in old + new) or facts.is_named(old) or facts.is_named(new):
        return False
    if old in facts.given and new in facts.given:
        return False
    if _variant(old, new, facts):
        return True
    if min(len(old), len(new)) >= 4 and (old.startswith(new) or new.startswith(old)):
        return None
    if OSA.distance(old, new, score_cutoff=2) <= (1 if min(len(old), len(new)) < 7 else 2):
        return None
    return False


def _is_initial(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


def _variant(old: str, new: str, facts: Known) -> bool:
    """True when two words are surely spellings of one: transliterations, or one slip in a long word."""
    if facts.is_common(old) and facts.is_common(new):
        return False
    if old in facts.countries and new in facts.countries:
        return False
    if min(len(old), len(new)) >= 4 and _sounds(old) == _sounds(new):
        return True
    if len(old) == len(new) >= 7 and _VOWELS.sub("", old) == _VOWELS.sub("", new):
        return sum(one != other for one, other in zip(old, new, strict=True)) == 1
    return old[0] == new[0] and min(len(old), len(new)) >= 8 and OSA.distance(old, new, score_cutoff=1) <= 1


def _sounds(word: str) -> str:
    for pattern, by in _TRANSLITERATION:
        word = pattern.sub(by, word)
    return word


def _renamed(olds: list[str], news: list[str], facts: Known) -> bool:
    """True when a body may have been renamed: same initials, and most of its words kept."""
    if len(olds) < 3 or [word[0] for word in olds] != [word[0] for word in news]:
        return False
    telling = (set(olds) | set(news)) & facts.organisation
    return bool(telling) and len(set(olds) & set(news)) * 2 > len(olds)


def _longer(short: list[str], long: list[str], facts: Known) -> Relation:
    """What the name of more words, `long`, is to `short`."""
    places = _embedded(short, long, facts)
    if places is None:
        shared = set(short) & set(long) - facts.organisation
        return Relation.UNSURE if shared else Relation.CONFLICTING
    if _is_place_form(short, long, facts):
        return Relation.NARROWER
    return _more(short, long, places, facts)


def _more(short: list[str], long: list[str], places: list[int], facts: Known) -> Relation:
    """What `long` is, which has the words of `short` at `places` and others."""
    rest = [word for index, word in enumerate(long) if index not in places]
    last = places[-1] == len(long) - 1
    if not facts.is_named(short[0]) and _is_generic(rest, facts):
        return Relation.NARROWER
    if len(short) >= 2 and last and (places[0] == 0 or facts.is_named(" ".join(rest))):
        return Relation.UNSURE if _says_kind(rest, facts) else Relation.NARROWER
    if _says_kind(rest, facts) or len(short) > 1:
        return Relation.UNSURE
    if (_says_kind(short, facts) or _ROMAN.fullmatch(rest[-1])) and long[0] not in facts.given - {short[0]}:
        return Relation.UNSURE
    return Relation.EQUIVALENT if last or short[0] in facts.given else Relation.UNSURE


def _says_kind(words: list[str], facts: Known) -> bool:
    """True where an ordinary word is among `words`, which may make of one thing another."""
    if facts.is_named(" ".join(words)):
        return False
    return any(facts.is_common(word) or word in facts.place or word in facts.organisation for word in words)


def _is_generic(rest: list[str], facts: Known) -> bool:
    """True for one word that only says what is named: New York City, the State of Maryland."""
    return len(rest) == 1 and (rest[0] in facts.place or rest[0] in facts.organisation)


def _is_place_form(short: list[str], long: list[str], facts: Known) -> bool:
    """True for Paris and Paris France: the longer one only adds the country."""
    return long[: len(short)] == short and " ".join(long[len(short) :]) in facts.countries


def _embedded(short: list[str], long: list[str], facts: Known) -> list[int] | None:
    """Where the words of `short` stand in `long`, in order; None when they do not."""
    places: list[int] = []
    at = 0
    for word in short:
        while at < len(long) and _alike(word, long[at], facts) is not True:
            at += 1
        if at == len(long):
            return None
        places.append(at)
        at += 1
    return places
