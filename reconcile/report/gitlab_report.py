"""The report for GitLab's Code Quality widget. Settled findings are left out."""

from __future__ import annotations

import json

from reconcile.model import Level
from reconcile.report.notices import Spot, notices
from reconcile.report.order import settled
from reconcile.report.plain import Record
from reconcile.result import Finding, Result

NAME = "gitlab"
SUFFIX = ".gitlab.json"
FORMAT = "application/json"

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}


def render(result: Result) -> str:
    """`result` as a JSON array of issues; a fingerprint holds no line."""
    told = [_issue(finding, at) for finding, at in notices(result) if not settled(finding)]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, at: Spot) -> Record:
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.level],
        "location": {"path": at.path, "lines": {"begin": at.line, "end": at.end_line}},
    }
