"""A member of a list in the place of another: the list was neither continued nor cut, it says something else.

That holds only where the words of the two members are all that differs. Lists that give examples may always
give another.
"""

from __future__ import annotations

from reconcile.changes.change import Range
from reconcile.changes.matching import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.values.members import Members, exchanged

EXCHANGED = "one member stands in the place of another, and the others stayed where they were"


def stands_for_another(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two lists that differ in one member, and in nothing else."""
    one, other = before.claim.value, after.claim.value
    if not isinstance(one, Members) or not isinstance(other, Members):
        return False
    touched = [
        (range(*region.old), range(*region.new))
        for region in diff.regions
        if _meet(region.old, before.words) or _meet(region.new, after.words)
    ]
    return len(touched) == 1 and all(touched[0]) and exchanged(one, other, lexicon)


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]
