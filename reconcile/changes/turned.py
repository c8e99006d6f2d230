"""Statements told from their other end: "A sold it to B", then "B bought it from A"."""

from __future__ import annotations

from reconcile.changes.change import Range
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lists import word_role, word_set
from reconcile.text.words import Word

_REACH = 10  # words on either side that are still of one statement


def turned_round(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True where what stood before the one word stands behind the other, and what stood behind it before."""
    small = word_set(lexicon, "function-words")
    left, right = _around(diff.old, before.words, small)
    its_left, its_right = _around(diff.new, after.words, small)
    return bool((left - its_left) & (its_right - right)) and bool((right - its_right) & (its_left - left))


def of_other_kin(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for kin told from either end: she is the daughter of a judge, her father was a judge."""
    kin, owners = word_role(lexicon, "kin"), word_set(lexicon, "possessives")
    told = [(diff.old.words, before.words), (diff.new.words, after.words)]
    if any(words[place[1] - 1].folded not in kin for words, place in told):
        return False
    owned = [place[0] > 0 and words[place[0] - 1].folded in owners for words, place in told]
    return owned[0] != owned[1]


def _around(passage: Passage, place: Range, small: frozenset[str]) -> tuple[set[str], set[str]]:
    """The content words before and behind a place."""
    words = passage.words
    sides = words[max(0, place[0] - _REACH) : place[0]], words[place[1] : place[1] + _REACH]
    left, right = ({_stem(word) for word in side if word.folded not in small} for side in sides)
    return left, right


def _stem(word: Word) -> str:
    return word.folded.removesuffix("'s")
