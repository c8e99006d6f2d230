"""Dates and quantities of a text together, so that no figure is both."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.lists import per_text
from reconcile.values import quantity_find, when_find
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity
from reconcile.values.when import When


@frozen
class Mentions:
    """What a text mentions, each kind in order; no two of them overlap."""

    quantities: tuple[Found[Quantity], ...]
    dates: tuple[Found[When], ...]


def mentions(text: str, lexicon: Lexicon, *, anchor: When | None = None) -> Mentions:
    """The quantities and dates of `text`; `anchor` is when it speaks, for "last year" and "in May"."""
    return _undated(text, lexicon) if anchor is None else _found(text, lexicon, anchor)


@per_text
def _undated(text: str, lexicon: Lexicon) -> Mentions:
    return _found(text, lexicon, None)


def _found(text: str, lexicon: Lexicon, anchor: When | None) -> Mentions:
    dates = when_find.find(text, lexicon, anchor=anchor)
    return Mentions(quantity_find.find(text, lexicon, skip=dates), dates)
