"""What became of each pair of sentences, in one word a pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from reconcile.model import Document, Level, Pair
from reconcile.result import Finding, Result
from reconcile.span import Span

KINDS = ("removed", "added", "split", "merged", "moved", "unchanged", "reworded", "changed")


def prose(document: Document, indices: Iterable[int]) -> str:
    """The prose of some sentences of `document`, in the order given, a space between them."""
    return " ".join(document.sentences[index].text for index in indices)


def pair_kinds(result: Result) -> tuple[str, ...]:
    """One of KINDS for each pair of `result`: the first that fits, in the order of KINDS.

    `unchanged` is the same prose, `reworded` has no finding above a note, `changed` has one.
    """
    told = _told_sentences(result)
    return tuple(_kind(result, pair, told) for pair in result.pairs)


def _kind(result: Result, pair: Pair, told: tuple[set[int], set[int]]) -> str:
    if not pair.new:
        return "removed"
    if not pair.old:
        return "added"
    if len(pair.old) != len(pair.new):
        return "split" if len(pair.old) < len(pair.new) else "merged"
    if pair.moved:
        return "moved"
    if prose(result.old, pair.old) == prose(result.new, pair.new):
        return "unchanged"
    return "reworded" if told[0].isdisjoint(pair.old) and told[1].isdisjoint(pair.new) else "changed"


def _told_sentences(result: Result) -> tuple[set[int], set[int]]:
    old: set[int] = set()
    new: set[int] = set()
    for finding in result.findings:
        if finding.level is not Level.NOTE:
            old.update(sentences_of(finding, result.old))
            new.update(sentences_of(finding, result.new))
    return old, new


def sentences_of(finding: Finding, document: Document) -> tuple[int, ...]:
    """The sentences of `document` that `finding` is about, at all of its places."""
    found: dict[int, None] = {}
    for number, side in enumerate((finding.old, finding.new)):
        if side and side.document == document.id:
            spans = (place[number] for place in finding.places)
            found |= dict.fromkeys(side.sentences)
            found |= dict.fromkeys(_sentence_at(document, span) for span in spans if span)
    return tuple(found)


def _sentence_at(document: Document, span: Span) -> int:
    return max(0, bisect_right(document.sentences, span.start, key=lambda one: one.span.start) - 1)
