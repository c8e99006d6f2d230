"""Wikitext, as MediaWiki stores it, and pages of a dump written on one line.

    '''Rome''' is the capital of [[Italy]].<ref>{{cite web|url=http://example.org}}</ref>

reads as "Rome is the capital of Italy." with a link to Italy and a citation behind it. References,
templates, files, categories, comments and the sections of links at the end are listed under `dropped`;
maintenance templates are told as notices. Fields of an infobox are cells of a table. What cannot be parsed
is read as plain text, with a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.fields import replace
from reconcile.model import Block, BlockKind, Document, Dropped, Notice
from reconcile.readers import wikitext_names as names
from reconcile.readers.decode import head_text, open_source
from reconcile.readers.wikitext_flat import Header, header, restore_lines
from reconcile.readers.wikitext_scan import Scanned, scan
from reconcile.span import Span
from reconcile.text.late import late

NAME = "wikitext"
SUFFIXES = (".wiki", ".wikitext", ".mediawiki")

LARGEST_CHUNK = 4_000_000  # characters without a place to cut: beyond, memory goes over every measure

_SIGNS = {
    re.compile(r"\[\[[^\[\]\n]{1,200}\]\]"): 0.35,
    re.compile(r"\{\{[^{}]{1,500}\}\}"): 0.25,
    re.compile(r"(?:^| )(={2,6})[^=\n]{1,200}\1(?:\s|$)", re.MULTILINE): 0.3,
    re.compile(r"'''[^'\n]+'''"): 0.3,
    re.compile(r"<ref[ />]"): 0.3,
    re.compile(r"^\{\|", re.MULTILINE): 0.3,
    re.compile(r"^#\w+ *\[\[", re.MULTILINE): 0.4,
}
_REDIRECT = late(r"\s*#[^\W\d_]+\s*:?\s*\[\[([^\]|\n]+)[^\]\n]*\]\]")


def sniff(head: bytes, name: str) -> float:
    """The sum of the signs of wikitext found, at most 0.95; 0.98 with the header of a dump."""
    text = head_text(head)
    score = min(0.95, sum(weight for sign, weight in _SIGNS.items() if sign.search(text)))
    return 0.98 if score and header(text) is not None else score


def read(data: bytes, name: str) -> Document:
    """The prose of a page; ReadError when there is no text."""
    source = open_source(data, name)
    head = header(source.text)
    start = head.end if head is not None else 0
    scanned = scan(restore_lines(source.text, start))
    blocks, dropped, notices = _walk(source.text, scanned, start)
    blocks, furniture = _without_furniture(blocks)
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=source.text,
        blocks=tuple(blocks),
        title=head.title if head is not None else None,
        revision=head.revision if head is not None else None,
        date=head.date if head is not None else None,
        can_cite=True,
        notices=tuple(notices),
        dropped=tuple(sorted([*_head_dropped(head, source.text), *dropped, *furniture], key=_place)),
    )


def _place(dropped: Dropped) -> tuple[Span, str]:
    return dropped.span, dropped.what


def _head_dropped(head: Header | None, text: str) -> list[Dropped]:
    if head is None:
        return []
    return [Dropped(what=f"page header: {text[: min(head.end, 120)].strip()}", span=Span(0, head.end))]


def _walk(text: str, scanned: Scanned, start: int) -> tuple[list[Block], list[Dropped], list[Notice]]:
    """Blocks, what was dropped and notices of the page from `start` on."""
    from reconcile.readers.wikitext_again import read_piece
    from reconcile.readers.wikitext_inline import PageWalk
    from reconcile.readers.wikitext_tokens import Budget

    walk = PageWalk(text, scanned.text)
    redirect = _REDIRECT.match(scanned.text, start)
    if redirect is not None:
        walk.notices.append(Notice(what=f"a redirect to {redirect.group(1)}", span=Span(*redirect.span())))
        walk.drop("redirect", *redirect.span())
        start = redirect.end()
    budget = Budget(len(text))
    for low, high in scanned.chunks:
        low = max(low, start)
        if low < high and not (high <= low + LARGEST_CHUNK and read_piece(walk, low, high, budget)):
            walk.plain_text(low, high)
    notices = sorted(
        [*walk.notices, *_unclosed(scanned, start)], key=lambda notice: notice.span or Span(0, 0)
    )
    return [_resolved(block, walk.cited) for block in walk.blocks], walk.dropped, notices


def _unclosed(scanned: Scanned, start: int) -> list[Notice]:
    places = [at for at in scanned.unclosed if at >= start]
    if not places:
        return []
    what = f"{len(places)} marks of wikitext without their partner, read as text"
    return [Notice(what=what, span=Span(places[0], places[0] + 1))]


def _resolved(block: Block, cited: dict[str, str]) -> Block:
    """`block` with what its named references cite, now that all of them are known."""
    if not block.citations or not any(mark.text.startswith("\0") for mark in block.citations):
        return block
    marks = []
    for mark in block.citations:
        if mark.text.startswith("\0"):
            mark = replace(mark, text=cited.get(mark.text[1:], mark.text[1:]) or "reference")
        marks.append(mark)
    return replace(block, citations=tuple(marks))


def _without_furniture(blocks: list[Block]) -> tuple[list[Block], list[Dropped]]:
    """The blocks without the sections that only list links and references; they are told as dropped."""
    kept: list[Block] = []
    dropped: list[Dropped] = []
    for section in _sections(blocks):
        lists = section[1:] if _is_furniture(section[0]) else []
        furniture = [block for block in lists if block.kind is not BlockKind.PARAGRAPH or _is_links(block)]
        if (lists and len(furniture) == len(lists)) or (_is_furniture(section[0]) and len(section) == 1):
            furniture = section
        dropped += [_as_dropped(block) for block in furniture]
        gone = set(map(id, furniture))
        kept += [block for block in section if id(block) not in gone]
    return kept, dropped


def _sections(blocks: list[Block]) -> Iterator[list[Block]]:
    section: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.HEADING and section:
            yield section
            section = []
        section.append(block)
    if section:
        yield section


def _is_furniture(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and block.text.strip(" :").lower() in names.FURNITURE


def _is_links(block: Block) -> bool:
    linked = sum(link.end - link.start for link in block.links)
    return linked * 2 >= len(block.text)


def _as_dropped(block: Block) -> Dropped:
    short = block.text if len(block.text) <= 120 else f"{block.text[:120]}…"
    return Dropped(what=f"page furniture: {short}", span=Span(block.pieces[0].start, block.pieces[-1].end))
