"""By how much something changed, from what it was and what it became.

Sales rose by 10 percent.       Sales rose from 200 to 220.
Output halved.                  Output fell from 80 tonnes to 40 tonnes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.fields import frozen, replace
from reconcile.values.arithmetic import Computed, growth, step, times
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_words import approximator_before, bounds
from reconcile.verdicts.derivation import Derivation, Pair
from reconcile.verdicts.told import Told

_TABLE = "change-words"
_REACH = 5  # words between "from 200" and "to 220": in 1990
_WAYS = {"up": 1, "down": -1}


@frozen
class _Change:
    before: Quantity
    after: Quantity
    way: int  # 1 where it is said to have grown, -1 where it shrank


def changes(pair: Pair) -> Iterator[Derivation | None]:
    """What the one change that the evidence tells of its subject says of each change that the claim tells."""
    asked = [*_multiples(pair), *_amounts(pair)]
    found = _changes(pair) if asked else []
    if len(found) != 1 or not pair.same_subject():
        return
    change = found[0]
    for figure, way, told in asked:
        if way != change.way:
            continue
        computed = _computed(figure.value, change)
        if computed:
            known = not pair.lacks(told)
            place, value = (figure.start, figure.end), _signed(figure.value, way)
            yield pair.derived(place, value, computed, told, backs=known, refutes=known and pair.same_time)


_Asked = tuple[Found[Quantity], int, frozenset[int]]


def _multiples(pair: Pair) -> Iterator[_Asked]:
    """Words that tell how many times as much there is: more than doubled."""
    for n, word in enumerate(pair.claim.words):
        try:
            number = float(pair.meant(pair.claim, n, _TABLE) or "")
        except ValueError:
            continue
        about = approximator_before(pair.claim.text, word.start, pair.lexicon)
        ends = bounds(about.kind if about else "exactly", number, number, 0.0)
        start = about.start if about else word.start
        value = _times(number, ends.low, ends.high, ends.low_open, ends.high_open)
        told = frozenset(pair.claim.numbers(start, word.end))
        yield Found(start, word.end, value), 1 if number > 1 else -1, told


def _times(number: float, low: float | None, high: float | None, low_open: bool, high_open: bool) -> Quantity:
    return Quantity(
        low=low,
        high=high,
        low_open=low_open,
        high_open=high_open,
        unit="times",
        dimension="times",
        figures=(number,),
        grain=0.0,
    )


def _amounts(pair: Pair) -> Iterator[_Asked]:
    """By how much it is said to have changed: rose by 10 percent, fell by 20, grew threefold."""
    for figure in pair.claim.figures:
        inside = pair.claim.numbers(figure.start, figure.end)
        n = inside[0] - 1
        by = n >= 0 and pair.claim.words[n].folded == "by"
        way = _WAYS.get(pair.meant(pair.claim, n - by, _TABLE) or "")
        if way and (by or figure.value.dimension in ("share", "times")):
            yield figure, way, frozenset((n - by, *inside))


def _changes(pair: Pair) -> Sequence[_Change]:
    """From 200 to 220; 220, up from 200."""
    told, made = pair.evidence, []
    for one, other in pairwise(told.figures):
        between = [told.words[n].folded for n in told.numbers(one.end, other.start)]
        first = told.numbers(one.start, one.end)[0]
        if between[-1:] == ["to"] and len(between) <= _REACH and _folded(told, first - 1) == "from":
            way = _way(pair, first - 2)
            made += [_Change(one.value, other.value, way)] if way else []
        if between[-1:] == ["from"] and len(between) <= _REACH:
            way = _WAYS.get(pair.meant(told, told.numbers(one.end, other.start)[-1] - 1, _TABLE) or "", 0)
            made += [_Change(other.value, one.value, way)] if way else []
    return made


def _way(pair: Pair, number: int) -> int:
    """Up or down, as the words before this one say; 0 where none of them does."""
    for n in range(number, max(-1, number - _REACH), -1):
        way = _WAYS.get(pair.meant(pair.evidence, n, _TABLE) or "")
        if way:
            return way
    return 0


def _folded(told: Told, number: int) -> str:
    return told.words[number].folded if number >= 0 else ""


def _computed(claimed: Quantity, change: _Change) -> Computed | None:
    if claimed.dimension == "times":
        return times(change.before, change.after)
    if claimed.dimension == "share" and change.after.dimension != "share":
        return growth(change.before, change.after)
    if claimed.dimension in (None, change.after.dimension) and claimed.dimension != "share":
        return step(change.before, change.after)
    return None


def _signed(figure: Quantity, way: int) -> Quantity:
    """What is said to have shrunk by 10 grew by -10."""
    if way > 0 or figure.dimension == "times":
        return figure
    low, high = (None if end is None else -end for end in (figure.high, figure.low))
    return replace(
        figure,
        low=low,
        high=high,
        low_open=figure.high_open,
        high_open=figure.low_open,
        figures=tuple(-number for number in reversed(figure.figures)),
    )
