"""What the words before a date make of it: early, circa, before, since …"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen, replace
from reconcile.text.lists import per_lexicon, word_table
from reconcile.values.before import Endings, endings, phrase_before
from reconcile.values.when import When, between, in_month, in_quarter, in_year, on_day
from reconcile.values.when_days import civil, day_number, days_apart

_PARTS = {
    "early": (0.0, 0.4),
    "mid": (0.3, 0.7),
    "late": (0.6, 1.0),
    "first-half": (0.0, 0.5),
    "second-half": (0.5, 1.0),
    "quarter-1": (0.0, 0.25),
    "quarter-2": (0.25, 0.5),
    "quarter-3": (0.5, 0.75),
    "quarter-4": (0.75, 1.0),
}
_YEAR = range(365, 367)  # days
_BOUNDS = frozenset({"before", "after", "by", "since", "until"})
_DECADE = 3600  # days; from here on "before the 1990s" is as good as "before 1990"
_LEAP = 2000
_CIRCA = 5  # years on either side of "circa 1850"


@frozen
class _Modifiers:
    endings: Endings
    kinds: Mapping[str, str]


@per_lexicon
def _modifiers(lexicon: Lexicon) -> _Modifiers:
    """The phrases by themselves and with the article between them and the date."""
    kinds = dict(word_table(lexicon, "date-modifiers"))
    kinds |= {f"{words} the": kind for words, kind in kinds.items() if not words.endswith(("-", "~"))}
    return _Modifiers(endings(kinds), kinds)


def modified(text: str, start: int, when: When, lexicon: Lexicon) -> tuple[int, When]:
    """`when` and its beginning, widened by up to two modifiers before `start` ("since early 2005")."""
    known = _modifiers(lexicon)
    for _ in range(2):
        found = phrase_before(text, start, known.endings)
        if found is None:
            break
        kind = known.kinds[found[1]]
        if found[1].endswith(" the") and kind in _BOUNDS and not _long(when):
            break
        made = _apply(kind, when)
        if made is None:
            break
        start, when = found[0], made
        if kind in _BOUNDS:
            break
    return start, when


def _long(when: When) -> bool:
    return when.low is not None and when.high is not None and when.high - when.low > _DECADE


def _apply(kind: str, when: When) -> When | None:
    if when.month is not None:
        return _apply_partial(kind, when)
    if when.low is None or when.high is None:
        return None
    if when.lasting:
        return when if kind in _BOUNDS else None
    if kind.startswith("quarter") and when.high - when.low + 1 in _YEAR and not when.approximate:
        return in_quarter(civil(when.low)[0], int(kind[-1]))
    if kind in _PARTS:
        return _part(when, *_PARTS[kind])
    if kind == "circa":
        return circa(when)
    bounds = {
        "before": lambda: between(None, _beside(when, -1)),
        "after": lambda: between(_beside(when, 1), None),
        "by": lambda: between(None, when),
        "since": lambda: between(when, None, lasting=True),
        "until": lambda: between(None, when, lasting=True),
    }
    return bounds[kind]()


def _apply_partial(kind: str, when: When) -> When | None:
    """Without a year a bound or a part of a month is only written down."""
    if "/" in when.edtf or when.month is None:
        return None
    if kind in _BOUNDS:
        before = kind in ("before", "by", "until")
        return replace(when, edtf=f"../{when.edtf}" if before else f"{when.edtf}/..", approximate=True)
    if kind == "circa":
        return replace(when, edtf=f"{when.edtf}~", approximate=True)
    part = _part(in_month(_LEAP, when.month), *_PARTS[kind]) if when.day is None else None
    edtf = part.edtf.replace(str(_LEAP), "XXXX") if part else ""
    return part and replace(when, edtf=edtf, approximate=True, part=part.part)


def _part(when: When, begin: float, end: float) -> When | None:
    if when.low is None or when.high is None or when.high - when.low < 27:
        return None
    days = when.high - when.low
    low, high = _rounded(when.low + int(days * begin), when.low + int(days * end), days)
    return When(
        edtf=days_apart(low, high),
        low=low,
        high=high,
        approximate=True,
        whole=(when.low, when.high),
        part=(begin, end),
    )


def _rounded(low: int, high: int, days: int) -> tuple[int, int]:
    """Out to whole months of a part of a year, to whole years of a part of a decade."""
    if days < 300:
        return low, high
    (year, month, _), (last, last_month, _) = civil(low), civil(high)
    if days < _DECADE:
        end = in_month(last, last_month).high
        return day_number(year, month, 1), high if end is None else end
    return day_number(year, 1, 1), day_number(last, 12, 31)


def circa(when: When) -> When:
    """A date with some room on either side: five years for a year, its own length for anything else."""
    if when.low is None or when.high is None:
        return when
    days = when.high - when.low
    room = _CIRCA * 365 if 300 < days < 400 else max(days, 7)
    edtf = "/".join(part.rstrip("~") + "~" for part in when.edtf.split("/"))
    return replace(
        when,
        edtf=edtf,
        low=when.low - room,
        high=when.high + room,
        approximate=True,
        first=None,
        last=None,
        period=None,
    )


def _beside(when: When, direction: int) -> When | None:
    """The day, month or year next to `when`; the year next to anything longer."""
    if when.low is None or when.high is None:
        return None
    year, month, day = civil(when.low - 1 if direction < 0 else when.high + 1)
    days = when.high - when.low
    if days == 0:
        return on_day(year, month, day)
    beside = in_month(year, month) if days < 31 else in_year(year)
    return replace(beside, edtf=f"{beside.edtf}~", approximate=True) if when.approximate else beside
