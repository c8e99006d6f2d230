"""A claim with its place in a passage."""

from __future__ import annotations

from reconcile.changes.change import Range
from reconcile.changes.regions import Comparison
from reconcile.claim import Claim
from reconcile.fields import frozen


@frozen
class Placed:
    """A claim with its character and word ranges in the passage."""

    claim: Claim
    range: Range
    words: Range


def share_a_word(before: Placed, after: Placed, diff: Comparison) -> bool:
    """True where a word of both claims stands in both passages."""
    return any(after.words[0] <= diff.forward.get(word, -1) < after.words[1] for word in range(*before.words))
