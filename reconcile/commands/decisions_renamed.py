"""Decisions whose documents have other names now: which there are, and having them follow."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath

from reconcile import git
from reconcile.commands.check_edits import seen
from reconcile.commands.folders import folder_of
from reconcile.commands.moves import Moves, Trace
from reconcile.commands.moves import renames as by_old
from reconcile.commands.to_follow import Going, notices
from reconcile.decisions.decision import Decision
from reconcile.decisions.following import Followed, Rename, follow
from reconcile.decisions.guard import words
from reconcile.decisions.read import load, parse
from reconcile.decisions.renamed import Named, home, is_of
from reconcile.errors import UsageError
from reconcile.project import Project, load_nearest
from reconcile.report.visible import visible
from reconcile.text.plural import counted


class Documents:
    """The documents that decisions name, as the repository has them that the project lies in."""

    def __init__(self, project: Project) -> None:
        """Without a repository it is the project's folder that paths are seen from."""
        base = project.root.absolute()
        self.root = _root(base)
        base = base.relative_to(self.root)
        self._prefix = "" if base == Path() else f"{base.as_posix()}/"
        self._ids = {entry.path: entry.id for entry in project.entries}

    def named(self, path: str) -> Named:
        """The document at `path`, with the id that its facts are known by."""
        return Named(path, self._ids.get(path.removeprefix(self._prefix)) or PurePosixPath(path).stem)

    def home(self, decision: Decision) -> Named | None:
        """The document that `decision` is of; where it names no file, one that is renamed now, or None."""
        if decision.files:
            return home(decision, lambda path: self.named(path).id)
        return next((one for old in self._later if is_of(decision, one := self.named(old))), None)

    def moved(self, decisions: Iterable[Decision]) -> Mapping[Named, Trace]:
        """The documents of these decisions that are no more where they were, and where they are now."""
        homes = dict.fromkeys(one for decision in decisions if (one := self.home(decision)))
        gone = (one for one in homes if one.path in self._later or not self.there(one.path))
        return {one: self._moves.trace(one.path) for one in gone}

    def other(self, old: Named, trace: Trace) -> bool:
        """True when the facts of the document that was `old` have other keys now, or nobody knows."""
        return self.named(trace.path).id != old.id if trace.path else not trace.known

    def there(self, path: str) -> bool:
        """True when a document is staged at `path`."""
        return path in self._files

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(entry.path for entry in git.listed(git.ask_staged(self.root)))

    @cached_property
    def _staged(self) -> Sequence[git.Change]:
        return git.staged_changes(self.root)

    @cached_property
    def _later(self) -> Mapping[str, str]:
        return by_old(self._staged)

    @cached_property
    def _moves(self) -> Moves:
        return Moves(self.root, self._files, "HEAD", lambda: self._staged)


def _root(folder: Path) -> Path:
    try:
        return git.root(folder)
    except git.GitError:
        return folder


def astray(
    decisions: Sequence[Decision], project: Project, folder: Path
) -> tuple[frozenset[str], tuple[str, ...]]:
    """The files of decisions whose documents have other names now, and what is to be said of them."""
    try:
        documents = Documents(project)
        moved = documents.moved(decisions)
    except git.GitError:
        return frozenset(), ()
    homes = [documents.home(one) for one in decisions]
    found = {old: trace for old, trace in moved.items() if documents.other(old, trace)}
    going = [
        Going(old.path, trace.path or "", homes.count(old), sure=trace.known) for old, trace in found.items()
    ]
    pairs = zip(decisions, homes, strict=True)
    files = frozenset(one.path or "" for one, at in pairs if at in found and found[at].path)
    return files, tuple(notices(going, folder.as_posix()))


def have_follow(arguments: Namespace) -> int:
    """What `reconcile decisions --renamed` does."""
    names: list[str] = arguments.renamed
    if len(names) not in (0, 2):
        raise UsageError("--renamed goes with OLD and NEW, or alone for all renames that git knows of")
    project = load_nearest(arguments.project)
    folder, documents = folder_of(arguments, project), Documents(project)
    standing = load(folder)
    unknown: list[Going] = []
    if names:
        renames, brought = _given(documents, *names), frozenset[str]()
    else:
        moved = documents.moved(standing)
        renames = [(old, documents.named(trace.path)) for old, trace in moved.items() if trace.path]
        brought = _brought(documents, [old.path for old, _ in renames], standing)
        unknown = _unknown(moved)
    made = follow(folder, renames, lambda one: one.path not in brought) if renames else ()
    for line in (*_lines(made, folder), *notices(unknown, folder.as_posix())):
        print(line)
    return 0


def _given(documents: Documents, old: str, new: str) -> list[Rename]:
    before, after = (seen(documents.root, name) for name in (old, new))
    if (documents.root / after).is_dir():
        raise UsageError(f"{new}: is a folder; name a document, or none: then all follow that git knows of")
    if not (documents.root / after).is_file():
        raise UsageError(f"{new}: there is no such file; give the old name and then the new one")
    return [(documents.named(before), documents.named(after))]


def _brought(documents: Documents, olds: Sequence[str], standing: Sequence[Decision]) -> frozenset[str]:
    """The files of decisions that are not HEAD's, on documents that stand where a renamed one was.

    When two documents change places, a decision that has followed is on a document that has moved.
    """
    contested = {path for path in olds if documents.there(path)}
    ours = [one for one in standing if one.path and not contested.isdisjoint(one.files)]
    with git.Objects(documents.root) as objects:
        return frozenset(one.path or "" for one in ours if not _is_at_head(one, documents.root, objects))


def _is_at_head(decision: Decision, root: Path, objects: git.Objects) -> bool:
    path = Path(decision.path or "").absolute()
    text = objects.get(f"HEAD:{path.relative_to(root).as_posix()}") if path.is_relative_to(root) else None
    return text is not None and parse(text.decode(), str(path)).key == decision.key


def _unknown(moved: Mapping[Named, Trace]) -> list[Going]:
    return [Going(old.path, "", sure=False) for old, trace in moved.items() if not trace.known]


def _lines(made: Sequence[Followed], folder: Path) -> Iterator[str]:
    for one in made:
        yield f"{one.after.id}  {one.after.status} ({visible(words(one.after))})  {one.path.as_posix()}"
        if one.instead:
            yield f"  stands for that for {visible(words(one.instead))} of {one.instead.day} too"
    if made:
        yield f"{counted(len(made), 'decision')} followed; next: git add {folder.as_posix()}"
    else:
        yield "no decision is to follow"
