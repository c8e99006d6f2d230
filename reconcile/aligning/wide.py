"""Splits and merges: one sentence of a side that is two or three neighbours of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator

from reconcile.aligning.beads import Bead
from reconcile.aligning.near import Near
from reconcile.aligning.similarity import Likeness

_WIDEST = 3
_TRIGGER = 0.15  # likeness of the whole to one part from which the parts around it are looked at
_JOINT = 0.55  # likeness of the whole to all parts
_LOSS = 0.1  # by how much the best part alone may be more like the whole than all parts are
_OWN = 0.3  # share of a part's words that the whole has and the other parts do not account for
_COVER = 0.08  # share of the whole's words that only this part accounts for


def widened(
    likeness: Likeness, near: Near, match: tuple[int, int], old: Collection[int], new: Collection[int]
) -> Iterator[Bead]:
    """The splits and merges around `match`, of sentences among `old` and `new`."""
    i, j = match
    if near[match] < _TRIGGER:
        return
    whole = likeness.old_total[i]
    if likeness.overlap(i, j) <= (1 - _COVER) * whole:
        for part in _around(
            j, lambda n: n in new and _may_be_part(likeness, whole, i, n, likeness.new_total[n])
        ):
            yield from _scored(likeness, near, range(i, i + 1), part)
    whole = likeness.new_total[j]
    if likeness.overlap(i, j) <= (1 - _COVER) * whole:
        for part in _around(
            i, lambda n: n in old and _may_be_part(likeness, whole, n, j, likeness.old_total[n])
        ):
            yield from _scored(likeness, near, part, range(j, j + 1))


def _may_be_part(likeness: Likeness, whole: float, i: int, j: int, part: float) -> bool:
    # Cheap and necessary: words of its own are words it shares.
    shared = likeness.overlap(i, j)
    return shared >= _OWN * part and shared >= _COVER * whole


def _around(n: int, fits: Callable[[int], bool]) -> Iterator[range]:
    """The runs of two or more fitting sentences that hold sentence `n`."""
    if not fits(n):
        return
    low = high = n
    while n - low < _WIDEST - 1 and fits(low - 1):
        low -= 1
    while high - n < _WIDEST - 1 and fits(high + 1):
        high += 1
    for start in range(low, n + 1):
        for stop in range(max(start + 2, n + 1), min(start + _WIDEST, high + 1) + 1):
            yield range(start, stop)


def _holds(likeness: Likeness, old: range, new: range) -> bool:
    """Whether every part has words of the whole that are its own."""
    whole = likeness.old[old[0]] if len(old) == 1 else likeness.new[new[0]]
    bags = [likeness.old[i] for i in old] if len(old) > 1 else [likeness.new[j] for j in new]
    everything = sum(bags, Counter[str]())
    together = likeness.shared(everything, whole)
    weight = likeness.total(whole)
    for bag in bags:
        own = together - likeness.shared(everything - bag, whole)
        if own < _OWN * likeness.total(bag) or own < _COVER * weight:
            return False
    return True


def _scored(likeness: Likeness, near: Near, old: range, new: range) -> Iterator[Bead]:
    if not _holds(likeness, old, new):
        return
    score = likeness.runs(old, new)
    single = max(near.get((i, j), 0.0) for i in old for j in new)
    if score >= _JOINT and score >= single - _LOSS:
        yield Bead(old, new, score)
