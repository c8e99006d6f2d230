"""How two quantities relate: by intervals, and within the rounding of the coarser figure."""

from __future__ import annotations

from math import inf

from reconcile.fields import frozen
from reconcile.model import Relation
from reconcile.values.clock import CLOCK, relate_times
from reconcile.values.quantity import LABEL, ORDINAL, RATING, SCORE, VERSION, Quantity

_EXACT = 1e-9  # relative: floating point, not rounding
_SAME_UNIT = 0.01  # a figure and its rounding in the same unit are the same up to this share
_CONVERTED = 0.1  # a converted figure may have been rounded to one significant digit, but not further off


@frozen
class _Interval:
    low: float
    high: float
    low_open: bool
    high_open: bool

    def within(self, other: _Interval) -> bool:
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    @property
    def point(self) -> bool:
        return self.low == self.high


def relate(before: Quantity, after: Quantity) -> Relation:
    """What `after` is to `before`.

    Equal, or equal within the rounding of the coarser figure where units or precision differ, is
    equivalent; contained is narrower or broader; disjoint is conflicting, and so is another end of what is
    stated with its two ends; the rest, other dimensions among them, is unsure. What is counted is not looked
    at: see `counted`.
    """
    if before.dimension != after.dimension:
        return _relate_unit_left_out(before, after)
    if before.dimension == CLOCK:
        return relate_times(before, after)
    if before.dimension in (SCORE, VERSION):
        return _relate_parts(before, after)
    if before.dimension == LABEL and before.unit != after.unit:
        return Relation.UNSURE
    if before.dimension == RATING and before.unit != after.unit:
        return _relate_ratings(before, after)
    if _equal(before, after):
        return Relation.EQUIVALENT
    if before.limits and after.limits:
        return _relate_limits(before, after)
    old, new = _intervals(before, after)
    if new.within(old):
        return Relation.EQUIVALENT if old.within(new) else Relation.NARROWER
    if old.within(new):
        return Relation.BROADER
    return _apart(before, after, old, new)


def _relate_limits(before: Quantity, after: Quantity) -> Relation:
    """Two stated ends each: others, or the same rounded, from 10 to 20 and from 10.2 to 19.8."""
    steps = _step(before, False), _step(after, False)
    ends = (
        zip(before.figures, after.figures, strict=True) if len(before.figures) == len(after.figures) else ()
    )
    gaps = [abs(_base(before, old) - _base(after, new)) for old, new in ends]
    if steps[0] == steps[1] or not gaps or max(gaps) > max(steps) / 2:
        return Relation.CONFLICTING
    return Relation.NARROWER if steps[1] < steps[0] else Relation.BROADER


_TOLD_BY_THE_UNIT = ("share", "times", CLOCK, LABEL, ORDINAL)  # dimensions of figures that mean nothing else


def _relate_unit_left_out(before: Quantity, after: Quantity) -> Relation:
    """The same figure with and without its unit; of two figures one of which has none nobody knows."""
    if before.figures != after.figures or _ends(before) != _ends(after):
        return Relation.UNSURE
    if _is_bare(before) and after.dimension not in _TOLD_BY_THE_UNIT:
        return Relation.NARROWER
    if _is_bare(after) and before.dimension not in _TOLD_BY_THE_UNIT:
        return Relation.BROADER
    return Relation.UNSURE


def _is_bare(quantity: Quantity) -> bool:
    return quantity.dimension is None and quantity.counted is None


def _relate_parts(before: Quantity, after: Quantity) -> Relation:
    """Versions and results of games: the same, one more precise, told from the other side, or different."""
    old, new = before.figures, after.figures
    if old == new:
        return Relation.EQUIVALENT
    if before.dimension == VERSION and old == new[: len(old)]:
        return Relation.NARROWER
    if before.dimension == VERSION and new == old[: len(new)]:
        return Relation.BROADER
    if before.dimension == SCORE and old == new[::-1]:
        return Relation.UNSURE
    return Relation.CONFLICTING


def _relate_ratings(before: Quantity, after: Quantity) -> Relation:
    """Out of different wholes: another figure where the part is the same, else perhaps another scale."""
    return Relation.CONFLICTING if before.figures[0] == after.figures[0] else Relation.UNSURE


def _base(quantity: Quantity, number: float) -> float:
    return number * quantity.scale + quantity.shift


def _step(quantity: Quantity, converted: bool) -> float:
    """The rounding step in base units; round figures were perhaps rounded further in a conversion."""
    step = quantity.grain
    if converted and step:
        figure = abs(quantity.figures[0])
        while figure and step * 10 <= figure * _CONVERTED and figure % (step * 10) == 0:
            step *= 10
        step = max(step, figure * _CONVERTED if figure and figure % (step * 10) == 0 else 0)
    return step * quantity.scale


def _close(before: Quantity, after: Quantity, old: float | None, new: float | None) -> bool:
    if old is None or new is None:
        return old is new
    old, new = _base(before, old), _base(after, new)
    gap, size = abs(old - new), max(abs(old), abs(new))
    if gap <= size * _EXACT + _EXACT * min(before.scale, after.scale):
        return True
    converted = before.unit != after.unit
    steps = _step(before, converted), _step(after, converted)
    if converted:
        return gap <= min(max(steps) / 2, size * _CONVERTED)
    return steps[0] != steps[1] and gap <= min(max(steps) / 2, size * _SAME_UNIT)


def _equal(before: Quantity, after: Quantity) -> bool:
    if _ends(before) != _ends(after):
        return False
    # How far "about" reaches depends on the digits, and a converted figure has others.
    converted = before.unit != after.unit and before.approximator and after.approximator
    old, new = ((one.figures if converted else (one.low, one.high)) for one in (before, after))
    return _close(before, after, old[0], new[0]) and _close(before, after, old[-1], new[-1])


def _ends(quantity: Quantity) -> tuple[bool, bool, bool, bool]:
    """Which ends an interval has, and which of them are left out."""
    return quantity.low is None, quantity.high is None, quantity.low_open, quantity.high_open


def _intervals(before: Quantity, after: Quantity) -> tuple[_Interval, _Interval]:
    """Both in base units; of two figures of unlike precision the coarser one stands for its rounding.

    A vague figure ("dozens") has no digits, so that no figure is coarser than it.
    """
    steps = _step(before, False), _step(after, False)
    coarser = tuple(one > other * 1.5 > 0 for one, other in (steps, steps[::-1]))
    return _interval(before, coarser[0]), _interval(after, coarser[1])


def _interval(quantity: Quantity, coarser: bool) -> _Interval:
    low = -inf if quantity.low is None else _base(quantity, quantity.low)
    high = inf if quantity.high is None else _base(quantity, quantity.high)
    if coarser and low == high:
        half = _step(quantity, False) / 2
        return _Interval(low - half, high + half, False, True)
    return _Interval(low, high, quantity.low_open, quantity.high_open)


def _apart(before: Quantity, after: Quantity, old: _Interval, new: _Interval) -> Relation:
    gap = max(old.low - new.high, new.low - old.high)
    rounded = (old.point and not _is_whole(before)) or (new.point and not _is_whole(after))
    if gap < 0 or (gap == 0 and (rounded or not _open_between(old, new))):
        return Relation.UNSURE
    return Relation.UNSURE if gap < max(_slack(before, old), _slack(after, new)) else Relation.CONFLICTING


def _is_whole(quantity: Quantity) -> bool:
    """Whether things were counted to the last one: 12 is not over 12, but 7.7 million may be over that."""
    figure = quantity.figures[0]
    return quantity.unit is None and quantity.grain == 1 and figure % 10 != 0


def _open_between(old: _Interval, new: _Interval) -> bool:
    """Whether two intervals that meet in one number leave that number out."""
    below, above = (old, new) if old.high == new.low else (new, old)
    return below.high_open or above.low_open


def _slack(quantity: Quantity, interval: _Interval) -> float:
    """How far beyond its interval a figure with "about" may lie before anyone calls it wrong."""
    soft = quantity.approximator is not None and -inf < interval.low < interval.high < inf
    stated = (quantity.figures[-1] - quantity.figures[0]) * quantity.scale
    return (interval.high - interval.low - stated) / 2 if soft else 0.0
