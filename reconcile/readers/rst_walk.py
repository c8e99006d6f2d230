"""From docutils' nodes to blocks of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes

from reconcile.model import Block, BlockKind
from reconcile.readers.lines import dropped
from reconcile.readers.markdown_places import line_spans
from reconcile.readers.markdown_write import Writer
from reconcile.readers.rst_inline import Names, names_of, plan
from reconcile.readers.rst_places import Finder
from reconcile.text.late import late

_LEFT_OUT = (
    *(nodes.system_message, nodes.literal_block, nodes.doctest_block, nodes.math_block, nodes.comment),
    *(nodes.raw, nodes.image, nodes.figure, nodes.target, nodes.substitution_definition, nodes.pending),
    *(nodes.meta, nodes.field_list, nodes.docinfo, nodes.footnote, nodes.citation, nodes.option_list),
)
_KINDS = (
    ("footnote", re.compile(r"\.\. \[")),
    ("link definition", re.compile(r"\.\. _|__ ")),
    ("substitution", re.compile(r"\.\. \|")),
    ("directive", re.compile(r"\.\. [\w:.+-]+::")),
    ("comment", re.compile(r"\.\.(?:\s|$)")),
    ("field", re.compile(r":[^:\s][^:]*:")),
    ("code block", re.compile(r">>>|::$")),
)
_TELLING = late(r"[^\W_]")


class Walk:
    """Goes through the nodes of one file once, collecting blocks and what is left out."""

    def __init__(self, text: str, seen_from: int) -> None:
        self.blocks: list[Block] = []
        self.title: str | None = None
        self._text = text
        self._lines = line_spans(text)
        self._writer = Writer(text)
        self.dropped = self._writer.dropped
        self._seen_from = seen_from  # what stands before is told already
        self._names = Names({}, {}, {})

    def run(self, document: nodes.document, harmless: str) -> None:
        """Read the tree of `harmless`, which is as long as the text."""
        self._finder = Finder(harmless, self._lines)
        self._names = names_of(document)
        self._children(document, BlockKind.PARAGRAPH, 0, 0)
        self._rest()

    def _children(self, node: nodes.Element, kind: BlockKind, level: int, section: int) -> None:
        for child in node.children:
            if isinstance(child, nodes.Element) and not isinstance(child, _LEFT_OUT):
                self._node(child, kind, level, section)

    def _node(self, node: nodes.Element, kind: BlockKind, level: int, section: int) -> None:
        """One node: its text, or its children with the kind of block they make."""
        if isinstance(node, nodes.section):
            self._children(node, kind, level, section + 1)
        elif isinstance(node, nodes.title | nodes.rubric):
            block = self._paragraph(node, BlockKind.HEADING, max(1, section))
            if block is not None and section == 1 and self.title is None:
                self.title = block.text
        elif isinstance(node, nodes.table):
            self._table(node)
        elif isinstance(node, nodes.line_block):
            self._children(node, kind, level, section)
        elif isinstance(node, nodes.bullet_list | nodes.enumerated_list | nodes.definition_list):
            self._children(node, BlockKind.LIST_ITEM, level + 1, section)
        elif isinstance(node, nodes.block_quote):
            self._children(node, BlockKind.QUOTATION, 0, section)
        elif isinstance(node, nodes.TextElement):
            self._paragraph(node, kind, level)
        else:
            self._children(node, kind, level, section)

    def _paragraph(
        self, node: nodes.TextElement, kind: BlockKind, level: int, label: str | None = None
    ) -> Block | None:
        """The block of a node that holds text; None where it has none, or no place in the file."""
        raw = node.rawsource or node.astext()
        runs = self._finder.find(raw, node.line, cell=kind is BlockKind.TABLE_CELL)
        steps = plan(node, raw, self._names) if runs else None
        if runs is None or steps is None:
            return None
        for step in steps:
            self._writer.do(step, runs)
        block = self._writer.prose.block(kind, level=level, label=label)
        if block is not None:
            self.blocks.append(block)
        return block

    def _table(self, table: nodes.table) -> None:
        """Cells are labelled by the first cell of their row and the head of their column."""
        heads: list[str] = []
        for row in table.findall(nodes.row):
            in_head = isinstance(row.parent, nodes.thead)
            said: list[str] = []
            for number, entry in enumerate(each for each in row.children if isinstance(each, nodes.entry)):
                parts = (
                    [] if in_head else [said[0] if said else "", heads[number] if number < len(heads) else ""]
                )
                label = " / ".join(filter(None, parts)) or None
                blocks = [
                    self._paragraph(each, BlockKind.TABLE_CELL, 0, label)
                    for each in entry.findall(nodes.TextElement)
                    if isinstance(each, nodes.paragraph)
                ]
                said.append(" ".join(block.text for block in blocks if block))
            heads = heads or (said if in_head else [])

    def _rest(self) -> None:
        """Lines with words that neither prose nor anything dropped accounts for are told, run by run."""
        taken = sorted(_taken(self.blocks, self.dropped_spans()))
        at, start, end = 0, -1, -1
        goes_on = self._goes_on()
        for number, (low, high) in enumerate(self._lines):
            while at < len(taken) and taken[at][1] <= low:
                at += 1
            covered = at < len(taken) and taken[at][0] < high
            words = low >= self._seen_from and _TELLING.search(self._text, low, high)
            if words and not covered:
                start, end = (low if start < 0 else start), high
            elif start >= 0 and (covered or (words is None and not goes_on[number])):
                self._tell(start, end)
                start = -1
        if start >= 0:
            self._tell(start, end)

    def dropped_spans(self) -> list[tuple[int, int]]:
        """What is left out so far."""
        return [(each.span.start, each.span.end) for each in self.dropped]

    def _goes_on(self) -> list[bool]:
        """For each line, whether it is blank and the next one that is not is indented."""
        found = []
        indented = False
        for low, high in reversed(self._lines):
            blank = not self._text[low:high].strip()
            found.append(blank and indented)
            indented = indented if blank else self._text[low] in " \t"
        return found[::-1]

    def _tell(self, start: int, end: int) -> None:
        first = self._text[start:end].lstrip()
        start += end - start - len(first)
        kind = next((name for name, sign in _KINDS if sign.match(first)), None)
        indented = start > 0 and self._text[start - 1] in " \t"
        self.dropped.append(dropped(kind or ("code block" if indented else "unread"), self._text, start, end))


def _taken(blocks: list[Block], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    yield from spans
    for block in blocks:
        for piece in block.pieces:
            yield piece.start, piece.end
