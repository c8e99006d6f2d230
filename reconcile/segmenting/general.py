"""Sentences of languages that have no segmenter of their own.

A sentence ends at a danda, at 。！？ (no space need follow), at `!`, `?`, `…` or `.` before white space and a
character that is not lower case; initials (`А. С. Пушкин`) and numbers are not cut. Thai, which writes
neither marks nor spaces between words, is cut at line ends only.
"""

from __future__ import annotations

import re

from reconcile.claim import Lexicon
from reconcile.model import Block, BlockKind, Sentence
from reconcile.segmenting.slicing import sliced, trimmed
from reconcile.text.late import late

LANGUAGES = ("hi", "ja", "ru", "th", "zh")

_WIDE = r"[。！？｡][。！？｡]*+[”’」』）》\"']*+"
_DANDA = r"[।॥۔؟][।॥۔؟]*+[”’\"')]*+(?=\s|$)"
_STOP = r"""[.!?…](?<![.!?…].)[.!?…]*+["'”’»)\]]*+(?=\s)"""
_END = late(f"{_WIDE}|{_DANDA}|{_STOP}|\n")
_NEXT = late(r"\W{0,8}(\w?)")
_INITIAL = late(r"(?:^|\W)[^\W\d_]$")


def ranges(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where the sentences of `text` stand, white space around them left out."""
    known = lexicon.sets.get("abbreviations", frozenset())
    return trimmed(text, (match.end() for match in _END.finditer(text) if _ends(text, match, known)))


def sentences(block: Block, lexicon: Lexicon, *, number: int = 0, first: int = 0) -> list[Sentence]:
    """The sentences of `block`; a heading is one. `number` is the block's, `first` the index to start at."""
    if block.kind is BlockKind.HEADING:
        return sliced(block, trimmed(block.text, ()), number=number, first=first)
    return sliced(block, ranges(block.text, lexicon), number=number, first=first)


def _ends(text: str, match: re.Match[str], known: frozenset[str]) -> bool:
    if match.group()[0] not in ".!?…":
        return True
    following = _NEXT.match(text, match.end())
    if following and following.group(1).islower():
        return False
    if match.group() != ".":
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    words = before.rsplit(None, 1)
    return not _INITIAL.search(before[-2:]) and not (words and words[-1].casefold() in known)
