"""What the formats for other tools share: findings in order of importance, each with the spot it is at."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.fields import frozen
from reconcile.report.order import by_importance
from reconcile.report.plain import Places
from reconcile.result import Finding, Result, Side

TOOL = "reconcile"


@frozen(kw_only=True)
class Spot:
    """Where a finding stands: a path, and lines and columns from 1 in code points, the end exclusive.

    The byte columns count the bytes of UTF-8, as some tools do.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    byte_column: int
    end_byte_column: int


def notices(result: Result) -> Iterator[tuple[Finding, Spot]]:
    """Every finding with its spot in the new version, or in the old one where the new has none."""
    places = Places(result)
    for finding in by_importance(result.findings):
        side = finding.new or finding.old
        if side is not None:
            yield finding, spot(side, places)


def spot(side: Side, places: Places) -> Spot:
    """The spot of one side of a finding; a document without a path is named by its id."""
    document = places.document(side.document)
    text = document.text if document else ""
    line, column = places.at(side.document, side.span.start)
    end_line, end_column = places.at(side.document, side.span.end)
    line, column, end_line, end_column = line or 1, column or 1, end_line or 1, end_column or 1
    return Spot(
        path=places.path(side.document) or side.document,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        byte_column=_bytes(text, side.span.start, column),
        end_byte_column=_bytes(text, side.span.end, end_column),
    )


def _bytes(text: str, offset: int, column: int) -> int:
    return len(text[offset - column + 1 : offset].encode("utf-8", "surrogatepass")) + 1
