"""The best chain of beads in a gap between two anchors, by dynamic programming."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.aligning.beads import Bead, Gap
from reconcile.aligning.similarity import Sides

_ENOUGH = 0.5
_WIDEST = 3


def chain(sides: Sides, gap: Gap) -> list[Bead]:
    """The beads of the best chain: none overlap, and they rise on both sides."""
    return best_chain(list(candidates(sides, gap)))


def candidates(sides: Sides, gap: Gap) -> Iterator[Bead]:
    for i in range(gap.old_start, gap.old_end):
        for j in range(gap.new_start, gap.new_end):
            for n, m in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1)):
                if i + n <= gap.old_end and j + m <= gap.new_end:
                    score = sides.score(i, i + n, j, j + m)
                    if score >= _ENOUGH:
                        yield Bead(
                            i,
                            i + n,
                            j,
                            j + m,
                            score,
                            "similarity" if n == m else "split" if n == 1 else "merge",
                        )


def best_chain(beads: Sequence[Bead]) -> list[Bead]:
    order = sorted(beads, key=lambda b: (b.old_end, b.new_end, b.old_start, b.new_start))
    best = [0.0] * len(order)
    back = [-1] * len(order)
    for n, b in enumerate(order):
        g = 0.0
        for k in range(n):
            a = order[k]
            if a.old_end <= b.old_start and a.new_end <= b.new_start and best[k] > g:
                g = best[k]
                back[n] = k
        best[n] = g + (b.score - 0.4) * (b.old_end - b.old_start + b.new_end - b.new_start) / 2
    n = max(range(len(order)), key=lambda k: best[k], default=-1)
    out = []
    while n >= 0:
        out.append(order[n])
        n = back[n]
    return out[::-1]
