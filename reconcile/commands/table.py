"""Rows of data as a table for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Json
from reconcile.report.visible import visible

WIDEST = 48  # characters of a cell; the data formats have all of it


def table(rows: Sequence[Mapping[str, Json]], columns: Sequence[str]) -> Iterator[str]:
    """A heading and a line for each row; columns in which nothing stands are left out."""
    used = [name for name in columns if any(row.get(name) not in (None, "", []) for row in rows)]
    cells = [[_cell(row.get(name)) for name in used] for row in rows]
    heading = [name.replace("_", " ") for name in used]
    widths = [max(map(len, column)) for column in zip(heading, *cells, strict=True)]
    for line in (heading, *cells):
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _cell(value: Json) -> str:
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    text = visible(" ".join(str("" if value is None else value).split()))
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
