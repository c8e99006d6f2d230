"""Values that changed places: the same words stand on both sides, and yet another thing is said of each.

Two equal claims A and B have been swapped where the old passage has A before B, the new one B before A, and
something holds them in their places: see `anchors`. An enumeration told in another order has nothing that
does, and "A beat B" turned into "B was beaten by A" differs in the words between.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.anchors import held
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon

_FARTHEST = 14  # words between two values that are still one statement


def swapped(
    same: Sequence[tuple[Placed, Placed]],
    diff: Comparison,
    type: str,
    lexicon: Lexicon,
) -> list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]]:
    """Pairs of equal claims of a type that exchanged their places, each claim in one of them at most."""
    if type == "opposite":
        same = _moved(same, diff)
    order = sorted(same, key=lambda pair: pair[0].words)
    found: list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]] = []
    taken: set[int] = set()
    for first, one in enumerate(order):
        for second in range(first + 1, len(order)):
            other = order[second]
            if first in taken or second in taken or not _crossed(one, other):
                continue
            if held((diff.old, one[0], other[0]), (diff.new, other[1], one[1]), type, lexicon):
                found.append((one, other))
                taken |= {first, second}
    return found


def _crossed(one: tuple[Placed, Placed], other: tuple[Placed, Placed]) -> bool:
    apart = one[0].words[1] <= other[0].words[0]
    near = other[0].words[0] - one[0].words[1] <= _FARTHEST
    return apart and near and other[1].words[1] <= one[1].words[0]


def _moved(same: Sequence[tuple[Placed, Placed]], diff: Comparison) -> Sequence[tuple[Placed, Placed]]:
    """The equal content words; none unless one of them stands elsewhere in the new passage."""
    if all(diff.forward.get(old.words[0]) == new.words[0] for old, new in same):
        return ()
    return same
