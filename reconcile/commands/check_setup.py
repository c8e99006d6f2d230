"""What a check works with, all of it read from one state: project file, rules, decisions and sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

from reconcile import project as projects
from reconcile.claim import RuleBook
from reconcile.commands.check_edits import Edits
from reconcile.commands.check_kept import Kept
from reconcile.commands.check_states import State
from reconcile.commands.rules_in_force import rules_in_force
from reconcile.errors import ReadError
from reconcile.files import stamps
from reconcile.identity import digest
from reconcile.model import Document
from reconcile.project import NAME, Entry, Project
from reconcile.readers import read as read_document
from reconcile.rulebook.packs import UnknownPack, pack_folder, shipped
from reconcile.segmenting import segment
from reconcile.text.globs import any_of, matches


class Unreadable(ReadError):
    """A document has no text in it; a check goes on with the others."""


class Setup:
    """The project as the checked state has it."""

    def __init__(
        self, state: State, project: Project, prefix: str, packs: tuple[str, ...], program: str, kept: Kept
    ) -> None:
        """`prefix` is empty, or has a slash at its end; `packs` are those of the project, or others instead;
        `program` changes when the program does, or the packs that come with it."""
        self.state, self.project, self.prefix = state, project, prefix
        self.packs, self.program, self.kept = packs, program, kept

    @cached_property
    def book(self) -> RuleBook:
        """The rules in force; packs of the project are those of the state."""
        base = self.state.root / self.prefix
        ours = all(map(_shipped, self.packs))
        book = self.kept.book(self.packs, base) if ours else None
        if book is None:
            book = rules_in_force(self.project, self.packs, base, self.given)
            if ours:
                self.kept.keep(self.project, book)
        return book

    @cached_property
    def given(self) -> Mapping[str, Mapping[str, str]]:
        """The texts of those packs that stand in the state."""
        found: dict[str, Mapping[str, str]] = {}
        for name in self.packs:
            texts = dict(self._pack(name)) if not _shipped(name) else {}
            if texts:
                found[name] = texts
        return found

    def _pack(self, name: str) -> Iterator[tuple[str, str]]:
        folder = f"{self.prefix}{PurePosixPath(name).as_posix()}/"
        for path in sorted(self.state.files):
            place = path.removeprefix(folder)
            if path.startswith(folder) and place.endswith((".yaml", ".txt")):
                yield place, self.text(path)

    @cached_property
    def documents(self) -> tuple[str, ...]:
        """The paths of the documents under `check.documents`, sorted."""
        listed, start = any_of(self.project.check.documents).fullmatch, len(self.prefix)
        return tuple(
            path
            for path in sorted(self.state.files)
            if path.startswith(self.prefix) and listed(path[start:]) and not self.leaves_out(path)
        )

    def text(self, path: str) -> str:
        """The text of a file of the state; ReadError when it is not UTF-8."""
        return _text(self.state.read(path), path)

    def covers(self, path: str) -> bool:
        """True when the project has the file at `path` checked."""
        if not path.startswith(self.prefix):
            return False
        inside = path[len(self.prefix) :]
        return matches(inside, self.project.check.documents) and not self.leaves_out(path)

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in reversed(self.project.entries)}

    def leaves_out(self, path: str) -> bool:
        """True for what is never checked: what is excluded, hidden, or named as a version or source."""
        inside = path[len(self.prefix) :] if path.startswith(self.prefix) else path
        check = self.project.check
        if inside in check.documents:
            return False
        return (
            inside in self._entries
            or inside.startswith((".", self._decisions))
            or "/." in inside
            or matches(inside, check.exclude)
        )

    @cached_property
    def _decisions(self) -> str:
        return f"{self.project.decisions}/"

    def entry(self, path: str) -> Entry:
        """How the document at `path` is to be read, and what it is called."""
        inside = path[len(self.prefix) :] if path.startswith(self.prefix) else path
        return self._entries.get(inside) or Entry(path=inside, id=PurePosixPath(path).stem)

    def reader(self, path: str) -> str | None:
        """The reader that the project names for the document at `path`."""
        entry = self._entries.get(path[len(self.prefix) :])
        return entry.reader if entry else None

    def read(self, data: bytes, path: str, *, id: str | None = None) -> Document:
        """The document in `data`, with its sentences; Unreadable when there is no text in it."""
        entry = self.entry(path)
        try:
            document = read_document(
                data, path, reader=entry.reader, id=id or entry.id, date=entry.date, title=entry.title
            )
        except ReadError as error:
            raise Unreadable(*error.args) from error
        return segment(document, self.book.lexicon)

    @cached_property
    def sources(self) -> tuple[Document, ...]:
        """The project's sources; ReadError when one of them cannot be read."""
        paths = [f"{self.prefix}{entry.path}" for entry in self.project.sources]
        try:
            return tuple(self.read(self.state.read(path), path) for path in paths)
        except Unreadable as error:
            raise ReadError(*error.args) from error


def setup(edits: Edits, file: str | None, packs: tuple[str, ...]) -> Setup:
    """The project that holds where the user stands, or that of the project file `file`."""
    state = edits.state
    program = digest([list(stamp) for stamp in stamps(shipped())])
    path = file or _nearest(edits)
    inside = path if path and path in state.files else f"{edits.here}{path}"
    content = state.files.get(inside)
    kept = Kept(state.root, digest(program, inside, content, list(packs)))
    project, prefix = Project(), ""
    if content is not None:
        folder = PurePosixPath(inside).parent.as_posix()
        prefix = "" if folder == "." else f"{folder}/"
        project = kept.project(Path()) or projects.parse(_text(state.read(inside), inside), inside)
    elif path is not None:
        project = projects.load(Path(path))
    return Setup(state, project, prefix, packs or project.rules, program, kept)


def _nearest(edits: Edits) -> str | None:
    folder = PurePosixPath(edits.here)
    places = [f"{each.as_posix()}/{NAME}" for each in (folder, *folder.parents) if each != PurePosixPath(".")]
    return next((place for place in (*places, NAME) if place in edits.state.files), None)


def _shipped(name: str) -> bool:
    """True for a pack that comes with the program."""
    if "/" in name:
        return False
    try:
        pack_folder(name, Path("/nowhere"))
    except UnknownPack:
        return False
    return True


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
