"""Dates as intervals of days.

Written as EDTF (ISO 8601-2:2019): level 0 (days, months, years, intervals), the quarters 33 to 36 of level 2
and, of level 1, the seasons 21 to 24, the mark ~ for approximate, unspecified digits (XXXX-03-31, 199X,
19XX), open intervals ("1999/..", "../2005") and negative years.
"""

from __future__ import annotations

from reconcile.fields import frozen, replace
from reconcile.model import Json
from reconcile.values.when_days import civil, day_number, month_length, month_span, year_span, year_text

_QUARTERS = 32  # EDTF's code of a quarter is its number and this


@frozen(kw_only=True)
class When:
    """The days from `low` to `high`, both included, as day numbers (0 is 1970-01-01); None is open.

    `month` and `day` are set, and `low` and `high` None, for a date told without its year.
    `first` is the last day of what is named as the beginning, and `last` the first day of what is named
    as the end, of something that lasted ("since 1999", "from 1990 to 1995"); both None for anything else.
    `approximate`: "circa", "early", seasons and fiscal years. `whole`: the first and the last day of what
    it is a part of ("early 1999"), beyond which it does not reach; `part`: from which share of that to which.
    `period`: the kind of periods it is one of, such as fiscal years, whose days not all people count alike.
    """

    edtf: str
    low: int | None
    high: int | None
    approximate: bool = False
    month: int | None = None
    day: int | None = None
    first: int | None = None
    last: int | None = None
    whole: tuple[int, int] | None = None
    part: tuple[float, float] | None = None
    period: str | None = None

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"edtf": self.edtf}

    @property
    def lasting(self) -> bool:
        """Whether the ends are told as beginning and end of a state."""
        return self.first is not None or self.last is not None

    @property
    def year(self) -> int | None:
        """The year when it lies in one, else None."""
        if self.low is None or self.high is None:
            return None
        year = civil(self.low)[0]
        return year if civil(self.high)[0] == year else None


def on_day(year: int, month: int, day: int) -> When | None:
    """A day, or None when the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    number = day_number(year, month, day)
    return When(edtf=f"{year_text(year)}-{month:02d}-{day:02d}", low=number, high=number)


def in_month(year: int, month: int) -> When:
    """A month, 1 to 12."""
    low, high = month_span(year, month)
    return When(edtf=f"{year_text(year)}-{month:02d}", low=low, high=high)


def in_year(year: int) -> When:
    """A year; 0 is 1 BC."""
    low, high = year_span(year, year)
    return When(edtf=year_text(year), low=low, high=high)


def in_years(first: int, digits: int) -> When:
    """The decade (1 unspecified digit) or century (2) that begins with the year `first`, 0 or later."""
    low, high = year_span(first, first + 10**digits - 1)
    return When(edtf=f"{first:04d}"[: 4 - digits] + "X" * digits, low=low, high=high)


def in_quarter(year: int, quarter: int) -> When:
    """A quarter, 1 to 4, of a calendar or business year."""
    low, high = month_span(year, quarter * 3 - 2)[0], month_span(year, quarter * 3)[1]
    edtf = f"{year_text(year)}-{_QUARTERS + quarter}"
    return When(edtf=edtf, low=low, high=high, approximate=True, period="quarter")


def without_year(month: int, day: int | None = None) -> When | None:
    """A month, or a day of one, of an unspecified year; None when no year has such a day."""
    if not (1 <= month <= 12 and (day is None or 1 <= day <= month_length(2000, month))):
        return None
    edtf = f"XXXX-{month:02d}" if day is None else f"XXXX-{month:02d}-{day:02d}"
    return When(edtf=edtf, low=None, high=None, month=month, day=day)


def edges(when: When) -> tuple[When, When] | None:
    """What is named as the beginning and as the end: 1990 and 1995 of "1990/1995"; None without both."""
    ends = [_stated(text) for text in when.edtf.split("/")]
    if when.approximate or len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    return ends[0], ends[1]


def _stated(edtf: str) -> When | None:
    """The year, month or day that is written so; None for anything else."""
    parts = edtf.split("-")
    if not all(part.isdecimal() for part in parts):
        return None
    year, *rest = map(int, parts)
    if not rest:
        return in_year(year)
    return in_month(year, rest[0]) if len(rest) == 1 else on_day(year, *rest)


def between(start: When | None, end: When | None, *, lasting: bool = False) -> When | None:
    """From the first day of `start` to the last of `end`; None on one side leaves it open.

    None when the end is before the start, or when one of them has no year.
    """
    if any(side is not None and side.month is not None for side in (start, end)):
        return None
    low, high = start.low if start else None, end.high if end else None
    if low is not None and high is not None and low > high:
        return None
    texts = start.edtf.split("/")[0] if start else "..", end.edtf.split("/")[-1] if end else ".."
    soft = bool((start and start.approximate) or (end and end.approximate))
    made = When(edtf="/".join(texts), low=low, high=high, approximate=soft)
    if not lasting:
        return made
    return replace(made, first=start.high if start else None, last=end.low if end else None)
