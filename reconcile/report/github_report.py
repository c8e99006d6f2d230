"""The report as workflow commands, which GitHub shows as annotations on the lines of a pull request.

GitHub shows about ten errors and ten warnings a step, so the most important come first and the last line
says how many there are. Settled findings are left out.
"""

from __future__ import annotations

from reconcile.model import Level
from reconcile.report.notices import Spot, notices
from reconcile.report.order import settled
from reconcile.report.visible import visible
from reconcile.result import Finding, Result
from reconcile.text.plural import counted

NAME = "github"
SUFFIX = ".github.txt"
FORMAT = "text/plain"

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render(result: Result) -> str:
    """`result` as one workflow command a line, then the counts."""
    told = [(finding, at) for finding, at in notices(result) if not settled(finding)]
    counts = [sum(finding.level is level for finding, _ in told) for level in Level]
    totals = ", ".join(counted(count, level.value) for count, level in zip(counts, Level, strict=True))
    lines = [_command(finding, at) for finding, at in told]
    return "\n".join([*lines, f"reconcile: {totals}", ""])


def _command(finding: Finding, at: Spot) -> str:
    what = f"{finding.relation.value if finding.relation else finding.kind} {finding.claim}"
    values = {
        "title": f"reconcile: {what}",
        "file": at.path,
        "line": at.line,
        "endLine": at.end_line,
        "col": at.column,
        "endColumn": at.end_column,
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    message = finding.message if not finding.why else f"{finding.message}\n{finding.why}"
    return f"::{_COMMANDS[finding.level]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    lines = (visible(line) for line in text.split("\n"))
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
