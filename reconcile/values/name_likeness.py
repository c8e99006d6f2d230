"""How two different keys of names are related: spelling, initials, short forms, parts, acronyms."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from reconcile.model import Relation
from reconcile.values.name_lists import Known

_JOINERS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "del", "to", "a"})
_TRANSLITERATION = (
    (re.compile(r"(\w)\1"), r"\1"),
    (re.compile(r"^g(?=h?a)|kh|q|ck|c(?![eih])"), "k"),
    (re.compile(r"ph"), "f"),
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
    if old in facts.countries or new in facts.countries:
        return _of_countries(old, new, facts)
    olds, news = _words(old, facts), _words(new, facts)
    if olds == news or sorted(olds) == sorted(news) or _is_acronym(old, new) or _is_acronym(new, old):
        return Relation.EQUIVALENT
    if len(olds) == len(news):
        return _same_length(olds, news, facts)
    if len(olds) < len(news):
        return _longer(olds, news, facts)
    return _longer(news, olds, facts).converse


def _words(text: str, facts: Known) -> list[str]:
    """The telling words of a key; an adjective of a country counts as the country."""
    words = [word for word in text.split() if word not in _JOINERS] or text.split()
    if len(words) > 1:
        words = [facts.demonyms.get(word, word) for word in words]
    return words


def _of_countries(old: str, new: str, facts: Known) -> Relation:
    if facts.demonyms.get(old, old) == facts.demonyms.get(new, new):
        return Relation.EQUIVALENT
    short, long = sorted((old, new), key=len)
    if short in long.split():
        return Relation.UNSURE
    if old in facts.countries and new in facts.countries:
        return Relation.CONFLICTING
    if (old in facts.countries and new in facts.demonyms) or (
        new in facts.countries and old in facts.demonyms
    ):
        return Relation.CONFLICTING
    if " " not in old and " " not in new and _variant(old, new, facts):
        return Relation.EQUIVALENT
    if set(old.split()) & set(new.split()):
        return Relation.UNSURE
    return Relation.CONFLICTING


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
    rest = [word for index, word in enumerate(long) if index not in places]
    if _is_place_form(short, long, facts):
        return Relation.NARROWER
    if any(facts.is_common(word) or word in facts.place or word in facts.organisation for word in rest):
        return Relation.UNSURE
    if len(short) == 1 and (places[0] == len(long) - 1 or short[0] in facts.given):
        return Relation.EQUIVALENT
    if len(short) >= 2 and places[0] == 0 and places[-1] == len(long) - 1:
        return Relation.NARROWER
    return Relation.UNSURE


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
