"""How the walk takes tags: references, lists, tables, line breaks, and HTML that is shown or not."""

from __future__ import annotations

from reconcile.fields import field, slotted
from reconcile.model import BlockKind
from reconcile.readers import wikitext_names as names
from reconcile.readers.wikitext_walk import Walk, attribute
from reconcile.text.late import late

_SUPERSCRIPT = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_NOT_SHOWN = late(r"display\s*:\s*none|\b(?:navbox|metadata|noprint)\b")
_URL = late(r"(?:https?|ftp)://[^\s|\]}<>\"]+")
_TITLE = late(r"\|\s*(?:title|название|標題|标题|शीर्षक)\s*=\s*([^|}]+)")
_MARKUP = late(r"\[\[(?:[^|\]]*\|)?|\]\]|'{2,}|</?[a-z][^>]*>|[{}\[\]]")
_DEEPEST = 32  # of list items; marks beyond are not told apart


@slotted
class _Table:
    """Where the walk is in a table. Columns count from 0; `below` says how many rows a cell still covers."""

    row: int = 0
    column: int = 0
    row_head: str | None = None
    heads: dict[int, str] = field(default_factory=dict)
    below: dict[int, int] = field(default_factory=dict)


class TagWalk(Walk):
    """The walk, with its tags."""

    def __init__(self, source: str, page: str) -> None:
        super().__init__(source, page)
        self.tables: list[_Table] = []

    def tag(self, index: int) -> int:
        """Take the tag that token `index` opens; the index behind it."""
        token = self.lay.tokens[index]
        markup = token.get("wiki_markup")
        if markup is not None and markup[0] in "'*#:;":
            return self.style(index) if markup[0] == "'" else self.list_item(index, markup)
        name = self.lay.tokens[index + 1].get("text", "").strip().lower()
        if name in names.HIDDEN_TAGS:
            return self.hidden(name, index)
        made = _OWN.get(name)
        if made is not None:
            return made(self, index)
        return self.block_tag(name, index) if name in names.BLOCK_TAGS else self.inline(index)

    def style(self, index: int) -> int:
        self.content(index)
        return self.lay.close[index] + 1

    def content(self, index: int) -> None:
        """Walk over what the tag holds."""
        begin = self.lay.begin.get(index)
        if begin is not None:
            self.run(begin + 1, self.lay.finish[index])

    def opening(self, index: int) -> str:
        """The text of the opening tag."""
        begin = self.lay.begin.get(index, self.lay.close[index])
        return self.source[self.lay.at[index] : self.lay.at[begin + 1]]

    def inline(self, index: int) -> int:
        if len(opening := self.opening(index)) > 20 and _NOT_SHOWN.search(opening):
            return self.skip("hidden", index)
        return self.style(index)

    def hidden(self, name: str, index: int) -> int:
        if name == "references":
            for inner in range(index + 1, self.lay.close[index]):
                if self.lay.tokens[inner].get("text") == "ref" and inner - 1 in self.lay.begin:
                    self.reference(inner - 1)
        return self.skip(name, index)

    def block_tag(self, name: str, index: int) -> int:
        """A tag that begins and ends a block of its own."""
        self.flush()
        if _NOT_SHOWN.search(self.opening(index)):
            return self.skip("hidden", index)
        saved = self.base
        if name == "blockquote" and saved[0] is BlockKind.PARAGRAPH:
            self.base = (BlockKind.QUOTATION, None)
        if name in ("li", "dt", "dd"):
            self.item = 1
        self.content(index)
        if index in self.lay.begin:
            self.flush()
        self.base = saved
        return self.lay.close[index] + 1

    def list_item(self, index: int, markup: str) -> int:
        """One mark of a list item; marks that follow one another are one item, its depth their number."""
        behind = self.lay.close[index] + 1
        if self.lay.at[index] != self.marks_end:
            self.flush()
            self.marks = ""
        self.marks = (self.marks + markup)[:_DEEPEST]
        self.marks_end = self.lay.at[behind]
        self.item = len(self.marks) if set(self.marks) != {":"} else 0
        self.own_line = True
        return behind

    def line_break(self, index: int) -> int:
        """A line break: between the lines of a table cell, which are things of their own, a new block."""
        behind = self.lay.close[index] + 1
        if self.base[0] is BlockKind.TABLE_CELL:
            self.flush()
        else:
            self.prose.space(self.lay.at[index], self.lay.at[behind])
        return behind

    def ref(self, index: int) -> int:
        start, behind = self.lay.at[index], self.lay.close[index] + 1
        self.cite(self.reference(index), start, self.lay.at[behind])
        return behind

    def reference(self, index: int) -> str:
        """What a reference cites; a named one without content is resolved when all are known."""
        name = attribute(self.opening(index), "name")
        if index not in self.lay.begin:
            return f"\0{name or ''}"
        begin, finish = self.lay.begin[index] + 1, self.lay.finish[index]
        said = citation_text(self.source[self.lay.at[begin] : self.lay.at[finish]])
        if not said:
            return f"\0{name or ''}"
        if name:
            self.cited.setdefault(name, said)
        return said

    def superscript(self, index: int) -> int:
        """Raised figures keep their meaning: 10<sup>6</sup> is 10⁶, not 106."""
        begin, end = self.lay.begin.get(index), self.lay.close[index]
        if begin is not None:
            words = self.source[self.lay.at[begin + 1] : self.lay.at[self.lay.finish[index]]].strip()
            raised = words.translate(_SUPERSCRIPT)
            if words and not any(one in raised for one in words):
                self.prose.replace(raised, self.lay.at[index], self.lay.at[end + 1])
                return end + 1
        return self.style(index)

    def table(self, index: int) -> int:
        self.flush()
        if _NOT_SHOWN.search(self.opening(index)):
            return self.skip("table", index)
        saved = self.base, self.item
        self.tables.append(_Table())
        self.base = (BlockKind.PARAGRAPH, None)
        self.content(index)
        self.flush()
        self.tables.pop()
        self.base, self.item = saved
        return self.lay.close[index] + 1

    def row(self, index: int) -> int:
        if self.tables:
            table = self.tables[-1]
            table.row += 1 if table.column or table.row else 0
            table.column, table.row_head = 0, None
        self.content(index)
        return self.lay.close[index] + 1

    def cell(self, index: int) -> int:
        """A cell of a table, labelled by its row's and its column's heading."""
        self.flush()
        table = self.tables[-1] if self.tables else _Table()
        begin = self.lay.begin.get(index)
        if begin is not None and self.page.startswith("|+", self.lay.at[index]):
            self.start = self.lay.at[index] + 2
            self.content(index)
            self.flush()
            return self.lay.close[index] + 1
        while table.below.get(table.column, 0) > 0:
            table.below[table.column] -= 1
            table.column += 1
        top = not table.row and self.lay.tokens[index + 1]["text"].strip().lower() == "th"
        head = None if top else table.heads.get(table.column)
        label = " / ".join(part for part in (table.row_head, head) if part) or None
        said = self.cell_text(index, label)
        self.place(table, said, self.opening(index), top)
        return self.lay.close[index] + 1

    def cell_text(self, index: int, label: str | None) -> str:
        saved, before = self.base, len(self.blocks)
        self.base = (BlockKind.TABLE_CELL, label)
        self.content(index)
        self.flush()
        self.base = saved
        return " ".join(block.text for block in self.blocks[before:])

    def place(self, table: _Table, said: str, opening: str, top: bool) -> None:
        wide = high = 1
        if "span" in opening.lower():
            wide, high = (_number(attribute(opening, name)) for name in ("colspan", "rowspan"))
        if not table.column:
            table.row_head = said[:80] or None
        for column in range(table.column, table.column + wide):
            if top and said:
                table.heads[column] = said[:80]
            table.below[column] = high - 1
        table.column += wide


_OWN = {
    "br": TagWalk.line_break,
    "ref": TagWalk.ref,
    "sup": TagWalk.superscript,
    "table": TagWalk.table,
    "tr": TagWalk.row,
    "td": TagWalk.cell,
    "th": TagWalk.cell,
}


def citation_text(content: str) -> str:
    """What a reference cites: its URL, else its title, else its words, markup gone."""
    url = _URL.search(content)
    if url:
        return url.group()
    title = _TITLE.search(content)
    return " ".join(_MARKUP.sub("", title.group(1) if title else content).split())[:200]


def _number(value: str | None) -> int:
    return min(int(value), 1000) if value is not None and value.isdecimal() and value != "0" else 1
