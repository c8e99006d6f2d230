"""How alike two sentences, or runs of sentences, are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from math import log

from rapidfuzz.distance import Indel

from reconcile.text.words import words


class Sides:
    """Both lists of sentences, with what their comparison needs; words are looked up when first needed."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = [" ".join(text.split()) for text in old]
        self.new = [" ".join(text.split()) for text in new]
        numbers: dict[str, int] = {}
        self.old_ids = [numbers.setdefault(text, len(numbers)) for text in self.old]
        self.new_ids = [numbers.setdefault(text, len(numbers)) for text in self.new]
        self._word_ids: dict[str, int] = {}
        self._counts: Counter[int] = Counter()
        self._old_words: dict[int, tuple[int, ...]] = {}
        self._new_words: dict[int, tuple[int, ...]] = {}

    def _words(self, text: str) -> tuple[int, ...]:
        ids = self._word_ids
        return tuple(ids.setdefault(word.folded, len(ids)) for word in words(text))

    def old_words(self, i: int) -> tuple[int, ...]:
        """Word ids of old sentence `i`."""
        if i not in self._old_words:
            self._old_words[i] = self._words(self.old[i])
        return self._old_words[i]

    def new_words(self, j: int) -> tuple[int, ...]:
        """Word ids of new sentence `j`."""
        if j not in self._new_words:
            self._new_words[j] = self._words(self.new[j])
        return self._new_words[j]

    def score(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """The similarity, 0 to 1, of old sentences [i, i_end) and new sentences [j, j_end)."""
        before = [word for n in range(i, i_end) for word in self.old_words(n)]
        after = [word for n in range(j, j_end) for word in self.new_words(n)]
        by_word = Indel.normalized_similarity(before, after)
        by_letter = Indel.normalized_similarity(" ".join(self.old[i:i_end]), " ".join(self.new[j:j_end]))
        return (by_word + by_letter) / 2
