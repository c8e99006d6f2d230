"""A figure in a clause that was written anew: it need not measure what that of the old clause did.

Nor is the date of an event that only its own side names the date of what the other side tells: "rebuilt in
1670", then "rebuilt after the fire of 1666".
"""

from __future__ import annotations

from reconcile.changes.placed import Placed, share_a_word
from reconcile.changes.regions import Comparison, View
from reconcile.claim import Lexicon
from reconcile.text.lists import word_role, word_set
from reconcile.text.sameness import same_word
from reconcile.values.counted import counted_alike
from reconcile.values.quantity import Quantity
from reconcile.values.when import When

_LED = 4  # words between "after" and what it leads to
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


def of_another_event(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two dates one of which was put in together with what it is the date of."""
    if not isinstance(before.claim.value, When) or not isinstance(after.claim.value, When):
        return False
    sides = (before, diff.seen_from(added=False)), (after, diff.seen_from(added=True))
    one, other = (_has_own_event(placed, seen, lexicon) for placed, seen in sides)
    return one != other


def _has_own_event(placed: Placed, seen: View, lexicon: Lexicon) -> bool:
    """True where a date is that of what "after" or its like leads to and this side alone has: the fire."""
    words, small = seen.here.words, word_set(lexicon, "function-words")
    leads = word_set(lexicon, "prepositions") | word_set(lexicon, "determiners")
    number = placed.words[0] - 1
    while number >= 0 and words[number].folded in leads:
        number -= 1
    if number < 0 or number in seen.across or words[number].folded in small:
        return False
    led = {word.folded for word in words[max(0, number - _LED) : number]}
    own = not any(same_word(words[number].folded, other.folded, lexicon) for other in seen.there.words)
    return own and not led.isdisjoint(word_role(lexicon, "event leads"))
