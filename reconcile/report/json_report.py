"""The report as JSON: format 1, two spaces of indent, keys in the order of the YAML report."""

from __future__ import annotations

import json

from reconcile.report.record import record
from reconcile.result import Result

NAME = "json"
SUFFIX = ".json"
FORMAT = "application/json"


def render(result: Result) -> str:
    """`result` as JSON text that ends with a newline."""
    return json.dumps(record(result), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
