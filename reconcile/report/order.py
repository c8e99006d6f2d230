"""The order in which a person wants to hear of findings."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model import Level
from reconcile.result import Finding

_LEVELS = list(Level)


def by_importance(findings: Iterable[Finding]) -> list[Finding]:
    """Open ones first, then by level, then by falling score, then by where they stand."""
    return sorted(findings, key=_rank)


def settled(finding: Finding) -> bool:
    """True when a decision has closed this finding."""
    return finding.decision.get("status", "open") not in ("open", "later")


def _rank(finding: Finding) -> tuple[bool, int, float, int, str]:
    side = finding.new or finding.old
    start = side.span.start if side else 0
    return settled(finding), _LEVELS.index(finding.level), -finding.score, start, finding.id
