"""The report for reviewdog, in its Diagnostic Format (rdjson), whose columns count bytes of UTF-8.

Settled findings are left out.
"""

from __future__ import annotations

import json

from reconcile.model import Level
from reconcile.report.notices import TOOL, Spot, notices
from reconcile.report.order import settled
from reconcile.report.plain import Record
from reconcile.result import Finding, Result

NAME = "rdjson"
SUFFIX = ".rdjson"
FORMAT = "application/json"

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}


def render(result: Result) -> str:
    """`result` as one DiagnosticResult."""
    told: Record = {
        "source": {"name": TOOL},
        "diagnostics": [_diagnostic(finding, at) for finding, at in notices(result) if not settled(finding)],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding, at: Spot) -> Record:
    start: Record = {"line": at.line, "column": at.byte_column}
    end: Record = {"line": at.end_line, "column": at.end_byte_column}
    return {
        "message": finding.message,
        "location": {"path": at.path, "range": {"start": start, "end": end}},
        "severity": _SEVERITIES[finding.level],
        "code": {"value": finding.rule},
    }
