"""Where a document has gone that is no more: a rename that is staged, or that the history of git tells of."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from reconcile import git
from reconcile.fields import frozen

_LONGEST = 50  # renames of one document; a circle of them ends too


@frozen
class Trace:
    """Where a document is now."""

    path: str | None  # None when it was deleted, or nobody knows
    known: bool = True  # False where git has no history of it: a shallow clone, say


class Moves:
    """The renames of a repository, looked up when something is asked for that is no more."""

    def __init__(
        self, root: Path, files: Container[str], ref: str, changed: Callable[[], Sequence[git.Change]]
    ) -> None:
        """`files` are there now, `ref` is the commit whose history counts, `changed` what came after it."""
        self._root, self._files, self._ref, self._changed = root, files, ref, changed
        self._commits: dict[str, Mapping[str, str]] = {}
        self._traces: dict[str, Trace] = {}

    def trace(self, path: str) -> Trace:
        """Where the document is that was at `path`; path by path, if it was renamed more than once."""
        if path not in self._traces:
            self._traces[path] = self._follow(path)
        return self._traces[path]

    def _follow(self, path: str) -> Trace:
        for _ in range(_LONGEST):
            try:
                path = self._later.get(path) or self._committed(path)
            except KeyError:
                return Trace(None)
            except git.GitError:
                return Trace(None, known=False)
            if path in self._files:
                return Trace(path)
        return Trace(None)

    @cached_property
    def _later(self) -> Mapping[str, str]:
        return renames(self._changed())

    def _committed(self, path: str) -> str:
        """The name that the commit gave it in which it went; KeyError when that deleted it."""
        commit = git.last_touched(self._root, self._ref, path)
        if commit is None:
            raise git.GitError(f"the history has no {path}")
        if commit not in self._commits:
            self._commits[commit] = renames(git.changes_in(self._root, commit))
        return self._commits[commit][path]


def renames(changed: Sequence[git.Change]) -> Mapping[str, str]:
    """The new path of each file that was renamed, by its old one."""
    return {one.old: one.new for one in changed if one.status == "R" and one.old and one.new}
