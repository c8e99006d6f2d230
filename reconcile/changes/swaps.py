"""Values that changed places: the same words stand on both sides, and yet another thing is said of each.

Two equal claims A and B have been swapped where the old passage has A before B, the new one B before A, and a
content word between them stayed in its place ("Kenya 47 and Uganda 135": Uganda stands between the figures in
both). An enumeration told in another order has no such word between its items, and "A beat B" turned into
"B was beaten by A" differs in the words between. "From A to B" needs no such word; verbs like "meet" let
their sides change places. Common nouns are swapped round a verb only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table
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
    anchor = _anchor(type, lexicon)
    order = sorted(same, key=lambda pair: pair[0].words)
    found: list[tuple[tuple[Placed, Placed], tuple[Placed, Placed]]] = []
    taken: set[int] = set()
    for first, one in enumerate(order):
        for second in range(first + 1, len(order)):
            other = order[second]
            if first in taken or second in taken or not _crossed(one, other):
                continue
            if _anchored(one, other, diff, anchor, lexicon):
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
    anchor: Callable[[Word], bool],
    lexicon: Lexicon,
) -> bool:
    """True when all that stands between the two is the same on both sides, and holds them."""
    between = diff.old.words[one[0].words[1] : other[0].words[0]]
    behind = diff.new.words[other[1].words[1] : one[1].words[0]]
    if [word.folded for word in between] != [word.folded for word in behind]:
        return False
    to = _leads(diff.old, one[0], lexicon)
    if to and to == _leads(diff.new, other[1], lexicon) and any(word.folded == to for word in between):
        return True
    return any(map(anchor, between))


def _leads(passage: Passage, placed: Placed, lexicon: Lexicon) -> str | None:
    """For what "from" stands before, the word that leads to the other end: to."""
    before = [word.folded for word in passage.words[max(0, placed.words[0] - 2) : placed.words[0] + 1]]
    return next((to for word in before if (to := word_table(lexicon, "journeys").get(word))), None)


def _anchor(type: str, lexicon: Lexicon) -> Callable[[Word], bool]:
    """What can hold two claims of a type in their places.

    Between two names a further name is only the next item of an enumeration, and what a figure numbers goes
    with its figure: Section 3 and Section 9.
    """
    symmetric = word_set(lexicon, "symmetric-verbs")
    small = word_set(lexicon, "function-words") | word_set(lexicon, "label-words")

    def holds(word: Word) -> bool:
        if word.folded in small or not word.text.isalnum() or lemma(word.folded, lexicon) in symmetric:
            return False
        if type == "opposite":
            return word.folded.isalpha() and _acts(word.folded, lexicon)
        return type not in ("name", "location") or (word.text.isalpha() and word.text.islower())

    return holds


def _acts(folded: str, lexicon: Lexicon) -> bool:
    """True for a form of a verb that something is done by: accused, bit."""
    base = lemma(folded, lexicon)
    verb = base in word_set(lexicon, "frequent-verbs") or word_kind(base, lexicon) == "verb"
    return verb and base != folded and not folded.endswith("ing")


def _moved_nouns(
    same: Sequence[tuple[Placed, Placed]], diff: Comparison, lexicon: Lexicon
) -> list[tuple[Placed, Placed]]:
    """The nouns among equal content words; none unless one of them stands elsewhere in the new passage."""
    if all(diff.forward.get(old.words[0]) == new.words[0] for old, new in same):
        return []
    return [pair for pair in same if _is_noun(diff.old.words[pair[0].words[1] - 1], lexicon)]


def _is_noun(word: Word, lexicon: Lexicon) -> bool:
    return word.text.islower() and word_kind(word.folded, lexicon) in ("noun", "unknown")
