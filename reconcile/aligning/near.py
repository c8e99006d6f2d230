"""Which sentences are worth comparing: those that share rare words, or that the place suggests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reconcile.aligning.beads import Gap
from reconcile.aligning.similarity import Bag, Likeness

_COMMON = 64  # a word that stands in more old sentences does not lead to any of them
_RAREST = 16  # words of a sentence that are followed up
_NEAREST = 8  # old sentences that are compared with a new one
_SMALL = 64  # pairs of a gap that are all compared

Near = dict[tuple[int, int], float]


def nearest(likeness: Likeness) -> Near:
    """The likeness, 0 to 1, of pairs of old and new sentences that share rare words, anywhere.

    The work is bounded for each new sentence, so two wholly different documents cost no more than their
    lengths.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, bag in likeness.old.items():
        for word in bag:
            places[word].append(i)
    found: Near = {}
    for j, bag in likeness.new.items():
        for i in _likeliest(likeness, j, bag, places):
            found[i, j] = likeness.single(i, j)
    return found


def _likeliest(likeness: Likeness, j: int, bag: Bag, places: Mapping[str, list[int]]) -> list[int]:
    followed = [(len(places[word]), word) for word in bag if word in places and len(places[word]) <= _COMMON]
    shared: dict[int, float] = defaultdict(float)
    for _, word in sorted(followed)[:_RAREST]:
        weight = likeness.weight(word)
        for i in places[word]:
            shared[i] += weight
    size = likeness.new_total[j]
    ranked = sorted(shared, key=lambda i: (-shared[i] / (likeness.old_total[i] + size), i))
    return ranked[:_NEAREST]


def with_gaps(likeness: Likeness, near: Near, gaps: Iterable[Gap]) -> Near:
    """`near` and what the place alone suggests: all pairs of a small gap, the diagonals of a large one.

    So sentences of common words and cells of a table are compared as well.
    """
    found = dict(near)
    for gap in gaps:
        old = [i for i in gap.old if i in likeness.old]
        new = [j for j in gap.new if j in likeness.new]
        if len(old) * len(new) <= _SMALL:
            pairs = [(i, j) for i in old for j in new]
        else:
            pairs = [*zip(old, new, strict=False), *zip(old[::-1], new[::-1], strict=False)]
        for match in pairs:
            if match not in found:
                found[match] = likeness.single(*match)
    return found
