"""By how much one side is ahead of the other.

United won by two goals.        United won the final 3-1.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.text.lists import per_lexicon, word_set
from reconcile.values.arithmetic import step
from reconcile.values.before import Endings, endings, phrase_before
from reconcile.values.quantity import SCORE, Quantity
from reconcile.verdicts.derivation import Derivation, Pair


def margins(pair: Pair) -> Iterator[Derivation | None]:
    """What the one result that the evidence tells of the same side says of the claim's margins."""
    results = [one.value for one in pair.evidence.figures if one.value.dimension == SCORE]
    if len(results) != 1 or len(results[0].figures) != 2:
        return
    low, high = (Quantity(low=one, high=one, figures=(one,)) for one in sorted(results[0].figures))
    found = step(low, high)
    for figure in pair.claim.figures if found else ():
        lead = phrase_before(pair.claim.text, figure.start, _leads(pair.lexicon))
        if lead and found and figure.value.counted and not figure.value.dimension:
            inside = pair.claim.numbers(lead[0], figure.end)
            told = {*inside, inside[-1] + 1}
            known = pair.same_subject() and not pair.lacks(told)
            refutes = known and pair.same_time
            place = figure.start, figure.end
            yield pair.derived(place, figure.value, found, told, backs=known, refutes=refutes)


@per_lexicon
def _leads(lexicon: Lexicon) -> Endings:
    return endings(word_set(lexicon, "margin-leads"))
