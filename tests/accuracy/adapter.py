"""What the benchmark's scorer calls: the public functions, in the shapes that it wants."""

from __future__ import annotations

import reconcile

_LABELS = {"supports": "SUPPORTS", "refutes": "REFUTES", "not-enough-info": "NOT ENOUGH INFO"}


def align(old: list[str], new: list[str]) -> list[tuple[list[int], list[int], str]]:
    return [
        (list(pair.old), list(pair.new), "moved" if pair.moved else pair.kind)
        for pair in reconcile.align(old, new)
    ]


def segment(text: str) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in reconcile.segment(text)]


def compare(old: str, new: str) -> dict[str, object]:
    findings = reconcile.compare(old, new).findings
    return {
        "factual": any(finding.level in ("error", "warning") for finding in findings),
        "score": max((finding.score for finding in findings), default=0.0),
        "conflict": any(finding.relation == "conflicting" for finding in findings),
        "types": sorted({finding.claim for finding in findings}),
    }


def verdict(claim: str, evidence: str) -> str:
    return _LABELS[reconcile.verdict(claim, evidence).label]
