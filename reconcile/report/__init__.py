"""Reports: one module a format, all of them pure functions of a `Result`.

A report has NAME, SUFFIX (of the file it is written to), FORMAT (its media type) and
`render(result) -> str`. The same result gives the same text: no clock, no absolute path, no environment.
All formats print the plain data that `reconcile.report.record` makes, so none can disagree with another.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from reconcile.errors import UsageError
from reconcile.result import Result

REPORTS = {
    "yaml": "reconcile.report.yaml_report",
    "json": "reconcile.report.json_report",
    "html": "reconcile.report.html_report",
    "markdown": "reconcile.report.markdown_report",
    "text": "reconcile.report.text_report",
    "sarif": "reconcile.report.sarif_report",
    "github": "reconcile.report.github_report",
    "gitlab": "reconcile.report.gitlab_report",
    "rdjson": "reconcile.report.rdjson_report",
    "junit": "reconcile.report.junit_report",
}


class Report(Protocol):
    """What a module of this room offers."""

    NAME: str
    SUFFIX: str
    FORMAT: str

    def render(self, result: Result) -> str: ...


def report(format: str) -> Report:
    """The module for `format`, one of the names in REPORTS; UsageError when there is none."""
    if format not in REPORTS:
        from difflib import get_close_matches  # for a mistake only

        close = get_close_matches(format, REPORTS, n=1)
        hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(REPORTS)}"
        raise UsageError(f"there is no report format {format!r}; {hint}")
    return cast(Report, import_module(REPORTS[format]))


def render(result: Result, format: str = "yaml") -> str:
    """`result` as the text of a report; UsageError for a format that is not in REPORTS."""
    return report(format).render(result)
