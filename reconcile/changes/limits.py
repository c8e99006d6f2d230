"""Limits that are set: "at most 100 items may be sent", then "at most 50 items may be sent".

Of what is known, a closer bound says the same more exactly. A rule sets its bound, and another bound is
another rule: what may be, must be or must not be.
"""

from __future__ import annotations

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lists import word_role
from reconcile.text.phrases import tokens
from reconcile.values.modality import modals
from reconcile.values.quantity import Quantity


def other_limit(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two bounds of one measure, open to one side, each of which a rule sets."""
    one, other = before.claim.value, after.claim.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.dimension != other.dimension:
        return False
    turned = (one.low is None) != (other.low is None)
    if not (_is_bound(one) and _is_bound(other)) or (one.figures == other.figures and not turned):
        return False
    sides = (diff.old, before, one), (diff.new, after, other)
    return all(_is_set(passage, placed, bound, lexicon) for passage, placed, bound in sides)


def _is_bound(quantity: Quantity) -> bool:
    return (quantity.low is None) != (quantity.high is None)


def _is_set(passage: Passage, placed: Placed, bound: Quantity, lexicon: Lexicon) -> bool:
    """True where a word of a rule stands in the figure's sentence; what may be is limited from above."""
    number = next(n for n, one in enumerate(passage.sentences) if one.index == placed.claim.sentence)
    text = passage.sentences[number].text
    ruling, allowing = word_role(lexicon, "ruling kinds"), word_role(lexicon, "allowing words")
    perfect = word_role(lexicon, "perfect auxiliaries")
    for found in modals(text, lexicon):
        behind = next((word.folded for word in tokens(text[found.end :])), "")
        allows = bound.low is None and found.value.words.casefold() in allowing
        if behind not in perfect and (found.value.kind in ruling or allows):
            return True
    return False
