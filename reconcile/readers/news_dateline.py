"""Where and when a news text was written: its dateline.

Passing:

    Moscow, 14 November 2005 (RFE/RL) -- Russian President ...      Moscow, 2005-11-14
    WASHINGTON, Nov. 3 (AP) — The Senate ...                        Washington, no year
    MOSCOW, March 7. /TASS/. Talks ...

Failing: "Ivan Petrov (Moscow) - the winner - said", which names neither a day nor an agency.
"""

from __future__ import annotations

import re

from reconcile.fields import frozen
from reconcile.readers.news_words import AGENCY
from reconcile.text.late import late
from reconcile.values.when_days import month_length

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?i:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
_DAY = (
    rf"(?:{_WEEKDAY},?\s+)?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})(?:,?\s+(?P<y1>\d{{4}}))?\b"
    rf"|(?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y2>\d{{4}}))?\b"
    r"|(?P<iso>\d{4}-\d\d-\d\d))"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]{0,30}"
_CITY = rf"(?P<city>{_CAPITAL}(?: (?:{_CAPITAL}|de|la|del|al|el|of|am|upon|sur)){{0,3}})"
_REGION = rf"(?P<region>,\s(?!{_WEEKDAY}){_CAPITAL}(?: {_CAPITAL}){{0,2}})?"
_SOURCE = r"(?:,?\s*\((?P<agency>[A-Za-z][\w/&.+ -]{1,40})\))?"
_DASH = r"(?:\s+(?:-{1,3}|_)\s+|\s*(?:[—–―]|--)\s*)"
_SLASHES = r"\.?\s*/(?P<wire>[A-Z][\w-]{1,20})/(?:\.?\s*[-–—]*\s+)"
DATELINE = late(rf"{_CITY}{_REGION}(?:,?\s+{_DAY})?(?:{_SOURCE}{_DASH}|{_SLASHES})")
_MARK = late(r"[\s)][-_]|[–-―]|--|/[A-Z]")  # stands in every dateline; to look for one is cheap
_ONLY_AGENCY = late(rf"\((?:{AGENCY.pattern})\)\s*[-–—_]{{1,2}}\s+")
_DATE = late(_DAY)
_AROUND_DATE = late(
    r"(?:[\s\d:.,|/+–—-]|\b(?:first|last|published|updated|modified|posted|created|date|on|at|gmt|utc|cet|e[sd]?t|am|pm"
    rf"|a\.m\.|p\.m\.|{_WEEKDAY})\b)*",
    re.I,
)
_LEAP = 2000
REACH = 400  # characters into a paragraph that a caption before the dateline may take


@frozen(kw_only=True)
class Day:
    """A day as a page prints it; `year` is None where it is left to the reader."""

    year: int | None
    month: int
    day: int

    def iso(self, year: int | None = None) -> str | None:
        """YYYY-MM-DD, with `year` where the page has none; None without a year."""
        known = self.year if self.year is not None else year
        return None if known is None else f"{known:04}-{self.month:02}-{self.day:02}"


@frozen(kw_only=True)
class Dateline:
    """A dateline at [start, end) of a text."""

    start: int
    end: int
    place: str | None
    day: Day | None


def find(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that the paragraph at [start, end) begins with, perhaps behind a caption."""
    if _MARK.search(text, start, end) is None:
        return None
    match = _ONLY_AGENCY.match(text, start, end)
    if match is not None:
        return Dateline(start=start, end=match.end(), place=None, day=None)
    match = DATELINE.match(text, start, end)
    if match is not None and _credible(match):
        return _dateline(match)
    for place in re.compile(r"(?<=[).!?])\s+(?=[A-Z])").finditer(text, start, min(end, start + REACH)):
        match = DATELINE.match(text, place.end(), end)
        if match is not None and _day(match) is not None:
            return _dateline(match)
    return None


def published(text: str) -> Day | None:
    """The day of a line that says when a page was published and nothing else."""
    if len(text) > 120:
        return None
    match = _DATE.search(text)
    if match is None or not _AROUND_DATE.fullmatch(text[: match.start()] + " " + text[match.end() :]):
        return None
    return _day(match)


def _credible(match: re.Match[str]) -> bool:
    """A name and a dash make no dateline: a day, an agency, or a city in capitals must be there."""
    if _day(match) is not None or match["wire"]:
        return True
    if match["city"].isupper() and len(match["city"]) > 2:
        return True
    return match["agency"] is not None and AGENCY.fullmatch(match["agency"]) is not None


def _dateline(match: re.Match[str]) -> Dateline:
    place = match["city"] + (match["region"] or "")
    return Dateline(
        start=match.start(), end=match.end(), place=_ordinary_case(" ".join(place.split())), day=_day(match)
    )


def _ordinary_case(name: str) -> str:
    """MOSCOW is printed Moscow; names with small letters, and short forms such as U.S., stay."""
    words = (
        word.title() if word.isupper() and len(word) > 3 and "." not in word else word
        for word in name.split()
    )
    return " ".join(words).rstrip(".")


def _day(match: re.Match[str]) -> Day | None:
    """The day a match of `_DAY` names; None when it has none, or there is no such day."""
    if match["iso"]:
        year, month, day = match["iso"].split("-")
        return _real(int(year), int(month), int(day))
    name, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
    if name is None:
        return None
    said = match["y1"] or match["y2"]
    return _real(int(said) if said else None, _MONTHS.index(name[:3].lower()) + 1, int(day))


def _real(year: int | None, month: int, day: int) -> Day | None:
    known = _LEAP if year is None else year
    if known < 1 or not 1 <= month <= 12 or not 1 <= day <= month_length(known, month):
        return None
    return Day(year=year, month=month, day=day)
