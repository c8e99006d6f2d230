"""Quotation marks: which of them belong together, and whether that can be told at all.

A mark before a word opens, one behind a word closes. Where two open or two close in a row, or one stands
between two blanks, some other mark is missing or misplaced, and any pairing may turn the text inside out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from reconcile.fields import frozen
from reconcile.text.late import late

_MARK = late(r"[\"“”„‟«»]|(?<![\w])['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_CLOSES = {"“": "”", "„": "“”", "«": "»", "‟": "”", "‘": "’'", "'": "'’"}
_SHORTEST = 3  # code points between single marks; fewer are letters left out: rock 'n' roll
_BEHIND = late(r"(?<=[^\s(\[{])\"")  # a straight mark behind a word
_JOINED = late(r"(?<=[/—–'‘’-])\"")  # behind what may stand on either side of a mark
_BEFORE = late(r"\"(?=\.\.|[^\s.,;:!?)\]}'’—–-]|['’]\w)")  # one before a word
_INCHES = late(r"(?<=\d)\"")


class _Turn(Enum):
    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"
    LOOSE = "loose"


@frozen
class Marks:
    """A quotation with its marks at [start, end), its words at [first, last)."""

    start: int
    end: int
    first: int
    last: int


def quotations(text: str) -> Iterator[Marks]:
    """The outermost quotations of `text` in order; none where its marks cannot be paired with confidence."""
    if _unpaired(text):
        return
    opened: re.Match[str] | None = None
    any_yet = False
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if opened is None:
            if sign in "”»" or (sign == '"' and not any_yet and _only_closes(text, mark)):
                if not any_yet and text[: mark.start()].strip():
                    yield Marks(0, mark.end(), 0, mark.start())
                any_yet = True
            elif _opens(text, mark):
                opened = mark
        elif sign in _CLOSES.get(opened.group(), opened.group()):
            if opened.group() not in "'‘" or _quotes(text, opened, mark):
                yield Marks(opened.start(), mark.end(), opened.end(), mark.start())
                any_yet = True
            opened = None
    if opened and opened.group() not in "'‘" and text[opened.end() :].strip():
        yield Marks(opened.start(), len(text), opened.end(), len(text))


def _unpaired(text: str) -> bool:
    """True where straight or curved double marks do not open and close by turns.

    The first may close what an earlier sentence opened, the last may open what a later one closes.
    """
    is_open: bool | None = None  # None before the first mark
    for mark in _MARK.finditer(text):
        turn = _turn(text, mark)
        if turn is None or (not is_open and turn is not _Turn.OPENS and _INCHES.match(text, mark.start())):
            continue
        opens = not is_open if turn is _Turn.EITHER else turn is _Turn.OPENS
        if turn is _Turn.LOOSE or opens is is_open:
            return True
        is_open = opens
    return False


def _turn(text: str, mark: re.Match[str]) -> _Turn | None:
    """What a double mark does by what stands beside it; None for a mark of another kind."""
    at, sign = mark.start(), mark.group()
    if sign in "“”" and "„" not in text:
        return _Turn.OPENS if sign == "“" else _Turn.CLOSES
    if sign != '"':
        return None
    if not _BEFORE.match(text, at):
        return _Turn.CLOSES if _BEHIND.match(text, at) else _Turn.LOOSE
    return _Turn.EITHER if _BEHIND.match(text, at) and not _JOINED.match(text, at) else _Turn.OPENS


def _quotes(text: str, opened: re.Match[str], closed: re.Match[str]) -> bool:
    """True unless two single marks are apostrophes: rock 'n' roll, the mothers 'and fathers' day."""
    plurals = text[: opened.start()].endswith("s ") and text[: closed.start()].endswith("s")
    return closed.start() - opened.end() >= _SHORTEST and not plurals


def _opens(text: str, mark: re.Match[str]) -> bool:
    """True unless the mark is an apostrophe or a single mark that can only close."""
    before = text[mark.start() - 1 : mark.start()]
    return mark.group() != "’" and not (mark.group() == "'" and before.strip())


def _only_closes(text: str, mark: re.Match[str]) -> bool:
    """True for a straight mark that ends a quotation begun in an earlier sentence."""
    before, after = text[: mark.start()][-1:], text[mark.end() : mark.end() + 1]
    return before.strip(" ([") != "" and after.strip(" .,;:!?)") == ""
