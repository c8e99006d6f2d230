"""The values that flow through the program. All are immutable; a later stage makes a new value.

A *prose offset* counts code points in the text a person reads (markup gone); a *span* counts them in the
decoded file. `Piece`s tie the two together.
"""

from __future__ import annotations

from enum import StrEnum

from reconcile.fields import frozen
from reconcile.span import Span

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class Relation(StrEnum):
    """What the new value is to the old one."""

    EQUIVALENT = "equivalent"
    NARROWER = "narrower"
    BROADER = "broader"
    CONFLICTING = "conflicting"
    ADDED = "added"
    REMOVED = "removed"
    UNSURE = "unsure"

    @property
    def converse(self) -> Relation:
        """The relation with old and new exchanged."""
        return _CONVERSE.get(self, self)


_CONVERSE = {
    Relation.NARROWER: Relation.BROADER,
    Relation.BROADER: Relation.NARROWER,
    Relation.ADDED: Relation.REMOVED,
    Relation.REMOVED: Relation.ADDED,
}


class Level(StrEnum):
    """How much a finding matters (SARIF's words)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Label(StrEnum):
    """What a source says of a claim (FEVER's terms)."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NOT_ENOUGH_INFO = "not-enough-info"


class BlockKind(StrEnum):
    """What a run of prose is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTATION = "quotation"  # a pull quote or block quotation


# ---------------------------------------------------------------- what was read


@frozen
class Piece:
    """`prose` code points from `prose_start` on stand at [start, end) of the file.

    `same` pieces are copied character by character. The others are replaced text: an entity, a hard
    line break that became a space, italics that became quotation marks; they are never split.
    """

    prose_start: int
    prose_end: int
    start: int
    end: int
    same: bool = True


@frozen(kw_only=True)
class Link:
    """A link in the prose: `text` at prose offsets [start, end) points to `target` (a page name or URL)."""

    start: int
    end: int
    target: str


@frozen(kw_only=True)
class Citation:
    """A reference mark that stands at prose offset `at` (just behind the text it backs)."""

    at: int
    text: str  # what it cites, markup gone: a URL, a title, or the name of a named reference
    span: Span


@frozen(kw_only=True)
class Block:
    """One run of prose: a paragraph, a heading, a list item, a table cell, a quotation."""

    kind: BlockKind
    text: str  # the prose, single spaces, no markup
    pieces: tuple[Piece, ...]  # cover [0, len(text)) without gap or overlap, in order
    level: int = 0  # of a heading, 1 the highest; nesting depth of a list item; 0 otherwise
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    label: str | None = (
        None  # of a table cell: "row heading / column heading"; of a numbered paragraph: its number
    )


@frozen(kw_only=True)
class Notice:
    """Something the reader wants a person to know of the whole document."""

    what: str
    span: Span | None = None


@frozen(kw_only=True)
class Dropped:
    """Something left out of the prose: a template, a reference, page furniture."""

    what: str  # the kind, then what it says, shortened: "template: {{update}}"
    span: Span


@frozen(kw_only=True)
class Sentence:
    """A sentence of a document, with its prose and where it stands in the file."""

    index: int  # from 0, in the order of the document
    text: str  # the prose
    span: Span  # in the file: from the first to the last of its characters
    block: int  # index of its block in Document.blocks
    kind: BlockKind
    pieces: tuple[Piece, ...]  # as in Block, prose offsets relative to this sentence
    links: tuple[Link, ...] = ()  # prose offsets relative to this sentence
    citations: tuple[Citation, ...] = ()

    def span_of(self, start: int, end: int) -> Span:
        """The file's span for the prose range [start, end); a replaced piece is taken whole."""
        first = last = None
        for piece in self.pieces:
            if piece.prose_end <= start or piece.prose_start >= end:
                continue
            shift = piece.start - piece.prose_start
            low = start + shift if piece.same and start > piece.prose_start else piece.start
            high = end + shift if piece.same and end < piece.prose_end else piece.end
            first = low if first is None else first
            last = high
        if first is None or last is None:
            return Span(self.span.start, self.span.start)
        return Span(first, last)


@frozen(kw_only=True)
class Document:
    """What was read from one file. `sentences` is empty until the segmenter has made a new value."""

    id: str
    path: str | None  # as the user gave it, with forward slashes
    sha256: str  # of the file's bytes
    reader: str
    text: str  # the decoded file
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...] = ()
    title: str | None = None
    revision: str | None = None
    date: str | None = None  # when the document speaks, EDTF or ISO 8601; None when unknown
    place: str | None = None
    can_cite: bool = False  # the format is able to carry references
    language: str = "en"
    notices: tuple[Notice, ...] = ()
    dropped: tuple[Dropped, ...] = ()


# ---------------------------------------------------------------- alignment


@frozen(kw_only=True)
class Pair:
    """An alignment bead: which old sentences became which new ones."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    score: float = 1.0  # similarity, 0 to 1
    matched_by: str = "anchor"  # anchor, similarity, split, merge, move, cell, none

    @property
    def kind(self) -> str:
        """1-1, 1-n, n-1, n-m, 1-0 or 0-1."""
        names = ["0" if not side else "1" if len(side) == 1 else "n" for side in (self.old, self.new)]
        if names == ["n", "n"]:
            names[1] = "m"
        return "-".join("1" if name == "n" and "0" in names else name for name in names)
