"""The parts of a news page: what is headline, text, section head, and what is not the news at all.

Each paragraph gets a role: headline, heading, text, and what is dropped: furniture, dateline, caption,
pull quote, credit, byline, date line.

Passing: a line "Read more" is furniture. Failing: "Read more books, he said.", a sentence of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.fields import frozen, replace
from reconcile.readers.lines import Line
from reconcile.readers.news_dateline import Dateline, Day, find, published
from reconcile.readers.news_words import CAPTION, LEGAL, MORE, PICTURE_CREDIT, is_credit, is_furniture
from reconcile.text.late import late

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_BYLINE = late(rf"(?:By|BY) {_NAME}(?: (?:and |de |van |von )?{_NAME}){{1,6}}(?:,.{{0,60}})?")
_SENTENCE_END = late(r"[.!?…:;,][\"'”’»)\]]*$|[\"”»]$")
_QUOTATION = late(r"[\"“„«].{15,400}[\"”»]", re.S)
_WORDS = late(r"\w+")
LONGEST_LINE = 100  # of hard-wrapped text
LONGEST_HEADING = 90
LONGEST_NOTE = 700  # of a paragraph that is no part of the article
LONGEST_PULL = 400  # of a pull quote
SHINGLE = 5  # words that a pull quote has at least
LONGEST_BLURB = 250  # of the text below a picture that links to another page
OPENING = 12  # paragraphs in which a dateline may stand


@frozen(kw_only=True)
class Paragraph:
    """A run of lines; the characters [start, end) of the file."""

    start: int
    end: int
    text: str
    role: str = "text"

    @property
    def prose(self) -> bool:
        """True for something that reads like a sentence, not like a line of a menu."""
        return len(self.text) > LONGEST_HEADING or (
            len(self.text.split()) > 3 and _SENTENCE_END.search(self.text) is not None
        )


@frozen(kw_only=True)
class Page:
    """The paragraphs with their roles, the dateline with the index of its paragraph, and the printed day."""

    paragraphs: tuple[Paragraph, ...]
    dateline: Dateline | None
    at: int
    printed: Day | None


def paragraphs(text: str, lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs: each line is one, but a run of hard-wrapped lines is joined."""
    found: list[Paragraph] = []
    run: list[Line] = []
    for line in [*lines, Line(len(text), len(text), "")]:
        if not line.blank:
            run.append(line)
            continue
        if _hard_wrapped(run):
            run = [Line(run[0].start, run[-1].end, text[run[0].start : run[-1].end])]
        found += [Paragraph(start=each.start, end=each.end, text=each.text) for each in run]
        run = []
    return found


def _hard_wrapped(run: Sequence[Line]) -> bool:
    """Lines of about one length, one of them ending in the middle of a sentence."""
    if len(run) < 2 or max(len(line.text) for line in run) > LONGEST_LINE:
        return False
    full = [len(line.text) for line in run[:-1]]
    broken = any(not _SENTENCE_END.search(line.text) for line in run[:-1])
    return sum(full) >= 50 * len(full) and broken


def parts(text: str, found: Sequence[Paragraph]) -> Page:
    """The page: every paragraph with its role."""
    page = [replace(each, role=_alone(each)) for each in found]
    at, dateline = _dateline(text, page)
    printed = next((day for each in page if each.role == "date line" and (day := published(each.text))), None)
    page = _with_headline(page, at)
    page = _without_tail(page)
    page = _without_repeats(page)
    page = _with_headings(page)
    return Page(paragraphs=tuple(page), dateline=dateline, at=at, printed=printed)


def _alone(paragraph: Paragraph) -> str:
    """The role of a paragraph as far as its own words tell."""
    if len(paragraph.text) > LONGEST_NOTE:
        return "text"
    text = " ".join(paragraph.text.split())
    if is_furniture(text):
        return "furniture"
    if is_credit(text):
        return "credit"
    if _BYLINE.fullmatch(text):
        return "byline"
    if published(text):
        return "date line"
    if CAPTION.fullmatch(text) or _credited_picture(text):
        return "caption"
    return "text"


def _credited_picture(text: str) -> bool:
    """A short text that ends in "(file photo)", "(AFP)" or both is a picture's."""
    last = text.rfind("(", 0, text.rfind("(")) if text.endswith(")") else -1
    return len(text) < 400 and any(
        PICTURE_CREDIT.fullmatch(text, at) for at in (last, text.rfind("(")) if at >= 0
    )


def _dateline(text: str, page: Sequence[Paragraph]) -> tuple[int, Dateline | None]:
    """The first dateline, with the index of its paragraph; -1 when there is none."""
    opening = [at for at, each in enumerate(page) if each.role == "text"][:OPENING]
    for at in opening:
        found = find(text, page[at].start, page[at].end)
        if found is not None and found.end < page[at].end:
            return at, found
    return -1, None


def _with_headline(page: list[Paragraph], dateline_at: int) -> list[Paragraph]:
    """The headline is the first line of some length above the text; lines above it are the site's."""
    first = next((at for at, each in enumerate(page) if each.role == "text" and each.prose), len(page))
    if 0 <= dateline_at < first:
        first = dateline_at
    above = [at for at in range(first) if page[at].role == "text"]
    if not above:
        return page
    headline = next((at for at in above if len(page[at].text.split()) > 3), None)
    if headline is None:
        headline = max(above, key=lambda at: (len(page[at].text), -at))
    roles = {at: "furniture" for at in above if at < headline} | {headline: "headline"}
    return [replace(each, role=roles.get(at, each.role)) for at, each in enumerate(page)]


def _without_tail(page: list[Paragraph]) -> list[Paragraph]:
    """From a copyright line, or a list of other articles that no text follows, the page is furniture."""
    texts = [at for at, each in enumerate(page) if each.role == "text" and each.prose]
    if not texts:
        return page
    long = max((at for at in texts if len(page[at].text) > LONGEST_BLURB), default=-1)
    below = range(texts[0] + 1, len(page))
    end = next((at for at in below if _ends_article(page[at].text, at > long)), len(page))
    end = _before_cards(page, end)
    return [*page[:end], *(replace(each, role=_cut(each.role)) for each in page[end:])]


def _ends_article(text: str, nothing_below: bool) -> bool:
    if len(text) > LONGEST_NOTE:
        return False
    line = " ".join(text.split())
    return LEGAL.fullmatch(line) is not None or (nothing_below and MORE.fullmatch(line) is not None)


def _cut(role: str) -> str:
    return "furniture" if role == "text" else role


def _before_cards(page: Sequence[Paragraph], end: int) -> int:
    """Where the cards begin that link to other pages: a title printed twice, with a blurb or two."""
    at = end - 1
    while at > 0 and page[at].role in ("text", "furniture") and len(page[at].text) <= LONGEST_BLURB:
        twice = page[at].text == page[at - 1].text and _heads(page[at])
        if twice and any(each.prose for each in page[: at - 1]):
            return at - 1
        if _QUOTATION.search(page[at].text):
            break
        at -= 1
    return end


def _without_repeats(page: list[Paragraph]) -> list[Paragraph]:
    """A quotation, or other line, that stands again inside another paragraph is a pull quote."""
    words = [_WORDS.findall(each.text.casefold()) if each.role == "text" else [] for each in page]
    pull = {at for at, each in enumerate(page) if len(words[at]) >= SHINGLE and _may_be_pulled(each)}
    lengths: dict[tuple[str, ...], set[int]] = {}  # of the candidates, by their first words
    for at in pull:
        lengths.setdefault(tuple(words[at][:SHINGLE]), set()).add(len(words[at]))
    inside: set[tuple[str, ...]] = set()
    for each in words:
        for at in range(len(each) - SHINGLE + 1):
            for length in lengths.get(tuple(each[at : at + SHINGLE]), ()):
                if length < len(each):
                    inside.add(tuple(each[at : at + length]))
    return [
        replace(each, role="pull quote") if at in pull and tuple(words[at]) in inside else each
        for at, each in enumerate(page)
    ]


def _may_be_pulled(paragraph: Paragraph) -> bool:
    """True for a short paragraph that is one quotation, or does not end like a sentence."""
    text = paragraph.text
    if len(text) > LONGEST_PULL:
        return False
    return _QUOTATION.fullmatch(text) is not None or _SENTENCE_END.search(text) is None


def _heads(paragraph: Paragraph) -> bool:
    """True for a short line that does not end like a sentence."""
    text = paragraph.text
    return (
        len(text) <= LONGEST_HEADING
        and len(text.split()) <= 14
        and not _SENTENCE_END.search(text)
        and text[0].isalnum()
        and not text[0].islower()
    )


def _with_headings(page: list[Paragraph]) -> list[Paragraph]:
    """Short lines with text below head a section; those with none below are links of the site."""
    made = []
    below = False
    for each in reversed(page):
        if each.role == "text" and _heads(each):
            each = replace(each, role="heading" if below else "furniture")
        elif each.role == "text":
            below = True
        made.append(each)
    return made[::-1]
