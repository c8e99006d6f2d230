"""Words and phrases of a list, found in a text by one pass over its words.

A phrase is found wherever its words follow one another, parted by nothing but spaces or a hyphen; a list may
be given the base forms of words, so that "log in" is found in "logged in".
Contractions count as two words: "didn't" is "did n't", "he'll" is "he 'll".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from reconcile.fields import frozen
from reconcile.text.fold import fold
from reconcile.text.late import late

_TOKEN = late(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
_TAIL = late(r"(n['’]t|['’](?:ll|s|d|re|ve|m))$", re.IGNORECASE)
_GAP = late(r"\s*-?\s*|\s+")
_KEPT = 8192  # words whose phrases are remembered
_Choice = tuple[tuple[str, ...], str]  # the words of a phrase, and its entry


@frozen
class Token:
    """A word or a part of a contraction at [start, end) of the text."""

    start: int
    end: int
    folded: str


@frozen
class Hit:
    """The phrase `entry` of a list at [start, end) of the text; `first` and `last` are its token indices."""

    start: int
    end: int
    entry: str
    first: int
    last: int


@lru_cache(maxsize=512)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text`; punctuation is left out. Kept for the next lists asked about the same sentence."""
    found = []
    contracted = "'" in text or "’" in text
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        tail = _TAIL.search(word) if contracted and ("'" in word or "’" in word) else None
        if tail and tail.start():
            cut = start + tail.start()
            found.append(Token(start, cut, fold(text[start:cut])))
            start, word = cut, text[cut:end]
        found.append(Token(start, end, fold(word)))
    return tuple(found)


def spelled(text: str) -> list[str]:
    """The words of `text` as they are printed, contractions whole: much cheaper than `tokens`."""
    return _TOKEN.findall(text)


class Phrases:
    """A list of phrases to be found in texts, in any inflection where `base` gives base forms."""

    def __init__(self, entries: Iterable[str], base: Callable[[str], str] | None = None) -> None:
        self._entries: dict[str, list[str]] = {}  # by their first words; split only when one is met
        for entry in entries:
            first = _first_word(entry)
            if first:
                self._entries.setdefault(first, []).append(entry)
        self._base = base
        self._begun: dict[str, list[_Choice]] = {}  # a memo of `_choices`

    def begins(self, folded: str) -> bool:
        """True when some phrase begins with this word."""
        return folded in self._entries

    def find(self, text: str) -> Iterator[Hit]:
        """The phrases in `text` in order, the longest first where several begin at one word; none overlap."""
        words = tokens(text)
        at = 0
        while at < len(words):
            choices = self._choices(words[at].folded)
            hit = self._at(text, words, at, choices) if choices else None
            if hit:
                yield hit
            at = hit.last + 1 if hit else at + 1

    def _choices(self, folded: str) -> Sequence[_Choice]:
        """The phrases that begin with this word, or with its base form."""
        if folded not in self._entries and self._base is None:
            return ()
        if folded not in self._begun:
            if len(self._begun) >= _KEPT:
                self._begun.clear()
            forms = dict.fromkeys(self._forms(folded))
            self._begun[folded] = [choice for form in forms for choice in self._beginning(form)]
        return self._begun[folded]

    def _beginning(self, folded: str) -> list[_Choice]:
        """The phrases that begin with the very word, the longest first."""
        split = [(_entry_words(entry), entry) for entry in self._entries.get(folded, ())]
        return sorted(split, key=lambda choice: (-len(choice[0]), choice[1]))

    def _at(self, text: str, words: tuple[Token, ...], at: int, choices: Sequence[_Choice]) -> Hit | None:
        second = self._forms(words[at + 1].folded) if at + 1 < len(words) else ()
        for phrase, entry in choices:
            if len(phrase) > 1 and phrase[1] not in second:
                continue
            last = at + len(phrase) - 1
            rest = zip(words[at + 2 : last + 1], phrase[2:], strict=False)
            if last < len(words) and all(word in self._forms(token.folded) for token, word in rest):
                gaps = (text[words[n].end : words[n + 1].start] for n in range(at, last))
                if all(_GAP.fullmatch(gap) for gap in gaps):
                    return Hit(words[at].start, words[last].end, entry, at, last)
        return None

    def _forms(self, folded: str) -> tuple[str, ...]:
        return (folded,) if self._base is None else (folded, self._base(folded))


def _first_word(entry: str) -> str:
    first = entry.partition(" ")[0]
    if first.isascii() and first.isalnum() and first.islower():
        return first
    return next(iter(_entry_words(entry)), "")


def _entry_words(entry: str) -> tuple[str, ...]:
    plain = entry.replace("-", " ")
    if plain.isascii() and plain.islower() and plain.replace(" ", "").isalnum():
        return tuple(plain.split())  # as `tokens` would, of most entries and at once
    # A list names the second half of a contraction by itself: n't, 'll.
    if _TAIL.fullmatch(entry):
        return (fold(entry),)
    return tuple(token.folded for token in tokens(entry))
