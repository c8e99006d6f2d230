"""Says which old sentences became which new ones.

Identical sentences in the same order are the anchors. In the gaps between them the best chain of beads
(1-1, 1-n and n-1, n up to 3) is found by dynamic programming over sentences that share rare words; what is
left over is looked for elsewhere, because it may have moved. The cost follows the size of the change.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.aligning.anchors import anchors, backbone, elsewhere
from reconcile.aligning.beads import Bead, gaps, one
from reconcile.aligning.chain import chains
from reconcile.aligning.moves import crossing, moves
from reconcile.aligning.near import nearest, with_gaps
from reconcile.aligning.similarity import Likeness
from reconcile.model import Pair


def align(old: Sequence[str], new: Sequence[str]) -> tuple[Pair, ...]:
    """The pairs of `old` and `new` sentences, every sentence in exactly one of them.

    They come in the order of the new side; a removed sentence comes where it stood, behind the pair of the
    sentence before it. How white space is printed is not compared.
    """
    old, new = [_spaced(text) for text in old], [_spaced(text) for text in new]
    numbers: dict[str, int] = {}
    old_ids = [numbers.setdefault(text, len(numbers)) for text in old]
    new_ids = [numbers.setdefault(text, len(numbers)) for text in new]
    fixed = anchors(old_ids, new_ids)
    moved: list[tuple[int, int]] = []
    chain: list[Bead] = []
    left: list[Bead] = []
    if len(fixed) < len(old) and len(fixed) < len(new):
        moved = elsewhere(old_ids, new_ids, fixed)
        likeness = _without_partner(old, new, [*fixed, *moved])
        near = nearest(likeness)
        fixed, moved = backbone(fixed, moved, near)
        between = gaps(fixed, len(old), len(new))
        near = with_gaps(likeness, near, between)
        chain = chains(likeness, near, between)
        left = moves(likeness, near, chain)
    return _in_order(_pairs(fixed, chain, [*_identical(moved), *left]), len(old), len(new))


def _spaced(text: str) -> str:
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or text[:1] == " " or text[-1:] == " ":
        return " ".join(text.split())
    return text


def _without_partner(old: Sequence[str], new: Sequence[str], same: Sequence[tuple[int, int]]) -> Likeness:
    with_old, with_new = {i for i, _ in same}, {j for _, j in same}
    return Likeness(
        old,
        new,
        [i for i in range(len(old)) if i not in with_old],
        [j for j in range(len(new)) if j not in with_new],
    )


def _identical(matches: Sequence[tuple[int, int]]) -> list[Bead]:
    return [one(i, j, identical=True) for i, j in matches]


def _pairs(fixed: Sequence[tuple[int, int]], chain: Sequence[Bead], others: Sequence[Bead]) -> list[Pair]:
    old = sorted([*(i for i, _ in fixed), *(bead.old.start for bead in chain)])
    new = sorted([*(j for _, j in fixed), *(bead.new.start for bead in chain)])
    return [
        *[Pair(old=(i,), new=(j,)) for i, j in fixed],  # as Bead.pair has it, without the way through beads
        *[bead.pair() for bead in chain],
        *[bead.pair(moved=crossing(bead, old, new)) for bead in others],
    ]


def _in_order(pairs: Sequence[Pair], old: int, new: int) -> tuple[Pair, ...]:
    place_of = {i: pair.new[0] for pair in pairs for i in pair.old}
    taken = {j for pair in pairs for j in pair.new}
    behind: dict[int, list[Pair]] = {pair.new[0]: [pair] for pair in pairs}
    for j in range(new):
        if j not in taken:
            behind[j] = [Pair(old=(), new=(j,), score=0.0, matched_by="none")]
    place = -1
    for i in range(old):
        if i in place_of:
            place = place_of[i]
        else:
            behind.setdefault(place, []).append(Pair(old=(i,), new=(), score=0.0, matched_by="none"))
    return tuple(pair for place in sorted(behind) for pair in behind[place])
