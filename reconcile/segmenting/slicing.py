"""Cuts a block into sentences at given prose ranges, with its pieces, links and citations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reconcile.model import Block, Citation, Link, Piece, Sentence
from reconcile.span import Span


def trimmed(text: str, cuts: Iterable[int]) -> list[tuple[int, int]]:
    """The ranges of `text` between rising `cuts`, without white space at either end; no empty ones."""
    if not cuts and text and not (text[0].isspace() or text[-1].isspace()):
        return [(0, len(text))]
    cuts = [*cuts, len(text)]
    found = []
    start = 0
    for cut in cuts:
        part = text[start:cut]
        bare = part.lstrip()
        low = cut - len(bare)
        high = low + len(bare.rstrip())
        if low < high:
            found.append((low, high))
        start = cut
    return found


def whole(block: Block, *, number: int, first: int) -> list[Sentence]:
    """`block` as one sentence, or none where it has no words; see `sliced`."""
    text = block.text
    if not text or text[0].isspace() or text[-1].isspace():
        return sliced(block, trimmed(text, ()), number=number, first=first)
    return [
        Sentence(
            index=first,
            text=text,
            span=Span(block.pieces[0].start, block.pieces[-1].end),
            block=number,
            kind=block.kind,
            pieces=block.pieces,
            links=block.links,
            citations=block.citations,
        )
    ]


def sliced(block: Block, ranges: Sequence[tuple[int, int]], *, number: int, first: int) -> list[Sentence]:
    """The sentences of `block`, the document's block `number`, at the prose `ranges`.

    The first of them has the index `first`. Two ranges that share a replaced piece become one.
    """
    if len(ranges) == 1 and ranges[0] == (0, len(block.text)):
        return whole(block, number=number, first=first)
    ranges = _joined(block.pieces, ranges)
    starts = [piece.prose_start for piece in block.pieces]
    links = _links(block.links, ranges)
    citations = _citations(block.citations, ranges)
    found = []
    for place, (low, high) in enumerate(ranges):
        pieces = tuple(_pieces(block.pieces, starts, low, high))
        sentence = Sentence(
            index=first + place,
            text=block.text[low:high],
            span=Span(pieces[0].start, pieces[-1].end),
            block=number,
            kind=block.kind,
            pieces=pieces,
            links=tuple(links.get(place, ())),
            citations=tuple(citations.get(place, ())),
        )
        found.append(sentence)
    return found


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


def _pieces(pieces: Sequence[Piece], starts: Sequence[int], low: int, high: int) -> list[Piece]:
    found = []
    for piece in pieces[bisect_right(starts, low) - 1 : bisect_left(starts, high)]:
        start, end = max(piece.prose_start, low), min(piece.prose_end, high)
        shift = piece.start - piece.prose_start
        if piece.same:
            found.append(Piece(start - low, end - low, start + shift, end + shift))
        else:
            found.append(Piece(start - low, end - low, piece.start, piece.end, False))
    return found


def _links(links: Sequence[Link], ranges: Sequence[tuple[int, int]]) -> dict[int, list[Link]]:
    """The links of each range; one that stands across a boundary is cut in two."""
    ends = [high for _, high in ranges]
    found: dict[int, list[Link]] = {}
    for link in links:
        place = bisect_right(ends, link.start)
        while place < len(ranges) and ranges[place][0] < link.end:
            low, high = ranges[place]
            start, end = max(link.start, low) - low, min(link.end, high) - low
            found.setdefault(place, []).append(Link(start=start, end=end, target=link.target))
            place += 1
    return found


def _citations(citations: Sequence[Citation], ranges: Sequence[tuple[int, int]]) -> dict[int, list[Citation]]:
    """The citations of each range; a mark behind the full stop backs the sentence that it ends."""
    starts = [low for low, _ in ranges]
    found: dict[int, list[Citation]] = {}
    for mark in citations if ranges else ():
        place = max(0, bisect_left(starts, mark.at) - 1)
        low, high = ranges[place]
        at = min(max(mark.at, low), high) - low
        found.setdefault(place, []).append(Citation(at=at, text=mark.text, span=mark.span))
    return found
