"""reStructuredText: docutils' structure, with places found along the source.

Directives, comments, fields, footnotes and code are dropped, and told; admonitions are read. A footnote's
mark becomes a citation. Unknown (Sphinx) roles show their words.

Passing: "See :ref:`the guide <guide>` [1]_." reads "See the guide ." with a citation. Failing: nothing; what
docutils cannot read is read as plain paragraphs, with a notice.
"""

from __future__ import annotations

import re

from reconcile.model import Block, BlockKind, Document, Dropped, Notice
from reconcile.readers.decode import head_text, open_source
from reconcile.readers.lines import dropped
from reconcile.readers.prose import Prose
from reconcile.text.late import late

NAME = "rst"
SUFFIXES = (".rst", ".rest")

_SIGNS = (  # compiled when a file is sniffed at, for which most give no cause
    (0.4, r"(?m)^\.\. [\w-]+::(?:\s|$)"),
    (0.3, r"(?m)^\.\. (?:_[^:\n]{1,100}:|\[[^\]\n]{1,60}\] )"),
    (0.2, r"(?m)^(?!\s)[^\n]{3,100}\n(?:={3,}|-{3,}|~{3,}|\^{3,}|\"{3,})\s*$"),
    (0.3, r":[a-z:]{2,20}:`[^`\n]{1,200}`"),
    (0.2, r"``[^`\n]{1,200}``"),
    (0.2, r"`[^`\n]{1,200}`__?\b|\[#?\w{0,20}\]_(?=\W)"),
    (0.3, r"\APEP: \d+\r?\nTitle: "),
)
_HEADERS = late(
    r"PEP: \d+[^\S\r\n]*(?:\r\n?|\n)(?:[\w-]+:[^\r\n]*(?:\r\n?|\n)(?:[ \t]+\S[^\r\n]*(?:\r\n?|\n))*)*"
)
_TITLE = late(r"^:?Title:[^\S\r\n]+(\S[^\r\n]*)", re.M)
_FIRST_FIELD = late(r"\s*:Title:[^\S\r\n]+(\S[^\r\n]*)")
_PARAGRAPH = late(r"\S.*(?:(?:\r\n?|\n)[^\S\r\n]*\S.*)*")


def sniff(head: bytes, name: str) -> float:
    """How many of reStructuredText's signs stand in the file, weighed; 0 to 0.85."""
    text = head_text(head)
    return min(0.85, sum(weight for weight, sign in _SIGNS if re.search(sign, text)))


def read(data: bytes, name: str) -> Document:
    """The blocks of a reStructuredText file; ReadError when there is no text in `data`."""
    from reconcile.readers.rst_parse import harmless, parse  # docutils, which sniffing does without
    from reconcile.readers.rst_walk import Walk

    source = open_source(data, name)
    text = source.text
    headers = _HEADERS.match(text)
    left_out: list[Dropped] = []
    start = 0
    if headers is not None:
        start = headers.end()
        left_out.append(dropped("fields", text, 0, len(text[:start].rstrip())))
    body = harmless(re.sub(r"[^\r\n]", " ", text[:start]) + text[start:])
    said = _TITLE.search(text, 0, start) or _FIRST_FIELD.match(text)
    walk = Walk(text, start)
    tree = parse(body)
    notices: tuple[Notice, ...] = ()
    if tree is None:
        notices = (Notice(what="docutils cannot read this file; it was read as plain text"),)
        blocks = _plain(text, start)
    else:
        walk.run(tree, body)
        blocks = walk.blocks
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=text,
        blocks=tuple(blocks),
        title=said.group(1).strip() if said else walk.title,
        can_cite=True,
        notices=notices,
        dropped=tuple(sorted(left_out + walk.dropped, key=lambda each: each.span)),
    )


def _plain(text: str, start: int) -> list[Block]:
    prose = Prose(text)
    blocks = []
    for match in _PARAGRAPH.finditer(text, start):
        prose.copy(match.start(), match.end())
        block = prose.block(BlockKind.PARAGRAPH)
        if block is not None:
            blocks.append(block)
    return blocks
