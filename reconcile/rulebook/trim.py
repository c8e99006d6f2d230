"""What a slot took in excess: articles, possessives, and capitals that only begin a sentence."""

from __future__ import annotations

import re

from reconcile.claim import Lexicon
from reconcile.text.lists import word_set

_NAMES = ("name", "names", "place")
_FIRST = re.compile(r"\w+\.?\s*")
_POSSESSIVE = re.compile(r"['’]s?$")


def trim(text: str, span: tuple[int, int], type: str, lexicon: Lexicon) -> tuple[int, int]:
    """The range of a slot without what is no part of it; an empty one where nothing is left.

    "Although the Union" is the name "Union": words of the list `not-names` are dropped from the front.
    """
    start, end = span
    if type not in _NAMES:
        return span
    idle = word_set(lexicon, "not-names")
    while (first := _FIRST.match(text, start, end)) and first.group().strip().casefold() in idle:
        start = first.end()
    tail = _POSSESSIVE.search(text[start:end])
    return start, start + tail.start() if tail else end
