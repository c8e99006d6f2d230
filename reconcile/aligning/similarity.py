"""How alike sentences, or runs of sentences, are.

Mostly by the weight of the words they share (Ochiai's measure: the shared weight over the geometric mean of
both weights, so that a sentence which grew stays near its old self), a little by their letters in order.
Rare words weigh more (inverse document frequency), and so do long ones, for in any language the words that
carry no content are short; numbers weigh like long words. A word counts by its first letters, so that
inflected forms are alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt

from rapidfuzz.distance import Indel

from reconcile.text.late import late
from reconcile.text.words import words

_STEM = 5  # letters of a word that count
_MARK = 0.15  # weight of a punctuation mark against that of a long word
_NUMBER = 0.9  # weight of a number, however short
_LETTERS = 0.3  # share of the letters in order in the likeness

_SHAPE = 0.3  # likeness of two sentences that differ in nothing but figures, such as cells of a table
_DIGITS = late(r"\d+")

Run = range  # indices of neighbouring sentences of one side
Bag = Mapping[str, int]


class Likeness:
    """The sentences of both sides that have no identical partner, ready to be compared."""

    def __init__(
        self, old: Sequence[str], new: Sequence[str], old_chosen: Sequence[int], new_chosen: Sequence[int]
    ) -> None:
        self._old_texts, self._new_texts = old, new
        self.old = {i: _bag(old[i]) for i in old_chosen}
        self.new = {j: _bag(new[j]) for j in new_chosen}
        self._weights = _weights([*self.old.values(), *self.new.values()])
        self.old_total = {i: self.total(bag) for i, bag in self.old.items()}
        self.new_total = {j: self.total(bag) for j, bag in self.new.items()}
        self._overlaps: dict[tuple[int, int], float] = {}

    def weight(self, word: str) -> float:
        """The weight of a word of either side."""
        return self._weights[word]

    def total(self, bag: Bag) -> float:
        """The weight of all words of `bag`."""
        weights = self._weights
        return sum(weights[word] * times for word, times in bag.items())

    def shared(self, one: Bag, other: Bag) -> float:
        """The weight of the words that both bags hold."""
        if len(other) < len(one):
            one, other = other, one
        weights = self._weights
        return sum(weights[word] * min(times, other[word]) for word, times in one.items() if word in other)

    def overlap(self, i: int, j: int) -> float:
        """The weight of the words that old sentence `i` and new sentence `j` share."""
        found = self._overlaps.get((i, j))
        if found is None:
            found = self._overlaps[i, j] = self.shared(self.old[i], self.new[j])
        return found

    def single(self, i: int, j: int) -> float:
        """How alike old sentence `i` and new sentence `j` are, 0 to 1."""
        before, after = self._old_texts[i], self._new_texts[j]
        by_words = self.overlap(i, j) / sqrt(self.old_total[i] * self.new_total[j])
        score = _mixed(by_words, before, after)
        return _SHAPE if score < _SHAPE and _shape(before) == _shape(after) else score

    def runs(self, old: Run, new: Run) -> float:
        """How alike the old sentences `old`, joined, and the new sentences `new`, joined, are, 0 to 1."""
        before, after = sum(self.old_total[i] for i in old), sum(self.new_total[j] for j in new)
        shared = self.shared(joined(self.old, old), joined(self.new, new))
        return _mixed(
            shared / sqrt(before * after),
            " ".join(self._old_texts[i] for i in old),
            " ".join(self._new_texts[j] for j in new),
        )


def joined(bags: Mapping[int, Bag], run: Run) -> Counter[str]:
    """The words of all sentences of `run`."""
    found: Counter[str] = Counter()
    for n in run:
        found.update(bags[n])
    return found


def _bag(text: str) -> Counter[str]:
    # An empty sentence shares its one empty word with other empty ones, and no total is zero.
    return Counter(word.folded[:_STEM] for word in words(text)) or Counter([""])


def _weights(bags: Sequence[Bag]) -> dict[str, float]:
    counts = Counter(word for bag in bags for word in bag)
    return {word: _size(word) * (0.7 + log(len(bags) / count)) for word, count in counts.items()}


def _size(word: str) -> float:
    if not word[:1].isalnum():
        return _MARK
    return _NUMBER if word[0].isdigit() else sqrt(min(len(word), _STEM) / _STEM)


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text)


def _mixed(by_words: float, old: str, new: str) -> float:
    # Two unrelated sentences of English have half of their letters in common, so a half counts as nothing.
    by_letters = max(0.0, 2 * Indel.normalized_similarity(old, new) - 1)
    return (1 - _LETTERS) * by_words + _LETTERS * by_letters
