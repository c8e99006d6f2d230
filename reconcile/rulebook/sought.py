"""Patterns of which only the words are known, until a text has them.

To read a pattern and make its expression costs more than to look for all of its words, and most texts lack
them: a check before a commit, which has the words from the last one, makes few expressions or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from reconcile.claim import Lexicon, Match, Pattern

Words = tuple[tuple[str, ...], ...]  # sets of folded words, of each of which one must be in a text


class Sought:
    """The pattern `source`; `words` are those of its `Expression`."""

    def __init__(self, source: str, words: Words, lexicon: Lexicon) -> None:
        self.source, self.words, self._lexicon = source, words, lexicon

    def find(self, text: str) -> Iterator[Match]:
        """See `Expression.find`."""
        return self._expression.find(text) if holds(text, self.words) else iter(())

    @cached_property
    def _expression(self) -> Pattern:
        from reconcile.rulebook.expression import Expression  # RE2, which few rules need

        return Expression(self.source, self._lexicon)


def holds(text: str, words: Words) -> bool:
    """True when the text has a word of each set."""
    folded = _fold(text)
    return all(any(word in folded for word in some) for some in words)


@lru_cache(maxsize=4)
def _fold(text: str) -> str:
    return text.casefold()
