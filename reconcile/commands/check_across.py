"""Facts that two documents of the project state differently, found by the index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from reconcile.commands.check_setup import Setup, Unreadable
from reconcile.fields import frozen
from reconcile.identity import digest, finding_id
from reconcile.index.agree import contradict, data, sure
from reconcile.index.row import FORMAT, Row
from reconcile.index.stating import rows
from reconcile.index.store import FOLDER, Content, Damaged, Store
from reconcile.model import Document, Level
from reconcile.result import Finding, Side
from reconcile.span import Span

Watch = Callable[[str, int], None]


@frozen
class Stated:
    """A row, and the path of the document that states it."""

    path: str
    row: Row


class Across:
    """The rows of all documents of a setup."""

    def __init__(self, setup: Setup, watch: Watch) -> None:
        """`watch` is told what is read, and how many documents are left, when that takes a while."""
        self.setup, self.watch = setup, watch

    @cached_property
    def _contents(self) -> Mapping[Content, Sequence[str]]:
        """Every content under `check.documents`, and the paths that have it."""
        found: dict[Content, list[str]] = {}
        for path in self.setup.documents:
            found.setdefault(self.content(path), []).append(path)
        return found

    def content(self, path: str) -> Content:
        """What the rows of the document at `path` depend on, beside the fingerprint of the index."""
        suffix = path[path.rfind(".", path.rfind("/") + 1) :] if "." in path else ""
        return self.setup.state.files[path], self.setup.reader(path) or suffix.lower()

    @cached_property
    def _store(self) -> Store:
        store = Store(self.setup.state.root / FOLDER, self._fingerprint())
        self._fill(store)
        return store

    def _fill(self, store: Store) -> None:
        made: dict[Content, tuple[Row, ...]] = {}
        missing = store.missing(self._contents)
        for number, content in enumerate(missing):
            path = self._contents[content][0]
            self.watch(path, len(missing) - number)
            made[content] = self.rows_at(path)
        store.put(made, self._contents)

    def rows_at(self, path: str) -> tuple[Row, ...]:
        """The rows of one document, read anew; none when it cannot be read."""
        try:
            document = self.setup.read(self.setup.state.read(path), path)
        except Unreadable:
            return ()
        return tuple(rows(document, self.setup.book.lexicon))

    def _fingerprint(self) -> str:
        setup = self.setup
        given = {name: dict(texts) for name, texts in setup.given.items()}
        return digest(FORMAT, setup.program, list(setup.packs), repr(given))

    def opposed(self, row: Row, path: str) -> Iterator[Stated]:
        """What other documents state that contradicts the row of the document at `path`, by path."""
        found = {
            (other, found.start, found.end): Stated(other, found)
            for content, found in self._find(row.key)
            for other in self._contents.get(content, ())
            if other != path and not self._versions(path, other)
            if contradict(row, found, path, other)
        }
        yield from (found[place] for place in sorted(found))

    def _find(self, key: str) -> Sequence[tuple[Content, Row]]:
        try:
            return self._store.find(key)
        except Damaged:
            self._store.forget()
            self._fill(self._store)
            return self._store.find(key)

    def _versions(self, one: str, other: str) -> bool:
        """True for the old and the new version of the project, which are no two documents."""
        project = self.setup.project
        paths = {entry.path for entry in (project.old, project.new) if entry}
        return {one.removeprefix(self.setup.prefix), other.removeprefix(self.setup.prefix)} == paths

    def everything(self) -> Iterator[tuple[Stated, Stated]]:
        """All contradictions between two documents, and within one, each pair once."""
        try:
            keys = self._store.keys()
        except Damaged:
            self._store.forget()
            self._fill(self._store)
            keys = self._store.keys()
        for key in keys:
            places = {
                (path, row.start, row.end): Stated(path, row)
                for content, row in self._store.find(key)
                for path in self._contents.get(content, ())
            }
            stated = [places[place] for place in sorted(places)]
            for number, one in enumerate(stated):
                for other in stated[number + 1 :]:
                    if not self._versions(one.path, other.path) and contradict(
                        one.row, other.row, one.path, other.path
                    ):
                        yield one, other


def within(row: Row, others: Iterable[Row], path: str) -> Iterator[Row]:
    """What the same document states elsewhere that contradicts `row`."""
    return (
        other for other in others if other.sentence != row.sentence and contradict(row, other, path, path)
    )


def stood_before(row: Row, old: Collection[Row]) -> bool:
    """True when the old version stated the same, so that the edit did not bring it in."""
    return any(one.key == row.key and one.value == row.value and one.scope == row.scope for one in old)


def told(
    here: Row, document: Document, other: Stated, there: Document, claim: tuple[str, str, str | None]
) -> Finding:
    """The finding that `here`, in `document`, contradicts `other`. `claim` is its key, type and object."""
    key, kind, about = claim
    same = document.path == there.path
    where = f"line {other.row.line}" if same else f"{other.path}:{other.row.line}"
    certain = sure(here, other.row, same)
    return Finding(
        id=finding_id(key, data(other.row), data(here)),
        key=key,
        kind="internal" if same else "across",
        rule="same-fact",
        claim=kind,
        relation=None,
        level=Level.ERROR if certain else Level.WARNING,
        score=0.9 if certain else 0.6,
        subject=here.subject,
        object=about,
        message=f"{here.subject}: “{here.text}” here, “{other.row.text}” in {where}",
        why="the same thing is told with another value"
        + (" in the same document" if same else " in another document of the project"),
        old=_side(other.row, there),
        new=_side(here, document),
    )


def _side(row: Row, document: Document) -> Side:
    return Side(
        document=document.id,
        text=row.text,
        span=Span(row.start, row.end),
        value=data(row),
        sentences=(row.sentence,),
        context=row.context,
    )
