"""What a mention is a mention of: the content words that stand nearest to it in its clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from reconcile.claim import Claim, Lexicon, Rule, Value
from reconcile.model import Sentence
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set
from reconcile.text.words import Word, words
from reconcile.values.found import Found

_CLAUSE_END = late(r"[;:()]|,(?=\s)")
_NEAREST = 3


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[Word, ...]:
    return words(text)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around [start, end): up to the nearest comma, semicolon, colon or bracket on each side."""
    left = max((mark.end() for mark in _CLAUSE_END.finditer(text, 0, start)), default=0)
    right = _CLAUSE_END.search(text, end)
    return left, right.start() if right else len(text)


def about(text: str, start: int, end: int, lexicon: Lexicon) -> str | None:
    """The lemmas of the content words nearest to [start, end), in their order; None when there are none.

    Digits are no part of it, so that a fact keeps its name when another figure beside it changes.
    """
    low, high = clause(text, start, end)
    small = word_set(lexicon, "function-words")
    near = [
        word
        for word in _words(text)
        if low <= word.start and word.end <= high and (word.end <= start or end <= word.start)
        if word.folded.isalpha() and word.folded not in small
    ]
    near.sort(key=lambda word: min(abs(word.start - end), abs(start - word.end)))
    chosen = sorted(near[:_NEAREST], key=lambda word: word.start)
    return " ".join(lemma(word.folded, lexicon) for word in chosen) or None


def all_mentioned(
    sentence: Sentence, rule: Rule, found: Iterable[Found[Value]], lexicon: Lexicon
) -> Iterator[Claim]:
    """The claims that what was found in a sentence makes, in the same order."""
    return (mentioned(sentence, rule, one, lexicon) for one in found)


def mentioned(sentence: Sentence, rule: Rule, found: Found[Value], lexicon: Lexicon) -> Claim:
    """The claim that what was found in a sentence makes, named by the words around it."""
    return Claim(
        rule=rule.id,
        type=rule.claim,
        subject=None,
        object=about(sentence.text, found.start, found.end, lexicon),
        value=found.value,
        sentence=sentence.index,
        start=found.start,
        end=found.end,
    )
