"""Sentences that stand elsewhere now, as they were or edited."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.aligning.beads import Bead
from reconcile.aligning.similarity import Sides

_ENOUGH = 0.6


def moves(sides: Sides, beads: Sequence[Bead]) -> list[Bead]:
    """Beads among the sentences that `beads` leave over, the most alike first; `moved` where they cross one."""
    taken_old = {i for bead in beads for i in range(bead.old_start, bead.old_end)}
    taken_new = {j for bead in beads for j in range(bead.new_start, bead.new_end)}
    old = [i for i in range(len(sides.old)) if i not in taken_old]
    new = [j for j in range(len(sides.new)) if j not in taken_new]
    scored = [(sides.score(i, i + 1, j, j + 1), i, j) for i in old for j in new]
    found = []
    for score, i, j in sorted(scored, key=lambda x: (-x[0], x[1], x[2])):
        if score >= _ENOUGH and i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            found.append(Bead(i, i + 1, j, j + 1, score, "move", True))
    return found
