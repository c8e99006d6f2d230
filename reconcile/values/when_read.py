"""What each form of a date says by itself, without the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable

from reconcile.fields import replace
from reconcile.values.when import (
    When,
    between,
    in_month,
    in_quarter,
    in_year,
    in_years,
    on_day,
    without_year,
)
from reconcile.values.when_days import month_span, year_span, year_text
from reconcile.values.when_forms import Forms

_TWO_DIGITS = 30  # "FY 29" is 2029, "'30s" is the 1930s


def read(match: re.Match[str], known: Forms) -> When | None:
    """What a match of a pattern of `known` says; None when the calendar has no such date."""
    return _READ[match.lastgroup or ""](match, known)


def _iso(match: re.Match[str], known: Forms) -> When | None:
    year = int(match["iso_y"])
    return on_day(year, int(match["iso_m"]), int(match["iso_d"]))


def _date(month: str, day: str, year: str | None, known: Forms) -> When | None:
    number = known.months[month.lower()]
    return on_day(int(year), number, int(day)) if year else without_year(number, int(day))


def _dmy(match: re.Match[str], known: Forms) -> When | None:
    return _date(match["dmy_m"], match["dmy_d"], match["dmy_y"], known)


def _mdy(match: re.Match[str], known: Forms) -> When | None:
    return _date(match["mdy_m"], match["mdy_d"], match["mdy_y"], known)


def _days(name: str) -> Callable[[re.Match[str], Forms], When | None]:
    def read_days(match: re.Match[str], known: Forms) -> When | None:
        month, year = match[f"{name}_m"], match[f"{name}_y"]
        start = _date(month, match[f"{name}_d"], year, known)
        end = _date(month, match[f"{name}_e"], year, known)
        if start is None or end is None or year:
            return between(start, end, lasting=True) if start and end else None
        return replace(start, edtf=f"{start.edtf}/{end.edtf}")

    return read_days


def _my(match: re.Match[str], known: Forms) -> When | None:
    return in_month(int(match["my_y"]), known.months[match["my_m"].lower()])


def _low(match: re.Match[str], known: Forms) -> When | None:
    """A month without its capital is one where a year follows."""
    return (
        _date(match["low_m"], match["low_d"], match["low_y"], known)
        if match["low_d"]
        else in_month(int(match["low_y"]), known.months[match["low_m"]])
    )


def _slash(match: re.Match[str], known: Forms) -> When | None:
    """Day first or month first; where both may be meant, the days from the one to the other."""
    first, second, year = int(match["slash_a"]), int(match["slash_b"]), int(match["slash_y"])
    read_as = sorted(
        {
            when.low: when for when in (on_day(year, second, first), on_day(year, first, second)) if when
        }.values(),
        key=lambda when: when.edtf,
    )
    if len(read_as) < 2:
        return read_as[0] if read_as else None
    spread = between(read_as[0], read_as[1])
    return spread and replace(spread, approximate=True)


def _season(match: re.Match[str], known: Forms) -> When | None:
    code, first, last = known.seasons[match["season_s"].lower()]
    year = int(match["season_y"])
    low, high = month_span(year, first)[0], month_span(year, last)[1]
    edtf = f"{year_text(year)}-{code}"
    return When(edtf=edtf, low=low, high=high, approximate=True, period="season")


def _decade(match: re.Match[str], known: Forms) -> When | None:
    if match["decade_t"]:
        tens = int(match["decade_t"])
        return in_years((2000 if tens < _TWO_DIGITS else 1900) + tens, 1)
    year = int(match["decade_y"])
    if year % 10:
        return None
    return in_years(year, 2 if year % 100 == 0 and year < 2000 else 1)


def _ordinal(text: str, known: Forms) -> int:
    """21 of "21st" and of "twenty-first"."""
    words = text.lower().replace("-", " ").split()
    digits = re.match(r"\d+", words[0])
    return int(digits.group()) if digits else known.ordinals[words[-1]] + 20 * (len(words) - 1)


def _nth(match: re.Match[str], known: Forms) -> When | None:
    return _date(match["nth_m"], str(_ordinal(match["nth_n"], known)), match["nth_y"], known)


def _century(match: re.Match[str], known: Forms) -> When | None:
    number = _ordinal(match["century_n"], known)
    if not 1 <= number <= 30:
        return None
    if match["century_e"] and known.eras[match["century_e"]] < 0:
        low, high = 1 - number * 100, -(number - 1) * 100
    else:
        low, high = number * 100 - 99, number * 100
    first, last = year_span(low, high)
    return When(edtf=f"{year_text(low)}/{year_text(high)}", low=first, high=last)


def _era(match: re.Match[str], known: Forms) -> When | None:
    year = int(match["era_y"] or match["era_z"])
    if year < 1:
        return None
    return in_year(year if known.eras[match["era_e"] or match["era_f"]] > 0 else 1 - year)


def _fiscal(match: re.Match[str], known: Forms) -> When | None:
    """The year named, or most of the one before or after: countries differ."""
    text = match["fiscal_y"] or match["fiscal_t"]
    year = int(text) if len(text) == 4 else 2000 + int(text)
    low, high = month_span(year, -8)[0], month_span(year, 15)[1]
    return When(edtf=f"{year_text(year)}~", low=low, high=high, approximate=True, period="fiscal year")


def _quarter(match: re.Match[str], known: Forms) -> When | None:
    number = match["quarter_q"] or match["quarter_r"] or match["quarter_s"]
    return in_quarter(int(match["quarter_y"] or match["quarter_z"]), int(number))


def _years(match: re.Match[str], known: Forms) -> When | None:
    start, text, dash = int(match["years_a"]), match["years_b"], match["years_s"]
    end = int(text) if len(text) == 4 else start // 100 * 100 + int(text)
    if len(text) == 2 and text[0] == "0" and dash == "-" and end != start + 1 and 1 <= int(text) <= 12:
        return in_month(start, int(text))
    if end <= start and len(text) == 2 and start % 100 > 90:
        end += 100
    if dash == "/" and end != start + 1:
        return None
    return between(in_year(start), in_year(end), lasting=True) if end > start else None


def _year(match: re.Match[str], known: Forms) -> When | None:
    return in_year(int(match["year"]))


def _month(match: re.Match[str], known: Forms) -> When | None:
    return without_year(known.months[match["month_m"].lower()])


_READ: dict[str, Callable[[re.Match[str], Forms], When | None]] = {
    "iso": _iso, "span": _days("span"), "dmy": _dmy, "my": _my, "mspan": _days("mspan"), "mdy": _mdy,
    "nth": _nth, "low": _low, "slash": _slash, "season": _season, "decade": _decade, "century": _century,
    "era": _era, "fiscal": _fiscal, "quarter": _quarter, "years": _years, "year": _year, "month": _month,
}  # fmt: skip
