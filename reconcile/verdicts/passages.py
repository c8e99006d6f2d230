"""Passages of a sentence that can be true or false by themselves, and whether a source says as much.

A passage ends at a bracket, a semicolon, or a conjunction that begins another statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.text.lists import alternation, per_lexicon, word_role

_SHORTEST = 4  # words


@per_lexicon
def _breaks(lexicon: Lexicon) -> re.Pattern[str]:
    openers, joints, joiners, verbs = (
        alternation(word_role(lexicon, f"statement {name}"))
        for name in ("openers", "joints", "joiners", "verbs")
    )
    acts = rf"(?=\s[a-z]+ed\b|\s{verbs}\b|\s[A-Z][\w.]*\s[a-z]+ed\b)"
    return re.compile(rf"\s*[;:()–—]\s*|,\s+(?={openers}\b)|,?\s+(?:{joints}|{joiners}{acts})\s+")


def passages(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The passages of a sentence as ranges, in order; short ones are left out."""
    start = 0
    for mark in [*_breaks(lexicon).finditer(text), None]:
        end = mark.start() if mark else len(text)
        if len(text[start:end].split()) >= _SHORTEST:
            yield start, end
        start = mark.end() if mark else end


def passage_around(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The passage that holds [start, end), or the whole sentence."""
    found = passages(text, lexicon)
    return next(((low, high) for low, high in found if low <= start and end <= high), (0, len(text)))
