"""Looks at the edits that are staged, and stops those that contradict a settled fact, a source, another
document of the project or the document itself. With --from-ref it looks at a branch, with --against at one
file beside another, and with --all at what the documents state today. Suppress a finding with a comment,
<!-- reconcile: ignore[RULE] reason -->, on its line or the one before.

Exit code 1 when something fails at the gate: conflicts (the default), changes (every changed fact that is
not settled), or none.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reconcile import git
from reconcile.commands.check_across import Across
from reconcile.commands.check_decided import Decided
from reconcile.commands.check_edits import Edits, edits, is_staged, needs_git
from reconcile.commands.check_setup import Setup, setup
from reconcile.commands.check_work import Checked, check_edits, gated
from reconcile.commands.terminal import Progress, colours
from reconcile.errors import UsageError
from reconcile.model import Level
from reconcile.project import GATES

TEXTS = ("full", "concise")
FORMATS = (*TEXTS, "json", "github", "gitlab", "rdjson", "sarif", "junit")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile check`."""
    parser.add_argument("files", metavar="FILE", nargs="*", help="only these, or what is below these folders")
    parser.add_argument("--staged", action="store_true", help="what is staged against HEAD (the default)")
    parser.add_argument("--from-ref", metavar="A", help="what B changed since it left A")
    parser.add_argument("--to-ref", metavar="B", help="(default: HEAD)")
    parser.add_argument("--against", metavar="FILE", help="one file against another, without git")
    parser.add_argument("--all", action="store_true", help="all documents as they are, not an edit")
    parser.add_argument("--gate", choices=GATES, help="what fails (default: the project's, or conflicts)")
    parser.add_argument("--format", choices=FORMATS, default="full", help="default: full")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    parser.add_argument("--explain", metavar="ID", help="say all of one finding")
    parser.add_argument("--project", metavar="FILE", help="default: the nearest reconcile.yaml")
    parser.add_argument(
        "--rules", metavar="PACK", action="append", default=[], help="instead of the project's"
    )
    parser.add_argument("--today", metavar="DAY", help="the day by which expiry is judged (default: today)")


def run(arguments: Namespace) -> int:
    """Check, and print what was found."""
    with Work(arguments) as work:
        checked = work.checked()
        gate = arguments.gate or work.setup.project.check.gate
    checked = gated(checked, gate)
    for notice in checked.notices:
        print(f"reconcile: {notice}", file=sys.stderr)
    failed = gate != "none" and any(one.level is Level.ERROR for one in checked.findings)
    if arguments.explain:
        _explain(checked, arguments.explain)
    else:
        _deliver(checked, failed, gate, arguments)
    return int(failed)


class Work:
    """One check under way, with the git process it reads from. A context manager."""

    def __init__(self, arguments: Namespace) -> None:
        _fitting(arguments)
        self._arguments = arguments
        self._objects = _objects(arguments)
        self.edits: Edits = edits(arguments, self._objects)
        self.setup: Setup = setup(self.edits, arguments.project, tuple(arguments.rules or ()))
        self._progress: Progress | None = None

    def __enter__(self) -> Work:
        return self

    def __exit__(self, *_: object) -> None:
        self.setup.kept.keep_lists()
        if self._progress is not None:
            self._progress.close()
        if self._objects is not None:
            self._objects.__exit__(None, None, None)

    def checked(self) -> Checked:
        """What there is to say."""
        across = Across(self.setup, self._watch)
        decided = _decided(self.setup, self._arguments.today)
        if self._arguments.all:
            from reconcile.commands.check_all import check_all

            return check_all(self.edits, self.setup, across, decided)
        return check_edits(self.edits, self.setup, across, decided)

    def _watch(self, path: str, left: int) -> None:
        self._progress = self._progress or Progress(left)
        self._progress(f"reading {path}")


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


def _objects(arguments: Namespace) -> git.Objects | None:
    if arguments.against:
        return None
    try:
        return git.Objects(git.root(Path()))
    except git.GitError as error:
        if needs_git(arguments):
            raise git.GitError(
                "this is no git repository; run check inside one, or compare two files: "
                "reconcile check NEW --against OLD"
            ) from error
        return None


def _decided(setup: Setup, day: str | None) -> Decided:
    """The decisions of the state that are in force, by key."""
    folder = f"{setup.prefix}{setup.project.decisions.rstrip('/')}/"
    if folder[:-1] in setup.state.files:
        from reconcile.commands.folders import no_folder

        raise no_folder(setup.project)
    paths = [path for path in setup.state.files if path.startswith(folder) and path.endswith(".yaml")]
    if not paths:
        return {}
    from reconcile.commands.folders import today
    from reconcile.decisions.guard import by_key, in_force
    from reconcile.decisions.read import parse_all

    texts = {path: setup.text(path) for path in sorted(paths) if "/" not in path[len(folder) :]}
    return by_key(in_force(parse_all(texts), today(day)))


def _deliver(checked: Checked, failed: bool, gate: str, arguments: Namespace) -> None:
    if arguments.format in TEXTS:
        text = as_text(checked, failed, gate, arguments)
    else:
        from reconcile.commands.check_formats import rendered

        text = rendered(checked, failed, gate, arguments.format)
    if arguments.output:
        from reconcile.files import replace

        replace(Path(arguments.output), text)
    else:
        sys.stdout.write(text)


def as_text(checked: Checked, failed: bool, gate: str, arguments: Namespace) -> str:
    """The check as lines for the terminal; empty when there is nothing to say."""
    if not checked.findings:
        return ""
    from reconcile.commands.check_text import Printer

    colour = not arguments.output and colours(sys.stdout)
    settled_by = "--all" if arguments.all else "--staged" if is_staged(arguments) else ""
    printer = Printer(checked, full=arguments.format == "full", colour=colour, settled_by=settled_by)
    return "".join(f"{line}\n" for line in printer.lines(failed, gate))


def _explain(checked: Checked, id: str) -> None:
    from reconcile.commands.check_text import Printer, explained
    from reconcile.commands.desks import pick

    finding = pick(checked.findings, id)
    printer = Printer(checked, full=True, colour=colours(sys.stdout), settled_by="--staged")
    print("\n".join([*printer.finding(finding), *explained(finding)]))
