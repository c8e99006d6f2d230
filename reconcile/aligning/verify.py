"""The round-trip proof of an alignment: nothing was lost, doubled or made up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.model import Document, Pair


def replay(old: Sequence[str], new: Sequence[str], pairs: Sequence[Pair]) -> list[str]:
    """The new sentences, made from the `old` ones by following `pairs`.

    A pair of identical sentences copies the old one; what any other pair writes is looked up in `new`.
    """
    made: dict[int, str] = {}
    for pair in pairs:
        if pair.score == 1.0 and len(pair.old) == len(pair.new) and pair.matched_by in ("anchor", "move"):
            made.update(zip(pair.new, (old[i] for i in pair.old), strict=True))
        else:
            made.update((j, new[j]) for j in pair.new)
    return [made[j] for j in sorted(made)]


def problems(old: Document, new: Document, pairs: Sequence[Pair]) -> list[str]:
    """What is wrong with `pairs` as an alignment of `old` and `new`, a line each; empty when all is well."""
    found = _uncovered("old", len(old.sentences), [i for pair in pairs for i in pair.old])
    found += _uncovered("new", len(new.sentences), [j for pair in pairs for j in pair.new])
    written = [j for pair in pairs for j in pair.new]
    if written != sorted(written):
        found.append("the pairs do not stand in the order of the new side")
    found += _unreadable(old) + _unreadable(new)
    old_texts = [" ".join(sentence.text.split()) for sentence in old.sentences]
    new_texts = [" ".join(sentence.text.split()) for sentence in new.sentences]
    if not found and replay(old_texts, new_texts, pairs) != new_texts:
        found.append("replaying the pairs on the old sentences does not give the new ones")
    return found


def _uncovered(side: str, count: int, indices: Sequence[int]) -> list[str]:
    times = Counter(indices)
    found = []
    for index in sorted({*range(count), *times}):
        if index >= count:
            found.append(f"a pair names {side} sentence {index}, and there are {count}")
        elif times[index] != 1:
            found.append(f"{side} sentence {index} is in {times[index]} pairs, not in one")
    return found


def _unreadable(document: Document) -> list[str]:
    """Spans that rise without overlap give the text again, with the gaps between them."""
    found = []
    end = 0
    for sentence in document.sentences:
        span = sentence.span
        if span.start < end or span.end > len(document.text):
            found.append(f"{document.id}: sentence {sentence.index} overlaps another or leaves the text")
            continue
        end = span.end
        if any(
            document.text[piece.start : piece.end] != sentence.text[piece.prose_start : piece.prose_end]
            for piece in sentence.pieces
            if piece.same
        ):
            found.append(f"{document.id}: sentence {sentence.index} is not what the text says at its span")
    return found
