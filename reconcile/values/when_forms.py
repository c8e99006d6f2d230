"""The forms in which English prints a date, and what each says by itself, without the words around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen, replace
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.scan import has_word
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
from reconcile.values.when_days import day_text, month_span, year_span, year_text

_TWO_DIGITS = 30  # "FY 29" is 2029, "'30s" is the 1930s


@frozen
class Forms:
    """The expressions for all forms, and the tables that their parts are looked up in."""

    lexicon: Lexicon
    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int, int]]
    ordinals: Mapping[str, int]
    eras: Mapping[str, int]
    begins: frozenset[str]

    def pattern(self, text: str) -> re.Pattern[str]:
        """The expression for the forms that can stand in `text`."""
        return _worded(self.lexicon) if has_word(text, self.begins | _WORDS) else _figures(self.lexicon)


def _capitals(words: Iterable[str]) -> str:
    """Names as they are printed: with a capital, or in capitals."""
    return alternation(spelling for word in words for spelling in (word.capitalize(), word.upper()))


def _parts(lexicon: Lexicon) -> dict[str, str]:
    ordinals = alternation(word_table(lexicon, "ordinal-words"))
    return {
        "M": rf"{_capitals(word_table(lexicon, 'months'))}",
        "LOW": alternation(word_table(lexicon, "months")),
        "S": alternation(
            form for word in word_table(lexicon, "seasons") for form in (word, word.capitalize())
        ),
        "D": r"[0-3]?\d",
        "TH": r"(?:st|nd|rd|th)?",
        "Y": r"[12]\d{3}",
        "YEAR": r"\d{4}",
        "TIME": r"(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?",
        "TWO": r"\d\d",
        "FOUR": r"[1-4]",
        "NUM": r"\d{1,4}",
        "TO": r"(?:\s?[–-]\s?|\s+to\s+)",
        "N": rf"(?:\d{{1,2}}(?:st|nd|rd|th)|(?:(?i:twenty)[- ])?(?i:{ordinals}))",
        "E": alternation(word_table(lexicon, "eras")),
        "END": r"(?![\w%]|[.,:-]\d)",
    }


_BEGINS = frozenset({"fiscal", "financial", "fy", "twenty", "q"})
_WORDS = frozenset({"century"})  # those that forms have further on
_IN_FIGURES = ("iso", "slash", "decade", "years", "year")  # forms without any word
# {Y} is a part; {y=Y} is the part as the group "<form>_y".
_PART = late(r"\{(?:([a-z])=)?([A-Z]+)\}")
_FORMS: dict[str, str] = {
    "iso": r"{y=YEAR}(?P<iso_s>[-/]){m=TWO}(?P=iso_s){d=TWO}{TIME}(?![\w-])",
    "span": r"{d=D}{TH}{TO}{e=D}{TH}\s+(?:of\s+)?{m=M}(?:,?\s+{y=Y})?{END}",
    "dmy": r"{d=D}{TH}(?:\s+|-)(?:of\s+)?{m=M}(?:(?:,?\s+|-){y=Y})?{END}",
    "my": r"{m=M}(?:,?\s+(?:of\s+)?|-){y=Y}{END}",
    "mspan": r"{m=M}\s+{d=D}{TH}{TO}{e=D}{TH}(?:,?\s+{y=Y})?{END}",
    "mdy": r"{m=M}\s+(?:the\s+)?{d=D}{TH}(?:(?:,\s*|\s+){y=Y})?{END}",
    "nth": r"{n=N}\s+(?:day\s+)?of\s+{m=M}(?:,?\s+{y=Y})?{END}",
    "low": r"(?:{d=D}{TH}\s+)?{m=LOW},?\s+{y=Y}{END}",
    "slash": r"{a=D}(?P<slash_s>[/.]){b=D}(?P=slash_s){y=Y}(?![\w/.]\w)",
    "season": r"{s=S}(?:\s+of|,)?\s+{y=Y}{END}",
    "decade": r"(?:{y=Y}|[’'](?P<decade_t>\d0))[’']?s(?!\w)",
    "century": r"{n=N}[\s-](?i:century)(?:\s+{e=E})?(?!\w)",
    "era": r"(?:{y=NUM}\s?{e=E}|{f=E}\s{z=NUM})(?!\w)",
    "fiscal": r"(?:(?i:fiscal|financial)(?:\s+(?i:year))?\s+{y=Y}|FY\s?(?P<fiscal_t>{Y}|\d\d)){END}",
    "quarter": r"(?:(?:Q{q=FOUR}|{r=FOUR}Q)\s?(?:of\s)?{y=Y}|{z=Y}[ -]Q{s=FOUR}){END}",
    "years": r"{a=Y}(?P<years_s>\s?[–—‑-]\s?|/)(?P<years_b>{Y}|\d\d)(?![\w%]|[.,]\d|[–/-]\d)",
    "year": r"{Y}(?![\w%]|[.,:/]\d|[–-]\d)",
    "month": r"{m=M}(?!\w)",
}  # fmt: skip


def _filled(name: str, form: str, parts: Mapping[str, str]) -> str:
    def fill(part: re.Match[str]) -> str:
        return f"(?P<{name}_{part[1]}>{parts[part[2]]})" if part[1] else parts[part[2]]

    return f"(?P<{name}>{_PART.sub(fill, form)})"


@per_lexicon
def forms(lexicon: Lexicon) -> Forms:
    """The forms in the words of `lexicon`."""
    seasons = {word: _three(value) for word, value in word_table(lexicon, "seasons").items()}
    tables = [word_table(lexicon, name) for name in ("months", "seasons", "ordinal-words", "eras")]
    return Forms(
        lexicon,
        {name: int(number) for name, number in word_table(lexicon, "months").items()},
        seasons,
        {word: int(number) for word, number in word_table(lexicon, "ordinal-words").items()},
        {era: int(sign) for era, sign in word_table(lexicon, "eras").items()},
        frozenset(word.lower().rstrip(".").split(".")[0] for table in tables for word in table) | _BEGINS,
    )


@per_lexicon
def _worded(lexicon: Lexicon) -> re.Pattern[str]:
    return _compiled(_FORMS, lexicon)


@per_lexicon
def _figures(lexicon: Lexicon) -> re.Pattern[str]:
    return _compiled({name: _FORMS[name] for name in _IN_FIGURES}, lexicon)


def _compiled(chosen: Mapping[str, str], lexicon: Lexicon) -> re.Pattern[str]:
    parts = _parts(lexicon)
    whole = "|".join(_filled(name, form, parts) for name, form in chosen.items())
    return re.compile(rf"(?<![\w$£€#/])(?<!\d[.,:-])(?<!(?<!\d\d\d)\d–)(?:{whole})")


def _three(text: str) -> tuple[int, int, int]:
    code, first, last = (int(part) for part in text.split("/"))
    return code, first, last


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


def days_apart(low: int, high: int) -> str:
    """An interval of days in EDTF, as coarse as its length allows: years, months or days."""
    cut = 4 if high - low > 1200 else 7 if high - low > 61 else 10
    first, last = day_text(low), day_text(high)
    sign = first.startswith("-"), last.startswith("-")
    return f"{first[: cut + sign[0]]}~/{last[: cut + sign[1]]}~"
