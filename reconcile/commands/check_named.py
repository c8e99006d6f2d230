"""Which files the arguments of a check name: a folder stands for the documents below it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from reconcile.commands.check_edits import Edits
from reconcile.commands.check_setup import Setup
from reconcile.errors import UsageError
from reconcile.project import Check


def wanted(edits: Edits, setup: Setup, paths: Iterable[str]) -> tuple[str, ...]:
    """Those of `paths` that are to be checked: the named ones, within what the project leaves to check.

    A project file without `documents` leaves every named file to check. UsageError for a name that is
    nowhere.
    """
    given = edits.given
    if given is None:
        return tuple(path for path in paths if setup.covers(path))
    listed = setup.project.check.documents != Check().documents
    known = tuple(paths)
    _be_there(edits, given)
    folders = tuple("" if name == "." else f"{name}/" for name in given)
    return tuple(
        path
        for path in known
        if (path in given and not listed and not setup.leaves_out(path))
        or ((path in given or path.startswith(folders)) and setup.covers(path))
    )


def nothing_to_check(setup: Setup) -> Iterator[str]:
    """A sentence where the project's own patterns name no document at all."""
    project = setup.project
    if project.check.documents != Check().documents and not setup.documents:
        patterns = ", ".join(map(repr, project.check.documents))
        yield str(
            project.mistake("check.documents", f"no document is named by {patterns}; nothing is checked")
        )


def _be_there(edits: Edits, names: Iterable[str]) -> None:
    missing = [name for name in sorted(names) if not os.path.lexists(edits.state.root / name)]
    if not missing:
        return
    from difflib import get_close_matches  # for a mistake only

    parts = [part for change in edits.changed for part in (change.old, change.new) if part]
    there = {*edits.state.files, *edits.state.odd, *parts}
    for name in missing:
        if name not in there and not any(path.startswith(f"{name}/") for path in there):
            near = get_close_matches(name, sorted(there), n=1)
            hint = f"did you mean {near[0]}?" if near else "give a file or a folder of documents"
            raise UsageError(f"{name}: there is no such file or folder, nor was one in the edit; {hint}")
