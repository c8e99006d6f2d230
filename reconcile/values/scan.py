"""Where in a text a figure or a date may begin: at digits and at the words of a list.

Everything else is looked at only from there, so that plain prose costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from reconcile.text.late import late

_TOKEN = late(r"[^\W\d_]+|\d+")
_DIGIT = late(r"\d")


def has_digit(text: str) -> bool:
    """Whether there is any digit."""
    return _DIGIT.search(text) is not None


def starts(text: str, words: frozenset[str]) -> list[int]:
    """The offsets of all runs of digits, and of the words whose lower-case form is in `words`."""
    tokens = _tokens(text)
    return [start for start, token in tokens if token in words or token.isdecimal()]


def has_word(text: str, words: frozenset[str]) -> bool:
    """Whether the lower-case form of any word of `text` is in `words`."""
    return any(token in words for _, token in _tokens(text))


def words_of(phrase: str) -> frozenset[str]:
    """The words of `phrase` as `has_word` compares them."""
    return frozenset(token for _, token in _tokens(phrase))


@lru_cache(maxsize=4)
def _tokens(text: str) -> tuple[tuple[int, str], ...]:
    """Words in lower case and runs of digits; remembered, since dates and quantities both ask."""
    low = text.lower()
    # Lower case may be longer (İ); then the offsets must come from the text itself.
    if len(low) == len(text):
        return tuple((match.start(), match.group()) for match in _TOKEN.finditer(low))
    return tuple((match.start(), match.group().lower()) for match in _TOKEN.finditer(text))


class Ranges:
    """Half-open ranges that are taken; asked for often, so kept in order and without overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def free(self, start: int, end: int) -> bool:
        """Whether [start, end) touches none of them."""
        return bisect_right(self._ends, start) >= bisect_left(self._starts, end)
