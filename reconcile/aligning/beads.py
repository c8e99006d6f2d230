"""The units of an alignment, and the gaps between anchors where they are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.model import Pair


@dataclass(frozen=True, slots=True)
class Bead:
    """Old sentences [old_start, old_end) that may be new sentences [new_start, new_end)."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    score: float
    matched_by: str
    moved: bool = False

    def pair(self) -> Pair:
        """The bead as the model has it."""
        return Pair(
            old=tuple(range(self.old_start, self.old_end)),
            new=tuple(range(self.new_start, self.new_end)),
            moved=self.moved,
            score=self.score,
            matched_by=self.matched_by,
        )


@dataclass(frozen=True, slots=True)
class Gap:
    """Old sentences [old_start, old_end) and new sentences [new_start, new_end) between two anchors."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def gaps(anchors: Sequence[tuple[int, int]], old: int, new: int) -> Iterator[Gap]:
    """The gaps between `anchors` of two lists of `old` and `new` sentences that hold some of either side."""
    i = j = 0
    for next_i, next_j in [*anchors, (old, new)]:
        if i < next_i and j < next_j:
            yield Gap(i, next_i, j, next_j)
        i, j = next_i + 1, next_j + 1
