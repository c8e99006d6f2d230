"""Dates told from another one: "last year" from the day on which a document speaks, "in May" likewise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.found import Found
from reconcile.values.when import When, between, in_month, in_year, in_years, on_day
from reconcile.values.when_days import civil


@frozen
class _Relative:
    pattern: re.Pattern[str]
    steps: Mapping[str, tuple[str, int]]


@per_lexicon
def _relative(lexicon: Lexicon) -> _Relative:
    table = word_table(lexicon, "relative-dates")
    steps = {words: (unit, int(count)) for words, (unit, count) in ((k, v.split()) for k, v in table.items())}
    return _Relative(re.compile(rf"(?<![\w-]){alternation(steps)}(?![\w'’-])", re.IGNORECASE), steps)


def relative(text: str, anchor: When, lexicon: Lexicon) -> Iterator[Found[When]]:
    """The dates that `text` tells from `anchor`, the day, month or year in which it speaks."""
    known = _relative(lexicon)
    for match in known.pattern.finditer(text):
        unit, count = known.steps[" ".join(match.group().lower().split())]
        when = _away(anchor, unit, count)
        if when is not None:
            yield Found(match.start(), match.end(), when)


def _away(anchor: When, unit: str, count: int) -> When | None:
    if anchor.low is None or anchor.high is None:
        return None
    days = anchor.high - anchor.low
    if days > {"day": 0, "week": 0, "month": 30}.get(unit, 365):
        return None
    year, month, _ = civil(anchor.low)
    if unit == "day":
        return on_day(*civil(anchor.low + count))
    if unit == "week":
        monday = anchor.low - (anchor.low + 3) % 7 + 7 * count
        return between(on_day(*civil(monday)), on_day(*civil(monday + 6)))
    if unit == "month":
        ahead = month - 1 + count
        return in_month(year + ahead // 12, ahead % 12 + 1)
    return in_year(year + count) if unit == "year" else in_years((year // 10 + count) * 10, 1)


def in_year_of(partial: When, year: int) -> When | None:
    """A month or day without its year, in `year`; None when that year has no such day."""
    if partial.month is None:
        return None
    if "/" not in partial.edtf:
        day = partial.day
        return in_month(year, partial.month) if day is None else on_day(year, partial.month, day)
    first, last = (_side(text, year) for text in partial.edtf.split("/"))
    return between(first, last, lasting=".." not in partial.edtf)


def _side(edtf: str, year: int) -> When | None:
    if edtf == "..":
        return None
    _, month, *day = edtf.rstrip("~").split("-")
    return on_day(year, int(month), int(day[0])) if day else in_month(year, int(month))


def before_anchor(partial: When, anchor: When) -> When | None:
    """The month or day as the text must mean it: in the anchor's year, unless that would be in the future.

    What lies ahead in the anchor's year may also be meant for the year before: None.
    """
    if anchor.low is None or anchor.high is None or anchor.year is None:
        return None
    when = in_year_of(partial, anchor.year)
    return when if when and when.low is not None and when.low <= anchor.low else None
