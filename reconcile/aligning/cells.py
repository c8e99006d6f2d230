"""Cells of tables that kept their row and column are versions of one another, whatever they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reconcile.model import BlockKind, Document, Pair


def with_cells(pairs: Sequence[Pair], old: Document, new: Document) -> tuple[Pair, ...]:
    """`pairs`, a removed and an added cell of the same row and column made one pair."""
    gone = _labelled((i for pair in pairs if not pair.new for i in pair.old), old)
    come = _labelled((j for pair in pairs if not pair.old for j in pair.new), new)
    if gone.keys().isdisjoint(come):
        return tuple(pairs)
    partner = {come[label]: gone[label] for label in come if label in gone}
    joined = {*partner.values()}
    return tuple(
        Pair(old=(partner[pair.new[0]],), new=pair.new, score=0.0, matched_by="cell")
        if not pair.old and pair.new[0] in partner
        else pair
        for pair in pairs
        if pair.new or pair.old[0] not in joined
    )


def _labelled(indices: Iterable[int], document: Document) -> dict[str, int]:
    """The cells among the sentences `indices` by row and column; those that share these are left out."""
    found: dict[str, int] = {}
    times: Counter[str] = Counter()
    for index in indices:
        sentence = document.sentences[index]
        label = document.blocks[sentence.block].label if sentence.kind is BlockKind.TABLE_CELL else None
        if label and " / " in label:
            times[label] += 1
            found[label] = index
    return {label: index for label, index in found.items() if times[label] == 1}
