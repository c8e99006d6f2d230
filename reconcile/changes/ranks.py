"""A rank against none: the largest of all is not the second largest, and the only one not the second."""

from __future__ import annotations

from reconcile.changes.change import Range
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison, View
from reconcile.claim import Lexicon
from reconcile.text.lists import word_set
from reconcile.values.quantity import ORDINAL, Quantity

_LEAD = 4  # words before a superlative in which "one of the" stands


def outranked(placed: Placed, added: bool, diff: Comparison, lexicon: Lexicon) -> tuple[Range, Range] | None:
    """The rank at `placed` with its superlative, and where the other passage says that without any rank.

    Or the rank, and the word in its place that there was no second one.
    """
    seen = diff.seen_from(added)
    here, there = seen.here, seen.there
    value, number = placed.claim.value, _behind(placed, here)
    if not isinstance(value, Quantity) or value.dimension != ORDINAL or value.low is None or value.low < 2:
        return None
    sole = _sole(placed, seen, lexicon)
    if sole:
        return placed.range, sole
    if number is None or here.words[number].folded not in word_set(lexicon, "superlatives"):
        return None
    across = seen.across.get(number)
    if across is None or _leads(there, across) & word_set(lexicon, "rank-softeners"):
        return None
    own = placed.range[0], here.words[number].end
    return own, (there.words[across].start, there.words[across].end)


def _sole(placed: Placed, seen: View, lexicon: Lexicon) -> Range | None:
    """Where "only" stands for the rank, if it is the one content word in its place."""
    own, its = seen.region(placed.words) or ((0, 0), (0, 0))
    small = word_set(lexicon, "function-words") - word_set(lexicon, "sole-words")
    said = [seen.there.words[number] for number in range(*its) if seen.there.carries(number, small)]
    if len(said) != 1 or said[0].folded not in word_set(lexicon, "sole-words"):
        return None
    goes_on = seen.across.get(own[1]) == its[1]
    return (said[0].start, said[0].end) if goes_on else None


def _behind(placed: Placed, here: Passage) -> int | None:
    """The number of the word behind the rank, a hyphen aside."""
    number = placed.words[1]
    number += number < len(here.words) and here.words[number].text in ("-", "‑")
    return number if number < len(here.words) else None


def _leads(there: Passage, number: int) -> set[str]:
    return {word.folded for word in there.words[max(0, number - _LEAD) : number]}
