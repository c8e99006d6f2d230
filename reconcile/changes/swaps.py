"""Values that changed places: the same words stand on both sides, and yet another thing is said of each.

Two equal claims A and B have been swapped where the old passage has A before B, the new one B before A, and
something holds them in their places: see `anchors`. An enumeration told in another order has nothing that
does, and "A beat B" turned into "B was beaten by A" differs in the words between.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.anchors import BEARERS, held
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.lists import word_role

_FARTHEST = 14  # words between two values that are still one statement


def swapped(
    same: Sequence[tuple[Placed, Placed]],
    diff: Comparison,
    type: str,
    lexicon: Lexicon,
) -> list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]]:
    """Pairs of equal claims of a type that exchanged their places, each claim in one of them at most."""
    same = _moved(same, diff) if type == "opposite" else _joined(same, diff, type, lexicon)
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


def _joined(
    same: Sequence[tuple[Placed, Placed]], diff: Comparison, type: str, lexicon: Lexicon
) -> Sequence[tuple[Placed, Placed]]:
    """The equal claims, those that "and" joins on both sides made one: Ann and Tom beat Karl."""
    if type not in BEARERS:
        return same
    olds, news = ({frozenset(group) for group in _groups(same, diff, side, lexicon)} for side in (0, 1))
    kept = [sorted(group) for group in olds & news]
    alone = set(range(len(same))).difference(*kept)
    units = [[number] for number in alone] + kept
    return [
        (_whole([same[n][0] for n in unit], diff.old), _whole([same[n][1] for n in unit], diff.new))
        for unit in units
    ]


def _groups(
    same: Sequence[tuple[Placed, Placed]], diff: Comparison, side: int, lexicon: Lexicon
) -> list[list[int]]:
    """The numbers of the claims that stand joined on a side, two or more together."""
    words = (diff.old, diff.new)[side].words
    joints = word_role(lexicon, "list joints") | word_role(lexicon, "articles") | {","}
    groups: list[list[int]] = []
    end = -1
    for number in sorted(range(len(same)), key=lambda number: same[number][side].words):
        start, last = same[number][side].words
        if 0 <= end < start and all(word.folded in joints for word in words[end:start]):
            groups[-1].append(number)
        else:
            groups.append([number])
        end = last
    return [group for group in groups if len(group) > 1]


def _whole(claims: Sequence[Placed], passage: Passage) -> Placed:
    """Claims that are joined, as one; the first of them stands for all."""
    first, last = min(one.words[0] for one in claims), max(one.words[1] for one in claims)
    place = passage.words[first].start, max(one.range[1] for one in claims)
    return replace(claims[0], range=(min(place[0], claims[0].range[0]), place[1]), words=(first, last))


def _crossed(one: tuple[Placed, Placed], other: tuple[Placed, Placed]) -> bool:
    apart = one[0].words[1] <= other[0].words[0]
    near = other[0].words[0] - one[0].words[1] <= _FARTHEST
    return apart and near and other[1].words[1] <= one[1].words[0]


def _moved(same: Sequence[tuple[Placed, Placed]], diff: Comparison) -> Sequence[tuple[Placed, Placed]]:
    """The equal content words; none unless one of them stands elsewhere in the new passage."""
    if all(diff.forward.get(old.words[0]) == new.words[0] for old, new in same):
        return ()
    return same
