"""Identical sentences: which stand in the same order on both sides, and which have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from reconcile.aligning.beads import Bead, Gap, one
from reconcile.aligning.heaviest import heaviest
from reconcile.aligning.near import Near

_STRONG = 0.6  # likeness from which an edited sentence has a say in what moved

Match = tuple[int, int]  # indices of an old and a new sentence


def anchors(old: Sequence[int], new: Sequence[int]) -> list[Match]:
    """Index pairs of equal ids, rising on both sides.

    Sentences that stand once on either side come first (patience diff: the longest rising run of them), then
    the longest common subsequence between two of these, so that the same sentence standing twice is linked
    in order and two long lists with small edits cost little more than one pass.
    """
    found: list[Match] = []
    start_old = start_new = 0
    for i, j in [*_unique(old, new), (len(old), len(new))]:
        if start_old < i and start_new < j:
            found += _common(old, new, range(start_old, i), range(start_new, j))
        if i < len(old):
            found.append((i, j))
        start_old, start_new = i + 1, j + 1
    return found


def elsewhere(old: Sequence[int], new: Sequence[int], fixed: Sequence[Match]) -> list[Match]:
    """Index pairs of equal ids that are not among the `fixed` ones, in order."""
    fixed_old, fixed_new = {i for i, _ in fixed}, {j for _, j in fixed}
    waiting: dict[int, list[int]] = defaultdict(list)
    for i in range(len(old) - 1, -1, -1):
        if i not in fixed_old:
            waiting[old[i]].append(i)
    return [(waiting[key].pop(), j) for j, key in enumerate(new) if j not in fixed_new and waiting.get(key)]


def backbone(fixed: Sequence[Match], moved: Sequence[Match], near: Near) -> tuple[list[Match], list[Match]]:
    """Which identical sentences kept their place and which moved, now that `near` ones have a say as well.

    One identical sentence must not make all edited ones around it look as if they had moved.
    """
    strong = [one(i, j, score) for (i, j), score in _mutual(near).items() if score >= _STRONG]
    if not strong and not moved:
        return list(fixed), []
    beads = [*_runs(fixed), *(one(i, j, identical=True) for i, j in moved), *strong]
    whole = Gap(range(max(b.old.stop for b in beads)), range(max(b.new.stop for b in beads)))
    kept = heaviest(beads, lambda bead: bead.score * len(bead.old), whole)
    stay = {match for bead in kept if bead.identical for match in zip(bead.old, bead.new, strict=True)}
    both = sorted([*fixed, *moved])
    return [match for match in both if match in stay], [match for match in both if match not in stay]


def _mutual(near: Near) -> Near:
    best: dict[tuple[str, int], float] = defaultdict(float)
    for (i, j), score in near.items():
        best["old", i] = max(best["old", i], score)
        best["new", j] = max(best["new", j], score)
    return {(i, j): score for (i, j), score in near.items() if score == best["old", i] == best["new", j]}


def _runs(fixed: Sequence[Match]) -> list[Bead]:
    """Neighbouring anchors as one bead, so that the cost follows the number of changes."""
    found: list[Bead] = []
    for i, j in fixed:
        if found and found[-1].old.stop == i and found[-1].new.stop == j:
            last = found.pop()
            found.append(Bead(range(last.old.start, i + 1), range(last.new.start, j + 1), 1.0, True))
        else:
            found.append(one(i, j, identical=True))
    return found


def _common(old: Sequence[int], new: Sequence[int], rows: range, columns: range) -> list[Match]:
    shared = set(old[rows.start : rows.stop]) & set(new[columns.start : columns.stop])
    kept_old = [i for i in rows if old[i] in shared]
    kept_new = [j for j in columns if new[j] in shared]
    found: list[Match] = []
    for op in Indel.opcodes([old[i] for i in kept_old], [new[j] for j in kept_new]):
        if op.tag == "equal":
            found += zip(
                kept_old[op.src_start : op.src_end], kept_new[op.dest_start : op.dest_end], strict=True
            )
    return found


def _unique(old: Sequence[int], new: Sequence[int]) -> list[Match]:
    count_old, count_new = Counter(old), Counter(new)
    places = {key: j for j, key in enumerate(new) if count_new[key] == 1}
    pairs = [(i, places[key]) for i, key in enumerate(old) if key in places and count_old[key] == 1]
    return [pairs[n] for n in _rising([j for _, j in pairs])]


def _rising(values: Sequence[int]) -> list[int]:
    """The positions of a longest strictly rising subsequence of `values` (Fredman 1975)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [n]
    found = []
    n = ends[-1] if ends else -1
    while n >= 0:
        found.append(n)
        n = before[n]
    return found[::-1]
