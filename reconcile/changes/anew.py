"""A figure in a clause that was written anew: it need not measure what that of the old clause did."""

from __future__ import annotations

from reconcile.changes.placed import Placed, share_a_word
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lists import word_set
from reconcile.values.counted import counted_alike
from reconcile.values.quantity import Quantity

_ANEW = 3  # content words beside a figure on either side that make another statement of it


def written_anew(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True where both claims stand among other words than they did, and do not count the same things."""
    here, there = diff.region_of_old(before.words), diff.region_of_new(after.words)
    one, other = before.claim.value, after.claim.value
    if here is None or here != there or share_a_word(before, after, diff):
        return False
    if isinstance(one, Quantity) and isinstance(other, Quantity) and counted_alike(one, other, lexicon):
        return False
    small, region = word_set(lexicon, "function-words"), diff.regions[here]
    sides = (diff.old, region.old, before.words), (diff.new, region.new, after.words)
    return all(
        sum(passage.carries(n, small) for n in range(*words) if not own[0] <= n < own[1]) >= _ANEW
        for passage, words, own in sides
    )
