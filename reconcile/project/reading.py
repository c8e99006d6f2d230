"""The project file out of its YAML: every key checked, all mistakes together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import TypeVar

from yaml.nodes import MappingNode

from reconcile.project import GATES, KEYS, Check, Entry, Project, Reports
from reconcile.text.marked import Marked, Node
from reconcile.values.edtf import is_edtf

T = TypeVar("T")
_ENTRY = ("path", "id", "reader", "date", "title")


def read(text: str, file: str, root: Path) -> Project:
    """See `reconcile.project.parse`."""
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
        places=dict(reader.places()),
    )
    reader.one_name_each(project)
    marked.check()
    return project


class _Reader:
    """Reads the parts of one project file."""

    def __init__(self, marked: Marked, fields: dict[str, Node]) -> None:
        self.marked, self.fields = marked, fields

    def get(self, key: str, read: Callable[[Node, str], T], default: T) -> T:
        node = self.fields.get(key)
        return default if node is None else read(node, key)

    def places(self) -> Iterator[tuple[str, str]]:
        """Where the parts stand of which only the rest of the program can say whether they are right."""
        for key, node in self.fields.items():
            if key == "decisions":
                yield key, self.marked.place(node)
            elif key == "check" and isinstance(node, MappingNode):
                listed = (value for name, value in node.value if name.value == "documents")
                yield from ((f"{key}.documents", self.marked.place(value)) for value in listed)
            elif key == "rules" and isinstance(node.value, list):
                yield from ((f"{key}[{n}]", self.marked.place(one)) for n, one in enumerate(node.value))

    def entry(self, node: Node, where: str) -> Entry | None:
        if not hasattr(node.value, "append"):  # a bare path, not a list of pairs
            path = self.path(node, where)
            return Entry(path=path, id=PurePosixPath(path).stem)
        fields = self.marked.fields(node, _ENTRY, where)
        if "path" not in fields and (fields or not node.value):
            self.marked.mistake(node, f"{where}: no 'path'; add path: FILE")
        known = {key: self.marked.text(value, f"{where}.{key}") for key, value in fields.items()}
        path = known.get("path", "").replace("\\", "/")
        if (date := known.get("date")) and not is_edtf(date):
            self.marked.mistake(
                fields["date"], f"{where}.date: {date!r} is no date; write it as 2004-05-01, 2004-05 or 2004"
            )
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
