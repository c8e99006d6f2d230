"""Names whose words all stand on the other side, cut, joined, spelt or ordered otherwise: no other name."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison, View
from reconcile.claim import Lexicon
from reconcile.text.lists import word_role, word_set
from reconcile.text.sameness import same_word
from reconcile.text.words import Word
from reconcile.values.name import Name


def said_again(placed: Placed, added: bool, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for a name of one side whose words stand on the other, in whatever spelling."""
    if not isinstance(placed.claim.value, Name):
        return False
    seen, small = diff.seen_from(added), word_set(lexicon, "function-words")
    words = seen.here.words
    own = [n for n in range(*placed.words) if words[n].folded not in small and words[n].text.isalnum()]
    others = _in_its_place(placed, seen)
    return bool(own) and all(
        n in seen.across or any(same_word(words[n].folded, other.folded, lexicon) for other in others)
        for n in own
    )


def recut(before: Placed, after: Placed, diff: Comparison) -> bool:
    """True for two names of the same words or letters: Chang 'an, Chang'an; the Miller's Trail, Millers."""
    sides = (before, diff.seen_from(added=False)), (after, diff.seen_from(added=True))
    places = [_in_its_place(*side) for side in sides]
    if all(places) and _letters(places[0]) == _letters(places[1]):
        return True
    return all(
        n in seen.across or any(_letters([seen.here.words[n]]) == _letters([other]) for other in others)
        for (placed, seen), others in zip(sides, places, strict=True)
        for n in range(*placed.words)
        if seen.here.words[n].folded[0].isalnum()
    )


def reordered(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two items of an enumeration told in another order: in Peru and Chile, in Chile and Peru."""
    sides = (before, diff.old, diff.new), (after, diff.new, diff.old)
    return all(
        _is_item(placed, here, lexicon) and _all_said(here.words[slice(*placed.words)], there.words)
        for placed, here, there in sides
    )


def _is_item(placed: Placed, here: Passage, lexicon: Lexicon) -> bool:
    start, end = placed.words
    beside = here.words[max(0, start - 1) : start] + here.words[end : end + 1]
    joints = word_role(lexicon, "list joints")
    return any(word.folded == "," or word.folded in joints for word in beside)


def _all_said(words: Iterable[Word], others: Iterable[Word]) -> bool:
    return {word.folded for word in words} <= {word.folded for word in others}


def _letters(words: Iterable[Word]) -> str:
    return "".join(sign for word in words for sign in word.folded if sign.isalnum() or sign in "+#")


def _in_its_place(placed: Placed, seen: View) -> tuple[Word, ...]:
    """The words of the other side's part of the region that `placed` touches."""
    region = seen.region(placed.words)
    return seen.there.words[slice(*region[1])] if region else ()
