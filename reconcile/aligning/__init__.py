"""Says which old sentences became which new ones.

Identical sentences in the same order are the anchors. In the gaps between them the best chain of beads
(1-1, 1-n and n-1, n up to 3) is found by dynamic programming over similar sentences; what is left over is
looked for elsewhere, because it may have moved. The cost follows the size of the change.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.aligning.anchors import anchors
from reconcile.aligning.beads import Bead, gaps
from reconcile.aligning.chain import chain
from reconcile.aligning.moves import moves
from reconcile.aligning.similarity import Sides
from reconcile.model import Pair


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """The pairs of `old` and `new` sentences, every sentence in exactly one of them.

    They come in the order of the new side; a removed sentence comes where it stood, behind the pair of the
    sentence before it. White space within sentences is not compared.
    """
    sides = Sides(old, new)
    fixed = anchors(sides.old_ids, sides.new_ids)
    beads = [Bead(i, i + 1, j, j + 1, 1.0, "anchor") for i, j in fixed]
    for gap in gaps(fixed, len(old), len(new)):
        beads += chain(sides, gap)
    return _in_order(beads + moves(sides, beads), len(old), len(new))


def _in_order(beads: Sequence[Bead], old: int, new: int) -> tuple[Pair, ...]:
    pairs = [bead.pair() for bead in beads]
    place_of = {i: pair.new[0] for pair in pairs for i in pair.old}
    taken = {j for pair in pairs for j in pair.new}
    behind: dict[int, list[Pair]] = {pair.new[0]: [pair] for pair in pairs}
    for j in set(range(new)) - taken:
        behind[j] = [Pair(old=(), new=(j,), score=0.0, matched_by="none")]
    place = -1
    for i in range(old):
        if i in place_of:
            place = place_of[i]
        else:
            behind.setdefault(place, []).append(Pair(old=(i,), new=(), score=0.0, matched_by="none"))
    return tuple(pair for place in sorted(behind) for pair in behind[place])
