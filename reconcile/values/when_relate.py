"""How two dates relate: by intervals of days; beginnings and ends of states are compared each by itself."""

from __future__ import annotations

from math import inf

from reconcile.fields import frozen
from reconcile.model import Relation
from reconcile.values.when import When
from reconcile.values.when_days import civil, day_number

_CENTURY = 36500  # days; hardly less than one has
# Days that a period which not all people count alike may be off before it is called wrong; any other
# approximate date may be off by as much again as it was widened.
_LEAST_SLACK = 366
_LEAP, _HALF_YEAR = 2000, 183  # a year that has all days, and days
_SOFT_DAYS = 14  # the same for a day told without its year


@frozen
class _Days:
    low: float
    high: float

    def within(self, other: _Days) -> bool:
        return self.low >= other.low and self.high <= other.high

    def century(self, other: _Days) -> bool:
        """Whether both are one century, which is counted from the year 1800 by some and 1801 by others."""
        if not all(_CENTURY < days.high - days.low < inf for days in (self, other)):
            return False
        return max(abs(self.low - other.low), abs(self.high - other.high)) <= _LEAST_SLACK


def relate(before: When, after: When) -> Relation:
    """What `after` is to `before`.

    The same days are equivalent, finer ones narrower, disjoint ones conflicting, overlapping ones unsure.
    A day without its year is broader than the same day of any year. Of two periods of one kind, however many
    days each has, one is not the other; nor is an early part of something a late part of the same.
    """
    if before.period and before.period == after.period and before.edtf != after.edtf:
        return Relation.CONFLICTING
    if _other_part(before, after):
        return Relation.CONFLICTING
    if before.month is not None or after.month is not None:
        return _relate_partial(before, after)
    if before.lasting and after.lasting:
        return _relate_lasting(before, after)
    relation = _relate_days(_days(before), _days(after), _slack(before, after))
    if relation is Relation.CONFLICTING and (before.whole or after.whole):
        # What is early in one month is not late in the one before; where in its month it is, nobody counts.
        relation = _relate_days(_at_most(before), _at_most(after), _slack(before, after))
        relation = relation if relation is Relation.CONFLICTING else Relation.UNSURE
    if relation is Relation.CONFLICTING and before.lasting != after.lasting:
        return Relation.UNSURE
    if relation is Relation.EQUIVALENT and before.lasting != after.lasting:
        return Relation.UNSURE
    return relation


def _other_part(before: When, after: When) -> bool:
    """True for two parts of the same year, month or century that share no day."""
    if before.part is None or after.part is None:
        return False
    if (before.whole, before.month) != (after.whole, after.month):
        return False
    return before.part[1] <= after.part[0] or after.part[1] <= before.part[0]


def _at_most(when: When) -> _Days:
    return _Days(*when.whole) if when.whole else _days(when)


def _days(when: When) -> _Days:
    return _Days(-inf if when.low is None else when.low, inf if when.high is None else when.high)


def _slack(before: When, after: When) -> float:
    widths = [
        max(when.high - when.low, _LEAST_SLACK if when.period else 0)
        for when in (before, after)
        if when.approximate and not when.whole and when.low is not None and when.high is not None
    ]
    return max(widths, default=0.0)


def _relate_days(old: _Days, new: _Days, slack: float) -> Relation:
    if old == new or old.century(new):
        return Relation.EQUIVALENT
    if new.within(old):
        return Relation.NARROWER
    if old.within(new):
        return Relation.BROADER
    gap = max(old.low - new.high, new.low - old.high)
    return Relation.CONFLICTING if gap > slack else Relation.UNSURE


def _relate_lasting(before: When, after: When) -> Relation:
    """Beginning against beginning and end against end.

    Where only one side tells an end, the other may or may not go on: unsure.
    """
    relations = []
    for old, new in zip(_ends(before), _ends(after), strict=True):
        if old and new:
            relations.append(_relate_days(old, new, _slack(before, after)))
        elif old or new:
            relations.append(Relation.UNSURE)
    if not relations or Relation.CONFLICTING in relations:
        return Relation.CONFLICTING if relations else Relation.UNSURE
    told = set(relations) - {Relation.EQUIVALENT}
    return Relation.EQUIVALENT if not told else told.pop() if len(told) == 1 else Relation.UNSURE


def _ends(when: When) -> tuple[_Days | None, _Days | None]:
    start = end = None
    if when.first is not None:
        start = _Days(-inf if when.low is None else when.low, when.first)
    if when.last is not None:
        end = _Days(when.last, inf if when.high is None else when.high)
    return start, end


def _relate_partial(before: When, after: When) -> Relation:
    if before.month is None:
        return _relate_partial(after, before).converse
    if after.month is not None:
        return _relate_two_partial(before, after)
    if after.low is None or after.high is None or after.year is None or "/" in before.edtf:
        return Relation.UNSURE
    first, last = civil(after.low), civil(after.high)
    months = range(first[1], last[1] + 1)
    if before.month not in months:
        return Relation.CONFLICTING if not after.approximate else Relation.UNSURE
    if before.day is None:
        return Relation.NARROWER if len(months) == 1 else Relation.UNSURE
    if after.low == after.high:
        return Relation.NARROWER if first[2] == before.day else Relation.CONFLICTING
    return Relation.UNSURE


def _relate_two_partial(before: When, after: When) -> Relation:
    if before.edtf == after.edtf:
        return Relation.EQUIVALENT
    texts = before.edtf, after.edtf
    if any(".." in text for text in texts):
        return _relate_bounds(before, after)
    soft = sum("~" in text for text in texts)
    if soft and "/" not in "".join(texts) and before.day and after.day:
        near = abs(_ahead(before, after)) <= soft * _SOFT_DAYS
        return Relation.UNSURE if near else Relation.CONFLICTING
    if before.month != after.month and soft < 2:
        return Relation.CONFLICTING
    if all("~" in text for text in texts):  # parts of a month, or circa
        apart = before.month != after.month and all("/" in text for text in texts)
        return Relation.CONFLICTING if apart else Relation.UNSURE
    coarse = _whole_month(before), _whole_month(after)
    if coarse[0] != coarse[1]:
        return Relation.NARROWER if coarse[0] else Relation.BROADER
    return Relation.UNSURE if "/" in before.edtf or "/" in after.edtf else Relation.CONFLICTING


def _ahead(before: When, after: When) -> int:
    """How many days `after` is ahead, or back, by the shorter way round the year."""
    one, other = (day_number(_LEAP, when.month or 1, when.day or 1) for when in (before, after))
    return (other - one + _HALF_YEAR) % (2 * _HALF_YEAR) - _HALF_YEAR


def _relate_bounds(before: When, after: When) -> Relation:
    """Of two bounds without a year, both days or both months, the nearer one is narrower."""
    sides = [
        (when.edtf.startswith(".."), when.edtf.endswith(".."), when.day is None) for when in (before, after)
    ]
    ahead = _ahead(before, after)
    if sides[0] != sides[1] or not ahead:
        return Relation.UNSURE
    return Relation.NARROWER if (ahead < 0) is sides[0][0] else Relation.BROADER


def _whole_month(when: When) -> bool:
    return when.day is None and "/" not in when.edtf
