"""The dated facts of a result in the order of time, and where on a scale they stand."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from reconcile.fields import frozen, replace
from reconcile.model import Json
from reconcile.report.anchors import Anchors
from reconcile.result import Finding, Result, Side
from reconcile.text.late import late

_DATE = late(r"(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


_STEPS = [step * scale for scale in (1, 10, 100, 1000) for step in (1, 2, 5)] + [10_000]
_MARGIN = 3.0  # per cent
_TELLING = 30  # code points


@frozen(kw_only=True)
class Tick:
    """A year on the scale."""

    year: int
    place: float


@frozen(kw_only=True)
class Event:
    """A dated fact, or the date at which a document speaks."""

    date: str  # EDTF, as stated
    when: float  # year and fraction, for the scale
    kind: str  # old, new, both, source, document
    text: str
    href: str | None
    place: float = 0.0  # per cent along the scale


Dated = tuple[str, Event]  # the passage that states it, and the event


def year(edtf: str) -> float | None:
    """The first moment of an EDTF date as a year with a fraction; None when it begins with no year."""
    match = _DATE.search(edtf)
    if not match:
        return None
    month, day = int(match[2] or 1), int(match[3] or 1)
    return int(match[1]) + (min(month, 12) - 1) / 12 + (day - 1) / 372


def timeline(result: Result) -> list[Event]:
    """All dated facts, each once, earliest first, placed on a scale from the first to the last."""
    seen: dict[tuple[str, str, str], Event] = {}
    for passage, event in (*_documents(result), *_findings(result), *_verdicts(result)):
        seen.setdefault((event.date, event.kind, passage), event)
    events = sorted(seen.values(), key=lambda event: (event.when, event.date, event.kind, event.text))
    if not events:
        return []
    first, last = events[0].when, events[-1].when
    return [replace(event, place=_place(event.when, first, last)) for event in events]


def ticks(events: Sequence[Event], most: int = 7) -> list[Tick]:
    """At most `most` round years between the first and the last of `events`, with their places."""
    if not events:
        return []
    first, last = events[0].when, events[-1].when
    step = next(s for s in _STEPS if (last - first) / s < most)
    years = range(math.ceil(first / step) * step, math.floor(last) + 1, step)
    return [Tick(year=one, place=_place(one, first, last)) for one in years]


def _place(when: float, first: float, last: float) -> float:
    """Per cent of the width, with a margin for the marks and labels at either end."""
    return round(_MARGIN + (100 - 2 * _MARGIN) * (when - first) / ((last - first) or 1.0), 2)


def _event(date: Json, kind: str, passage: str, text: str, href: str | None) -> Iterator[Dated]:
    when = year(date) if isinstance(date, str) else None
    if isinstance(date, str) and when is not None:
        yield passage, Event(date=date, when=when, kind=kind, text=text, href=href)


def _documents(result: Result) -> Iterator[Dated]:
    for document in (result.old, result.new, *result.sources):
        yield from _event(document.date, "document", document.id, document.id, None)


def dates(value: Mapping[str, Json] | None) -> Iterator[str]:
    """The EDTF dates in a claim's value."""
    for name in ("edtf", "date"):
        stated = (value or {}).get(name)
        if isinstance(stated, str):
            yield stated


def _findings(result: Result) -> Iterator[Dated]:
    for finding in result.findings:
        for date, (kind, side) in _stated(finding).items():
            text = _words(side.text, side.context)
            yield from _event(date, kind, side.context or side.text, text, f"#f-{finding.id}")


def _stated(finding: Finding) -> dict[str, tuple[str, Side]]:
    """The dates of a finding, each with the side that states it and `old`, `new` or `both`."""
    found: dict[str, tuple[str, Side]] = {}
    for kind, side in (("old", finding.old), ("new", finding.new)):
        if side:
            stated = [*dates(side.value), *_dates_of_parts(finding, kind)]
            found |= {date: ("both" if date in found else kind, side) for date in stated}
    return found


def _dates_of_parts(finding: Finding, kind: str) -> Iterator[str]:
    """The dates of the claims inside a wholly added or removed sentence."""
    if kind == ("new" if finding.new else "old"):
        for part in finding.parts:
            yield from dates(part.value.data)


def _verdicts(result: Result) -> Iterator[Dated]:
    anchors = Anchors(result)
    for verdict in result.verdicts:
        version = result.old if verdict.side == "old" else result.new
        anchor = anchors.of(version.id, verdict.span)
        text, passage = _words(verdict.text, verdict.sentence), verdict.sentence or verdict.text
        for date in dates(verdict.value):
            yield from _event(date, verdict.side, passage, text, f"#{anchor}")


def _words(text: str, sentence: str) -> str:
    """The words of a claim, or the whole sentence where they are too few to be understood."""
    return text if len(text) >= _TELLING else sentence or text
