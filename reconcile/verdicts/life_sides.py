"""A life in brackets, of which the versions differ in one end: Lena Storm (1868–1941), (1869–1941).

A source that tells the birth alone is asked about that: Lena Storm was born in 1868.
"""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lists import word_table
from reconcile.values.name_find import find as find_names

_LIFE = late(r"(?P<birth>[^()–—-]*\d{4})\s?[–—-]\s?(?P<death>[^()–—-]*\d{4})")


@frozen
class LifeEnd:
    """A statement of one end of a life, with the date of it at [start, end)."""

    text: str
    start: int
    end: int


def end_of_life(text: str, place: tuple[int, int], other: str, lexicon: Lexicon) -> LifeEnd | None:
    """What a place of a sentence tells of the end of a life in which it differs from `other`.

    None for what is no life in brackets behind a name, or where both ends differ.
    """
    mine, theirs = _LIFE.fullmatch(text[slice(*place)]), _LIFE.fullmatch(other)
    name = _name_before(text, place[0], lexicon) if mine and theirs else None
    if mine is None or theirs is None or name is None:
        return None
    changed = [end for end in ("birth", "death") if mine[end] != theirs[end]]
    words = word_table(lexicon, "life-statements").get(changed[0]) if len(changed) == 1 else None
    if words is None:
        return None
    lead = f"{name} {words} "
    return LifeEnd(lead + mine[changed[0]], len(lead), len(lead) + len(mine[changed[0]]))


def _name_before(text: str, at: int, lexicon: Lexicon) -> str | None:
    """The name right before the bracket that holds a place of the text."""
    opened = text.rfind("(", 0, at)
    if opened < 0 or text.rfind(")", opened, at) >= 0:
        return None
    before = text[:opened].rstrip()
    return next((one.value.name for one in find_names(text, lexicon) if one.end == len(before)), None)
