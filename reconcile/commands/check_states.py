"""Where a check reads from, the new versions and everything beside them: a state of git, or the disk.

Whatever a check needs (documents, project file, decisions, rules, sources) it reads from one state, so that
what passes before a commit passes after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

from reconcile import git
from reconcile.errors import ReadError
from reconcile.files import LARGEST, read_bytes, too_large
from reconcile.sha import sha256

_KINDS = {git.LINK: "a symbolic link", git.SUBMODULE: "a submodule"}
_CONFLICT = "in conflict"


class State(Protocol):
    """Files as they stand somewhere. Paths are seen from `root`, with forward slashes."""

    root: Path

    @property
    def files(self) -> Mapping[str, str]:
        """Every regular file: path to a name of its content that changes when the content does."""

    @property
    def odd(self) -> Mapping[str, str]:
        """What is no regular file, and what it is."""

    def read(self, path: str) -> bytes:
        """The bytes of the file at `path`; ReadError when it cannot be had."""


class GitState:
    """What is staged in a repository, or a commit of it."""

    def __init__(self, root: Path, objects: git.Objects, ref: str | None = None) -> None:
        """`ref` names the commit; None is what is staged."""
        self.root, self._objects, self.ref = root, objects, ref
        self._asked = None if ref else git.ask_staged(root)  # wanted by every check, and not at once

    @cached_property
    def _entries(self) -> tuple[git.Staged, ...]:
        return git.listed(self._asked) if self._asked else git.tree(self.root, self.ref or "HEAD")

    @cached_property
    def files(self) -> Mapping[str, str]:
        return {
            entry.path: entry.blob for entry in self._entries if entry.stage == 0 and entry.mode not in _KINDS
        }

    @cached_property
    def odd(self) -> Mapping[str, str]:
        return {
            entry.path: _KINDS.get(entry.mode, _CONFLICT)
            for entry in self._entries
            if entry.mode in _KINDS or entry.stage
        }

    def read(self, path: str) -> bytes:
        blob = self.files.get(path)
        if blob is None:
            what = f"is {self.odd[path]}" if path in self.odd else "is not there"
            raise ReadError(f"{path}: {what} in {self.ref or 'what is staged'}; git add it, or mend its name")
        return self.blob(blob, path)

    def blob(self, id: str, path: str) -> bytes:
        """The bytes of the object `id`, which is called `path` in messages."""
        data = self._objects.get(id)
        if data is None:
            raise ReadError(f"{path}: git has lost {id}; run git fsck")
        if len(data) > LARGEST:
            raise too_large(path, len(data))
        return data


class DiskState:
    """The files under a folder as they are on the disk."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.odd: Mapping[str, str] = {}

    @cached_property
    def files(self) -> Mapping[str, str]:
        return _Digests(self.root)

    def read(self, path: str) -> bytes:
        return read_bytes(self.root / path)


class _Digests(Mapping[str, str]):
    """Paths under a folder; the content is looked at when it is asked for. Hidden folders are left out."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._paths = dict.fromkeys(sorted(_walk(root)))

    def __getitem__(self, path: str) -> str:
        if path not in self._paths:
            raise KeyError(path)
        return sha256(read_bytes(self._root / path))

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _walk(root: Path) -> Iterator[str]:
    waiting = [root]
    while waiting:
        folder = waiting.pop()
        for entry in folder.iterdir():
            if entry.name.startswith(".") or entry.is_symlink():
                continue
            if entry.is_dir():
                waiting.append(entry)
            elif entry.is_file():
                yield PurePosixPath(entry.relative_to(root)).as_posix()
