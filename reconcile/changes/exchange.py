"""Words that stand in the place of others: "appointed" for "made", "old" for "former".

What was exchanged for something else in one place of a sentence was mostly said anew; what was taken out and
left nothing behind was mostly a fact.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.change import Range
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lists import word_set
from reconcile.text.sameness import same_word
from reconcile.text.words import Word


def exchanged(here: Sequence[Word], there: Sequence[Word]) -> int:
    """How many words of `there`, whatever they say, stand in the place of the words of `here`."""
    return len(_others(there, here))


def said_otherwise(diff: Comparison, place: Range, added: bool, lexicon: Lexicon) -> bool:
    """True where a word at `place` has a word of the same meaning in its place: previous, earlier."""
    here, there = _sides(diff, place, added)
    passage = diff.new if added else diff.old
    own = passage.words[slice(*place)]
    others = _others(there, here)
    return any(same_word(word.folded, other.folded, lexicon) for word in own for other in others)


def in_exchange(diff: Comparison, place: Range, added: bool, lexicon: Lexicon) -> bool:
    """True where at least as many content words stand in the place of those around `place` as these are."""
    small = word_set(lexicon, "function-words")
    here, there = _sides(diff, place, added)
    own, others = (
        [word for word in side if word.folded not in small]
        for side in (_others(here, there), _others(there, here))
    )
    return 0 < len(own) <= len(others)


def _sides(diff: Comparison, place: Range, added: bool) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of the region around `place`, and those of the other side that stand in their place."""
    number = diff.region_of_new(place) if added else diff.region_of_old(place)
    if number is None:
        return (), ()
    region = diff.regions[number]
    sides = diff.old.words[slice(*region.old)], diff.new.words[slice(*region.new)]
    return sides[::-1] if added else sides


def _others(words: Sequence[Word], than: Sequence[Word]) -> list[Word]:
    said = {word.folded for word in than}
    return [word for word in words if word.folded.isalpha() and word.folded not in said]
