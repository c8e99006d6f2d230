"""What the commands about decisions work on: the findings, and the folder where decisions lie."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from reconcile import git
from reconcile.commands.arguments import add_comparison
from reconcile.commands.folders import folder_of
from reconcile.commands.inputs import gather
from reconcile.commands.recorded import result_of
from reconcile.commands.report import compare
from reconcile.commands.terminal import Progress
from reconcile.decisions.recorded import recorded
from reconcile.errors import UsageError
from reconcile.files import read_text
from reconcile.report.order import by_importance
from reconcile.result import Finding, Result
from reconcile.review.desk import Desk

REPORTS = (".yaml", ".yml", ".json")


def add_desk(parser: ArgumentParser) -> None:
    """What is decided about: a report, two versions, or what the project says; and in whose name."""
    add_comparison(parser)
    parser.add_argument(
        "--staged", action="store_true", help="the findings of reconcile check on what is staged"
    )
    parser.add_argument("--all", action="store_true", help="the findings of reconcile check --all")
    parser.add_argument("--by", metavar="NAME", help="who decides (default: git's user.name)")
    parser.add_argument(
        "--decisions", metavar="FOLDER", help="the folder of decisions (default: the project's)"
    )


def recorded_report(arguments: Namespace) -> Path | None:
    """The report the arguments name, where they name one file that is no document but a report."""
    if len(arguments.files) == 1 and not (arguments.from_ref or arguments.staged or arguments.all):
        path = Path(arguments.files[0])
        return path if path.suffix.lower() in REPORTS else None
    return None


def findings_of(arguments: Namespace) -> tuple[Finding, ...]:
    """The findings, most important first: those of a written report, or of comparing now."""
    report = recorded_report(arguments)
    if report:
        return recorded(read_text(report), report.as_posix())
    return tuple(by_importance(compared(arguments).findings))


def compared(arguments: Namespace) -> Result:
    """The result of the comparison that the arguments name; a written report is made again."""
    if arguments.staged or arguments.all:
        from reconcile.commands.check_settled import checked_result  # git and the index, for this alone

        return checked_result(arguments)
    progress = Progress(8)
    try:
        report = recorded_report(arguments)
        if report:
            return result_of(report, arguments)
        return compare(gather(arguments, progress), progress)
    finally:
        progress.close()


def desk(arguments: Namespace, findings: Iterable[Finding]) -> Desk:
    """The desk at which the findings are settled, today and in the name of the user."""
    folder = folder_of(arguments)
    near = next((place for place in (folder, *folder.absolute().parents) if place.is_dir()), Path())
    return Desk(
        findings=tuple(findings),
        folder=folder,
        by=arguments.by if arguments.by is not None else git.user(near),
        day=date.today().isoformat(),
    )


def pick(findings: Iterable[Finding], prefix: str) -> Finding:
    """The finding whose id is, or alone begins with, `prefix`; UsageError says which there are."""
    by_id = {finding.id: finding for finding in findings}
    fitting = sorted(id for id in by_id if id.startswith(prefix))
    if prefix in by_id or len(fitting) == 1:
        return by_id[prefix if prefix in by_id else fitting[0]]
    if fitting:
        raise UsageError(f'"{prefix}" begins several ids: {", ".join(fitting[:8])}; write more of it')
    near = get_close_matches(prefix, by_id, 1)
    hint = f"did you mean {near[0]}?" if near else "reconcile review --terminal lists those that are open"
    raise UsageError(f'no finding has an id that begins with "{prefix}"; {hint}')
