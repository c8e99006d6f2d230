"""The best chain of beads in the gaps between anchors, by dynamic programming."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from reconcile.aligning.beads import Bead, Gap, one
from reconcile.aligning.heaviest import heaviest
from reconcile.aligning.near import Near
from reconcile.aligning.similarity import Likeness
from reconcile.aligning.wide import widened

_ENOUGH = 0.34  # likeness from which a bead is worth having by itself
_TOUCH = 0.12  # what it is worth more at either side where its neighbours are aligned next to it
_LEAST = 0.15  # likeness below which no place makes a bead


def chains(likeness: Likeness, near: Near, gaps: Sequence[Gap]) -> list[Bead]:
    """The beads of the best chain of every gap."""
    starts = [gap.new.start for gap in gaps]
    inside: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for i, j in sorted(near):
        at = bisect_right(starts, j) - 1
        if at >= 0 and j in gaps[at].new and i in gaps[at].old:
            inside[at].append((i, j))
    found: list[Bead] = []
    for at in sorted(inside):
        beads = _candidates(likeness, near, gaps[at], inside[at])
        found += heaviest(beads, _gain, gaps[at], touch=_TOUCH)
    return found


def _gain(bead: Bead) -> float:
    return (bead.score - _ENOUGH) * (len(bead.old) + len(bead.new)) / 2


def _candidates(likeness: Likeness, near: Near, gap: Gap, matches: Sequence[tuple[int, int]]) -> list[Bead]:
    old = {i for i in gap.old if i in likeness.old}
    new = {j for j in gap.new if j in likeness.new}
    found = {(i, i + 1, j, j + 1): one(i, j, near[i, j]) for i, j in matches if near[i, j] >= _LEAST}
    for match in matches:
        for bead in widened(likeness, near, match, old, new):
            found[bead.old.start, bead.old.stop, bead.new.start, bead.new.stop] = bead
    return list(found.values())
