"""News pages as extracted text: an article among the furniture of its site.

The headline becomes the title and the first heading, the dateline gives date and place. Site furniture,
datelines, picture captions, pull quotes, bylines and credits are dropped, and told.

Passing: a page that begins "Breaking News" and goes on "Moscow, 14 November 2005 (RFE/RL) -- Talks ...".
Failing: any text without dateline and furniture.
"""

from __future__ import annotations

from reconcile.model import Block, BlockKind, Document, Dropped, Notice
from reconcile.readers.decode import head_text, open_source
from reconcile.readers.lines import dropped, lines
from reconcile.readers.news_dateline import find
from reconcile.readers.news_page import Page, Paragraph, paragraphs, parts
from reconcile.readers.news_words import AGENCY, is_credit, is_furniture
from reconcile.readers.prose import Prose
from reconcile.span import Span

NAME = "news"
SUFFIXES: tuple[str, ...] = ()

_KINDS = {
    "headline": (BlockKind.HEADING, 1),
    "heading": (BlockKind.HEADING, 2),
    "text": (BlockKind.PARAGRAPH, 0),
}
_OPENING = 20  # lines that are looked at for a dateline


def sniff(head: bytes, name: str) -> float:
    """Up to 0.9: half for a dateline near the top, half for lines that only sites have, beside others."""
    text = head_text(head)
    some = [line for line in lines(text) if not line.blank]
    if all(is_furniture(line.text) for line in some):
        return 0.0  # a text of one letter is no button to share it
    dateline = max((_weight(text, line.start, line.end) for line in some[:_OPENING]), default=0.0)
    furniture = sum(is_furniture(line.text) for line in some[:10] + some[10:][-10:])
    credit = any(is_credit(line.text) for line in some[-5:])
    return min(0.9, dateline + min(0.45, 0.2 * furniture) + 0.1 * credit)


def _weight(text: str, start: int, end: int) -> float:
    found = find(text, start, end)
    if found is None:
        return 0.0
    known = AGENCY.search(text, found.start, found.end)
    return 0.5 if known and (found.day or found.place) else 0.35 if known or found.day else 0.2


def read(data: bytes, name: str) -> Document:
    """The article of a news page; ReadError when there is no text in `data`."""
    source = open_source(data, name)
    text = source.text
    page = parts(text, paragraphs(text, lines(text)))
    prose = Prose(text)
    blocks: list[Block] = []
    left_out: list[Dropped] = []
    title = None
    for at, paragraph in enumerate(page.paragraphs):
        if paragraph.role not in _KINDS:
            left_out.append(dropped(paragraph.role, text, paragraph.start, paragraph.end))
            continue
        start, lost = _behind_dateline(text, page, at, paragraph)
        left_out += lost
        prose.copy(start, paragraph.end)
        kind, level = _KINDS[paragraph.role]
        block = prose.block(kind, level=level)
        if block is not None:
            blocks.append(block)
            title = block.text if paragraph.role == "headline" else title
    date, notices = _date(page)
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=text,
        blocks=tuple(blocks),
        title=title,
        date=date,
        place=page.dateline.place if page.dateline else None,
        notices=notices,
        dropped=tuple(left_out),
    )


def _behind_dateline(text: str, page: Page, at: int, paragraph: Paragraph) -> tuple[int, list[Dropped]]:
    """Where the prose of a paragraph begins, and what stands before it: a caption, a dateline."""
    dateline = page.dateline
    if dateline is None or at != page.at:
        return paragraph.start, []
    lost = [dropped("dateline", text, dateline.start, dateline.end)]
    if dateline.start > paragraph.start:
        lost.insert(0, dropped("caption", text, paragraph.start, dateline.start))
    return dateline.end, lost


def _date(page: Page) -> tuple[str | None, tuple[Notice, ...]]:
    """The day the article speaks; a dateline without year takes it from the page's own date line."""
    printed = page.printed
    day = page.dateline.day if page.dateline else None
    if day is None or page.dateline is None:
        return (printed.iso() if printed else None), ()
    date = day.iso(printed.year if printed else None)
    if date is not None:
        return date, ()
    what = "the dateline has no year; give the document a date in the project file"
    return None, (Notice(what=what, span=Span(page.dateline.start, page.dateline.end)),)
