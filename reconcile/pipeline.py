"""The sentence of the program: what is done in which order, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.aligning import align
from reconcile.aligning.cells import with_cells
from reconcile.changes import changes
from reconcile.claim import RuleBook
from reconcile.model import Document
from reconcile.readers import read as read_document
from reconcile.result import Result
from reconcile.segmenting import segment
from reconcile.verdicts import check


def read(
    data: bytes,
    name: str,
    *,
    book: RuleBook,
    reader: str | None = None,
    id: str | None = None,
    date: str | None = None,
    title: str | None = None,
) -> Document:
    """The document in `data`, with its sentences. `name` is its path as the user gave it."""
    document = read_document(data, name, reader=reader, id=id, date=date, title=title)
    return segment(document, book.lexicon)


def compare(old: Document, new: Document, sources: Sequence[Document], book: RuleBook) -> Result:
    """Everything that is to be said of the two versions and the sources."""
    before, after = ([sentence.text for sentence in side.sentences] for side in (old, new))
    pairs = with_cells(align(before, after), old, new)
    findings = changes(old, new, pairs, book)
    result = Result(
        old=old, new=new, sources=tuple(sources), pairs=pairs, findings=findings, packs=book.packs
    )
    return check(result, book)
