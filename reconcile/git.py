"""What is asked of git: states of files, and which of them changed. A thin layer over the command.

Every function makes one call. `Objects` keeps one `git cat-file --batch` open, so that any number of files,
at any ref or staged (`HEAD:guide.md`, `:guide.md`), costs one process.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from reconcile.errors import FatalError
from reconcile.fields import frozen

_RAW = ("-z", "--raw", "-B", "-M", "--no-abbrev")
LINK, SUBMODULE = "120000", "160000"  # file modes of what is not a file


class GitError(FatalError):
    """git is not installed, this is no repository, or git refused what was asked."""


@frozen(kw_only=True)
class Change:
    """A path that differs between two states."""

    status: str  # git's letter: A, C, D, M, R, T, U
    old: str | None  # None for a new file
    new: str | None  # None for a deleted one
    old_mode: str  # octal
    new_mode: str
    old_blob: str  # object id; all zeros where git has none
    new_blob: str


@frozen
class Staged:
    """An entry of the index, or of a tree."""

    mode: str  # octal
    blob: str  # object id
    stage: int  # 0, or 1 to 3 for the sides of a conflict
    path: str


def root(start: Path) -> Path:
    """The top folder of the repository that `start` is in, found without calling git.

    GitError when there is none.
    """
    here = start.absolute()
    for folder in (here, *here.parents):
        if (folder / ".git").exists():
            return folder
    raise GitError(f"{start}: not in a git repository; run this inside one, or give two files")


def show(folder: Path, spec: str) -> bytes:
    """The bytes of one object: `HEAD:path`, `:path` (staged), or an object id. GitError if there is none."""
    with Objects(folder) as objects:
        data = objects.get(spec)
    if data is None:
        raise GitError(f"git has no {spec}; check the ref and the path")
    return data


def user(folder: Path) -> str:
    """The name git would put on a commit made in `folder`; empty when it knows none, or is not there."""
    try:
        done = _git(folder, "config", "--get", "user.name")
    except GitError:
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def last_touched(folder: Path, ref: str, path: str) -> str | None:
    """The last commit up to `ref` in which `path` changed or went; None when its history has none."""
    _no_option(ref)
    done = _git(folder, "rev-list", "-1", ref, "--", path)
    return _checked(done).decode().strip() or None


def merge_base(folder: Path, first: str, second: str) -> str:
    """The id of the commit where `first` and `second` parted; GitError when they share no history."""
    return _text(_git(folder, "merge-base", "--", first, second), f"{first} and {second}")


def changes(folder: Path, old: str, new: str | None = None) -> tuple[Change, ...]:
    """What differs between the ref `old` and the ref `new`, or what is staged.

    Renames are followed, also to and from names that both states have: documents that changed places, or a
    page that left a line behind where it stood (a copy then, for the old name is still there).
    """
    return _changes(_ask_changes(folder, old, new))


def changes_in(folder: Path, commit: str) -> tuple[Change, ...]:
    """What the commit changed, beside each of its parents."""
    _no_option(commit)
    return _changes(Asked(folder, "diff-tree", "-r", "-m", "--root", "--no-commit-id", *_RAW, commit))


def _ask_changes(folder: Path, old: str, new: str | None = None) -> Asked:
    _no_option(old, new)
    states = ["diff-tree", "-r", old, new] if new is not None else ["diff-index", "--cached", old]
    return Asked(folder, *states, *_RAW, "--")


def _changes(asked: Asked) -> tuple[Change, ...]:
    out = _checked(asked.answer())
    fields = iter(out.decode("utf-8", "surrogateescape").split("\0")[:-1])
    return tuple(_change(header, fields) for header in fields)


def ask_staged_changes(folder: Path) -> Asked:
    """Have git begin with what `staged_changes` gives."""
    return _ask_changes(folder, "HEAD")


def staged_changes(folder: Path, asked: Asked | None = None) -> tuple[Change, ...]:
    """What is staged and differs from HEAD; before the first commit all that is staged."""
    try:
        return _changes(asked or ask_staged_changes(folder))
    except GitError:
        if _git(folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode == 0:
            raise
    empty = _text(_git(folder, "hash-object", "-t", "tree", os.devnull), "empty tree")
    return changes(folder, empty)


def ask_staged(folder: Path) -> Asked:
    """Have git begin with what `listed` gives: the entries of the index."""
    return Asked(folder, "ls-files", "--stage", "-z")


def listed(asked: Asked) -> tuple[Staged, ...]:
    """The entries that `ask_staged` asked for, in git's order."""
    out = _checked(asked.answer())
    found = []
    for entry in out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        header, path = entry.split("\t", 1)
        mode, blob, stage = header.split(" ")
        found.append(Staged(mode, blob, int(stage), path))
    return tuple(found)


def tree(folder: Path, ref: str) -> tuple[Staged, ...]:
    """The files of the ref, in git's order."""
    _no_option(ref)
    out = _checked(_git(folder, "ls-tree", "-r", "-z", "--full-tree", ref))
    found = []
    for entry in out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        header, path = entry.split("\t", 1)
        mode, _, blob = header.split(" ")
        found.append(Staged(mode, blob, 0, path))
    return tuple(found)


class Asked:
    """What git is at work on while the program goes on."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(
                ["git", *arguments], cwd=folder, env=environment, stdout=pipe, stderr=pipe
            )
        except FileNotFoundError as error:
            raise _missing() from error

    def answer(self) -> subprocess.CompletedProcess[bytes]:
        """What git said; asked for once."""
        out, said = self._process.communicate()
        return subprocess.CompletedProcess(self._process.args, self._process.returncode, out, said)


class Objects:
    """One `git cat-file --batch`, for as many objects as are wanted. A context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Objects:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.communicate()

    def get(self, spec: str) -> bytes | None:
        """The bytes of the object `spec` names, or None when git has no such object."""
        if "\n" in spec:  # the batch protocol ends a request with a line feed
            done = _git(self._folder, "cat-file", "blob", spec)
            return done.stdout if done.returncode == 0 else None
        process = self.start()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(os.fsencode(spec) + b"\n")
            process.stdin.flush()
        except BrokenPipeError:
            raise GitError(f"git cat-file stopped: {_said(process.communicate()[1])}") from None
        header = process.stdout.readline()
        if not header:
            raise GitError(f"git cat-file stopped: {_said(process.communicate()[1])}")
        if header.endswith((b" missing\n", b" ambiguous\n")):
            return None
        data = process.stdout.read(int(header.rsplit(b" ", 1)[1]))
        process.stdout.read(1)
        return data

    def start(self) -> subprocess.Popen[bytes]:
        """Have git begin, when it is known that something will be wanted."""
        self._process = self._process or self._start()
        return self._process

    def _start(self) -> subprocess.Popen[bytes]:
        try:
            return subprocess.Popen(
                ["git", "cat-file", "--batch"],
                cwd=self._folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except FileNotFoundError as error:
            raise _missing() from error


def _change(header: str, fields: Iterator[str]) -> Change:
    old_mode, new_mode, old_blob, new_blob, status = header.removeprefix(":").split(" ")
    letter, first = status[0], next(fields)
    second = next(fields) if letter in "RC" else first
    return Change(
        status=letter,
        old=None if letter == "A" else first,
        new=None if letter == "D" else second,
        old_mode=old_mode,
        new_mode=new_mode,
        old_blob=old_blob,
        new_blob=new_blob,
    )


def _no_option(*refs: str | None) -> None:
    for ref in refs:
        if ref is not None and ref.startswith("-"):
            raise GitError(f"{ref!r} is no name of a commit; check the names")


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return Asked(folder, *arguments).answer()


def _checked(done: subprocess.CompletedProcess[bytes]) -> bytes:
    if done.returncode:
        raise GitError(f"git {done.args[1]} failed: {_said(done.stderr)}")
    return done.stdout


def _text(done: subprocess.CompletedProcess[bytes], what: str) -> str:
    if done.returncode:
        said = _said(done.stderr)
        raise GitError(f"git knows no {what}; check the names" + (f" ({said})" if said else ""))
    return done.stdout.decode().strip()


def _said(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].removeprefix("fatal: ") if lines else ""


def _missing() -> GitError:
    return GitError(
        "git is not installed or not on the PATH; install it, or compare two files: report OLD NEW"
    )
