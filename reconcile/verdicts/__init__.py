"""What each source says of each claim of either version."""

from __future__ import annotations

from reconcile.claim import RuleBook
from reconcile.result import Result


def check(result: Result, book: RuleBook) -> Result:
    """`result` with the verdicts of its sources."""
    return result
