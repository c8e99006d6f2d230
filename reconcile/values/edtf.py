"""Whether a text is a date as EDTF and ISO 8601 write them, for what people give as a document's date."""

from __future__ import annotations

from datetime import date

from reconcile.text.late import late

_UNSURE = "[?~%]?"
_DATE = late(
    rf"-?\d[\dX]{{3}}{_UNSURE}(?:-(?P<month>[\dX]{{2}}){_UNSURE}(?:-(?P<day>[\dX]{{2}}){_UNSURE})?)?"
    r"(?P<time>[T ]\d{2}(?::?\d{2}){0,2}(?:[.,]\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?"
)
_COMPACT = late(r"(\d{4})(\d{2})(\d{2})")
_LONG = late(r"Y-?\d{5,}")
_OPEN = ("", "..")


def is_edtf(text: str) -> bool:
    """True for a date (2004, 2004-05, 2004-05-01), a time of a day, or a span of dates (2004/2006)."""
    parts = text.strip().split("/")
    if len(parts) == 2:
        return any(part not in _OPEN for part in parts) and all(
            part in _OPEN or _is_date(part) for part in parts
        )
    return len(parts) == 1 and _is_date(parts[0])


def _is_date(text: str) -> bool:
    if compact := _COMPACT.fullmatch(text):
        return _is_date("-".join(compact.groups()))
    match = _DATE.fullmatch(text)
    if match is None:
        return _LONG.fullmatch(text) is not None
    month, day = match["month"], match["day"]
    if match["time"] and not day:
        return False
    return _is_month(month, alone=day is None) and _is_day(text, month, day)


def _is_month(month: str | None, alone: bool) -> bool:
    """Months are 01 to 12; 21 to 41 are seasons and quarters, which have no days."""
    if month is None or "X" in month:
        return True
    return 1 <= int(month) <= 12 or (alone and 21 <= int(month) <= 41)


def _is_day(text: str, month: str | None, day: str | None) -> bool:
    if day is None or "X" in day:
        return True
    year = text[:4] if text[:4].isdecimal() and text[:4] != "0000" else "2000"
    try:
        date(int(year), int(month or "1") if "X" not in (month or "") else 1, int(day))
    except ValueError:
        return False
    return True
