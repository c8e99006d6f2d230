"""The project file, `reconcile.yaml`: what is compared, with which rules, and where reports go.

Every part is optional:

    old: {path: guide-1.txt, id: first-edition}   # or a bare path; the default id is the file's stem
    new: guide-2.txt
    sources: [{path: minutes.txt, reader: plain, date: "2004-05-01", title: Minutes}]
    rules: [core]
    decisions: reconcile.decisions
    reports: {folder: reports, formats: [yaml, html]}
    check: {documents: ["**/*.md"], exclude: ["archive/**"], gate: conflicts}
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from reconcile.errors import UsageError
from reconcile.files import read_text
from reconcile.text.marked import Marked, Node

NAME = "reconcile.yaml"
GATES = ("conflicts", "changes", "none")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document that the project names."""

    path: str  # as it is written, seen from the project's folder, with forward slashes
    id: str
    reader: str | None = None
    date: str | None = None  # EDTF or ISO 8601
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Where reports are written, and in which formats."""

    folder: str = "reports"
    formats: tuple[str, ...] = ("yaml", "html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What `reconcile check` looks at: glob patterns from the project's folder, and what fails."""

    documents: tuple[str, ...] = ("**/*.md", "**/*.rst", "**/*.wiki", "**/*.wikitext", "**/*.mediawiki")
    exclude: tuple[str, ...] = ()
    gate: str = "conflicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project file that has been read; the defaults are those of a folder without one."""

    root: Path = Path()  # the folder all its paths are seen from
    file: str | None = None  # the project file as it is shown to a person
    old: Entry | None = None
    new: Entry | None = None
    sources: tuple[Entry, ...] = ()
    rules: tuple[str, ...] = ("core",)
    decisions: str = "reconcile.decisions"
    reports: Reports = Reports()
    check: Check = Check()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Old, new and sources, in this order."""
        return (*(entry for entry in (self.old, self.new) if entry), *self.sources)


def find(start: Path) -> Path | None:
    """The project file of the folder `start`, or of the nearest folder above it."""
    start = start.absolute()
    return next((folder / NAME for folder in (start, *start.parents) if (folder / NAME).is_file()), None)


def load(path: Path) -> Project:
    """The project file at `path`; ReadError when it cannot be read, else as `parse`."""
    if path.is_dir():
        path = path / NAME
    return parse(read_text(path), path.as_posix(), path.parent)


def load_nearest(given: str | None = None) -> Project:
    """The project file `given`, or the nearest one upward of the working folder, or the defaults.

    Paths are kept relative where the file stands in the working folder or is given so.
    """
    if given is not None:
        return load(Path(given))
    found = find(Path())
    if found is None:
        return Project()
    here = found.parent == Path().absolute()
    return load(Path(NAME) if here else found)


def parse(text: str, file: str, root: Path = Path()) -> Project:
    """The project that `text` describes; `file` is its name in messages.

    ConfigError with every unknown key and every wrong value, one `file:line:column: …` line each.
    """
    marked = Marked(text, file)
    fields = marked.fields(marked.root, KEYS, "") if marked.root else {}
    reader = _Reader(marked, fields)
    project = Project(
        root=root,
        file=file,
        old=reader.get("old", reader.entry, None),
        new=reader.get("new", reader.entry, None),
        sources=reader.get("sources", reader.sources, ()),
        rules=reader.get("rules", marked.texts, Project().rules),
        decisions=reader.get("decisions", marked.text, Project().decisions),
        reports=reader.get("reports", reader.reports, Reports()),
        check=reader.get("check", reader.check, Check()),
    )
    reader.one_name_each(project)
    marked.check()
    return project


KEYS = ("old", "new", "sources", "rules", "decisions", "reports", "check")
_ENTRY = ("path", "id", "reader", "date", "title")


def needs_versions(project: Project) -> tuple[Entry, Entry]:
    """The old and the new version; UsageError saying what to add when one is missing."""
    if project.old and project.new:
        return project.old, project.new
    if project.file is None:
        raise UsageError(
            f"no {NAME} here or above; give two files (reconcile report OLD NEW), or run: reconcile init"
        )
    missing = "old" if not project.old else "new"
    raise UsageError(f"{project.file}: no {missing!r} version; add a line `{missing}: PATH`, or give OLD NEW")


class _Reader:
    """Reads the parts of one project file."""

    def __init__(self, marked: Marked, fields: dict[str, Node]) -> None:
        self.marked, self.fields = marked, fields

    def get(self, key: str, read: Callable[[Node, str], T], default: T) -> T:
        node = self.fields.get(key)
        return default if node is None else read(node, key)

    def entry(self, node: Node, where: str) -> Entry | None:
        if not hasattr(node.value, "append"):  # a bare path, not a list of pairs
            path = self.path(node, where)
            return Entry(path=path, id=PurePosixPath(path).stem)
        fields = self.marked.fields(node, _ENTRY, where)
        if "path" not in fields and (fields or not node.value):
            self.marked.mistake(node, f"{where}: no 'path'; add path: FILE")
        known = {key: self.marked.text(value, f"{where}.{key}") for key, value in fields.items()}
        path = known.get("path", "").replace("\\", "/")
        return Entry(
            path=path,
            id=known.get("id") or PurePosixPath(path).stem,
            reader=known.get("reader"),
            date=known.get("date"),
            title=known.get("title"),
        )

    def path(self, node: Node, where: str) -> str:
        return self.marked.text(node, where).replace("\\", "/")

    def sources(self, node: Node, where: str) -> tuple[Entry, ...]:
        listed = enumerate(self.marked.list(node, where))
        found = [self.entry(child, f"{where}[{number}]") for number, child in listed]
        return tuple(entry for entry in found if entry)

    def reports(self, node: Node, where: str) -> Reports:
        fields = self.marked.fields(node, ("folder", "formats"), where)
        return Reports(
            folder=self.path(fields["folder"], f"{where}.folder") if "folder" in fields else Reports().folder,
            formats=self.texts(fields, "formats", where, Reports().formats),
        )

    def check(self, node: Node, where: str) -> Check:
        fields = self.marked.fields(node, ("documents", "exclude", "gate"), where)
        gate = self.marked.choice(fields["gate"], GATES, f"{where}.gate") if "gate" in fields else None
        return Check(
            documents=self.texts(fields, "documents", where, Check().documents),
            exclude=self.texts(fields, "exclude", where, ()),
            gate=gate or Check().gate,
        )

    def texts(
        self, fields: dict[str, Node], key: str, where: str, default: tuple[str, ...]
    ) -> tuple[str, ...]:
        return self.marked.texts(fields[key], f"{where}.{key}") if key in fields else default

    def one_name_each(self, project: Project) -> None:
        """Ids must differ, for reports speak of documents by id."""
        nodes = [self.fields[key] for key in ("old", "new") if key in self.fields]
        nodes += self.marked.list(self.fields["sources"], "sources") if project.sources else []
        seen: Collection[str] = ()
        for entry, node in zip(project.entries, nodes, strict=False):
            if entry.id in seen:
                self.marked.mistake(
                    node, f"two documents are called {entry.id!r}; give one of them another id"
                )
            seen = {*seen, entry.id}
