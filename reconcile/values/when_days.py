"""Days as numbers, in the proleptic Gregorian calendar with a year 0 (1 BC), as EDTF counts them."""

from __future__ import annotations

_CYCLE = 146097  # days in 400 years
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def leap(year: int) -> bool:
    """Whether `year` has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """How many days the month (1 to 12) has."""
    return 29 if month == 2 and leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01; years before 1 count 0, -1, … (days_from_civil, H. Hinnant, 2013)."""
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * _CYCLE + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def civil(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number; the inverse of `day_number`."""
    era, rest = divmod(number + 719468, _CYCLE)
    of_era = (rest - rest // 1460 + rest // 36524 - rest // 146096) // 365
    of_year = rest - (365 * of_era + of_era // 4 - of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return era * 400 + of_era + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def month_span(year: int, month: int) -> tuple[int, int]:
    """First and last day of a month; months below 1 and above 12 are in the years around."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return day_number(year, month, 1), day_number(year, month, month_length(year, month))


def year_span(first: int, last: int) -> tuple[int, int]:
    """First day of year `first` and last day of year `last`."""
    return day_number(first, 1, 1), day_number(last, 12, 31)


def year_text(year: int) -> str:
    """A year in EDTF: four digits, with a sign before the year 0."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def day_text(number: int) -> str:
    """A day in EDTF."""
    year, month, day = civil(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def days_apart(low: int, high: int) -> str:
    """An interval of days in EDTF, as coarse as its length allows: years, months or days."""
    cut = 4 if high - low > 1200 else 7 if high - low > 61 else 10
    first, last = day_text(low), day_text(high)
    sign = first.startswith("-"), last.startswith("-")
    return f"{first[: cut + sign[0]]}~/{last[: cut + sign[1]]}~"
