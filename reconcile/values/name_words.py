"""How two words of names are related: spelling, initials, nicknames, slips of the pen."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from reconcile.text.late import late
from reconcile.values.name_lists import Known

_VOWELS = late(r"[aeiou]")
_NUMERAL = late(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")  # of kings and wars: up to 39
_TRANSLITERATION = (
    (late(r"(\w)\1"), r"\1"),
    (late(r"^g(?=h?a)|kh|q|ck|c(?![eih])"), "k"),
    (late(r"ph"), "f"),
    (late(r"ae"), "ai"),
    (late(r"ou|oo"), "u"),
    (late(r"[yj]|ee|ie|ij"), "i"),
    (late(r"ii+"), "i"),
    (late(r"w"), "v"),
    (late(r"dzh|dj"), "j"),
    (late(r"z"), "s"),
    (late(r"(?<=[a-z])h"), ""),
)


def alike(old: str, new: str, facts: Known) -> bool | None:
    """True for one word in two forms, False for two words, None where it cannot be told."""
    if old != new and _NUMERAL.fullmatch(old) and _NUMERAL.fullmatch(new):
        return False
    if old == new or _is_initial(old, new) or _is_initial(new, old):
        return True
    if facts.nicknames.get(old, old) == facts.nicknames.get(new, new):
        return True
    if any(sign.isdigit() for sign in old + new) or facts.is_named(old) or facts.is_named(new):
        return False
    if old in facts.given and new in facts.given:
        return False
    if variant(old, new, facts):
        return True
    if min(len(old), len(new)) >= 3 and (old.startswith(new) or new.startswith(old)):
        return None
    if OSA.distance(old, new, score_cutoff=2) <= (1 if min(len(old), len(new)) < 7 else 2):
        return None
    return False


def mistyped(old: str, new: str, facts: Known) -> bool:
    """True when one of two words is the other mistyped: one letter off, and known as no other word."""
    if min(len(old), len(new)) < 5 or old[0] != new[0] or OSA.distance(old, new, score_cutoff=1) > 1:
        return False
    if any(sign.isdigit() for sign in old + new):
        return False
    return not all(
        word in facts.given or facts.is_named(word) or facts.is_common(word) for word in (old, new)
    )


def _is_initial(short: str, long: str) -> bool:
    return len(short) == 1 and long.startswith(short)


def variant(old: str, new: str, facts: Known) -> bool:
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


@lru_cache(maxsize=8192)
def _sounds(word: str) -> str:
    for pattern, by in _TRANSLITERATION:
        word = pattern.sub(by, word)
    return word
