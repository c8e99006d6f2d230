"""Splits and merges: one sentence of a side that is two or three neighbours of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from reconcile.aligning.beads import Bead
from reconcile.aligning.near import Near
from reconcile.aligning.similarity import Likeness, joined

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
    for part in _around(j, new):
        if _holds(likeness, Bead(range(i, i + 1), part, 0.0)):
            yield from _scored(likeness, near, range(i, i + 1), part)
    for part in _around(i, old):
        if _holds(likeness, Bead(part, range(j, j + 1), 0.0)):
            yield from _scored(likeness, near, part, range(j, j + 1))


def _around(n: int, free: Collection[int]) -> Iterator[range]:
    for width in range(2, _WIDEST + 1):
        for start in range(n - width + 1, n + 1):
            run = range(start, start + width)
            if all(place in free for place in run):
                yield run


def _holds(likeness: Likeness, bead: Bead) -> bool:
    """Whether every part has words of the whole that are its own."""
    whole = joined(likeness.old, bead.old) if len(bead.old) == 1 else joined(likeness.new, bead.new)
    bags = [likeness.old[i] for i in bead.old] if len(bead.old) > 1 else [likeness.new[j] for j in bead.new]
    everything = sum(bags, Counter[str]())
    together = likeness.shared(everything, whole)
    weight = likeness.total(whole)
    for bag in bags:
        own = together - likeness.shared(everything - bag, whole)
        if own < _OWN * likeness.total(bag) or own < _COVER * weight:
            return False
    return True


def _scored(likeness: Likeness, near: Near, old: range, new: range) -> Iterator[Bead]:
    score = likeness.runs(old, new)
    single = max(near.get((i, j), 0.0) for i in old for j in new)
    if score >= _JOINT and score >= single - _LOSS:
        yield Bead(old, new, score)
