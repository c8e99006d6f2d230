"""Totals of tables that are not the sum of their rows or columns.

A table is taken to be summed up where its other columns, or its other rows, do add up. A single column is
told with less certainty, and not at all where some of its figures, added or taken off, give the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import frozen
from reconcile.model import BlockKind, Document, Level
from reconcile.text.fold import fold
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.text.phrases import Phrases
from reconcile.values.arithmetic import figure, total
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.tables import Cell, Row, tables

_FEW = 8  # figures of which all sums and differences are tried
_LARGE = 1000  # figures from here on may have been rounded before they were added up
_FAR = 2  # a total so many times the sum, or so many times less, is another thing's
_CLEAR = 3  # rows that add up for each that does not


@frozen
class _Sum:
    """A total and the cells it should be the sum of."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def added(self) -> float:
        """What the parts come to."""
        return sum(part.value.low or 0 for part in self.parts)

    @property
    def off(self) -> float:
        """By how much the total is more than its parts; 0 where that may be their rounding."""
        values = [cell.value for cell in (self.total, *self.parts)]
        coarse = any(value.grain < 1 or value.unit or abs(value.low or 0) >= _LARGE for value in values)
        slack = max(value.grain for value in values) * len(values) / 2 if coarse else 0.0
        off = (self.total.value.low or 0) - self.added
        return off if abs(off) > slack + 1e-9 else 0.0

    @property
    def between(self) -> bool:
        """True for a total that is no more than one of its parts: an average, or the highest."""
        figures = [part.value.low or 0 for part in self.parts]
        return min(figures) <= (self.total.value.low or 0) <= max(figures)


def wrong_totals(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Cells of a row or a column called total that are not the sum of the others."""
    cells = {reading.sentence.block: reading for reading in readings}
    if not cells:
        return
    document = readings[0].document
    if not _has_total(document, book.lexicon):
        return
    for rows in tables(document):
        told = [*_down(rows, book.lexicon), *_across(rows, book.lexicon)]
        for wrong, level in told:
            if wrong.total.block in cells:
                yield _flaw(wrong, level, cells)


def _has_total(document: Document, lexicon: Lexicon) -> bool:
    """Whether any cell is called a total, as `_is_total` says; sought in all cells at once."""
    cells = (block.text for block in document.blocks if block.kind is BlockKind.TABLE_CELL)
    return _totals(lexicon).search("\n".join(cells)) is not None


@per_lexicon
def _totals(lexicon: Lexicon) -> re.Pattern[str]:
    words = (word for word, kind in word_table(lexicon, "total-words").items() if kind == "total")
    return re.compile(rf"^[ :*.]*{alternation(words)}[ :*.]*(?:\(|$)", re.IGNORECASE | re.MULTILINE)


@per_lexicon
def _others(lexicon: Lexicon) -> Phrases:
    table = word_table(lexicon, "total-words")
    return Phrases(word for word, kind in table.items() if kind == "other")


def _is_total(head: str, lexicon: Lexicon) -> bool:
    said = fold(head.partition("(")[0]).strip(" :*.")
    return word_table(lexicon, "total-words").get(said) == "total"


def _kind(head: str, lexicon: Lexicon) -> str:
    """total, other, or nothing for what a row or a column may add to a sum."""
    if _is_total(head, lexicon):
        return "total"
    return "other" if "%" in head or any(_others(lexicon).find(head)) else ""


def _down(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[tuple[_Sum, Level]]:
    """The columns whose total is not the sum of the rows."""
    kinds = [_kind(row.head, lexicon) for row in rows]
    if kinds.count("total") != 1 or "other" in kinds:
        return
    at = kinds.index("total")
    parts = rows[:at] or rows[1:]
    sums = [one for column in rows[at].cells if (one := _column(rows[at], parts, column, lexicon))]
    wrong = [one for one in sums if one.off and not one.between]
    right = [one for one in sums if not one.off and sum(part.value.low != 0 for part in one.parts) > 1]
    last = at in (0, len(rows) - 1)
    for one in wrong:
        if right and (one.off > 0 or len(right) > len(wrong)):
            yield one, Level.ERROR
        elif not right and last and _plain(one):
            yield one, Level.WARNING


def _column(whole: Row, parts: Sequence[Row], column: str, lexicon: Lexicon) -> _Sum | None:
    cells = [row.cells.get(column) for row in parts]
    told, sum_ = [cell for cell in cells if cell], whole.cells[column]
    if sum_ is None or len(told) < len(cells) or len(told) < 2 or _kind(column, lexicon) == "other":
        return None
    units = {cell.value.unit for cell in (*told, sum_) if cell.value.low}
    return _Sum(sum_, tuple(told)) if len(units) == 1 else None


def _plain(one: _Sum) -> bool:
    """True where no choice of the parts, added or taken off, gives the total, and it is near their sum."""
    whole, added = one.total.value.low or 0, one.added
    if len(one.parts) > _FEW or not 0 < whole < added * _FAR or added >= whole * _FAR:
        return False
    values = [part.value.low or 0 for part in one.parts]
    signs = product((0, 1, -1), repeat=len(values))
    return all(
        abs(sum(sign * value for sign, value in zip(chosen, values, strict=True)) - whole) > 1e-9
        for chosen in signs
    )


def _across(rows: Sequence[Row], lexicon: Lexicon) -> Iterator[tuple[_Sum, Level]]:
    """The rows whose total is not the sum of the columns, where those of most others are."""
    sums = [one for row in rows if (one := _row(row, lexicon))]
    wrong = [one for one in sums if one.off]
    right = [one for one in sums if not one.off and one.added]
    if wrong and right and (len(wrong) == 1 or len(right) >= _CLEAR * len(wrong)):
        level = Level.ERROR if len(right) >= max(2, _CLEAR * len(wrong)) else Level.WARNING
        yield from ((one, level) for one in wrong)


def _row(row: Row, lexicon: Lexicon) -> _Sum | None:
    kinds = {column: _kind(column, lexicon) for column in row.cells}
    named = [column for column, kind in kinds.items() if kind == "total"]
    if len(named) != 1 or (whole := row.cells[named[0]]) is None:
        return None
    parts = [cell for column, cell in row.cells.items() if not kinds[column] and cell]
    units = {cell.value.unit for cell in (*parts, whole) if cell.value.low}
    return _Sum(whole, tuple(parts)) if len(parts) > 1 and len(units) == 1 else None


def _flaw(wrong: _Sum, level: Level, cells: Mapping[int, Reading]) -> Flaw:
    reading = cells[wrong.total.block]
    parts = [cells[part.block] for part in wrong.parts if part.block in cells]
    computed = total([part.value for part in wrong.parts if part.value.low])
    label = reading.document.blocks[wrong.total.block].label
    whole = figure(wrong.total.value.low or 0)
    return Flaw(
        rule="sum-of-cells",
        claim="count",
        level=level,
        reading=reading,
        start=0,
        end=len(reading.sentence.text),
        message=f"{label}: the parts add up to {figure(wrong.added)}, not to {whole}",
        why=f"the total of a table must be the sum of its parts: {computed.sum if computed else ''}",
        subject=label,
        beside=tuple(part.sentence.index for part in parts),
    )
