"""The units of an alignment, and the gaps between anchors where they are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.fields import frozen
from reconcile.model import Pair


@frozen
class Bead:
    """The run of old sentences `old` that may be the run of new sentences `new`; neither is empty."""

    old: range
    new: range
    score: float  # 0 to 1
    identical: bool = False

    def pair(self, *, moved: bool = False) -> Pair:
        """The bead as the model has it."""
        if len(self.new) > 1:
            how = "split"
        elif len(self.old) > 1:
            how = "merge"
        elif moved:
            how = "move"
        else:
            how = "anchor" if self.identical else "similarity"
        return Pair(old=tuple(self.old), new=tuple(self.new), moved=moved, score=self.score, matched_by=how)


@frozen
class Gap:
    """Runs of old and new sentences between two anchors."""

    old: range
    new: range


def one(i: int, j: int, score: float = 1.0, *, identical: bool = False) -> Bead:
    """The bead of one old and one new sentence."""
    return Bead(range(i, i + 1), range(j, j + 1), score, identical)


def gaps(anchors: Iterable[tuple[int, int]], old: int, new: int) -> list[Gap]:
    """The gaps that hold sentences of both sides; `anchors` rise, `old` and `new` are the sides' lengths."""
    found: list[Gap] = []
    i = j = 0
    for next_i, next_j in [*anchors, (old, new)]:
        found += _gap(i, next_i, j, next_j)
        i, j = next_i + 1, next_j + 1
    return found


def within(gap: Gap, beads: Iterable[Bead]) -> list[Gap]:
    """The gaps that a rising chain of `beads` leaves in `gap` and that hold sentences of both sides."""
    found: list[Gap] = []
    i, j = gap.old.start, gap.new.start
    for bead in beads:
        found += _gap(i, bead.old.start, j, bead.new.start)
        i, j = bead.old.stop, bead.new.stop
    return found + _gap(i, gap.old.stop, j, gap.new.stop)


def _gap(old: int, old_stop: int, new: int, new_stop: int) -> list[Gap]:
    return [Gap(range(old, old_stop), range(new, new_stop))] if old < old_stop and new < new_stop else []


def covered(beads: Sequence[Bead]) -> tuple[set[int], set[int]]:
    """The old and the new sentences that `beads` hold."""
    return {i for bead in beads for i in bead.old}, {j for bead in beads for j in bead.new}
