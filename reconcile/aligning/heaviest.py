"""The heaviest chain of beads: none overlap, and they rise on both sides.

A dynamic programme over the beads by their start, with a tree of prefix maxima (Fenwick 1994) over their ends
on the new side: n log n for n beads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.aligning.beads import Bead, Gap

_NOTHING = (0.0, -1)  # weight, and place of the last bead


def heaviest(
    beads: Sequence[Bead], weigh: Callable[[Bead], float], gap: Gap, *, touch: float = 0.0
) -> list[Bead]:
    """The chain of `beads`, all within `gap`, with the greatest sum of weights; empty when none is above 0.

    A bead that begins where the one before it ends, on both sides, or that touches a corner of the gap,
    weighs `touch` more.
    """
    order = sorted(beads, key=lambda bead: (bead.old.start, bead.new.start, bead.old.stop, bead.new.stop))
    by_end = sorted(range(len(order)), key=lambda n: (order[n].old.stop, n))
    tree = _Maxima(gap.new.stop - gap.new.start)
    touching = {(gap.old.start, gap.new.start): (touch, -1)}
    best: list[float] = []
    back: list[int] = []
    ended = 0
    for bead in order:
        while ended < len(best) and order[by_end[ended]].old.stop <= bead.old.start:
            done = by_end[ended]
            tree.add(order[done].new.stop - gap.new.start, (best[done], done))
            ended += 1
        before = tree.upto(bead.new.start - gap.new.start)
        before = max(before, touching.get((bead.old.start, bead.new.start), _NOTHING), key=_weight)
        best.append(before[0] + weigh(bead))
        back.append(before[1])
        corner = (bead.old.stop, bead.new.stop)
        here = (best[-1] + touch, len(best) - 1)
        touching[corner] = max(touching.get(corner, here), here, key=_weight)
    return _traced(order, best, back, touching.get((gap.old.stop, gap.new.stop), _NOTHING))


def _traced(
    order: Sequence[Bead], best: Sequence[float], back: Sequence[int], at_end: tuple[float, int]
) -> list[Bead]:
    last = max(((weight, n) for n, weight in enumerate(best)), key=_weight, default=_NOTHING)
    weight, n = max(at_end, last, key=_weight)
    found = []
    while weight > 0 and n >= 0:
        found.append(order[n])
        n = back[n]
    return found[::-1]


def _weight(entry: tuple[float, int]) -> float:
    return entry[0]


class _Maxima:
    """The heaviest entry at or below a position; of equal ones the first added."""

    def __init__(self, size: int) -> None:
        self._entries = [_NOTHING] * (size + 2)

    def add(self, position: int, entry: tuple[float, int]) -> None:
        at = position + 1
        while at < len(self._entries):
            if entry[0] > self._entries[at][0]:
                self._entries[at] = entry
            at += at & -at

    def upto(self, position: int) -> tuple[float, int]:
        found = _NOTHING
        at = position + 1
        while at > 0:
            if self._entries[at][0] > found[0]:
                found = self._entries[at]
            at -= at & -at
        return found
