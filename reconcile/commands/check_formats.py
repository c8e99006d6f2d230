"""A check in the formats of other tools: the printed reports of a comparison, on all documents at once."""

from __future__ import annotations

import json

from reconcile.commands.check_work import Checked
from reconcile.fields import replace
from reconcile.model import Document, Json
from reconcile.report import report
from reconcile.report.order import by_importance
from reconcile.report.record import record
from reconcile.result import Result

FORMAT = 1


def rendered(checked: Checked, failed: bool, gate: str, format: str) -> str:
    """`checked` as text of the format, one of those in `report.REPORTS` that speak of findings only."""
    result = as_result(checked)
    if format != "json":
        return report(format).render(result)
    told: dict[str, Json] = {
        "format": FORMAT,
        "gate": gate,
        "failed": failed,
        "documents": list(checked.files),
        "ignored": checked.ignored,
        "settled": checked.settled,
        "notices": list(checked.notices),
        "findings": record(result)["findings"],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_result(checked: Checked) -> Result:
    """The check as one result: its documents stand among the sources."""
    none = Document(id="check", path=None, sha256="", reader="plain", text="", blocks=())
    old, new = replace(none, id="git"), replace(none, id="check")
    findings = tuple(by_importance(checked.findings))
    return Result(old=old, new=new, sources=checked.documents, pairs=(), findings=findings)
