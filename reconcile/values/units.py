"""Units of measure and money: what stands before or behind a figure, and how to convert it.

The tables `units` and `currencies` of the lexicon hold the names, dimensions and factors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_table

_MARKS = "$£€¥₹₽₩"
_ENDINGS = ("s",)  # what an ending may be where no space parts it from the figure: 1990s
_SYMBOL = 3  # letters; shorter unit names keep their case


@frozen
class Unit:
    """A unit: a number in it, times `scale` plus `shift`, is the number in the dimension's base unit."""

    name: str
    dimension: str
    scale: float
    shift: float = 0.0


@frozen
class _Units:
    known: Mapping[str, Unit]
    words: tuple[str, ...]  # in any case
    symbols: tuple[str, ...]  # as they are
    signs: tuple[str, ...]  # of money, before a figure
    begins: frozenset[str]  # the letters that a unit begins with, in lower case, or its first mark
    last: frozenset[str]  # the characters that a sign of money may end with
    ends: tuple[str, ...]  # the last words of those signs


@per_lexicon
def _units(lexicon: Lexicon) -> _Units:
    money = {key: _unit(text) for key, text in word_table(lexicon, "currencies").items()}
    measures = {key: _unit(text) for key, text in word_table(lexicon, "units").items()}
    known = money | measures
    words = tuple(key for key in known if len(key) > _SYMBOL and key.isascii() and not key.isupper())
    whole = frozenset(words)
    signs = tuple(key for key in money if not key.islower() or not key.isalpha())
    folded = {key.lower(): unit for key, unit in known.items() if key in whole}
    return _Units(
        known | folded,
        words,
        tuple(key for key in known if key not in whole),
        signs,
        frozenset(_first(key) for key in known),
        frozenset(sign[-1] for sign in signs),
        tuple(sorted({*_MARKS, *(sign.split()[-1] for sign in signs)})),
    )


# The expressions for all units are compiled when one of them may stand there.
@per_lexicon
def _behind(lexicon: Lexicon) -> re.Pattern[str]:
    units = _units(lexicon)
    names = rf"(?i:{alternation(units.words)})|{alternation(units.symbols)}"
    return re.compile(rf"(?:\s{{0,2}}(?:of\s)?|[-‑])(?:{names})(?!\w)")


@per_lexicon
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w){alternation(_units(lexicon).signs)}|[{_MARKS}])\s?$")


_LETTERS = late(r"[^\W\d_]*")
_LEAD = late(r"[-‑]|\s{0,2}(?:of\s)?")


def _first(text: str, start: int = 0) -> str:
    """The letters at `start`, in lower case, or else the one character there."""
    letters = _LETTERS.match(text, start)
    return letters.group().lower() if letters and letters.group() else text[start : start + 1]


def _may_follow(text: str, end: int, units: _Units) -> bool:
    """Whether what stands behind `end` begins as a unit does."""
    lead = _LEAD.match(text, end)
    first = _first(text, lead.end() if lead else end)
    return first in units.begins or not first.isascii()


def _unit(text: str) -> Unit:
    name, dimension, scale, *shift = (part.strip() for part in text.split("/ "))
    return Unit(name, dimension, float(scale), float(shift[0]) if shift else 0.0)


def unit_behind(text: str, end: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """The unit that begins at `end`, behind a space or a hyphen or at once, and where it ends."""
    units = _units(lexicon)
    match = _behind(lexicon).match(text, end) if _may_follow(text, end, units) else None
    return (match.end(), _named(match.group(), units)) if match and match.group() not in _ENDINGS else None


def unit_before(text: str, start: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """The sign of money that ends at `start`, and where it begins."""
    units = _units(lexicon)
    last = text[start - 2 : start].rstrip()[-1:] if start > 1 else text[:start]
    if last not in units.last:
        return None
    first = max(0, start - 8)
    if not text[first:start].rstrip().endswith(units.ends):
        return None
    match = _before(lexicon).search(text[first:start])
    return (first + match.start(), _named(match.group(), units)) if match else None


def unit_named(name: str, lexicon: Lexicon) -> Unit | None:
    """The unit of that name or symbol; None when no list has it."""
    return _units(lexicon).known.get(name)


@per_lexicon
def _currencies(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(_unit(text).dimension for text in word_table(lexicon, "currencies").values())


def is_money(dimension: str | None, lexicon: Lexicon) -> bool:
    """True for the dimension of a currency: each is one of its own, since nothing fixes their rates."""
    return dimension in _currencies(lexicon)


def _named(words: str, units: _Units) -> Unit:
    name = " ".join(words.strip().lstrip("-‑").split()).removeprefix("of ")
    return units.known[name] if name in units.known else units.known[name.lower()]
