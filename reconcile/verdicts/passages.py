"""Passages of a sentence that can be true or false by themselves, and whether a source says as much.

A passage ends at a bracket, a semicolon, or a conjunction that begins another statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_BREAK = re.compile(
    r"\s*[;:()–—]\s*|,\s+(?=(?:and|but|which|who|although|though|where|while|when)\b)"
    r"|,?\s+(?:after|although|when|because|while|whereas|and(?=\s[a-z]+ed\b|\s(?:is|was|are|were|has|had|will)\b|\s[A-Z][\w.]*\s[a-z]+ed\b))\s+"
)
_SHORTEST = 4  # words


def passages(text: str) -> Iterator[tuple[int, int]]:
    """The passages of a sentence as ranges, in order; short ones are left out."""
    start = 0
    for mark in [*_BREAK.finditer(text), None]:
        end = mark.start() if mark else len(text)
        if len(text[start:end].split()) >= _SHORTEST:
            yield start, end
        start = mark.end() if mark else end


def passage_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The passage that holds [start, end), or the whole sentence."""
    return next(((low, high) for low, high in passages(text) if low <= start and end <= high), (0, len(text)))
