"""Building blocks of prose out of stretches of a file, keeping where each character came from.

    prose = Prose(text)
    prose.copy(4, 30)                 # characters of the file; white space and line ends become single spaces
    prose.replace("–", 30, 37)        # "&ndash;" stands there in the file
    prose.cite("Smith 2004", 37, 60)  # a reference mark, at the current place
    block = prose.block(BlockKind.PARAGRAPH)   # None when there was nothing but white space

Passing: the pieces of every block give its text again (`violations` is empty). Failing: a copied stretch
that differs from the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Block, BlockKind, Citation, Document, Link, Piece
from reconcile.span import Span
from reconcile.text.late import late

_IRREGULAR = late(r"[^\S ]|  ")
_RUN = late(r"\s+|\S+(?: \S+)*")


class Prose:
    """Collects the prose of one block at a time; `block` hands it over and starts the next."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._reset()

    def _reset(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pieces: list[Piece] = []
        self._same: tuple[int, int] | None = None  # an open copied run of the file
        self._gap: tuple[int, int] | None = None  # white space seen, not yet written
        self._links: list[Link] = []
        self._open: list[tuple[int, str]] = []
        self._citations: list[Citation] = []

    @property
    def empty(self) -> bool:
        """True while no character but white space was collected."""
        return not self._length

    @property
    def length(self) -> int:
        """Characters of prose collected so far; a space that waits for its word is not counted."""
        return self._length

    def copy(self, start: int, end: int) -> None:
        """Append the characters [start, end) of the file, each run of white space as one space."""
        text = self._source[start:end]
        if not text:
            return
        if _regular(text):
            self._stretch(text, start, end)
            return
        for run in _RUN.finditer(text):
            self._stretch(run.group(), start + run.start(), start + run.end())

    def replace(self, text: str, start: int, end: int) -> None:
        """Append `text` for what stands at [start, end) of the file, such as an entity; it is one piece."""
        shown = " ".join(text.split())
        if not shown:
            if text:
                self.space(start, end)
            return
        if text[0].isspace():
            self.space(start, start)
        self._flush_gap()
        self._close_run()
        self._pieces.append(Piece(self._length, self._length + len(shown), start, end, same=False))
        self._write(shown)
        if text[-1].isspace():
            self.space(end, end)

    def space(self, start: int, end: int) -> None:
        """A word ends here: [start, end) of the file reads as one space, unless at an end of the block."""
        if self._gap is not None and self._gap[1] == start:
            self._gap = (self._gap[0], end)
        elif self._length and self._gap is None:
            self._gap = (start, end)

    def cite(self, text: str, start: int, end: int) -> None:
        """A reference mark at [start, end) of the file, behind what was collected so far."""
        self._citations.append(Citation(at=self._length, text=text, span=Span(start, end)))

    def open_link(self, target: str) -> None:
        """What follows, until `close_link`, links to `target`. Links nest."""
        self._open.append((self._length, target))

    def close_link(self) -> None:
        """Ends the link opened last, unless it has ended with its block."""
        if not self._open:
            return
        start, target = self._open.pop()
        start += self._starts_with_space(start)
        if start < self._length:
            self._links.append(Link(start=start, end=self._length, target=target))

    def block(self, kind: BlockKind, *, level: int = 0, label: str | None = None) -> Block | None:
        """The block collected so far, or None without prose; the next call begins a new one.

        Links still open end here. A citation without prose is lost with the block: ask `empty` first.
        """
        if not self._length:
            if self._gap or self._open or self._citations:
                self._reset()
            return None
        self._close_run()
        while self._open:
            self.close_link()
        made = Block(
            kind=kind,
            text="".join(self._parts),
            pieces=tuple(self._pieces),
            level=level,
            links=tuple(self._links),
            citations=tuple(self._citations),
            label=label,
        )
        self._reset()
        return made

    def _stretch(self, text: str, start: int, end: int) -> None:
        """Append a run that is all white space, or has single spaces only."""
        bare = text.strip()
        if not bare:
            return self.space(start, end)
        stop = end
        if len(bare) != len(text):
            left = len(text) - len(text.lstrip())
            if left:
                self.space(start, start + left)
                start += left
            stop = start + len(bare)
        if self._gap is not None:
            self._flush_gap()
        if self._same is None or self._same[1] != start:
            self._close_run()
            self._same = (start, stop)
        else:
            self._same = (self._same[0], stop)
        self._write(bare)
        if stop < end:
            self.space(stop, end)
        return None

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _flush_gap(self) -> None:
        """Write the white space that is waiting: copied where one plain space joins the two sides."""
        gap, self._gap = self._gap, None
        if gap is None:
            return
        low, high = gap
        if self._source[low:high] == " ":
            if self._same is not None and self._same[1] == low:
                self._same = (self._same[0], high)
            else:
                self._close_run()
                self._same = (low, high)
        else:
            self._close_run()
            self._pieces.append(Piece(self._length, self._length + 1, low, high, same=False))
        self._write(" ")

    def _close_run(self) -> None:
        if self._same is not None:
            start, end = self._same
            self._pieces.append(Piece(self._length - (end - start), self._length, start, end))
            self._same = None

    def _starts_with_space(self, at: int) -> bool:
        passed = self._length
        for part in reversed(self._parts):
            passed -= len(part)
            if passed <= at:
                return part[at - passed : at - passed + 1] == " "
        return False


def _regular(text: str) -> bool:
    """True when the only white space is single plain spaces; the cheap test goes first."""
    return (text.isascii() and text.isprintable() and "  " not in text) or not _IRREGULAR.search(text)


def violations(document: Document) -> Iterator[str]:
    """Where the span law is broken, a sentence each; nothing for a sound document."""
    for number, block in enumerate(document.blocks):
        for problem in _of_block(block, document.text):
            yield f"{document.path}: block {number} ({block.text[:40]!r}): {problem}"


def _of_block(block: Block, text: str) -> Iterator[str]:
    at, last = 0, 0
    for piece in block.pieces:
        shown = block.text[piece.prose_start : piece.prose_end]
        if piece.prose_start != at or piece.prose_end <= at:
            yield f"{piece} leaves a gap or overlaps"
        if not last <= piece.start <= piece.end <= len(text):
            yield f"{piece} goes back in the file or leaves it"
        if piece.same and shown != text[piece.start : piece.end]:
            yield f"{piece} is {text[piece.start : piece.end]!r} in the file"
        at, last = piece.prose_end, piece.end
    if at != len(block.text):
        yield f"the pieces end at {at} of {len(block.text)}"
    if not block.text or block.text != " ".join(block.text.split()):
        yield "white space is not single"
    for link in block.links:
        if not 0 <= link.start < link.end <= len(block.text):
            yield f"{link} is outside the prose"
    for citation in block.citations:
        if not 0 <= citation.at <= len(block.text):
            yield f"{citation} is outside the prose"
