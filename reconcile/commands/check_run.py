"""A check from the edits to the printed lines and the exit code."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from reconcile.commands.check_across import Across
from reconcile.commands.check_decided import AllDecided, Undecided
from reconcile.commands.check_edits import Edits, is_staged
from reconcile.commands.check_setup import Setup, setup
from reconcile.commands.check_work import Checked, check_edits, gated
from reconcile.commands.terminal import Progress, colours
from reconcile.model import Level

_TEXTS = ("full", "concise")


class Work:
    """One check under way, with the git process it reads from. A context manager."""

    def __init__(self, arguments: Namespace, edits: Edits) -> None:
        """`edits` are what the arguments ask to have checked."""
        self._arguments, self._edits = arguments, edits
        edits.start()
        self.setup: Setup = setup(edits, arguments.project, tuple(arguments.rules or ()))
        self._progress: Progress | None = None

    def __enter__(self) -> Work:
        return self

    def __exit__(self, *_: object) -> None:
        self.setup.kept.keep_lists()
        if self._progress is not None:
            self._progress.close()
        self._edits.close()

    def checked(self) -> Checked:
        """What there is to say."""
        across = Across(self.setup, self._watch)
        decided = _decided(self._edits, self.setup, self._arguments.today)
        if self._arguments.all:
            from reconcile.commands.check_all import check_all

            return check_all(self._edits, self.setup, across, decided)
        checked = check_edits(self._edits, self.setup, across, decided)
        folder = self.setup.state.root / self.setup.prefix / self.setup.project.decisions
        if checked.findings and is_staged(self._arguments) and folder.is_dir():
            from reconcile.commands.check_waiting import with_waiting

            return with_waiting(checked, self.setup, folder)
        return checked

    def _watch(self, path: str, left: int) -> None:
        self._progress = self._progress or Progress(left)
        self._progress(f"reading {path}")


def _decided(edits: Edits, setup: Setup, day: str | None) -> AllDecided:
    """The decisions of the state that are in force."""
    folder = f"{setup.prefix}{setup.project.decisions.rstrip('/')}/"
    if folder[:-1] in setup.state.files:
        from reconcile.commands.folders import no_folder

        raise no_folder(setup.project)
    paths = [path for path in setup.state.files if path.startswith(folder) and path.endswith(".yaml")]
    if not paths:
        return Undecided()
    from reconcile.commands.check_followed import followed
    from reconcile.commands.folders import today

    texts = {path: setup.text(path) for path in sorted(paths) if "/" not in path[len(folder) :]}
    return followed(texts, today(day), edits, setup)


def deliver(checked: Checked, arguments: Namespace, gate: str) -> int:
    """Print what was found, and give the exit code; `gate` is the project's."""
    gate = arguments.gate or gate
    checked = gated(checked, gate)
    for notice in checked.notices:
        print(f"reconcile: {notice}", file=sys.stderr)
    failed = gate != "none" and any(one.level is Level.ERROR for one in checked.findings)
    if arguments.explain:
        _explain(checked, arguments.explain)
    else:
        _print(checked, failed, gate, arguments)
    return int(failed)


def _print(checked: Checked, failed: bool, gate: str, arguments: Namespace) -> None:
    if arguments.format in _TEXTS:
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
