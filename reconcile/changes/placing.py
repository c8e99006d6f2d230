"""Whether a claim stands in the place of another, framed by the same words."""

from __future__ import annotations

from collections.abc import Container

from reconcile.changes.change import Range
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed, share_a_word
from reconcile.changes.regions import Comparison

_BESIDE = 8  # words of a region besides its two claims, function words among them
_REWRITTEN = 3  # places of a sentence that differ, from which on a word beside the claim must have stayed


def same_place(before: Placed, after: Placed, diff: Comparison) -> bool:
    """True where the words around two claims tell that one stands in the other's place.

    Their region holds hardly more than the claims, so that the rest of the clause frames both alike. Where
    a whole clause was written anew, another name in it need not be in the same role.
    """
    here, there = diff.region_of_old(before.words), diff.region_of_new(after.words)
    if here is None or there is None or here != there:
        return share_a_word(before, after, diff)
    if _reaches_out(before, after, diff):
        return False
    if len(diff.regions) >= _REWRITTEN and not _beside_alike(before.words, after.words, diff):
        return False
    region = diff.regions[here]
    rest = _words_beside(region.old, before.words, diff.old) + _words_beside(
        region.new, after.words, diff.new
    )
    return rest <= _BESIDE


def _beside_alike(old: Range, new: Range, diff: Comparison) -> bool:
    """True where the word before or behind two claims is the same."""
    one, other = diff.old.words, diff.new.words
    before = [words[start - 1].folded if start else "" for words, start in ((one, old[0]), (other, new[0]))]
    behind = [
        words[end].folded if end < len(words) else "" for words, end in ((one, old[1]), (other, new[1]))
    ]
    return before[0] == before[1] or behind[0] == behind[1]


def _reaches_out(before: Placed, after: Placed, diff: Comparison) -> bool:
    """True where words of one claim stand beside the other: Northern Norland, and "Tromsdal, Norland".

    What a name has behind "of" is no more of it than what the text has behind it.
    """
    forth = {diff.forward.get(number) for number in _head(before.words, diff.old)} - {None}
    back = {diff.backward.get(number) for number in _head(after.words, diff.new)} - {None}
    common = before.claim.type == "opposite"
    return any(
        not numbers.issubset(range(*(_widened(words, numbers) if common else words)))
        for numbers, words in ((forth, after.words), (back, before.words))
    )


def _widened(claim: Range, numbers: Container[int | None]) -> Range:
    """`claim` with those of `numbers` right beside it: both say crime, one a crime drama, one a thriller."""
    start, end = claim
    while start - 1 in numbers:
        start -= 1
    while end in numbers:
        end += 1
    return start, end


def _head(claim: Range, passage: Passage) -> range:
    of = (number for number in range(*claim) if passage.words[number].folded == "of")
    return range(claim[0], next(of, claim[1]))


def _words_beside(region: Range, claim: Range, passage: Passage) -> int:
    return sum(
        word.folded[0].isalnum()
        for number, word in enumerate(passage.words[slice(*region)], region[0])
        if not claim[0] <= number < claim[1]
    )
