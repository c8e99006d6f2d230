"""Values that changed places: the same words stand on both sides, and yet another thing is said of each.

Two equal claims A and B have been swapped where the old passage has A before B, the new one B before A, and a
content word between them stayed in its place ("Kenya 47 and Uganda 135": Uganda stands between the figures in
both). An enumeration told in another order has no such word between its items, and "A beat B" turned into
"B was beaten by A" differs in the words between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.changes.matching import Placed
from reconcile.changes.regions import Comparison

_FARTHEST = 14  # words between two values that are still one statement


def swapped(
    same: Sequence[tuple[Placed, Placed]],
    diff: Comparison,
    small: frozenset[str],
    anchor: Callable[[str], bool],
) -> list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]]:
    """Pairs of equal claims that exchanged their places, each claim in one of them at most.

    `anchor` tells which words can hold a place.
    """
    order = sorted(same, key=lambda pair: pair[0].words)
    found: list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]] = []
    taken: set[int] = set()
    for first, one in enumerate(order):
        for second in range(first + 1, len(order)):
            other = order[second]
            if first in taken or second in taken or not _crossed(one, other):
                continue
            if _anchored(one, other, diff, small, anchor):
                found.append((one, other))
                taken |= {first, second}
    return found


def _crossed(one: tuple[Placed, Placed], other: tuple[Placed, Placed]) -> bool:
    apart = one[0].words[1] <= other[0].words[0]
    near = other[0].words[0] - one[0].words[1] <= _FARTHEST
    return apart and near and other[1].words[1] <= one[1].words[0]


def _anchored(
    one: tuple[Placed, Placed],
    other: tuple[Placed, Placed],
    diff: Comparison,
    small: frozenset[str],
    anchor: Callable[[str], bool],
) -> bool:
    """True when all that stands between the two is the same on both sides, a content word among it."""
    between = diff.old.words[one[0].words[1] : other[0].words[0]]
    behind = diff.new.words[other[1].words[1] : one[1].words[0]]
    if [word.folded for word in between] != [word.folded for word in behind]:
        return False
    return any(anchor(word.text) and word.folded not in small for word in between)
