"""From markdown-it's tokens to blocks of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reconcile.model import Block, BlockKind, Notice
from reconcile.readers.lines import dropped
from reconcile.readers.markdown_inline import words_of
from reconcile.readers.markdown_places import Run, cell_runs, heading_runs, line_spans, paragraph_runs
from reconcile.readers.markdown_write import Writer
from reconcile.readers.roles import role_steps
from reconcile.span import Span
from reconcile.text.late import late

_LEAVES = {"fence": "code block", "code_block": "code block", "html_block": "html", "footnote": "footnote"}
_MARKER = late(r"\[(?:[ xX]|![A-Za-z]+)\](?=\s|$)")  # a task's box, the kind of an alert
_ROLE = late(r"\{(?P<role>[a-z][\w:+.-]{0,40})\}\Z")
_BREAK = late(r"<br\b", re.I)
_LETTER = late(r"[^\W\d_]")
_CONTAINERS = {"bullet_list_open", "ordered_list_open", "blockquote_open"}


class Walk:
    """Goes through the tokens of one file once, collecting blocks, dropped spans and notices."""

    def __init__(self, text: str, markdown: MarkdownIt) -> None:
        self.blocks: list[Block] = []
        self.notices: list[Notice] = []
        self.title: str | None = None
        self._text = text
        self._lines = line_spans(text)
        self._markdown = markdown
        self._writer = Writer(text)
        self.dropped = self._writer.dropped
        self._stack: list[str] = []  # the containers that are open
        self._seen = bytearray(len(self._lines) + 1)  # lines that a token accounts for
        self._env: dict[str, Any] = {}

    def run(self, body: str) -> None:
        """Read `body`: the text, with its lines, and front matter blanked out."""
        tokens = self._markdown.parse(body, self._env)
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "table_open":
                end = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
                self._table(tokens[at:end])
                at = end
            elif token.type in _CONTAINERS:
                self._stack.append(token.type)
            elif token.type.replace("_close", "_open") in _CONTAINERS:
                self._stack.pop()
            elif token.type in _LEAVES:
                self._leaf(token)
            elif token.type == "inline":
                self._paragraph(token, tokens[at - 1])
            elif token.map and token.type == "hr":
                self._mark_seen(token.map)
            at += 1
        self._definitions()
        self._unread(line_spans(body))

    def _mark_seen(self, lines: Sequence[int]) -> None:
        for line in range(*lines):
            self._seen[line] = 1

    def _drop(self, kind: str, lines: Sequence[int]) -> None:
        """Lines [first, behind the last) are left out."""
        self._mark_seen(lines)
        start, end = self._lines[lines[0]][0], self._lines[max(lines[0], lines[1] - 1)][1]
        while start < end and self._text[start].isspace():
            start += 1
        if self._text[start:end].strip():
            self.dropped.append(dropped(kind, self._text, start, end))

    def _leaf(self, token: Token) -> None:
        comment = token.type == "html_block" and token.content.lstrip().startswith("<!--")
        if token.map:
            self._drop("comment" if comment else _LEAVES[token.type], token.map)

    def _paragraph(self, token: Token, opening: Token) -> None:
        """A paragraph or heading; the innermost container says what kind of block it is."""
        first, last = token.map or (0, 0)
        lines = opening.map or [first, last]
        self._mark_seen(lines)
        if opening.type == "heading_open" and opening.markup.startswith("#"):
            runs = heading_runs(self._text, self._lines[first], token.content)
        else:
            runs = paragraph_runs(self._text, self._lines[first:last], token.content)
        if runs is None:
            self._drop("unread", lines)
            return
        self._inline(token, runs)
        if opening.type == "heading_open":
            block = self._close(BlockKind.HEADING, level=int(opening.tag[1]))
            if block is not None and block.level == 1 and self.title is None:
                self.title = block.text
        elif self._stack and self._stack[-1] == "blockquote_open":
            self._close(BlockKind.QUOTATION)
        elif self._stack:
            self._close(BlockKind.LIST_ITEM, level=sum(each != "blockquote_open" for each in self._stack))
        else:
            self._close(BlockKind.PARAGRAPH)

    def _close(self, kind: BlockKind, *, level: int = 0, label: str | None = None) -> Block | None:
        block = self._writer.prose.block(kind, level=level, label=label)
        if block is not None:
            self.blocks.append(block)
        return block

    def _table(self, tokens: Sequence[Token]) -> None:
        """Cells are labelled by the first cell of their row and the head of their column."""
        self._mark_seen(tokens[0].map or (0, 0))
        heads: list[str] = []
        for row in _rows(tokens):
            line = self._lines[(row[0].map or [0])[0]]
            said: list[str] = []
            for number, (cell, runs) in enumerate(
                zip(row, cell_runs(self._text, line, [cell.content for cell in row]), strict=True)
            ):
                if runs is None:
                    self.dropped.append(dropped("unread", self._text, *line))
                    said.append("")
                    continue
                self._inline(cell, runs)
                label = [said[0] if number else "", heads[number]] if heads else []
                block = self._close(BlockKind.TABLE_CELL, label=" / ".join(filter(None, label)) or None)
                said.append(block.text if block else "")
            heads = heads or said

    def _inline(self, token: Token, runs: Sequence[Run]) -> None:
        """Collect the prose of one inline token."""
        children = token.children or []
        start = 0
        match = _MARKER.match(token.content) if self._stack else None
        if match is not None and children and children[0].type == "text":
            start = match.end()
            self._writer.drop("mark", runs, 0, start)
        for child, behind in zip_longest(children, children[1:]):
            role = _role(child, token.content, start, behind)
            if role is None:
                self._child(child, token.content, runs, start)
            elif child.type == "text":
                low, _ = child.meta["at"]
                self._writer.copy(runs, max(low, start), role.start())
            else:
                low, high = child.meta["at"]
                body = low + len(child.markup), high - len(child.markup)
                for step in role_steps(role["role"], token.content, body, (low, high)):
                    self._writer.do(step, runs)

    def _child(self, child: Token, content: str, runs: Sequence[Run], begin: int) -> None:
        low, high = child.meta.get("at", (0, 0))
        low = max(low, begin)
        if child.type == "link_open":
            self._writer.prose.open_link(str(child.attrs.get("href", "")))
        elif child.type == "link_close":
            self._writer.prose.close_link()
        elif child.type in ("text", "text_special") and child.content and low < high:
            if child.content.endswith(content[low:high]):
                self._writer.copy(runs, low, high)
            else:
                self._writer.replace(child.content, runs, low, high)
        elif child.type == "code_inline":
            self._writer.copy(runs, low + len(child.markup), high - len(child.markup))
        elif child.type in ("softbreak", "hardbreak"):
            self._writer.gap(runs, low)
        elif child.type in ("image", "html_inline"):
            self._leave_out(child, runs, low, high)
        elif child.type == "footnote_mark":
            self._cite(child.info, runs, low, high)

    def _leave_out(self, child: Token, runs: Sequence[Run], low: int, high: int) -> None:
        comment = child.content.startswith("<!--")
        kind = "image" if child.type == "image" else "comment" if comment else "html"
        self._writer.drop(kind, runs, low, high)
        if child.type == "html_inline" and _BREAK.match(child.content):
            self._writer.gap(runs, low)

    def _cite(self, name: str, runs: Sequence[Run], low: int, high: int) -> None:
        note = words_of(self._markdown, self._env["notes"][name])
        self._writer.cite(note or name, runs, low, high)

    def _definitions(self) -> None:
        """Link definitions leave no token; the library lists their lines."""
        known = [each["map"] for each in self._env.get("references", {}).values()]
        known += [each["map"] for each in self._env.get("duplicate_refs", [])]
        for lines in known:
            self._drop("link definition", lines)

    def _unread(self, body: Sequence[tuple[int, int]]) -> None:
        """Lines with words that no token accounts for: containers nested too deep."""
        lost = [
            line
            for line, (start, end) in enumerate(self._lines)
            if not self._seen[line]
            and body[line][0] < body[line][1]
            and _LETTER.search(self._text, start, end)
        ]
        for line in lost:
            self._drop("unread", (line, line + 1))
        if lost:
            what = f"nested too deep to be read: {len(lost)} lines, from here on; use fewer levels"
            self.notices.append(Notice(what=what, span=Span(*self._lines[lost[0]])))


def _role(child: Token, content: str, begin: int, behind: Token | None) -> re.Match[str] | None:
    """The role of MyST, "{func}", at the end of a text that code follows, or before code."""
    low, high = child.meta.get("at", (0, 0))
    if child.type == "code_inline":
        return _ROLE.search(content, begin, low)
    if child.type == "text" and behind is not None and behind.type == "code_inline":
        return _ROLE.search(content, max(low, begin), high)
    return None


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The inline tokens of each row."""
    row: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            row.append(token)
        elif token.type == "tr_close" and row:
            yield row
            row = []
