"""Which sentences of a source may speak of a claim, found by the words they share.

A word weighs the more the fewer sentences have it (inverse document frequency: Spärck Jones 1972), so that
the name everything is about brings nobody nearer.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.text.kindred import kindred
from reconcile.text.lists import word_set, word_table
from reconcile.text.sameness import meaning
from reconcile.text.words import words

_UNSEEN = 0.5  # sentences more that a word is taken to stand in, so that unseen ones have a weight


class Shelf:
    """The sentences of one source, looked up by the families of their words."""

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """`texts` are the sentences; their places in the list are what `nearest` gives back."""
        self._lexicon = lexicon
        self._size = len(texts)
        places: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for family in families(text, lexicon):
                places.setdefault(family, []).append(number)
        self._places = places

    def weight(self, family: str) -> float:
        """How telling a family of words is: the least for one that every sentence has, and never 0."""
        found = len(self._places.get(family, ()))
        return math.log(1 + self._size / (found + _UNSEEN))

    def nearest(self, text: str, most: int = 8, share: float = 0.0) -> tuple[int, ...]:
        """The places of at most `most` sentences that share telling words with `text`, the nearest first.

        They share more than `share` (0 to 1) of the weight of its words.
        """
        rated: dict[int, float] = {}
        total = 0.0
        for family in sorted(families(text, self._lexicon)):
            weight = self.weight(family)
            total += 0.0 if family.startswith("~") else weight
            for number in self._places.get(family, ()):
                rated[number] = rated.get(number, 0.0) + weight
        best = sorted(
            (number for number, weight in rated.items() if weight > share * total),
            key=lambda number: (-round(rated[number], 9), number),
        )
        return tuple(best[:most])


def families(text: str, lexicon: Lexicon) -> frozenset[str]:
    """What the content words of `text` are looked up by: their stems, and the country of a demonym."""
    small, demonyms = word_set(lexicon, "function-words"), word_table(lexicon, "demonyms")
    found = set()
    for word in words(text):
        folded = word.folded
        if folded in small or not folded[:1].isalnum():
            continue
        found.add(demonyms.get(folded) or meaning(folded, lexicon).stem)
        found.update(kindred(folded, lexicon))
    return frozenset(found)
