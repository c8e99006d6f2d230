"""Text extracted from a page: one paragraph a line, short headings that end in a full stop.

    History.
    The town was founded in 1204 by settlers from the coast. It was walled in 1310.

The first line is a heading: it is short, has no sentence before it, and a longer line follows.
"""

from __future__ import annotations

import re
from itertools import pairwise

from reconcile.model import Block, BlockKind, Document
from reconcile.readers.decode import head_text, open_source
from reconcile.readers.prose import Prose
from reconcile.text.late import late

NAME = "extracted"
SUFFIXES: tuple[str, ...] = ()

_LINE = late(r"[^\r\n]*\S[^\r\n]*")
_LONG = 200  # characters: longer than any hard-wrapped line
_HEADING_WORDS = 8
_HEADING = late(r"[^.!?:;]+\.\s*")
_MARKUP = late(r"^(?:[#>|=+*-]|\d+[.)]\s)", re.MULTILINE)
_BLANK = late(r"\n[^\S\n]*(?:\r?\n)")


def sniff(head: bytes, name: str) -> float:
    """0.6 for long lines with no blank line between two of them and no mark-up; 0.3 with few; else 0."""
    text = head_text(head).strip()
    lines = _LINE.findall(text)
    prose = [line for line in lines if not _is_short(line)]
    if not prose or _MARKUP.search(text) or min(map(len, prose)) * 2 < _LONG:
        return 0.0
    if sum(len(line) >= _LONG for line in prose) * 2 < len(prose):
        return 0.0
    return 0.0 if _BLANK.search(text) else 0.6


def read(data: bytes, name: str) -> Document:
    """One block a line; ReadError when there is no text."""
    source = open_source(data, name)
    prose = Prose(source.text)
    spans = [match.span() for match in _LINE.finditer(source.text)]
    lines = [source.text[start:end] for start, end in spans]
    heads = {at for at, (line, after) in enumerate(pairwise(lines)) if _is_heading(line, after)}
    blocks: list[Block | None] = []
    for at, (start, end) in enumerate(spans):
        prose.copy(start, end)
        blocks.append(
            prose.block(BlockKind.HEADING, level=2) if at in heads else prose.block(BlockKind.PARAGRAPH)
        )
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=source.text,
        blocks=tuple(block for block in blocks if block is not None),
    )


def _is_short(line: str) -> bool:
    return len(line.split()) <= _HEADING_WORDS and bool(_HEADING.fullmatch(line.strip()))


def _is_heading(line: str, after: str) -> bool:
    return _is_short(line) and (len(after) > 2 * len(line) or _is_short(after))
