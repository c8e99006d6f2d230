"""A value in the place of another where nothing decides between the two by themselves.

A member of a list: the list was neither continued nor cut, it says something else. A few quoted words that
the sentence is built round: "called it mild", then "called it harsh". Either holds only where their words are
all that differs. Lists that give examples may give another, and of longer quotations both may have been said.
"""

from __future__ import annotations

from reconcile.changes.change import Range
from reconcile.changes.matching import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.values.members import Members, exchanged
from reconcile.values.quote import Quote

_FEW = 3  # words of a quotation that are a part of the sentence


def in_place_of(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> str | None:
    """Why `after` excludes `before`, which no rule says of their values; None where both may be true."""
    one, other = before.claim.value, after.claim.value
    touched = [
        (range(*region.old), range(*region.new))
        for region in diff.regions
        if _meet(region.old, before.words) or _meet(region.new, after.words)
    ]
    if len(touched) != 1 or not all(touched[0]):
        return None
    if isinstance(one, Members) and isinstance(other, Members) and exchanged(one, other, lexicon):
        return "one member stands in the place of another, and the others stayed where they were"
    inside = all(map(_within, touched[0], (before.words, after.words)))
    if isinstance(one, Quote) and isinstance(other, Quote) and inside and _few(one) and _few(other):
        return "other words are quoted in the same place of the sentence"
    return None


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(numbers: range, words: Range) -> bool:
    return words[0] <= numbers.start and numbers.stop <= words[1]


def _few(quote: Quote) -> bool:
    return len(quote.words.split()) <= _FEW
