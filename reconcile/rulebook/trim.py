"""What a slot took in excess: articles, possessives, and capitals that only begin a sentence."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import word_set

_NAMES = ("name", "names", "place")
_FIRST = late(r"(\w+)\s+(?:the\s+)?(?=([^\W\d_]))")
_POSSESSIVE = late(r"['’]s?$")
_STOP = late(r"(?<=\b\w)(?<!\.\w)\.$")  # of a sentence that ends in a letter: "plans A, B and C."


def trim(text: str, span: tuple[int, int], type: str, lexicon: Lexicon) -> tuple[int, int]:
    """The range of a slot without what is no part of it; an empty one where nothing is left.

    "Although Norland" is the name "Norland": words of the list `not-names` are dropped from the front where a
    name follows. Written in capitals throughout they are names: WHO, or the A of "A and B".
    """
    start, end = span
    if type not in _NAMES:
        return span
    idle = word_set(lexicon, "not-names")
    while (
        (first := _FIRST.match(text, start, end)) and first[1].casefold() in idle and not first[2].islower()
    ):
        if first[1].isupper() and len(first[1]) > 1:
            break
        start = first.end()
    if text[start:end].casefold() in idle and not text[start:end].isupper():
        return end, end
    tail = _POSSESSIVE.search(text[start:end]) or (text[end:].strip() == "" and _STOP.search(text[start:end]))
    return start, start + tail.start() if tail else end
