"""What a check is of: the edits, each an old and a new text, and the state that the new ones stand in."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath

from reconcile import git
from reconcile.commands.check_states import DiskState, GitState, State
from reconcile.errors import UsageError
from reconcile.fields import frozen
from reconcile.files import read_bytes
from reconcile.project import find


@frozen(kw_only=True)
class Edit:
    """One file before and after; `old` is None for a new file. Paths are seen from the state's root."""

    path: str
    old_path: str | None
    old: bytes | None
    new: bytes
    old_name: str  # which state the old text is of: HEAD, the first digits of a commit


class Edits:
    """What is to be checked, and where everything else is read from."""

    def __init__(
        self,
        state: State,
        *,
        objects: git.Objects | None = None,
        changed: Callable[[], tuple[git.Change, ...]] = tuple,
        given: frozenset[str] | None = None,
        old_name: str = "HEAD",
        against: Edit | None = None,
    ) -> None:
        """`objects` are those of the repository, `given` the files that were named (None when none was)."""
        self.state, self.objects, self._changed = state, objects, changed
        self.here = _here(state.root)
        self.given, self.old_name, self.against = given, old_name, against

    @cached_property
    def changed(self) -> tuple[git.Change, ...]:
        """What differs between the two states."""
        return self._changed()

    def start(self) -> None:
        """Have git begin to give what changed, when something did."""
        if self.changed and self.objects is not None:
            self.objects.start()

    def close(self) -> None:
        """Let git go."""
        if self.objects is not None:
            self.objects.__exit__(None, None, None)

    def read(self, change: git.Change) -> Edit:
        """The edit's two texts."""
        state = self.state
        assert isinstance(state, GitState)
        assert change.new is not None
        has_old = change.old is not None and change.old_mode not in (git.LINK, git.SUBMODULE)
        return Edit(
            path=change.new,
            old_path=change.old,
            old=state.blob(change.old_blob, change.old or "") if has_old else None,
            new=state.blob(change.new_blob, change.new),
            old_name=self.old_name,
        )


def edits(arguments: Namespace) -> Edits:
    """What the arguments ask to have checked. What is staged git goes on to look up by itself.

    UsageError when they do not fit together, GitError where git is needed and not there.
    """
    _fitting(arguments)
    if arguments.against:
        return _against(arguments)
    root = _repository(arguments)
    if root is None:
        return _on_disk(arguments)
    objects = git.Objects(root)
    given = frozenset(seen(root, name) for name in arguments.files) if arguments.files else None
    old, new = refs(arguments)
    if arguments.all:
        return Edits(GitState(root, objects, new), objects=objects, given=given)
    if old is None:
        state, asked = GitState(root, objects), git.ask_staged_changes(root)
        return Edits(state, objects=objects, changed=lambda: git.staged_changes(root, asked), given=given)
    base = git.merge_base(root, old, new or "HEAD")
    new = new or "HEAD"
    changed = git.changes(root, base, new)
    state = GitState(root, objects, new)
    return Edits(state, objects=objects, changed=lambda: changed, given=given, old_name=base[:12])


def _fitting(arguments: Namespace) -> None:
    given = [
        name
        for name, value in (
            ("--staged", arguments.staged),
            ("--from-ref", arguments.from_ref),
            ("--against", arguments.against),
            ("--all", arguments.all),
        )
        if value
    ]
    if len(given) > 1 and given != ["--from-ref", "--all"]:
        raise UsageError(f"{' and '.join(given)} do not go together; give one of them")


def _repository(arguments: Namespace) -> Path | None:
    """The root of the repository; None where there is none, and none is needed."""
    try:
        return git.root(Path())
    except git.GitError as error:
        if not arguments.all:
            raise git.GitError(
                "this is no git repository; run check inside one, or compare two files: "
                "reconcile check NEW --against OLD"
            ) from error
        return None


def refs(arguments: Namespace) -> tuple[str | None, str | None]:
    """The commits to compare: those given, or those of the environment that pre-commit sets; else none."""
    if arguments.to_ref and not arguments.from_ref:
        raise UsageError("--to-ref B goes with --from-ref A, the commit that the branch is to be merged with")
    if arguments.from_ref or arguments.staged or arguments.all:
        return arguments.from_ref, arguments.to_ref
    environment = os.environ
    return environment.get("PRE_COMMIT_FROM_REF") or None, environment.get("PRE_COMMIT_TO_REF") or None


def is_staged(arguments: Namespace) -> bool:
    """Whether what is staged is checked."""
    return not arguments.against and not arguments.all and refs(arguments)[0] is None


def skipped(edits: Edits, wanted: Collection[str]) -> Iterator[str]:
    """A sentence for each file among the changed ones that is wanted and cannot be checked."""
    for change in edits.changed:
        path = change.new
        if path is None or path not in wanted:
            continue
        what = {git.LINK: "a symbolic link", git.SUBMODULE: "a submodule"}.get(change.new_mode)
        if what:
            yield f"{path} is {what}; it was not checked"


def unmerged(edits: Edits) -> tuple[str, ...]:
    """The files that git could not merge and nobody has resolved."""
    return tuple(change.new or change.old or "" for change in edits.changed if change.status == "U")


def _against(arguments: Namespace) -> Edits:
    if len(arguments.files) != 1:
        raise UsageError(f"--against FILE goes with exactly one file to check, not {len(arguments.files)}")
    root = _project_folder() or Path().absolute()
    new, old = Path(arguments.files[0]), Path(arguments.against)
    path = seen(root, str(new))
    edit = Edit(
        path=path,
        old_path=seen(root, str(old)),
        old=read_bytes(old),
        new=read_bytes(new),
        old_name=old.as_posix(),
    )
    return Edits(DiskState(root), given=frozenset({path}), against=edit)


def _on_disk(arguments: Namespace) -> Edits:
    root = _project_folder() or Path().absolute()
    given = frozenset(seen(root, name) for name in arguments.files) if arguments.files else None
    return Edits(DiskState(root), given=given)


def _project_folder() -> Path | None:
    """The nearest folder upward with a project file, on the disk."""
    found = find(Path())
    return found.parent if found else None


def _here(root: Path) -> str:
    here = Path().absolute()
    inside = here.relative_to(root) if here.is_relative_to(root) else Path()
    return "" if inside == Path() else f"{inside.as_posix()}/"


def seen(root: Path, name: str) -> str:
    """`name`, a path from the working folder, as it is seen from `root`; links in it are not followed."""
    path = Path(os.path.normpath(Path().absolute() / name))
    if path.is_relative_to(root):
        return PurePosixPath(path.relative_to(root)).as_posix()
    return path.as_posix()
