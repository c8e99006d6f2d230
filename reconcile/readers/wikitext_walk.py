"""From the tokens of a page to blocks of prose, with what was left out and what a person should know.

The walk goes once over the stream. What shows text is copied; what does not is skipped whole, because the
layout knows where each construct ends.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from mwparserfromhell.parser import tokens

from reconcile.fields import replace
from reconcile.model import Block, BlockKind, Citation, Dropped, Notice
from reconcile.readers import wikitext_names as names
from reconcile.readers.prose import Prose
from reconcile.readers.wikitext_scan import HIDDEN
from reconcile.readers.wikitext_tokens import Layout
from reconcile.span import Span
from reconcile.text.late import late

SHORT = 120  # characters of what was dropped that are told

_NOT_SHOWN = late(rf"{HIDDEN}+|'{{2,}}|__[A-Z]{{3,}}__|-\{{(?P<variants>[^{{}}]*)\}}-")
_BLOCK = late(r"</?(p|li|dd|dt|td|th|tr|table|div|center|h[1-6])\b", re.IGNORECASE)
_TRAIL = late(r"[a-zà-öø-ÿā-ſа-яё]+")
_VARIANT = late(r"(?:^|;)\s*[a-z]{2,3}(?:-[a-z]+)*\s*:\s*([^;]+)")


class Walk:
    """The state of one walk over a page; `chunk` takes the page piece by piece, in order."""

    # Of the class: methods bound to a walk would keep all that it made until the next collection.
    handlers: ClassVar[Mapping[type, Callable[[Any, int], int]]] = {}

    def __init__(self, source: str, page: str) -> None:
        self.source = source  # the file
        self.page = page  # what was tokenized: the same length, line ends restored, unclosed marks covered
        self.prose = Prose(source)
        self.blocks: list[Block] = []
        self.dropped: list[Dropped] = []
        self.notices: list[Notice] = []
        self.cited: dict[str, str] = {}  # what a named reference cites
        self.lay: Layout
        self.base: tuple[BlockKind, str | None] = (BlockKind.PARAGRAPH, None)
        self.item = 0  # depth of the list item that is open
        self.own_line = False  # the open block ends with its line
        self.marks = ""  # list marks that end at `marks_end`
        self.marks_end = -1
        self.line = 0  # length of the prose where the line began
        self.quiet = False  # the line has held a comment, which leaves no blank line behind
        self.start = 0  # text before this offset was already taken
        self.first = 0  # number of blocks before this piece of the page
        self.leans = False  # what was said of this piece depends on what stands before it

    def chunk(self, lay: Layout) -> None:
        """Walk over one piece of the page; constructs do not reach across pieces."""
        self.lay, self.first, self.leans = lay, len(self.blocks), False
        self.run(0, len(lay.tokens))
        self.flush()

    def plain_text(self, start: int, end: int) -> None:
        """Read what cannot be parsed as paragraphs of plain text, and say so."""
        what = "a part of the page cannot be parsed as wikitext; it was read as plain text"
        self.notices.append(Notice(what=what, span=Span(start, end)))
        self.lines(start, end)
        self.flush()

    def run(self, low: int, high: int) -> None:
        """Walk over the tokens [low, high)."""
        stream, at, handlers, text = self.lay.tokens, self.lay.at, self.handlers, tokens.Text
        index = low
        while index < high:
            kind = type(stream[index])
            if kind is text:
                self.text(at[index], at[index + 1])
                index += 1
            else:
                index = handlers[kind](self, index)

    def flush(self) -> Block | None:
        """End the block that is open."""
        kind, label = self.base
        if self.item and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LIST_ITEM
        block = self.prose.block(kind, level=self.item if kind is BlockKind.LIST_ITEM else 0, label=label)
        if block is not None:
            self.blocks.append(block)
        self.item, self.own_line, self.line = 0, False, 0
        return block

    def text(self, start: int, end: int) -> None:
        """Prose with magic words, tags without partner and language variants taken care of."""
        start = max(start, self.start)
        page = self.page
        chunk = page[start:end]
        if HIDDEN not in chunk and "__" not in chunk and "-{" not in chunk and "''" not in chunk:
            if "\n" in chunk:
                self.lines(start, end)
            else:
                self.prose.copy(start, end)
            return
        for match in _NOT_SHOWN.finditer(page, start, end):
            self.lines(start, match.start())
            start = match.end()
            block = _BLOCK.match(self.source, match.start())
            if block is not None:
                self.flush()
                self.item = 1 if block.group(1).lower() == "li" else 0
            if match["variants"] is not None:
                self.prose.replace(_variant(match["variants"]), match.start(), match.end())
        self.lines(start, end)

    def lines(self, start: int, end: int) -> None:
        """Copy text; a blank line ends a paragraph, and any line end ends a list item."""
        at = self.page.find("\n", start, end)
        while at >= 0:
            self.prose.copy(start, at)
            self.end_line(at)
            start = at + 1
            at = self.page.find("\n", start, end)
        self.prose.copy(start, end)

    def end_line(self, at: int) -> None:
        if self.item or self.own_line or (self.prose.length == self.line and not self.quiet):
            self.flush()
        else:
            self.prose.space(at, at + 1)
        self.line, self.quiet = self.prose.length, False

    def drop(self, kind: str, start: int, end: int) -> None:
        """Note what stands at [start, end) as left out."""
        said = " ".join(self.source[start : min(end, start + SHORT)].split())
        more = "…" if end - start > SHORT else ""
        self.dropped.append(Dropped(what=f"{kind}: {said}{more}", span=Span(start, end)))

    def skip(self, kind: str, index: int) -> int:
        """Leave out the construct that token `index` opens; the index behind it."""
        behind = self.lay.close[index] + 1
        self.drop(kind, self.lay.at[index], self.lay.at[behind])
        return behind

    def cite(self, text: str, start: int, end: int) -> None:
        """A reference mark; behind a block that has just ended it belongs to that block."""
        self.drop("reference", start, end)
        self.leans = self.leans or (self.prose.empty and len(self.blocks) == self.first)
        if not self.prose.empty or not self.blocks:
            self.prose.cite(text, start, end)
            return
        last = self.blocks[-1]
        if "\n" not in self.page[last.pieces[-1].end : start].strip(" ").rstrip("\n"):
            mark = Citation(at=len(last.text), text=text, span=Span(start, end))
            self.blocks[-1] = replace(last, citations=(*last.citations, mark))

    def heading(self, index: int) -> int:
        self.flush()
        end = self.lay.close[index]
        self.run(index + 1, end)
        block = self.prose.block(BlockKind.HEADING, level=int(self.lay.tokens[index]["level"]))
        self.line = 0
        if block is not None:
            self.blocks.append(block)
        return end + 1

    def wikilink(self, index: int) -> int:
        """Show the words of a link, with the letters that follow it; files and categories show nothing."""
        lay = self.lay
        end = lay.close[index]
        first = lay.parts.get(index, [end])[0]
        start = lay.at[index] + 2
        target = " ".join(self.source[start : lay.at[first]].split())
        space = names.prefix(target)
        if space in names.FILES:
            return self.skip("file", index)
        if space in names.CATEGORIES:
            return self.skip("category", index)
        if space and names.is_interlanguage(target):
            return self.skip("interlanguage link", index)
        self.prose.open_link(target.lstrip(":").replace("_", " "))
        self.link_words(index, first, end, target)
        behind = lay.at[end + 1]
        trail = _TRAIL.match(self.page, behind)
        if trail:
            self.prose.copy(behind, trail.end())
            self.start = trail.end()
        self.prose.close_link()
        return end + 1

    def link_words(self, index: int, first: int, end: int, target: str) -> None:
        at = self.lay.at
        if first + 1 < end:
            self.run(first + 1, end)
        elif first < end:  # the pipe trick: [[Rome (city)|]]
            shown = target.split(" (")[0].rpartition(":")[2]
            self.prose.replace(shown, at[index], at[end + 1])
        else:
            start = at[index] + 2
            self.prose.copy(start + (self.page[start : start + 1] == ":"), at[end])

    def external(self, index: int) -> int:
        """Show the words of a link; one in brackets without words is a reference mark."""
        lay = self.lay
        end = lay.close[index]
        first = lay.parts.get(index, [end])[0]
        bracket = 1 if lay.tokens[index].get("brackets") else 0
        url = self.source[lay.at[index] + bracket : lay.at[first]]
        if bracket and first == end:
            self.cite(url, lay.at[index], lay.at[end + 1])
            return end + 1
        self.prose.open_link(url)
        self.run(index + 1 if first == end else first + 1, end)
        self.prose.close_link()
        return end + 1

    def entity(self, index: int) -> int:
        end = index + 1
        while type(self.lay.tokens[end]) is not tokens.HTMLEntityEnd:
            end += 1
        start, behind = self.lay.at[index], self.lay.at[end + 1]
        self.prose.replace(html.unescape(self.source[start:behind]), start, behind)
        return end + 1

    def comment(self, index: int) -> int:
        self.quiet = True
        return self.skip("comment", index)


def _variant(text: str) -> str:
    """What a reader sees of -{…}-: the first of its language variants, or the plain words."""
    flags, bar, words = text.rpartition("|")
    if bar and set(flags.strip()) - set("DTRA"):
        return ""
    found = _VARIANT.search(words)
    return (found.group(1) if found else words).strip()


def attribute(text: str, name: str) -> str | None:
    """The value of attribute `name` in the text of an opening tag."""
    found = re.search(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s/>|]+))", text, re.IGNORECASE)
    return next((value for value in found.groups() if value is not None), None) if found else None
