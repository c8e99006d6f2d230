"""Identical sentences that stand in the same order on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Indel


def anchors(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """Index pairs of equal ids, rising on both sides.

    Sentences that stand once on either side come first (patience diff: the longest rising run of them), then
    the longest common subsequence between two of these, so that the same sentence standing twice is linked
    in order and two long lists with small edits cost little more than one pass.
    """
    found = []
    start_old = start_new = 0
    for i, j in [*_unique(old, new), (len(old), len(new))]:
        found += _common(old, new, (start_old, i), (start_new, j))
        if i < len(old):
            found.append((i, j))
        start_old, start_new = i + 1, j + 1
    return found


def _common(
    old: Sequence[int], new: Sequence[int], rows: tuple[int, int], columns: tuple[int, int]
) -> list[tuple[int, int]]:
    if rows[0] == rows[1] or columns[0] == columns[1]:
        return []
    shared = set(old[slice(*rows)]) & set(new[slice(*columns)])
    if not shared:
        return []
    kept_old = [i for i in range(*rows) if old[i] in shared]
    kept_new = [j for j in range(*columns) if new[j] in shared]
    found = []
    for op in Indel.opcodes([old[i] for i in kept_old], [new[j] for j in kept_new]):
        if op.tag == "equal":
            found += zip(
                kept_old[op.src_start : op.src_end], kept_new[op.dest_start : op.dest_end], strict=True
            )
    return found


def _unique(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    count_old, count_new = Counter(old), Counter(new)
    places = {key: j for j, key in enumerate(new) if count_new[key] == 1}
    pairs = [(i, places[key]) for i, key in enumerate(old) if count_old[key] == 1 and key in places]
    return [pairs[n] for n in rising([j for _, j in pairs])]


def rising(values: Sequence[int]) -> list[int]:
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
