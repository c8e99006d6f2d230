"""A sentence cut where one statement ends and another begins, of the same subject or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set
from reconcile.text.words import Word

_CUT = late(r"[;:()–—]|,(?=\s)")


def clauses(text: str, words: Sequence[Word], lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The ranges between marks, and before "and" with a verb of its own: "is 30 m long and has two lanes"."""
    marks = sorted([mark.span() for mark in _CUT.finditer(text)] + [*_joints(words, lexicon)])
    starts, ends = [0, *(end for _, end in marks)], [*(start for start, _ in marks), len(text)]
    return tuple(zip(starts, ends, strict=True))


def joined(text: str, one: tuple[int, int], other: tuple[int, int], lexicon: Lexicon) -> bool:
    """True for two clauses that only "and" parts: they have one subject."""
    return text[one[1] : other[0]].casefold() in word_set(lexicon, "joining-words")


def _joints(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    joining = word_set(lexicon, "joining-words")
    for one, other in pairwise(words):
        if one.folded in joining and _finite(other.folded, lexicon):
            yield one.start, one.end


def _finite(word: str, lexicon: Lexicon) -> bool:
    base = lemma(word, lexicon)
    if base == word or word.endswith("ing"):
        return word in word_set(lexicon, "auxiliaries")
    return word in word_set(lexicon, "auxiliaries") or base in word_set(lexicon, "frequent-verbs")
