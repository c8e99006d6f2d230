"""The tables of a document, put together from the labels of their cells: "row heading / column heading"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile

from reconcile.fields import frozen
from reconcile.model import Block, BlockKind, Document
from reconcile.text.late import late
from reconcile.values.quantity import Quantity

_NUMBER = late(
    r"(?P<minus>[-−+]?)\s?(?P<before>[^\w\s.,+−-]{0,2})\s?"
    r"(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<part>\d+))?\s?(?P<behind>%|[^\W\d_]{0,12})"
)
_NONE = frozenset({"-", "–", "—", "−", "0"})
_JOIN = " / "
_LONGEST_HEAD = 80  # code points of a row's heading that some readers keep


@frozen
class Cell:
    """A cell in which a figure stands alone, and the number of its block."""

    block: int
    value: Quantity


@frozen
class Row:
    """A row: its heading, and what stands in its columns; None for what is no lone figure."""

    head: str
    cells: dict[str, Cell | None]


def tables(document: Document) -> Iterator[tuple[Row, ...]]:
    """The tables in order; one that stands right behind another is read as its further rows."""
    rows: list[Row] = []
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.TABLE_CELL:
            yield from _ended(rows)
            rows = []
        elif not (rows and _holds(rows[-1], number, block)):
            rows.append(Row(block.text[:_LONGEST_HEAD], {}))
    yield from _ended(rows)


def _ended(rows: list[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows without the headings of the columns, which look like rows that hold nothing."""
    told = tuple(dropwhile(lambda row: not row.cells, rows))
    if told:
        yield told


def _holds(row: Row, number: int, block: Block) -> bool:
    """True for a cell of this row, which is put into it; a column of a name told twice is none."""
    lead, label = row.head + _JOIN, block.label or ""
    if not label.startswith(lead):
        return False
    column = label.removeprefix(lead)
    figure = None if column in row.cells else _figure(block.text)
    row.cells[column] = Cell(number, figure) if figure else None
    return True


def _figure(text: str) -> Quantity | None:
    """The figure that a cell holds and nothing else; a dash is none at all, 0."""
    if text.strip() in _NONE:
        return Quantity(low=0, high=0, figures=(0,))
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    digits = match["whole"].replace(",", "") + (f".{match['part']}" if match["part"] else "")
    value = float(digits) * (-1 if match["minus"] in "-−" and match["minus"] else 1)
    unit = match["before"] + match["behind"]
    grain = 10.0 ** -len(match["part"] or "")
    return Quantity(low=value, high=value, unit=unit or None, figures=(value,), grain=grain)
