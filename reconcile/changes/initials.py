"""Short forms beside their long ones: "polymerase chain reaction (PCR)", then "PCR" or that alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.changes.passage import Passage
from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import word_set
from reconcile.text.words import Word

_SHORT = late(r"\(([A-Z][A-Za-z]{0,6}[A-Z])s?\)")


def said_twice(here: Passage, there: Passage, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The ranges of `here` that say in long or in short what the other side says in the other way only."""
    if "(" not in here.text:
        return
    others = {word.folded for word in there.words}
    for match in _SHORT.finditer(here.text):
        before = [word for word in here.words if word.end <= match.start()]
        long = _spelt(before, match[1], lexicon)
        if not long or match.group() in there.text:
            continue
        if any(word.text.removesuffix("s") == match[1] for word in there.words):
            yield long[0].start, match.start(1)
            yield match.end() - 1, match.end()
        elif all(word.folded in others for word in long):
            yield match.span()


def _spelt(before: Sequence[Word], letters: str, lexicon: Lexicon) -> Sequence[Word]:
    """The last words of `before` that begin with these letters, small words between them passed over."""
    small, left = word_set(lexicon, "function-words"), list(letters.casefold())
    for number in range(len(before) - 1, -1, -1):
        word = before[number].folded
        if left and word[0] == left[-1]:
            left.pop()
        elif word not in small and word != "-" and (not number or before[number - 1].text != "-"):
            break
        if not left:
            return before[number:]
    return ()
