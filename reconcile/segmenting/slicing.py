"""Cuts a block into sentences at given prose ranges, with its pieces, links and citations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.model import Block, Citation, Link, Piece, Sentence
from reconcile.span import Span


def trimmed(text: str, cuts: Iterable[int]) -> list[tuple[int, int]]:
    """The ranges of `text` between rising `cuts`, without white space at either end; no empty ones."""
    found = []
    start = 0
    for cut in [*cuts, len(text)]:
        part = text[start:cut]
        bare = part.lstrip()
        low = cut - len(bare)
        high = low + len(bare.rstrip())
        if low < high:
            found.append((low, high))
        start = cut
    return found


def sliced(block: Block, ranges: Sequence[tuple[int, int]], *, number: int, first: int) -> Iterator[Sentence]:
    """The sentences of `block`, the document's block `number`, at the prose `ranges`.

    The first of them has the index `first`. Two ranges that share a replaced piece become one.
    """
    ranges = _joined(block.pieces, ranges)
    starts = [piece.prose_start for piece in block.pieces]
    for place, (low, high) in enumerate(ranges):
        pieces = _pieces(block.pieces, starts, low, high)
        reach = ranges[place + 1][0] if place + 1 < len(ranges) else len(block.text)
        yield Sentence(
            index=first + place,
            text=block.text[low:high],
            span=Span(pieces[0].start, pieces[-1].end),
            block=number,
            kind=block.kind,
            pieces=pieces,
            links=_links(block.links, low, high) if block.links else (),
            citations=_citations(block.citations, low if place else -1, low, high, reach)
            if block.citations
            else (),
        )


def _joined(pieces: Sequence[Piece], ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    fixed = [(piece.prose_start, piece.prose_end) for piece in pieces if not piece.same]
    found: list[tuple[int, int]] = []
    at = 0
    for low, high in ranges:
        while at < len(fixed) and fixed[at][1] <= low:
            at += 1
        if found and at < len(fixed) and fixed[at][0] < found[-1][1]:
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    return found


def _pieces(pieces: Sequence[Piece], starts: Sequence[int], low: int, high: int) -> tuple[Piece, ...]:
    found = []
    for piece in pieces[bisect_right(starts, low) - 1 : bisect_left(starts, high)]:
        start, end = max(piece.prose_start, low), min(piece.prose_end, high)
        shift = piece.start - piece.prose_start
        if piece.same:
            found.append(Piece(start - low, end - low, start + shift, end + shift))
        else:
            found.append(Piece(start - low, end - low, piece.start, piece.end, False))
    return tuple(found)


def _links(links: Sequence[Link], low: int, high: int) -> tuple[Link, ...]:
    return tuple(
        replace(link, start=max(link.start, low) - low, end=min(link.end, high) - low)
        for link in links
        if link.start < high and link.end > low
    )


def _citations(
    citations: Sequence[Citation], after: int, low: int, high: int, reach: int
) -> tuple[Citation, ...]:
    """Those that stand in (after, reach]: a mark behind the full stop backs the sentence it ends."""
    return tuple(
        replace(mark, at=min(max(mark.at, low), high) - low) for mark in citations if after < mark.at <= reach
    )
