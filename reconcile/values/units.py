"""Units of measure and money: what stands before or behind a figure, and how to convert it.

The tables `units` and `currencies` of the lexicon hold the names, dimensions and factors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.claim import Lexicon
from reconcile.text.lists import alternation, per_lexicon, word_table

_SYMBOL = 3  # letters; shorter unit names keep their case


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: a number in it, times `scale` plus `shift`, is the number in the dimension's base unit."""

    name: str
    dimension: str
    scale: float
    shift: float = 0.0


@dataclass(frozen=True, slots=True)
class _Units:
    known: Mapping[str, Unit]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    last: frozenset[str]  # the characters that a sign of money may end with


@per_lexicon
def _units(lexicon: Lexicon) -> _Units:
    money = {key: _unit(text) for key, text in word_table(lexicon, "currencies").items()}
    measures = {key: _unit(text) for key, text in word_table(lexicon, "units").items()}
    known = money | measures
    words = [key for key in known if len(key) > _SYMBOL and key.isascii() and not key.isupper()]
    symbols = [key for key in known if key not in words]
    behind = rf"(?:\s{{0,2}}(?:of\s)?|[-‑])(?:(?i:{alternation(words)})|{alternation(symbols)})(?!\w)"
    signs = [key for key in money if not key.islower() or not key.isalpha()]
    before = rf"(?:(?<!\w){alternation(signs)}|[$£€¥₹₽₩])\s?$"
    folded = {key.lower(): unit for key, unit in known.items() if key in words}
    return _Units(
        known | folded, re.compile(behind), re.compile(before), frozenset(sign[-1] for sign in signs)
    )


def _unit(text: str) -> Unit:
    name, dimension, scale, *shift = (part.strip() for part in text.split("/ "))
    return Unit(name, dimension, float(scale), float(shift[0]) if shift else 0.0)


def unit_behind(text: str, end: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """The unit that begins at `end`, behind a space or a hyphen or at once, and where it ends."""
    units = _units(lexicon)
    match = units.behind.match(text, end)
    return (match.end(), _named(match.group(), units)) if match else None


def unit_before(text: str, start: int, lexicon: Lexicon) -> tuple[int, Unit] | None:
    """The sign of money that ends at `start`, and where it begins."""
    units = _units(lexicon)
    last = text[start - 2 : start].rstrip()[-1:] if start > 1 else text[:start]
    if last not in units.last:
        return None
    first = max(0, start - 8)
    match = units.before.search(text[first:start])
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
