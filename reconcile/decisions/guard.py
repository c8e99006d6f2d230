"""What decisions say of a fact as it is stated now: settled, in conflict, or open again.

A decision guards as long as any document states a claim with its key. An equal value is settled and
silent; a value that was rejected conflicts with the decision; a value that nobody saw then, or evidence
that changed, opens it again. A fact that no document states any more leaves its decision stale.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from reconcile.decisions.decision import SETTLING, Decision, Statement
from reconcile.decisions.same import same
from reconcile.fields import frozen


class Guard(StrEnum):
    """What a decision is to a statement."""

    SETTLED = "settled"
    CONFLICTS = "conflicts"
    REOPENED = "reopened"


@frozen(kw_only=True)
class Ruling:
    """What a decision says of a statement, and why in one sentence."""

    guard: Guard
    decision: Decision
    reason: str


def by_key(decisions: Iterable[Decision]) -> Mapping[str, tuple[Decision, ...]]:
    """The decisions of each key, in the order given."""
    found: dict[str, tuple[Decision, ...]] = {}
    for decision in decisions:
        found[decision.key] = (*found.get(decision.key, ()), decision)
    return found


def in_force(decisions: Iterable[Decision], today: str) -> tuple[Decision, ...]:
    """The decisions that have not expired on the day `today` (YYYY-MM-DD)."""
    return tuple(decision for decision in decisions if decision.holds_on(today))


def stale(decisions: Iterable[Decision], stated: Collection[str]) -> tuple[Decision, ...]:
    """The decisions whose key is not among the keys that the documents state."""
    return tuple(decision for decision in decisions if decision.key not in stated)


def guard(decisions: Iterable[Decision], stated: Statement) -> Ruling | None:
    """What the decisions of one key say of a statement; None when none of them says anything.

    With several decisions of one key (several findings shared it) an equal value in any of them settles.
    """
    rulings = [ruling for decision in decisions if (ruling := _ruling(decision, stated))]
    order = list(Guard)
    return min(rulings, key=lambda ruling: order.index(ruling.guard), default=None)


def _ruling(decision: Decision, stated: Statement) -> Ruling | None:
    if decision.status == "later":
        return None
    seen = find(decision.settled, stated)
    if seen:
        if changed := evidence_changed(seen, stated):
            return Ruling(guard=Guard.REOPENED, decision=decision, reason=changed + f" since {decision.day}")
        return Ruling(guard=Guard.SETTLED, decision=decision, reason=f"settled on {decision.day}")
    if decision.status in SETTLING and find(decision.rejected, stated):
        reason = f"“{stated.text}” was rejected on {decision.day}; settled is {words(decision)}"
        return Ruling(guard=Guard.CONFLICTS, decision=decision, reason=reason)
    reason = f"“{stated.text}” was neither settled nor rejected on {decision.day}"
    return Ruling(guard=Guard.REOPENED, decision=decision, reason=reason)


def find(among: Iterable[Statement], stated: Statement) -> Statement | None:
    """The statement that says the same as `stated`; of several, one of which the sources say the same."""
    fitting = [part for part in among if same(part, stated)]
    return next((part for part in fitting if part.evidence == stated.evidence), next(iter(fitting), None))


def evidence_changed(seen: Statement, stated: Statement) -> str | None:
    """The reason when the sources say something else than when it was decided; None when they do not."""
    if seen.evidence is None or stated.evidence is None or seen.evidence == stated.evidence:
        return None
    return f"what the sources say of “{stated.text}” has changed"


def words(decision: Decision) -> str:
    """What is settled, for a sentence."""
    return " and ".join(f"“{part.text}”" for part in decision.settled) or "that it is not stated"
