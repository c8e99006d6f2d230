"""The header of a telegram: routing, date-time group, FROM and TO, classification, TAGS, SUBJECT, REF.

Passing:

    R 180924Z SEP 09               a date-time group: the 18th, 09:24 UTC, September 2009
    FM AMEMBASSY TASHKENT          from the embassy in Tashkent
    SUBJECT: TALKS WITH THE        a subject wrapped
    FOREIGN MINISTER               onto a second line

Failing: "FM Norov is eager to meet", which is prose and stands below the header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.fields import frozen
from reconcile.model import Dropped
from reconcile.readers.lines import Line, dropped
from reconcile.text.late import late
from reconcile.values.when_days import month_length

MARK = r"\((?:TS|SBU|LOU|FOUO|[UCS])(?:\s?[/-]{1,2}\s?(?:NOFORN|NF|SBU|FOUO|SI|REL[^()\n]{0,40}))?\)"
NUMBERED = late(rf"(?:{MARK}\s*)?(?:¶\s*(\d{{1,3}})[.)]?|(\d{{1,3}})[.)])(?!\d)\s*(?=\S)")
DATE_TIME = late(
    r"(?:^|(?<=[\r\n]))[^\S\r\n]*(?:[OPRZYW]{1,2}\s+){0,4}(\d{2})(\d{2})(\d{2})Z\s+"
    r"(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\s+(\d{4}|\d{2})\b"
)
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_SPACED = r"(?:[A-Z] ){4,24}[A-Z]\b"
FIELDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("date-time group", DATE_TIME),
    ("routing", late(r"V?ZCZC|DE R[A-Z]{3,}|Z[A-Z]{2} [A-Z]{5}|(?:[OPRZ]{2} )*RU[A-Z]{3,}(?![a-z])")),
    ("from", late(r"FM[ :](?=[A-Z/ ]+(?:\d|$))")),
    ("to", late(r"(?:TO|INFO)[ :](?=[^a-z]+$)")),
    ("handling", late(r"(?:SIPDIS|NOFORN|NODIS|EXDIS|STADIS|SENSITIVE)\b(?=[^a-z]*$)")),
    (
        "classification",
        late(rf"(?:{_SPACED}|UNCLAS(?:SIFIED)?\b|CONFIDENTIAL\b|SECRET\b)(?=[^a-z]*$)"),
    ),
    ("executive order", late(r"E\.\s?O\.\s*\d{5}|EO \d{5}", re.I)),
    ("tags", late(r"TAGS?\s*:|TAGS\b")),
    ("subject", late(r"SUBJ(?:ECT)?\s*:", re.I)),
    ("reference", late(r"REF(?:S|TELS?|ERENCES?)?(?:\s*:|\s+\(?[A-Z\d][.)])", re.I)),
    (
        "classified by",
        late(r"(?:CLASSIFIED|DERIVED|DECLASSIFIED|DECLASSIFY)\s+(?:BY|FROM|ON)\b", re.I),
    ),
    ("reason", late(r"REASONS?\s*:", re.I)),
)
_LETTERED = late(r"\(?[A-Z][.)]\s")
_OFFICE = late(
    r"(?:R[A-Z]{4,}/)?(?:AM(?:ERICAN )?(?:EMBASSY|EMB|CONSUL(?:ATE)?)|EMBASSY|CONSULATE|MISSION"
    r"|US(?:MISSION|INT|LO|UN|EU|NATO|OFFICE|DAO|DEL)|BRANCH OFFICE|SECSTATE|AIT|DIR)\s+"
)
_RULE = late(r"[-–—_=*.\s]+")
_WASHINGTON = "WASHDC"
_PIVOT = 50  # two-digit years from here on are of the 1900s: telegrams are kept from 1966 on


@frozen(kw_only=True)
class Header:
    """What stands above the text: `end` is the index of the first line below it."""

    end: int
    subject: tuple[int, int] | None
    date: str | None
    place: str | None
    dropped: tuple[Dropped, ...]


def field(line: Line) -> str | None:
    """The kind of header line this is, or None."""
    return next((kind for kind, pattern in FIELDS if pattern.match(line.text)), None)


def is_rule(line: Line) -> bool:
    """True for a line of dashes."""
    return bool(line.text) and _RULE.fullmatch(line.text) is not None


def read_header(text: str, lines: Sequence[Line]) -> Header:
    """The header at the head of `lines`, which are those of `text`; it may be empty."""
    found = list(_fields(lines))
    end = found[-1][2] if found else 0
    subject = date = place = None
    left_out: list[Dropped] = []
    for kind, first, last in found:
        start, stop = lines[first].start, lines[last - 1].end
        if kind == "subject" and subject is None:
            subject = _subject(text, start, stop)
            left_out.append(dropped("header", text, start, subject[0]))
            continue
        if kind == "date-time group" and date is None:
            date = _date(lines[first].text)
        if kind == "from" and place is None:
            place = _place(lines[first].text)
        left_out.append(dropped(kind, text, start, stop))
    return Header(end=end, subject=subject, date=date, place=place, dropped=tuple(left_out))


def _fields(lines: Sequence[Line]) -> Iterator[tuple[str, int, int]]:
    """(kind, first line, line behind the last) of each field; lines of no known kind between them too."""
    pending: list[int] = []
    at, last_kind = 0, ""
    while at < len(lines):
        line = lines[at]
        kind = field(line)
        if kind is None and last_kind == "reference" and _LETTERED.match(line.text):
            kind = last_kind
        if kind is None:
            if _begins_text(line):
                return
            if not line.blank:
                pending.append(at)
            at += 1
            continue
        for each in pending:
            yield "header", each, each + 1
        pending.clear()
        end = _end_of_field(lines, at, kind)
        yield kind, at, end
        at, last_kind = end, kind


_WRAPPING = {"to", "tags", "subject", "reference", "classified by", "reason", "executive order"}


def _end_of_field(lines: Sequence[Line], at: int, kind: str) -> int:
    """The line behind a field: it goes on over lines that are neither blank nor begin something else."""
    end = at + 1
    while kind in _WRAPPING and end < len(lines):
        line = lines[end]
        if line.blank or is_rule(line) or field(line) or NUMBERED.match(line.text):
            break
        end += 1
    return end


def _begins_text(line: Line) -> bool:
    """True for a numbered paragraph, or a line that reads like a sentence rather than a header."""
    if NUMBERED.match(line.text):
        return True
    lower = sum(word.islower() for word in line.text.split(maxsplit=30))
    return lower >= 4


def _subject(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where the words of the subject stand: behind "SUBJECT:" and a mark."""
    match = re.compile(rf"[A-Z]+\s*:\s*(?:{MARK}\s*)?", re.I).match(text, start, stop)
    return (match.end() if match else start), stop


def _date(line: str) -> str | None:
    """ISO 8601 date and time of a date-time group; None when there is no such day."""
    match = DATE_TIME.match(line)
    if match is None:
        return None
    day, hour, minute, month, printed = match.groups()
    year = int(printed) + (0 if len(printed) == 4 else 1900 if int(printed) >= _PIVOT else 2000)
    number = _MONTHS.index(month) + 1
    if year < 1 or not 1 <= int(day) <= month_length(year, number) or int(hour) > 23 or int(minute) > 59:
        return None
    return f"{year:04}-{number:02}-{int(day):02}T{int(hour):02}:{int(minute):02}:00Z"


def _place(line: str) -> str | None:
    """The city of the post a telegram is from: "FM AMEMBASSY TASHKENT" is Tashkent."""
    post = re.sub(r"[\s\d#]+$", "", line[2:].lstrip(" :"))
    city = _OFFICE.sub("", post + " ").strip().split("/")[-1]
    if city == _WASHINGTON:
        return "Washington"
    return " ".join(word.capitalize() for word in city.split()) or None
