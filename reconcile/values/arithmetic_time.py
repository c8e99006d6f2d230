"""Ages and lengths of time, worked out from two dates.

3 May 1950, 7 June 1984     34 years old
1950, 1984                  33 or 34 years old
from 1939 to 1945           some six years; 5 at the least, 7 at the most
"""

from __future__ import annotations

import math

from reconcile.fields import replace
from reconcile.values.arithmetic import Computed
from reconcile.values.quantity import Quantity
from reconcile.values.when import When
from reconcile.values.when_days import civil

_DAY = 86400.0  # seconds, the base of durations
YEARS = Quantity(low=0, high=0, unit="year", dimension="duration", scale=31556952.0)
_SHORT, _LONG = 0.01, 0.1  # of a unit, by which months and years are uneven: 730 days are two years
_NEAR, _HALF = 0.15, 0.5  # of the length, and of its unit, that a length in round units may be off
_COARSE = 2  # units that two dates may leave open; coarser ones do not tell the length


def age(birth: When, then: When) -> Computed | None:
    """How old in full years somebody is; None where either date is open, about, or without its year."""
    born, day = _days(birth), _days(then)
    if born is None or day is None or day[1] < born[0]:
        return None
    low, high = max(0, _full_years(born[1], day[0])), _full_years(born[0], day[1])
    value = replace(YEARS, low=low, high=high, figures=(low,) if low == high else (low, high))
    shown = f"{low}" if low == high else f"{low} or {high}" if high - low == 1 else f"{low} to {high}"
    return Computed(value=value, bounds=value, sum=f"from {birth.edtf} to {then.edtf}: {shown} years")


def elapsed(start: When, end: When, unit: Quantity) -> Computed | None:
    """How long it is from one date to the other, in the unit of the duration `unit`.

    None where a date is open, about or without its year, and where the end comes first.
    """
    first, last = _days(start), _days(end)
    if first is None or last is None or last[1] < first[0] or unit.dimension != "duration":
        return None
    day = _DAY / unit.scale
    least, most = max(0, last[0] - first[1]) * day, (last[1] - first[0] + 1) * day
    low, high = float(math.floor(least + _SHORT)), float(math.ceil(most - _LONG))
    middle = max(0.0, (sum(last) - sum(first)) / 2 * day)
    like = replace(unit, approximator=None, low_open=False, high_open=False, grain=1.0)
    bounds = replace(like, low=low, high=max(low, high), figures=(low, max(low, high)))
    told = f"from {start.edtf} to {end.edtf}: {_shown(low, high)} {unit.unit}s"
    if high - low > _COARSE:
        return Computed(value=bounds, bounds=bounds, sum=told)
    value = replace(like, low=middle, high=middle, figures=(middle,), grain=0.0)
    near = min(_NEAR, _HALF / middle) if middle else 0.0
    return Computed(value=value, bounds=bounds, sum=told, near=near, rounded=False)


def _shown(low: float, high: float) -> str:
    return f"{low:,.0f} to {high:,.0f}" if low < high else f"{low:,.0f}"


def _full_years(birth: int, day: int) -> int:
    (year, *born), (then, *now) = civil(birth), civil(day)
    return then - year - (now < born)


def _days(when: When) -> tuple[int, int] | None:
    if when.low is None or when.high is None or when.approximate:
        return None
    return when.low, when.high
