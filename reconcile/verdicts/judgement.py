"""What one sentence of evidence says of one claim."""

from __future__ import annotations

from reconcile.fields import frozen
from reconcile.model import Label


@frozen
class Judgement:
    """A label with how sure it is (0 to 1), the rule that decided, and why."""

    label: Label
    score: float
    rule: str
    why: str
    start: int = 0  # prose range in the evidence's sentence
    end: int = 0
