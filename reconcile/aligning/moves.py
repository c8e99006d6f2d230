"""Sentences that stand elsewhere now, and were edited on the way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reconcile.aligning.beads import Bead, covered, one
from reconcile.aligning.near import Near
from reconcile.aligning.similarity import Likeness
from reconcile.aligning.wide import widened

_ENOUGH = 0.48  # likeness from which a sentence elsewhere is the same one; the place does not speak for it
_SUBSTANCE = 4.0  # weight of shared words below which two short sentences are alike by chance


def moves(likeness: Likeness, near: Near, chain: Sequence[Bead]) -> list[Bead]:
    """Beads among the sentences that `chain` leaves over, the most alike first."""
    taken_old, taken_new = covered(chain)
    old, new = set(likeness.old) - taken_old, set(likeness.new) - taken_new
    left = sorted((-score, i, j) for (i, j), score in near.items() if i in old and j in new)
    found = []
    for _, i, j in left:
        if i in old and j in new:
            wide = widened(likeness, near, (i, j), old, new)
            best = max([one(i, j, near[i, j]), *wide], key=lambda bead: bead.score)
            if best.score >= _ENOUGH and _substance(likeness, best) >= _SUBSTANCE:
                found.append(best)
                old -= set(best.old)
                new -= set(best.new)
    return found


def crossing(bead: Bead, old: Sequence[int], new: Sequence[int]) -> bool:
    """Whether `bead` crosses the chain whose beads begin at the rising indices `old` and `new`."""
    return bisect_left(old, bead.old.start) != bisect_left(new, bead.new.start)


def _substance(likeness: Likeness, bead: Bead) -> float:
    old = sum(likeness.old_total[i] for i in bead.old)
    new = sum(likeness.new_total[j] for j in bead.new)
    return bead.score * min(old, new)
