"""Without OLD and NEW the project file says what is compared. Several formats are a list: --format yaml,html.

Exit code 0 when the report was written; with --fail-on, 1 when it holds a finding of that level or above.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reconcile import pipeline
from reconcile.aligning.verify import problems
from reconcile.commands.arguments import add_comparison
from reconcile.commands.folders import decided_in
from reconcile.commands.inputs import Inputs, gather
from reconcile.commands.terminal import Progress, colours
from reconcile.decisions.overlay import lay_over
from reconcile.decisions.read import load
from reconcile.errors import UsageError
from reconcile.files import replace
from reconcile.model import Level
from reconcile.project import Project
from reconcile.report import REPORTS, Report, report, text_report
from reconcile.result import Result


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile report`."""
    add_comparison(parser)
    parser.add_argument(
        "--format",
        metavar="LIST",
        help=f"formats with commas between them (default: the project's): {', '.join(REPORTS)}",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="PLACE",
        help="the folder for reports (default: the project's), or the file for one, as out.html; - prints",
    )
    parser.add_argument(
        "--fail-on",
        choices=[level.value for level in Level],
        help="exit with 1 when a finding has this level or a higher one",
    )
    parser.add_argument(
        "--verify",
        action="store_true",
        help="also prove that every sentence of both versions is in the alignment, once",
    )


def run(arguments: Namespace) -> int:
    """Compare, write the reports, and say what was found."""
    progress = Progress(8)
    try:
        inputs = gather(arguments, progress)
        formats = _formats(arguments, inputs.project)
        result = compare(inputs, progress)
        texts = [(_watched(module, progress), module.render(result)) for module in formats]
    finally:
        progress.close()
    _deliver(texts, result, arguments, inputs.project)
    if arguments.verify:
        _verify(result, quiet=arguments.output == "-")
    return int(bool(arguments.fail_on) and _reaches(result, Level(arguments.fail_on)))


def compare(inputs: Inputs, progress: Progress) -> Result:
    """The result, with the project's decisions laid over it."""
    progress("comparing")
    result = pipeline.compare(inputs.old, inputs.new, inputs.sources, inputs.book)
    return lay_over(result, load(decided_in(inputs.project)))


def _watched(module: Report, progress: Progress) -> Report:
    progress(f"writing {module.NAME}")
    return module


def _formats(arguments: Namespace, project: Project) -> list[Report]:
    by_suffix = _by_suffix(arguments.output)
    if arguments.format:
        names: Sequence[str] = arguments.format.split(",")
    else:
        names = (by_suffix,) if by_suffix else project.reports.formats
    modules = [report(name.strip()) for name in dict.fromkeys(names)]
    if arguments.output == "-" and len(modules) > 1:
        raise UsageError(f"-o - prints one format, not {len(modules)}; add --format {modules[0].NAME}")
    return modules


def _by_suffix(output: str | None) -> str | None:
    """The format whose file `output` names by its suffix; None for a folder."""
    if not output or output.endswith(("/", os.sep)) or Path(output).is_dir():
        return None
    named = [name for name in REPORTS if output.lower().endswith(report(name).SUFFIX)]
    return max(named, key=lambda name: len(report(name).SUFFIX), default=None)


def _place(module: Report, count: int, arguments: Namespace, project: Project) -> Path:
    """Where one of `count` reports is written: the file that was named, or one in the folder."""
    if count == 1 and _by_suffix(arguments.output):
        return Path(arguments.output)
    folder = Path(arguments.output) if arguments.output else project.root / project.reports.folder
    return folder / f"report{module.SUFFIX}"


def _deliver(
    texts: Sequence[tuple[Report, str]], result: Result, arguments: Namespace, project: Project
) -> None:
    if arguments.output == "-":
        sys.stdout.buffer.write(texts[0][1].encode("utf-8"))
        return
    paths = [_place(module, len(texts), arguments, project) for module, _ in texts]
    for path, (_, text) in zip(paths, texts, strict=True):
        replace(path, text)
    print(text_report.render(result, colour=colours(sys.stdout)), end="")
    print("\n" + "\n".join(f"written: {path.as_posix()}" for path in paths))


def _verify(result: Result, *, quiet: bool) -> None:
    wrong = problems(result.old, result.new, result.pairs)
    if wrong:
        raise AssertionError("the alignment does not give the new version again: " + "; ".join(wrong))
    if not quiet:
        old, new = len(result.old.sentences), len(result.new.sentences)
        print(f"verified: {old} old and {new} new sentences, each in exactly one pair; both texts round-trip")


def _reaches(result: Result, level: Level) -> bool:
    """Whether a finding nobody has settled is at `level` or above."""
    gate = list(Level)[: list(Level).index(level) + 1]
    return any(
        finding.level in gate and finding.decision.get("state", finding.decision.get("status")) != "settled"
        for finding in result.findings
    )
