"""Pieces of pages that were read before: two versions of a page share most of theirs.

What the walk says of a piece follows from its characters alone, except where a reference mark at its
beginning may belong to the text before. So it is kept, and told again where the piece stands now.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.fields import frozen
from reconcile.model import Block, Citation, Dropped, Notice, Piece
from reconcile.readers.wikitext_tokens import Budget, layout
from reconcile.readers.wikitext_walk import Walk
from reconcile.span import Span

MOST = 4_000_000  # characters of pieces that are kept

_Key = tuple[str, str]  # the piece in the file, and as it is tokenized


@frozen(kw_only=True)
class _Said:
    """What the walk said of a piece that stood at `at`."""

    at: int
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    notices: tuple[Notice, ...]
    cited: Mapping[str, str]
    least: int  # what must be left of a page's budget for the piece
    spent: int


class _Kept:
    """What was said of the last pieces read, as many as hold `MOST` characters."""

    def __init__(self) -> None:
        self._said: dict[_Key, _Said] = {}
        self._length = 0

    def get(self, key: _Key) -> _Said | None:
        return self._said.get(key)

    def keep(self, key: _Key, said: _Said) -> None:
        if key in self._said:
            return
        self._length += len(key[0])
        while self._said and self._length > MOST:
            oldest = next(iter(self._said))
            del self._said[oldest]
            self._length -= len(oldest[0])
        self._said[key] = said

    def forget(self) -> None:
        """Read the next page as if it were the first: the same, and slower."""
        self._said.clear()
        self._length = 0


_kept = _Kept()
forget = _kept.forget


def read_piece(walk: Walk, low: int, high: int, budget: Budget) -> bool:
    """Walk over [low, high) of the page; False, with nothing done, when it cannot be tokenized."""
    key = walk.source[low:high], walk.page[low:high]
    free = not walk.quiet and walk.start <= low
    known = _kept.get(key) if free else None
    if known is not None and known.least <= budget.left:
        budget.left -= known.spent
        _tell(walk, known, low)
        return True
    before = budget.left
    lay = layout(key[1], low, budget)
    if lay is None:
        return False
    counts = len(walk.blocks), len(walk.dropped), len(walk.notices)
    cited, walk.cited = walk.cited, {}
    walk.chunk(lay)
    if free and not walk.leans and not walk.quiet:
        _kept.keep(key, _said(walk, counts, low, budget, before - budget.left))
    _cite(cited, walk.cited)
    walk.cited = cited
    return True


def _said(walk: Walk, counts: tuple[int, int, int], low: int, budget: Budget, spent: int) -> _Said:
    blocks, dropped, notices = counts
    return _Said(
        at=low,
        blocks=tuple(walk.blocks[blocks:]),
        dropped=tuple(walk.dropped[dropped:]),
        notices=tuple(walk.notices[notices:]),
        cited=dict(walk.cited),
        least=budget.least,
        spent=spent,
    )


def _tell(walk: Walk, said: _Said, low: int) -> None:
    by = low - said.at
    if by:
        walk.blocks += [_block(block, by) for block in said.blocks]
        walk.dropped += [Dropped(what=one.what, span=_span(one.span, by)) for one in said.dropped]
        walk.notices += [Notice(what=one.what, span=one.span and _span(one.span, by)) for one in said.notices]
    else:
        walk.blocks += said.blocks
        walk.dropped += said.dropped
        walk.notices += said.notices
    _cite(walk.cited, said.cited)


def _cite(cited: dict[str, str], more: Mapping[str, str]) -> None:
    for name, what in more.items():
        cited.setdefault(name, what)


def _block(block: Block, by: int) -> Block:
    """`block`, `by` characters further on in the file."""
    return Block(
        kind=block.kind,
        text=block.text,
        pieces=tuple(
            [
                Piece(piece.prose_start, piece.prose_end, piece.start + by, piece.end + by, piece.same)
                for piece in block.pieces
            ]
        ),
        level=block.level,
        links=block.links,
        citations=tuple(
            [Citation(at=mark.at, text=mark.text, span=_span(mark.span, by)) for mark in block.citations]
        ),
        label=block.label,
    )


def _span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
