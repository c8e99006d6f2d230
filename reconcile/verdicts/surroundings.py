"""What stands around a place in a text, and how much two such surroundings have in common."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.lists import word_set
from reconcile.verdicts.told import Told, keys

_AROUND = 8  # words on either side of a figure that tell what it is a figure of
_PAUSE = 3  # words that a comma or a bracket parts like
_PAUSES = frozenset(",;:()–—")

Surroundings = dict[str, float]


def around(told: Told, start: int, end: int, lexicon: Lexicon) -> Surroundings:
    """What the content words near [start, end) are compared by, each with how near it is (0 to 1)."""
    inside = told.numbers(start, end)
    found: Surroundings = {}
    if inside:
        _collect(told, range(inside[0] - 1, -1, -1), found, lexicon)
        _collect(told, range(inside[-1] + 1, len(told.words)), found, lexicon)
    return found


def _collect(told: Told, numbers: range, found: Surroundings, lexicon: Lexicon) -> None:
    small = word_set(lexicon, "function-words")
    distance = 0
    for n in numbers:
        word = told.words[n]
        distance += _PAUSE if word.folded in _PAUSES else 1
        if distance > _AROUND:
            return
        if word.folded not in small and word.folded[:1].isalpha():
            for key in keys(word.folded, lexicon)[1:4]:
                found[key] = max(found.get(key, 0.0), 1.0 / (1 + distance / 3))


def alike(mine: Surroundings, other: Surroundings) -> float:
    """How much two surroundings share: by the nearness of the shared words in both."""
    return sum(min(weight, other[key]) for key, weight in sorted(mine.items()) if key in other) / 3
