"""The report as one self-contained page: for looking rather than reading.

It opens from a disk without a network, is readable with JavaScript off, and with it filters, walks, shows
each finding's passage in the documents, and takes decisions to be downloaded. See `reconcile.report.page`
for how it is kept safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from reconcile.model import Json
from reconcile.report.anchors import Anchors
from reconcile.report.cards import cards
from reconcile.report.matrix import matrix
from reconcile.report.page import Extra, fill
from reconcile.report.pairs import KINDS
from reconcile.report.plain import Record
from reconcile.report.record import record
from reconcile.report.reviewing import reviewing
from reconcile.report.ribbons import ribbons
from reconcile.report.rows import rows, source_rows
from reconcile.report.timeline import ticks, timeline
from reconcile.result import Result

NAME = "html"
SUFFIX = ".html"
FORMAT = "text/html"

GLYPHS = {
    "unchanged": "=", "reworded": "≈", "changed": "≠", "moved": "⇅", "split": "λ", "merged": "Y",
    "added": "+", "removed": "−",
}  # fmt: skip
_FIRST, _CHUNK = 60, 8  # findings that stand in the page, and that it unpacks at a time


def render(result: Result) -> str:
    """`result` as the text of an HTML page."""
    return page(result, reviewing())


def page(result: Result, extra: Extra | None = None) -> str:
    """The page of `result`, with what a room above adds to it."""
    return fill(_view(result), extra or Extra())


def _view(result: Result) -> dict[str, Any]:
    data = record(result)
    found = cards(result, cast("list[Record]", data["findings"]))
    told = [card.record for card in found]
    events = timeline(result)
    return {
        "data": data,
        "title": result.new.title or result.old.title or f"{result.old.id} → {result.new.id}",
        "cards": found,
        "first": _FIRST,
        "chunk": _CHUNK,
        "index_data": [card.index for card in found],
        "claim_types": sorted({str(one["claim"]) for one in told}),
        "relations": sorted({str(one["relation"] or one["kind"]) for one in told}),
        "statuses": sorted({card.status for card in found}),
        "glyphs": GLYPHS,
        "kinds": tuple(reversed(KINDS)),
        "ribbons": ribbons(result),
        "lines": matrix(result) if result.sources else [],
        "disagreements": list(_disagreements(result, cast("list[Record]", data["disagreements"]))),
        "events": events,
        "ticks": ticks(events),
        "dropped": _by_document(cast("list[Record]", data["dropped"])),
        "language": result.new.language,
        "rows": rows(result),
        "sheets": [(source, source_rows(result, source)) for source in result.sources],
    }


def _disagreements(result: Result, told: list[Record]) -> Iterator[dict[str, Any]]:
    anchors = Anchors(result)
    for item, one in zip(result.disagreements, told, strict=True):
        voices = [
            (said, figure(voice.value, voice.approximator), anchors.of(voice.source, voice.span))
            for voice, said in zip(item.values, cast("list[Record]", one["values"]), strict=True)
        ]
        yield {"id": item.id, "subject": item.subject, "voices": voices}


def figure(value: Json, approximator: str | None) -> str:
    """A value in a few characters, such as `over 700 people`."""
    if not isinstance(value, Mapping):
        shown = str(value)
    elif "low" in value:
        shown = _interval(value, bool(approximator))
    else:
        shown = ", ".join(str(part) for part in value.values() if part not in (None, [], ""))
    return f"{approximator} {shown}" if approximator else shown


def _interval(value: Mapping[str, Json], worded: bool) -> str:
    low, high = (_number(value.get(name)) for name in ("low", "high"))
    unit = f" {value['unit']}" if value.get("unit") else ""
    if low == high or (worded and not (low and high)):
        return f"{low or high}{unit}"
    if not (low and high):
        return f"{'at least' if low else 'at most'} {low or high}{unit}"
    return f"{low} to {high}{unit}"


def _number(value: Json) -> str:
    if isinstance(value, int | float):
        return f"{value:,.6g}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"
    return "" if value is None else str(value)


def _by_document(dropped: list[Record]) -> list[tuple[str, list[Record]]]:
    groups: dict[str, list[Record]] = {}
    for item in dropped:
        groups.setdefault(str(item["document"]), []).append(item)
    return list(groups.items())
