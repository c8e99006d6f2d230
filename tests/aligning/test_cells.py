"""Cells that kept their place in a table."""

from __future__ import annotations

import reconcile
from reconcile.model import Pair

TABLE = "| Key | Default |\n|---|---|\n| {} | {} |\n| colour | auto |\n"


def pairs(old: str, new: str) -> tuple[Pair, ...]:
    sides = (reconcile.read(text.encode(), name="keys.md") for text in (old, new))
    return reconcile.compare(*sides).pairs


def test_a_cell_that_holds_something_else_is_one_pair() -> None:
    found = pairs(TABLE.format("level", "info"), TABLE.format("level", "9"))
    assert [pair.matched_by for pair in found if pair.matched_by != "anchor"] == ["cell"]
    assert all(pair.old and pair.new for pair in found)


def test_cells_of_another_row_are_none() -> None:
    found = pairs(TABLE.format("level", "info"), TABLE.format("verbosity", "9"))
    assert "cell" not in [pair.matched_by for pair in found]
