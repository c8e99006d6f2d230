"""Diplomatic telegrams: a header block, numbered paragraphs with classification marks, a signature.

The date-time group gives the document's date, FM its place, SUBJECT its title and first heading. Marks such
as (C), markers such as END SUMMARY, rules, page heads, the rest of the header and the signature are dropped.

Passing: a text that begins with "R 180924Z SEP 09" and "FM AMEMBASSY TASHKENT". Failing: any other text.
"""

from __future__ import annotations

import re

from reconcile.model import Block, BlockKind, Document, Dropped
from reconcile.readers.decode import head_text, open_source
from reconcile.readers.lines import dropped, lines
from reconcile.readers.prose import Prose
from reconcile.readers.telegram_body import BULLET, LEAD, MARKER, Chunk, chunks
from reconcile.readers.telegram_header import DATE_TIME, MARK, NUMBERED, read_header
from reconcile.text.late import late

NAME = "telegram"
SUFFIXES: tuple[str, ...] = ()

_SIGNS = (
    (0.5, DATE_TIME),
    (0.3, late(r"^[^\S\r\n]*FM [A-Z/ ]+\d*\s*$", re.M)),
    (0.25, late(r"^[^\S\r\n]*E\.\s?O\.\s*\d{5}", re.M)),
    (0.2, late(r"^[^\S\r\n]*TAGS:?\s", re.M)),
    (0.1, late(r"^[^\S\r\n]*SUBJ(?:ECT)?:", re.M)),
    (0.2, late(rf"^[^\S\r\n]*(?:¶\s*)?\d{{1,3}}\.\s*{MARK}", re.M)),
)
_KINDS = {
    "text": BlockKind.PARAGRAPH,
    "heading": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
}
_LEFT_OUT = {"rule": "rule", "page": "page head", "signature": "signature"}
_SOFT_HYPHEN = late(r"[^\W\d_]-$")


def sniff(head: bytes, name: str) -> float:
    """How many of a telegram's signs stand in the first 8,000 characters, weighed; 0 to 0.95."""
    text = head_text(head)[:8000]
    return min(0.95, sum(weight for weight, sign in _SIGNS if sign.search(text)))


def read(data: bytes, name: str) -> Document:
    """The paragraphs of a telegram; ReadError when there is no text in `data`."""
    source = open_source(data, name)
    text = source.text
    all_lines = lines(text)
    header = read_header(text, all_lines)
    prose = Prose(text)
    blocks: list[Block] = []
    left_out: list[Dropped] = list(header.dropped)
    title = None
    if header.subject is not None:
        prose.copy(*header.subject)
        block = prose.block(BlockKind.HEADING, level=1)
        if block is not None:
            blocks.append(block)
            title = block.text
    for chunk in chunks(text, all_lines[header.end :]):
        if chunk.kind in _LEFT_OUT:
            left_out.append(dropped(_LEFT_OUT[chunk.kind], text, chunk.start, chunk.end))
            continue
        block, lost = _block(text, prose, chunk)
        left_out += lost
        if block is not None:
            blocks.append(block)
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=text,
        blocks=tuple(blocks),
        title=title,
        date=header.date,
        place=header.place,
        dropped=tuple(sorted(left_out, key=lambda each: each.span)),
    )


def _block(text: str, prose: Prose, chunk: Chunk) -> tuple[Block | None, list[Dropped]]:
    """The block of a paragraph, item or heading, and the number, marks and markers left out of it."""
    left_out = []
    at = chunk.start
    for kind, end in _lead(text, chunk):
        left_out.append(dropped(kind, text, at, end))
        at = end
    for start, end in chunk.spans:
        start = max(start, at)
        for match in MARKER.finditer(text, start, max(start, end)):
            prose.copy(start, match.start())
            left_out.append(dropped("marker", text, match.start(), match.end()))
            start = match.end()
        if start < end:
            prose.copy(start, end)
            if not _SOFT_HYPHEN.search(text, start, end):
                prose.space(end, end)
    level = 2 if chunk.kind == "heading" else 1 if chunk.kind == "item" else 0
    return prose.block(_KINDS[chunk.kind], level=level, label=chunk.label), left_out


def _lead(text: str, chunk: Chunk) -> list[tuple[str, int]]:
    """(kind, end) of the number, bullet, marks and markers a paragraph begins with."""
    first = NUMBERED if chunk.label else BULLET if chunk.kind == "item" else LEAD
    match = first.match(text, chunk.start, chunk.end)
    found: list[tuple[str, int]] = []
    while match is not None:
        found.append(("number" if chunk.label and not found else "mark", match.end()))
        match = LEAD.match(text, match.end(), chunk.end)
    return found
