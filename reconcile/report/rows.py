"""The two versions in full, side by side: one row a pair, each column in the order of its own file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.fields import frozen
from reconcile.model import BlockKind, Document, Pair
from reconcile.report.anchors import Anchors
from reconcile.report.diff import DELETE, EQUAL, INSERT, Diff, Part, word_diff
from reconcile.report.pairs import pair_kinds, prose, sentences_of
from reconcile.result import Finding, Result


@frozen(kw_only=True)
class Shown:
    """One sentence as the page shows it."""

    anchor: str
    parts: tuple[Part, ...]
    heading: bool
    opens: bool  # it begins a block
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class Row:
    """A row: sentences of the old version, of the new one, and what became of them.

    A moved pair has two rows, one at each place; `elsewhere` is then the anchor of its other half.
    """

    kind: str
    old: tuple[Shown, ...]
    new: tuple[Shown, ...]
    elsewhere: str | None = None

    @property
    def opens(self) -> bool:
        """True when a block begins here on either side."""
        return any(side[0].opens for side in (self.old, self.new) if side)

    @property
    def heading(self) -> bool:
        """True when a heading stands here on either side."""
        return any(side[0].heading for side in (self.old, self.new) if side)


class Marker:
    """Knows the findings of each sentence of a document."""

    def __init__(self, result: Result, document: Document, anchors: Anchors) -> None:
        self._document, self._anchors = document, anchors
        self._findings: dict[int, list[Finding]] = {}
        for finding in result.findings:
            for index in sentences_of(finding, document):
                self._findings.setdefault(index, []).append(finding)

    def show(self, index: int, parts: tuple[Part, ...] | None = None) -> Shown:
        """Sentence `index`, its text marked up as `parts`."""
        sentence = self._document.sentences[index]
        before = self._document.sentences[index - 1].block if index else None
        return Shown(
            anchor=self._anchors.sentence(self._document.id, index),
            parts=parts or (Part(EQUAL, sentence.text),),
            heading=sentence.kind is BlockKind.HEADING,
            opens=before != sentence.block,
            findings=tuple(self._findings.get(index, ())),
        )


def rows(result: Result) -> list[Row]:
    """Every sentence of both versions, once, in rows."""
    anchors = Anchors(result)
    markers = tuple(Marker(result, document, anchors) for document in (result.old, result.new))
    kinds = dict(zip(result.pairs, pair_kinds(result), strict=True))
    return [_row(result, pair, kinds[pair], sides, markers, anchors) for pair, sides in _walk(result.pairs)]


def source_rows(result: Result, source: Document) -> list[Shown]:
    """The sentences of a source, or of any one document, in order."""
    marker = Marker(result, source, Anchors(result))
    return [marker.show(sentence.index) for sentence in source.sentences]


def _walk(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, str]]:
    """Pairs with the sides to print: `both`, or `old` and `new` apart where the order is broken."""
    olds = sorted((pair for pair in pairs if pair.old), key=lambda pair: pair.old[0])
    news = sorted((pair for pair in pairs if pair.new), key=lambda pair: pair.new[0])
    apart: set[Pair] = set()
    at_old = at_new = 0
    while at_old < len(olds) or at_new < len(news):
        old = olds[at_old] if at_old < len(olds) else None
        new = news[at_new] if at_new < len(news) else None
        if old and (not old.new or old.moved or old in apart):
            yield old, "old"
            at_old += 1
        elif new and (not new.old or new.moved or new in apart):
            yield new, "new"
            at_new += 1
        elif old is new and old:
            yield old, "both"
            at_old, at_new = at_old + 1, at_new + 1
        elif old:
            apart.add(old)


def _row(
    result: Result, pair: Pair, kind: str, sides: str, markers: tuple[Marker, ...], anchors: Anchors
) -> Row:
    diff = (
        word_diff(prose(result.old, pair.old), prose(result.new, pair.new)) if pair.old and pair.new else None
    )
    elsewhere = None
    if sides == "old" and pair.new:
        elsewhere = anchors.sentence(result.new.id, pair.new[0])
    elif sides == "new" and pair.old:
        elsewhere = anchors.sentence(result.old.id, pair.old[0])
    return Row(
        kind="moved" if elsewhere else kind,
        old=_shown(markers[0], result.old, pair.old, diff, DELETE) if sides != "new" else (),
        new=_shown(markers[1], result.new, pair.new, diff, INSERT) if sides != "old" else (),
        elsewhere=elsewhere,
    )


def _shown(
    marker: Marker, document: Document, indices: Sequence[int], diff: Diff | None, op: str
) -> tuple[Shown, ...]:
    if diff is None:
        return tuple(marker.show(index) for index in indices)
    parts = diff.old if op == DELETE else diff.new
    texts = [document.sentences[index].text for index in indices]
    if diff.whole:
        return tuple(marker.show(index) for index in indices)
    return tuple(map(marker.show, indices, cut(parts, texts)))


def cut(parts: Sequence[Part], texts: Sequence[str]) -> list[tuple[Part, ...]]:
    """`parts` of texts joined by one space, cut into the parts of each text."""
    cuts: list[tuple[Part, ...]] = []
    left = list(parts)
    for text in texts:
        taken: list[Part] = []
        room = len(text)
        while room:
            part = left.pop(0)
            taken.append(Part(part.op, part.text[:room]))
            if len(part.text) > room:
                left.insert(0, Part(part.op, part.text[room:]))
            room -= len(taken[-1].text)
        cuts.append(tuple(taken))
        if left:
            rest = left.pop(0)
            left[:0] = [Part(rest.op, rest.text[1:])] if len(rest.text) > 1 else []
    return cuts
