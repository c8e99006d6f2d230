"""ID is that of a finding, as the report prints it; its first characters will do.

The comparison is the project's, or of the files given, as for `reconcile report`.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from reconcile.commands.arguments import add_comparison
from reconcile.commands.inputs import gather
from reconcile.commands.report import compare
from reconcile.commands.terminal import Progress
from reconcile.errors import UsageError
from reconcile.result import Evidence, Finding, Result, Side
from reconcile.span import Lines, Span


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile explain`."""
    parser.add_argument("id", metavar="ID", help="the id of a finding, or its beginning")
    add_comparison(parser)


def run(arguments: Namespace) -> int:
    """Print one finding: what was compared, each step of its score, and the evidence."""
    progress = Progress(6, sys.stderr)
    try:
        result = compare(gather(arguments, progress), progress)
    finally:
        progress.close()
    print("\n".join(explained(_find(result, arguments.id), result)))
    return 0


def _find(result: Result, id: str) -> Finding:
    found = {finding.id: finding for finding in result.findings if finding.id.startswith(id)}
    if len(found) == 1:
        return next(iter(found.values()))
    if not found:
        raise UsageError(f"no finding is called {id!r}; reconcile report lists their ids")
    raise UsageError(f"{len(found)} findings begin with {id!r}: {', '.join(sorted(found))}; give more of it")


def explained(finding: Finding, result: Result) -> Iterator[str]:
    """The lines that explain `finding`."""
    yield f"{finding.id}  {finding.level.value}  {finding.relation or finding.kind} {finding.claim}"
    yield f"  {finding.message}"
    yield f"  rule {finding.rule}: {finding.why}"
    yield f"  key {finding.key}"
    for name, side in (("old", finding.old), ("new", finding.new)):
        if side:
            yield from _side(name, side, result)
    yield ""
    yield f"score {finding.score:g}, how likely a reader sees a changed fact"
    for number, step in enumerate(finding.steps, 1):
        yield f"  {number}. {step.score:+.3f}  {step.what}: {step.why}"
    yield ""
    yield "evidence" if finding.evidence else "no source speaks of it"
    for item in finding.evidence:
        yield from _evidence(item, result)
    yield f"decision: {finding.decision.get('status')}"


def _side(name: str, side: Side, result: Result) -> Iterator[str]:
    yield f"  {name}  {_place(result, side.document, side.span)}"
    yield f"       {side.text}"
    if side.value is not None:
        yield f"       read as {', '.join(f'{key} {value}' for key, value in side.value.items())}"


def _evidence(item: Evidence, result: Result) -> Iterator[str]:
    says = [f"{label.value} {name}" for name, label in (("old", item.old), ("new", item.new)) if label]
    yield f"  {_place(result, item.source, item.span)}: {', '.join(says) or 'nothing'}"
    yield f"       {item.text}"
    yield f"       rule {item.rule}: {item.why}"


def _place(result: Result, id: str, span: Span) -> str:
    document = result.document(id)
    line, column = Lines(document.text).at(span.start)
    return f"{document.path or id}:{line}:{column}"
