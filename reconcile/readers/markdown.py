"""Markdown: CommonMark with GitHub's tables, strikethrough and footnotes, and front matter.

The library gives the structure; places are found along the source (`markdown_inline`, `markdown_places`).
Code blocks, HTML, images, front matter and definitions are dropped, and told; so is what has no place.

Passing: "Some *words* [here](http://a.b)" reads "Some words here". Failing: "#hashtag", which is no heading.
"""

from __future__ import annotations

import re

from reconcile.model import Document, Dropped
from reconcile.readers.decode import head_text, open_source
from reconcile.readers.lines import dropped
from reconcile.text.late import late

NAME = "markdown"
SUFFIXES = (".md", ".markdown")

_SIGNS = (  # compiled when a file is sniffed at, for which most give no cause
    (0.25, r"(?m)^#{1,6} \S"),
    (0.35, r"\]\([^()\s]{1,300}\)"),
    (0.3, r"(?m)^ {0,3}(?:```|~~~)"),
    (0.35, r"(?m)^ {0,3}\|?(?: ?:?-{3,}:? ?\|)+ ?:?-{3,}:? ?\|? ?$"),
    (0.15, r"\*\*[^*\s][^*\n]{0,200}\*\*"),
    (0.15, r"(?m)^\[[^\]\n]{1,200}\]: \S"),
    (0.3, r"\A---[^\S\n]*\r?\n[\w-]+:"),
)
_FRONT = late(
    r"(?P<fence>---|\+\+\+)[^\S\r\n]*(?:\r\n?|\n)(?P<body>[\w\"'-]+[^\S\r\n]*[:=](?s:.*?)(?:\r\n?|\n)|)"
    r"(?P=fence)[^\S\r\n]*(?=\r|\n|\Z)"
)
_KEY = r"^{}[^\S\r\n]*[:=][^\S\r\n]*(?P<quote>[\"']?)(?P<value>[^\r\n]*?)(?P=quote)[^\S\r\n]*$"
_TITLE = late(_KEY.format("title"), re.M | re.I)
_DATE = late(_KEY.format("(?:date|last[-_]?mod(?:ified)?|updated)"), re.M | re.I)
_DAY = late(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?")


def sniff(head: bytes, name: str) -> float:
    """How many of Markdown's signs stand in the file, weighed; 0 to 0.85."""
    text = head_text(head)
    return min(0.85, sum(weight for weight, sign in _SIGNS if re.search(sign, text)))


def read(data: bytes, name: str) -> Document:
    """The blocks of a Markdown file; ReadError when there is no text in `data`."""
    from reconcile.readers.markdown_inline import parser  # markdown-it, which sniffing does without
    from reconcile.readers.markdown_walk import Walk

    source = open_source(data, name)
    text = source.text
    front = _FRONT.match(text)
    left_out: list[Dropped] = []
    body = text
    if front is not None:
        left_out.append(dropped("front matter", text, 0, front.end()))
        body = re.sub(r"[^\r\n]+", "", text[: front.end()]) + text[front.end() :]
    walk = Walk(text, parser())
    walk.run(body)
    values = front["body"] if front is not None else ""
    title = _TITLE.search(values)
    day = _DATE.search(values)
    stated = _DAY.match(day["value"]) if day else None
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=text,
        blocks=tuple(walk.blocks),
        title=(title["value"].strip() or None) if title else walk.title,
        date=stated.group() if stated else None,
        can_cite=True,
        notices=tuple(walk.notices),
        dropped=tuple(sorted(left_out + walk.dropped, key=lambda each: each.span)),
    )
