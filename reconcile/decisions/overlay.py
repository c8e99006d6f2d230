"""Decisions laid over a result: what each finding's `decision` says in the report.

`status` is one of the six decisions, or `open`; `state` tells more:

- `open`: nobody has decided.
- `settled`: somebody has; `reason` says so where the new version still states what was rejected.
- `later`: put off, and still to do.
- `reopened`: decided once, and open again for `reason`; `was` is the decision.
- `conflicts`: the new version states what was rejected when the fact was settled; `was` is the decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reconcile.decisions.decision import SETTLING, Decision, Statement, statement
from reconcile.decisions.guard import Guard, by_key, evidence_changed, find, guard, words
from reconcile.fields import replace
from reconcile.model import Json
from reconcile.result import Finding, Result

OPEN: Mapping[str, Json] = {"status": "open"}


def lay_over(result: Result, decisions: Iterable[Decision]) -> Result:
    """A result whose findings carry what was decided about them. Expiry is not judged here."""
    decided = by_key(decisions)
    findings = tuple(
        replace(finding, decision=overlay(finding, decided.get(finding.key, ())))
        for finding in result.findings
    )
    return replace(result, findings=findings)


def overlay(finding: Finding, decisions: Iterable[Decision]) -> Mapping[str, Json]:
    """What the decisions of a finding's key say of it, as the report prints it."""
    decisions = tuple(decisions)
    own = next((decision for decision in decisions if decision.id == finding.id), None)
    if own is not None:
        return _own(finding, own)
    new = statement(finding, "new")
    guarding = [decision for decision in decisions if decision.status != "later"]
    if not guarding:
        return OPEN
    if new is None:
        return _gone(guarding)
    ruling = guard(guarding, new)
    assert ruling is not None  # of decisions that are not put off each says something
    if ruling.guard is Guard.SETTLED:
        return _settled(ruling.decision, None)
    return _again(ruling.guard.value, ruling.reason, ruling.decision)


def _own(finding: Finding, decision: Decision) -> Mapping[str, Json]:
    """The finding is the very one that was decided: only the evidence can have changed."""
    stated = [part for side in ("old", "new") if (part := statement(finding, side))]
    for part in stated:
        seen = find((*decision.settled, *decision.rejected), part)
        if seen and (reason := evidence_changed(seen, part)):
            return _again("reopened", f"{reason} since {decision.day}", decision)
    return _settled(decision, _still(finding, decision))


def _still(finding: Finding, decision: Decision) -> str | None:
    """That the new version does not say what was settled, where it does not."""
    if decision.status not in SETTLING:
        return None
    new = statement(finding, "new")
    if new is None and decision.settled and decision.status == "old":
        return f"the new version does not state {words(decision)}"
    if new is not None and find(decision.rejected, new):
        return f"the new version still states “{new.text}”; settled is {words(decision)}"
    return None


def _gone(decisions: list[Decision]) -> Mapping[str, Json]:
    """The new version states nothing of the fact: right if that was settled, else to be looked at."""
    absent = next((one for one in decisions if one.status in SETTLING and not one.settled), None)
    if absent:
        return _settled(absent, None)
    last = decisions[-1]
    reason = f"the new version no longer states {words(last)}, which was settled on {last.day}"
    return _again("reopened", reason, last)


def _settled(decision: Decision, reason: str | None) -> Mapping[str, Json]:
    state = "later" if decision.status == "later" else "settled"
    said = {"status": decision.status, "state": state, **_told(decision)}
    return {**said, "reason": reason} if reason else said


def _again(state: str, reason: str, decision: Decision) -> Mapping[str, Json]:
    was: dict[str, Json] = {"status": decision.status, **_told(decision)}
    return {"status": "open", "state": state, "reason": reason, "was": was}


def _told(decision: Decision) -> dict[str, Json]:
    told: dict[str, Json] = {"settled": [_plain(part) for part in decision.settled]}
    told |= {"why": decision.why, "by": decision.by, "day": decision.day}
    return {**told, "expires": decision.expires} if decision.expires else told


def _plain(part: Statement) -> dict[str, Json]:
    value = {} if part.value is None else {"value": dict(part.value)}
    return {"text": part.text, **value}
