"""Which facts the documents of the project state, whatever their values: the keys decisions guard by."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from reconcile import pipeline
from reconcile.claim import Qualifiers, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.claims.subjects import Topics
from reconcile.commands.inputs import project_and_rules
from reconcile.fields import replace
from reconcile.files import read_bytes
from reconcile.identity import claim_key, key
from reconcile.model import BlockKind, Document
from reconcile.project import Entry, Project
from reconcile.text.globs import matches


def stated_keys(arguments: Namespace) -> frozenset[str]:
    """The keys of everything that the project's versions, sources and checked documents state.

    The old version speaks under the new one's id too, for what the new one no longer states may be what
    was settled.
    """
    project, book = project_and_rules(arguments)
    found: set[str] = set()
    for entry in _entries(project):
        document = _read(project, entry, book)
        found.update(document_keys(document, book))
        if project.new and entry == project.old:
            found.update(document_keys(replace(document, id=project.new.id), book))
    return frozenset(found)


def document_keys(document: Document, book: RuleBook) -> Iterator[str]:
    """The keys of all claims of one document, those of whole sentences among them."""
    topics = Topics(document, book.lexicon)
    for sentence in document.sentences:
        for rule in book.rules:
            if rule.claim in CLAIM_TYPES:
                for claim in claim_type(rule.claim).extract(sentence, rule, book.lexicon):
                    yield claim_key(document.id, topics.named(claim))
        heading = sentence.kind is BlockKind.HEADING
        subject = None if heading else topics.of(sentence.index)
        whole = "heading" if heading else "sentence"
        yield key(document.id, whole, subject, sentence.text, Qualifiers())
        yield key(document.id, "wording", subject, None, Qualifiers())


def _read(project: Project, entry: Entry, book: RuleBook) -> Document:
    return pipeline.read(
        read_bytes(project.root / entry.path),
        entry.path,
        reader=entry.reader,
        id=entry.id,
        date=entry.date,
        title=entry.title,
        book=book,
    )


def _entries(project: Project) -> Iterator[Entry]:
    yield from project.entries
    named = {entry.path for entry in project.entries}
    for path in sorted(_files(project.root)):
        name = path.relative_to(project.root).as_posix()
        check = project.check
        if name not in named and matches(name, check.documents) and not matches(name, check.exclude):
            yield Entry(path=name, id=path.stem)


def _files(folder: Path) -> Iterator[Path]:
    """Every file under the folder that is not hidden."""
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path)
        elif path.is_file():
            yield path
