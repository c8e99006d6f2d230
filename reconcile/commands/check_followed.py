"""Decisions go with a document to its new name: what was settled before a rename still holds after it.

A key holds the id of its document, so the facts of a renamed document have other keys than those its
decisions are filed under. A rename in this edit is known by the edit. For an earlier one, after which nobody
had them follow, git is asked; and only when facts of a document that is no more are stated in one that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from reconcile import git
from reconcile.commands.check_decisions import Decisions
from reconcile.commands.check_edits import Edits
from reconcile.commands.check_setup import Setup
from reconcile.commands.check_states import GitState
from reconcile.commands.moves import Moves, renames
from reconcile.commands.to_follow import Going, notices
from reconcile.decisions.decision import Decision
from reconcile.decisions.guard import by_key, in_force
from reconcile.decisions.read import parse_all
from reconcile.decisions.renamed import Named, home, is_of, keys, renamed

Stray = tuple[Named, Decision]  # a decision, and the document that it is of, which is no more


class Followed:
    """All decisions in force, each on the document it was made for, whatever that is called now."""

    def __init__(
        self, decisions: Sequence[Decision], edits: Edits, setup: Setup, moves: Moves | None
    ) -> None:
        """`moves` is None where there is no git to ask."""
        self._decisions, self._edits, self._setup, self._moves = decisions, edits, setup, moves
        self._files = setup.state.files
        self._by_key = by_key(decisions)
        self._told: dict[tuple[str, str], Going] = {}

    def at(self, path: str, edit: git.Change | None = None) -> Decisions:
        """See `AllDecided`."""
        here, strays = self._named(path), self._astray(path)
        own = self._staying(path) if path in self._left else self._by_key
        carried = _Carried(here)
        if edit and edit.old and edit.status in "RC":
            going = self._going(edit.old)
            carried.take(self._named(edit.old), going)
            self._tell(edit.old, path, going)
            for old in self._strays:
                self._leads(old, path, stated=False)

        def of(key: str) -> Sequence[Decision]:
            for old, decision in strays.pop(key, ()):
                if self._leads(old, path):
                    carried.take(old, [decision])
            return (*carried.by_key.get(key, ()), *self._newer(own.get(key, ()), path))

        return Decisions(of, carried.called)

    def notices(self) -> Iterator[str]:
        """See `AllDecided`."""
        for old, new in self._left.items():
            if (self._edits.given is None or new in self._edits.given) and not self._setup.covers(new):
                self._tell(old, new, self._going(old), checked=False)
        return notices(self._told.values(), f"{self._setup.prefix}{self._setup.project.decisions}")

    def _named(self, path: str) -> Named:
        return Named(path, self._setup.entry(path).id)

    @cached_property
    def _left(self) -> Mapping[str, str]:
        """What the edit renamed, old path to new."""
        return renames(self._edits.changed)

    @cached_property
    def _deleted(self) -> frozenset[str]:
        return frozenset(change.old for change in self._edits.changed if change.old and not change.new)

    @cached_property
    def _brought(self) -> frozenset[str]:
        return frozenset(change.new for change in self._edits.changed if change.new)

    def _going(self, old: str) -> list[Decision]:
        """The decisions that go with the document that was at `old`.

        Where another one is at that path now, those that the edit itself brought are on that one.
        """
        brought = self._brought if old in self._files else ()
        named = self._named(old)
        return [one for one in self._decisions if is_of(one, named) and one.path not in brought]

    def _newer(self, decisions: Sequence[Decision], path: str) -> Sequence[Decision]:
        """Without those on a file that is no more, where the document at `path` has one of its own.

        Files of one name have one id, so that the fact of a file moved to another folder has the key it had.
        """
        if len(decisions) < 2 or not any(path in one.files for one in decisions):
            return decisions
        return [one for one in decisions if not one.files or any(file in self._files for file in one.files)]

    def _staying(self, path: str) -> Mapping[str, tuple[Decision, ...]]:
        """The decisions but for those of the document that was at `path` and is elsewhere now."""
        gone = {one.path for one in self._going(path)}
        return by_key(one for one in self._decisions if one.path not in gone)

    @cached_property
    def _strays(self) -> Mapping[Named, list[tuple[Decision, Callable[[str], str]]]]:
        """The decisions of documents that are no more and that this edit did not rename, and their `keys`."""
        found: dict[Named, list[tuple[Decision, Callable[[str], str]]]] = {}
        for one in self._decisions if self._moves else ():
            if not all(path in self._files for path in one.files):
                old = home(one, lambda path: self._named(path).id)
                if old and old.path not in self._files and old.path not in self._left:
                    found.setdefault(old, []).append((one, keys(one, old)))
        return found

    def _astray(self, path: str) -> dict[str, list[Stray]]:
        """Those decisions, by the keys that their facts have in the document at `path`."""
        here = self._named(path)
        found: dict[str, list[Stray]] = {}
        for old, decisions in self._strays.items():
            for one, key in decisions if old.id != here.id else ():
                found.setdefault(key(here.id), []).append((old, one))
        return found

    def _leads(self, old: Named, path: str, *, stated: bool = True) -> bool:
        """True when the document that was `old` is at `path` now.

        Where nobody knows, or this edit deleted it, that is asked of the person when its facts are `stated`.
        """
        assert self._moves is not None
        trace = self._moves.trace(old.path)
        if trace.path == path:
            self._tell(old.path, path, self._strays[old])
        elif stated and (not trace.known or old.path in self._deleted):
            self._tell(old.path, path, self._strays[old], sure=False)
        return trace.path == path

    def _tell(
        self, old: str, new: str, decisions: Sequence[object], *, checked: bool = True, sure: bool = True
    ) -> None:
        if decisions and not (checked and self._named(old).id == self._named(new).id):
            beside = old in self._files and old not in self._left
            self._told.setdefault((old, new), Going(old, new, len(decisions), checked, sure, beside))


class _Carried:
    """Decisions under the keys that their facts have in another document."""

    def __init__(self, here: Named) -> None:
        """`here` is that document."""
        self._here = here
        self.by_key: dict[str, tuple[Decision, ...]] = {}
        self._was: dict[tuple[str, str], str] = {}  # key and id, and how the document was called before

    def take(self, old: Named, decisions: Iterable[Decision]) -> None:
        """Take up `decisions`, which are of `old`."""
        for one in decisions:
            after = renamed(one, old, self._here)
            self._was[after.key, after.id] = old.path
            if after.key != one.key:
                self.by_key[after.key] = (*self.by_key.get(after.key, ()), after)

    def called(self, decision: Decision) -> str:
        """How the document was called for which `decision` was made, where that was otherwise."""
        old = self._was.get((decision.key, decision.id))
        return f" for {old}, which is {self._here.path} now" if old else ""


def followed(texts: Mapping[str, str], today: str, edits: Edits, setup: Setup) -> Followed:
    """The decisions in the files `texts` that are in force on the day `today` (YYYY-MM-DD)."""
    state, moves = setup.state, None
    if isinstance(state, GitState):
        root, ref = state.root, state.ref
        moves = Moves(root, state.files, ref or "HEAD", lambda: edits.changed or _staged(root, ref))
    return Followed(in_force(parse_all(texts), today), edits, setup, moves)


def _staged(root: Path, ref: str | None) -> tuple[git.Change, ...]:
    return () if ref else git.staged_changes(root)
