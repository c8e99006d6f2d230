"""Ordinary text: paragraphs at blank lines, hard wraps joined."""

from __future__ import annotations

import re

from reconcile.model import BlockKind, Document
from reconcile.readers.decode import open_source
from reconcile.readers.prose import Prose

NAME = "plain"
SUFFIXES: tuple[str, ...] = ()

_PARAGRAPH = re.compile(r"\S.*(?:(?:\r\n?|\n)[^\S\r\n]*\S.*)*")


def sniff(head: bytes, name: str) -> float:
    """0.1: any text can be read as ordinary text, so every other reader goes first."""
    return 0.1


def read(data: bytes, name: str) -> Document:
    """The paragraphs of ordinary text; ReadError when there is none."""
    source = open_source(data, name)
    prose = Prose(source.text)
    blocks = []
    for match in _PARAGRAPH.finditer(source.text):
        prose.copy(match.start(), match.end())
        block = prose.block(BlockKind.PARAGRAPH)
        if block is not None:
            blocks.append(block)
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=source.text,
        blocks=tuple(blocks),
    )
