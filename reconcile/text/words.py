"""Words with their offsets, and the shortest edit script between two lists of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from rapidfuzz.distance import Indel

from reconcile.fields import frozen
from reconcile.text.fold import fold
from reconcile.text.late import late

# Marks of the Indic and South-East Asian scripts are not \w in Python, and would cut words in two.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff"
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and joiners stand within words, and say nothing
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}{_UNSEEN}])"
_WORD = late(rf"\d+(?:[.,]\d+)*|{_LETTER}+(?:['’]{_LETTER}+)*(?:(?:\+\+?|#)(?!\w))?|\S", re.UNICODE)


@frozen
class Word:
    """A word, a number or one mark of punctuation at [start, end) of the text."""

    start: int
    end: int
    text: str
    folded: str  # what it is compared by: see `fold`


@frozen
class Edit:
    """Old words [old_start, old_end) became new words [new_start, new_end).

    `tag` is equal, insert, delete or replace.
    """

    tag: str
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of `text` in order; everything that can be seen belongs to one of them."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        folded = fold(word)
        if folded:
            start, end = match.span()
            found.append(Word(start, end, word, folded))
    return tuple(found)


def numbers_between(words: Sequence[Word], start: int, end: int) -> range:
    """The numbers of the words that share a character with [start, end)."""
    first = bisect_right(words, start, key=attrgetter("end"))
    last = bisect_left(words, end, key=attrgetter("start"))
    return range(first, last) if first < last else range(0)


def edits(old: Sequence[Word], new: Sequence[Word]) -> tuple[Edit, ...]:
    """The edit script from `old` to `new`, comparing folded words.

    A neighbouring insert and delete become one replace.

    The script is the shortest in insertions and deletions (Indel distance).
    """
    numbers: dict[str, int] = {}
    old_ids = [numbers.setdefault(word.folded, len(numbers)) for word in old]
    new_ids = [numbers.setdefault(word.folded, len(numbers)) for word in new]
    found: list[Edit] = []
    for op in Indel.opcodes(old_ids, new_ids):
        edit = Edit(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        last = found[-1] if found else None
        if last and last.tag != "equal" and edit.tag != "equal":
            found[-1] = Edit("replace", last.old_start, edit.old_end, last.new_start, edit.new_end)
        else:
            found.append(edit)
    return tuple(found)
