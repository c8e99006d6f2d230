"""A difference between two passages, before it is told as a finding."""

from __future__ import annotations

from reconcile.claim import Claim, Rule
from reconcile.fields import frozen
from reconcile.model import Level, Relation
from reconcile.result import Step

Range = tuple[int, int]


@frozen(kw_only=True)
class Change:
    """What one rule says of a claim before and after; ranges are prose offsets in the two passages."""

    rule: Rule
    relation: Relation
    before: Claim | None
    after: Claim | None
    old: Range | None
    new: Range | None
    why: str = ""  # empty: the rule's own
    level: Level | None = None  # overrides the rule's
    steps: tuple[Step, ...] = ()
    parts: tuple[Claim, ...] = ()  # the claims inside a sentence that stands on one side only
