"""By how much something changed, from what it was and what it became.

Sales rose by 10 percent.       Sales rose from 200 to 220.
Output halved.                  Output fell from 80 tonnes to 40 tonnes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.fields import frozen, replace
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set
from reconcile.values.arithmetic import Computed, growth, step, times
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_words import approximator_before, bounds
from reconcile.verdicts.derivation import Derivation, Pair, silence
from reconcile.verdicts.told import Told

_TABLE = "change-words"
_LINKS = ("to", "from")
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
    if len(found) != 1:
        return
    same = pair.same_subject()
    for figure, way, told in asked:
        place, computed = (figure.start, figure.end), _computed(figure.value, found[0])
        if computed and way == found[0].way:
            known = same and not pair.lacks(told)
            value, refutes = _signed(figure.value, way), known and pair.same_time
            made = pair.derived(place, value, computed, told, backs=known, refutes=refutes)
            yield made or (None if figure.value.dimension else silence(place))


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
    """By how much it is said to have changed: rose by 10 percent, went up by 20, grew threefold."""
    moving = word_set(pair.lexicon, "movement-verbs")
    for figure in pair.claim.figures:
        inside = pair.claim.numbers(figure.start, figure.end)
        n = inside[0] - 1
        by = _folded(pair.claim, n) == "by"
        way = _WAYS.get(pair.meant(pair.claim, n - by, _TABLE) or "")
        if way and (by or figure.value.dimension in ("share", "times")):
            moved = [m for m in (n - by - 1, n - by) if _folded(pair.claim, m) in moving]
            yield figure, way, frozenset((*moved, n - by, *inside))


def _changes(pair: Pair) -> Sequence[_Change]:
    """From 200 to 220; to 220 from 200; 220, up from 200: with no more between the two than their dates."""
    told, made = pair.evidence, []
    for one, other in pairwise(told.figures):
        between = told.numbers(one.end, other.start)
        link = told.words[between[-1]].folded if between else ""
        if link not in _LINKS or len(between) > _REACH or _others(pair, one.value, between):
            continue
        lead = told.numbers(one.start, one.end)[0] - 1
        if link == "to" and _folded(told, lead) == "from":
            made.append(_Change(one.value, other.value, _way(pair, lead - 1)))
        elif link == "from":
            behind = _WAYS.get(pair.meant(told, between[-1] - 1, _TABLE) or "")
            way = behind or (_way(pair, lead - 1) if _folded(told, lead) == "to" else 0)
            made.append(_Change(other.value, one.value, way))
    return [one for one in made if one.way]


def _others(pair: Pair, figure: Quantity, between: range) -> bool:
    """True where the words between two figures say where each is from, and not only when."""
    terms = pair.terms(between)
    counted = {lemma(term.text.casefold(), pair.lexicon) for term in terms} - {figure.counted}
    return bool(counted)


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
