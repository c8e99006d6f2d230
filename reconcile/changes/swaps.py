"""Values that changed places: the same words stand on both sides, and yet another thing is said of each.

Two equal claims A and B have been swapped where the old passage has A before B, the new one B before A, and a
content word between them stayed in its place ("Kenya 47 and Uganda 135": Uganda stands between the figures in
both) or another anchor holds them. An enumeration told in another order has no such word between its items,
and "A beat B" turned into "B was beaten by A" differs in the words between. Common nouns are swapped round a
verb only.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.anchors import held_between, held_by_leads, held_by_owner
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.word_kinds import word_kind
from reconcile.text.words import Word

_FARTHEST = 14  # words between two values that are still one statement


def swapped(
    same: Sequence[tuple[Placed, Placed]],
    diff: Comparison,
    type: str,
    lexicon: Lexicon,
) -> list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]]:
    """Pairs of equal claims of a type that exchanged their places, each claim in one of them at most."""
    if type == "opposite":
        same = _moved_nouns(same, diff, lexicon)
    order = sorted(same, key=lambda pair: pair[0].words)
    found: list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]] = []
    taken: set[int] = set()
    for first, one in enumerate(order):
        for second in range(first + 1, len(order)):
            other = order[second]
            if first in taken or second in taken or not _crossed(one, other):
                continue
            if _anchored(one, other, diff, type, lexicon):
                found.append((one, other))
                taken |= {first, second}
    return found


def _crossed(one: tuple[Placed, Placed], other: tuple[Placed, Placed]) -> bool:
    apart = one[0].words[1] <= other[0].words[0]
    near = other[0].words[0] - one[0].words[1] <= _FARTHEST
    return apart and near and other[1].words[1] <= one[1].words[0]


def _anchored(
    one: tuple[Placed, Placed], other: tuple[Placed, Placed], diff: Comparison, type: str, lexicon: Lexicon
) -> bool:
    """True when all that stands between the two is the same on both sides, and something holds them."""
    between = diff.old.words[one[0].words[1] : other[0].words[0]]
    behind = diff.new.words[other[1].words[1] : one[1].words[0]]
    if [word.folded for word in between] != [word.folded for word in behind]:
        return False
    sides = (diff.old, one[0], other[0]), (diff.new, other[1], one[1])
    return (
        held_between(between, type, lexicon)
        or held_by_leads(*sides, lexicon)
        or held_by_owner(*sides, lexicon)
    )


def _moved_nouns(
    same: Sequence[tuple[Placed, Placed]], diff: Comparison, lexicon: Lexicon
) -> list[tuple[Placed, Placed]]:
    """The nouns among equal content words; none unless one of them stands elsewhere in the new passage."""
    if all(diff.forward.get(old.words[0]) == new.words[0] for old, new in same):
        return []
    return [pair for pair in same if _is_noun(diff.old.words[pair[0].words[1] - 1], lexicon)]


def _is_noun(word: Word, lexicon: Lexicon) -> bool:
    return word.text.islower() and word_kind(word.folded, lexicon) in ("noun", "unknown")
