"""The report as SARIF 2.1.0, for code scanning: settled findings are told as suppressed.

Identity never holds a line: the partial fingerprints are the finding's id and key. Columns count code
points, and paths are relative to the root of the repository.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from reconcile.model import Json
from reconcile.report.notices import TOOL, Spot, notices, spot
from reconcile.report.order import settled
from reconcile.report.plain import Places, Record
from reconcile.result import Finding, Result

NAME = "sarif"
SUFFIX = ".sarif"
FORMAT = "application/sarif+json"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST = 25_000  # results that code scanning takes; the most important come first


def render(result: Result) -> str:
    """`result` as SARIF text that ends with a newline."""
    told = list(notices(result))[:_MOST]
    rules = list(dict.fromkeys(finding.rule for finding, _ in told))
    numbers = {rule: number for number, rule in enumerate(rules)}
    places = Places(result)
    run: Record = {
        "tool": {"driver": {"name": TOOL, "rules": [{"id": rule, "name": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, at, numbers[finding.rule], places) for finding, at in told],
    }
    log: Record = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, at: Spot, rule: int, places: Places) -> Record:
    told: Record = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.level.value,
        "rank": round(finding.score * 100, 2),
        "message": {"text": _message(finding.message)},
        "locations": [_location(at)],
        "partialFingerprints": {"reconcileId/v1": finding.id, "reconcileKey/v1": finding.key},
        "properties": {
            "kind": finding.kind,
            "claim": finding.claim,
            "relation": finding.relation.value if finding.relation else None,
            "why": finding.why,
        },
    }
    if related := _related(finding, places):
        told["relatedLocations"] = related
    # An empty list says that suppressions were looked for, which SARIF wants of all results or of none.
    told["suppressions"] = _suppressions(finding) if settled(finding) else []
    return told


def _location(at: Spot, text: str | None = None) -> Record:
    region: Record = {"startLine": at.line, "startColumn": at.column}
    region |= {"endLine": at.end_line, "endColumn": at.end_column}
    place: Record = {"artifactLocation": {"uri": quote(at.path)}, "region": region}
    told: Record = {"physicalLocation": place}
    if text:
        told["message"] = {"text": _message(text)}
    return told


def _message(text: str) -> str:
    """`text` without a link: SARIF reads [words](address) in messages."""
    return re.sub(r"([\[\]\\])", r"\\\1", text) if "](" in text else text


def _related(finding: Finding, places: Places) -> list[Json]:
    if finding.old is None or finding.new is None:
        return []
    return [_location(spot(finding.old, places), f"old: {finding.old.text}")]


def _suppressions(finding: Finding) -> list[Json]:
    why, status = finding.decision.get("why"), finding.decision.get("status")
    return [
        {"kind": "external", "status": "accepted", "justification": f"{status}: {why or 'no reason given'}"}
    ]
