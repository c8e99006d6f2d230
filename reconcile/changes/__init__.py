"""From aligned pairs to findings: which facts changed between two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.changes.change import Change
from reconcile.changes.citations import citation_changes
from reconcile.changes.compare import compare_passages
from reconcile.changes.passage import Passage, passage
from reconcile.changes.telling import finding, merged
from reconcile.changes.whole import is_heading, replaced, whole_changes
from reconcile.claim import RuleBook
from reconcile.claims.subjects import Topics
from reconcile.model import Document, Pair
from reconcile.result import Finding


def changes(old: Document, new: Document, pairs: Sequence[Pair], book: RuleBook) -> tuple[Finding, ...]:
    """The findings on every pair, most important first; equal ones are one finding with several places."""
    subjects: dict[str, str | None] = {}
    topics = Topics(old, book.lexicon, subjects), Topics(new, book.lexicon, subjects)
    found = []
    for pair in pairs:
        if _said(old, pair.old) == _said(new, pair.new):
            continue
        sides = _side(old, pair.old), _side(new, pair.new)
        told = _changes(sides, topics, book)
        if pair.matched_by == "cell":
            told = replaced(*sides, list(told), topics[1], book)
        found += [finding(change, *sides, new.id, book.lexicon) for change in told]
    return merged(found)


def _said(document: Document, indices: tuple[int, ...]) -> list[tuple[str, list[str]]]:
    """All of a passage that changes are read from: its prose and what it cites."""
    sentences = [document.sentences[index] for index in indices]
    return [(sentence.text, [mark.text for mark in sentence.citations]) for sentence in sentences]


def _side(document: Document, indices: tuple[int, ...]) -> Passage | None:
    return passage(document, indices) if indices else None


def _changes(
    sides: tuple[Passage | None, Passage | None],
    topics: tuple[Topics, Topics],
    book: RuleBook,
) -> Iterator[Change]:
    before, after = sides
    if before and after:
        yield from citation_changes(before, after, topics, book)
    yield from whole_changes(before, after, topics, book)
    if before and after and before.text != after.text and not (is_heading(before) and is_heading(after)):
        yield from compare_passages(before, after, topics, book)
