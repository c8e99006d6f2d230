"""What a command works on: the project, the rules, and the documents that the arguments name."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

from reconcile import git, pipeline
from reconcile.claim import RuleBook
from reconcile.commands.rules_in_force import rules_in_force
from reconcile.errors import UsageError
from reconcile.fields import frozen, replace
from reconcile.files import read_bytes
from reconcile.model import Document
from reconcile.project import Entry, Project, load_nearest, needs_versions

Watch = Callable[[str], None]


@frozen(kw_only=True)
class Inputs:
    """What is to be compared, and how."""

    project: Project
    book: RuleBook
    old: Document
    new: Document
    sources: tuple[Document, ...]


def project_and_rules(arguments: Namespace) -> tuple[Project, RuleBook]:
    """The project file that holds, and the rules in force: those of `--rules`, else the project's.

    ConfigError, ReadError as the readers of both.
    """
    project = load_nearest(arguments.project)
    packs, base = (arguments.rules, Path()) if arguments.rules else (project.rules, project.root)
    return project, rules_in_force(project, packs, base)


def gather(arguments: Namespace, watch: Watch) -> Inputs:
    """Everything a comparison needs, as `arguments.add_comparison` made the arguments.

    `watch` is told what is being read. UsageError when the arguments do not fit together.
    """
    project, book = project_and_rules(arguments)
    read = _Reading(project, book, watch)
    if arguments.from_ref or arguments.to_ref:
        old, new = _at_refs(arguments, read)
        sources = tuple(read.given(path) for path in arguments.source)
    elif arguments.files:
        if len(arguments.files) != 2:
            raise UsageError(f"{len(arguments.files)} files given; give two, OLD and NEW, or none")
        old, new = (read.given(path, arguments.reader) for path in arguments.files)
        sources = tuple(read.given(path) for path in arguments.source)
    else:
        versions = needs_versions(project)
        old, new = (read.entry(replace(entry, reader=arguments.reader or entry.reader)) for entry in versions)
        sources = tuple(read.entry(entry) for entry in project.sources)
        sources += tuple(read.given(path) for path in arguments.source)
    old, new, *rest = _distinct([old, new, *sources])
    return Inputs(project=project, book=book, old=old, new=new, sources=tuple(rest))


def read_one(path: str, arguments: Namespace, book: RuleBook) -> Document:
    """The document at `path`, as its entry in the project file says where it has one."""
    reading = _Reading(load_nearest(arguments.project), book, lambda what: None)
    return reading.given(path, arguments.reader)


class _Reading:
    """Reads documents with the words of one rule book."""

    def __init__(self, project: Project, book: RuleBook, watch: Watch) -> None:
        self.project, self.book, self.watch = project, book, watch

    def given(self, path: str, reader: str | None = None) -> Document:
        """The document at a path of the command line."""
        self.watch(f"reading {path}")
        return pipeline.read(read_bytes(Path(path)), PurePath(path).as_posix(), reader=reader, book=self.book)

    def entry(self, entry: Entry) -> Document:
        """A document of the project; its path in reports is the one written there."""
        self.watch(f"reading {entry.path}")
        return pipeline.read(
            read_bytes(self.project.root / entry.path),
            entry.path,
            reader=entry.reader,
            id=entry.id,
            date=entry.date,
            title=entry.title,
            book=self.book,
        )

    def at(self, folder: Path, ref: str, path: str, reader: str | None) -> Document:
        """The file as it stood at a ref of git."""
        self.watch(f"reading {path} at {ref}")
        data = git.show(folder, f"{ref}:./{path}")
        stem = PurePath(path).stem
        return pipeline.read(data, path, reader=reader, id=f"{stem}@{ref}", book=self.book)


def _at_refs(arguments: Namespace, read: _Reading) -> tuple[Document, Document]:
    if len(arguments.files) != 1 or not arguments.from_ref:
        raise UsageError("--from-ref REF [--to-ref REF] goes with exactly one FILE")
    path = PurePath(arguments.files[0])
    folder = Path(path.parent)
    git.root(folder)
    old = read.at(folder, arguments.from_ref, path.name, arguments.reader)
    if arguments.to_ref:
        new = read.at(folder, arguments.to_ref, path.name, arguments.reader)
    else:
        new = read.given(str(path), arguments.reader)
    shown = path.as_posix()
    return replace(old, path=shown), replace(new, path=shown)


def _distinct(documents: Sequence[Document]) -> list[Document]:
    """Ids that tell the documents apart: two files of one stem get a number."""
    seen: set[str] = set()
    found = []
    for document in documents:
        id, number = document.id, 2
        while id in seen:
            id, number = f"{document.id}-{number}", number + 1
        seen.add(id)
        found.append(replace(document, id=id))
    return found
