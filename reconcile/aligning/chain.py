"""The best chain of beads in the gaps between anchors, by dynamic programming.

First the beads that are alike enough by themselves; then, in the gaps which they leave, those for which the
place speaks as well. It says much where a gap holds as many old sentences as new ones, little where a side
has far more.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from reconcile.aligning.beads import Bead, Gap, one, within
from reconcile.aligning.heaviest import heaviest
from reconcile.aligning.near import Near
from reconcile.aligning.similarity import Likeness
from reconcile.aligning.wide import widened

_ENOUGH = 0.34  # likeness from which a bead is worth having by itself
_TOUCH = 0.12  # what it is worth more at either side that touches its neighbour, in a gap of equal sides
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
        sure = heaviest([bead for bead in beads if bead.score >= _ENOUGH], _gain, gaps[at])
        found += sure
        for gap, inner in _shared_out(beads, within(gaps[at], sure)):
            found += heaviest(inner, _gain, gap, touch=_TOUCH * _evenness(gap))
    return found


def _shared_out(beads: Sequence[Bead], gaps: Sequence[Gap]) -> list[tuple[Gap, list[Bead]]]:
    """The beads that lie wholly in one of the rising `gaps`, by gap."""
    starts = [gap.old.start for gap in gaps]
    found: list[tuple[Gap, list[Bead]]] = [(gap, []) for gap in gaps]
    for bead in beads:
        at = bisect_right(starts, bead.old.start) - 1
        if at >= 0 and _lies_in(gaps[at], bead):
            found[at][1].append(bead)
    return found


def _lies_in(gap: Gap, bead: Bead) -> bool:
    return bead.old.stop <= gap.old.stop and gap.new.start <= bead.new.start and bead.new.stop <= gap.new.stop


def _evenness(gap: Gap) -> float:
    """1 where both sides of the gap are as long, towards 0 the more they differ."""
    old, new = len(gap.old), len(gap.new)
    return 2 * min(old, new) / (old + new)


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
