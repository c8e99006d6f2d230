"""The reconciled document of record: what is settled, since when, and which sources back it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reconcile.decisions.decision import SETTLING, Decision
from reconcile.model import Json


def facts(decisions: Iterable[Decision]) -> list[dict[str, Json]]:
    """One row for each settled statement, by subject and claim.

    False alarms and what was put off settle no fact, nor does the decision that something is not stated.
    """
    rows: list[dict[str, Json]] = []
    for decision in decisions:
        if decision.status not in SETTLING:
            continue
        for part in decision.settled:
            row: dict[str, Json] = {
                "subject": decision.subject,
                "claim": decision.claim,
                "object": decision.object,
                "text": part.text,
                "value": dict(part.value) if part.value is not None else None,
                "since": decision.day,
                "sources": list(part.sources),
                "by": decision.by,
                "key": decision.key,
            }
            rows.append(row)
    return sorted(rows, key=lambda row: tuple(str(row[name] or "") for name in ("subject", "claim", "key")))


def false_alarms(decisions: Iterable[Decision]) -> list[dict[str, Json]]:
    """How each rule does in the eyes of its users: `{rule, decided, false_alarms, precision}`.

    Precision is the share (0 to 1) of decided findings that were no false alarms; what was put off is not
    decided. The rule with most false alarms comes first.
    """
    counted: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for decision in decisions:
        if decision.status != "later":
            counted[decision.rule][0] += 1
            counted[decision.rule][1] += decision.status == "false-alarm"
    return [
        {"rule": rule, "decided": total, "false_alarms": wrong, "precision": round(1 - wrong / total, 3)}
        for rule, (total, wrong) in sorted(counted.items(), key=lambda item: (-item[1][1], item[0]))
    ]
