"""What a passage says of a sentence: a decisive difference refutes it, what it covers supports it."""

from __future__ import annotations

import math

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Label
from reconcile.verdicts.differences import Difference, answered, differences
from reconcile.verdicts.rivals import Rival
from reconcile.verdicts.signals import Signals, signals
from reconcile.verdicts.weighing import keeps_silent, support_features, weigh

# Log-odds from which on a difference refutes, so that of unseen ones seven in eight are right. What is worked
# out from the evidence's own figures needs no likeness of their surroundings.
_SURE = {"negation": 0.8, "arithmetic": 0.0}
_OTHERS = 0.6
_LACKED = 0.8  # how sure it is that evidence does not support a claim whose key part it lacks
_ANSWERED = 0.8  # how sure it is that a claim is right which denies what the evidence has another thing for
_SAID = -0.1  # log-odds from which on the evidence supports


@frozen
class Decision:
    """A label with how sure it is (0 to 1), the rule that decided, and why."""

    label: Label
    score: float
    rule: str
    why: str


def decide(claim: str, evidence: str, lexicon: Lexicon) -> Decision:
    """What `evidence` says of `claim`, both prose."""
    found = signals(claim, evidence, lexicon)
    difference, odds = _strongest(found, lexicon)
    if difference and odds >= _asked(difference):
        return Decision(Label.REFUTES, _chance(odds), difference.rule, difference.why)
    rival = None if found.elsewhere else answered(found)
    if rival:
        return Decision(Label.SUPPORTS, _ANSWERED, rival.kind, _answered(rival))
    if keeps_silent(found):
        return Decision(Label.NOT_ENOUGH_INFO, _LACKED, "lacking", _missing(found))
    odds = weigh(support_features(found), "support-weights", lexicon)
    if odds >= _SAID and (found.stated or found.topic or found.figures or found.dates):
        return Decision(Label.SUPPORTS, _chance(odds), "coverage", _covered(found))
    return Decision(Label.NOT_ENOUGH_INFO, _chance(-odds), "coverage", _missing(found))


def _strongest(found: Signals, lexicon: Lexicon) -> tuple[Difference | None, float]:
    """The difference that is farthest above what its rule asks for, and its log-odds."""
    rated = [(weigh(one.features, "refutation-weights", lexicon), one) for one in differences(found)]
    if not rated:
        return None, -math.inf
    odds, best = max(rated, key=lambda one: one[0] - _asked(one[1]))
    return best, odds


def _asked(difference: Difference) -> float:
    return _SURE.get(difference.rule, _OTHERS)


def _chance(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 3)


def _covered(found: Signals) -> str:
    lacking = ", ".join(one.term.text for one in found.lacking)
    told = "".join(f"; {one.why}" for one in found.figures if one.why and one.label is Label.SUPPORTS)
    return "the evidence says as much" + (f", in other words for {lacking}" if lacking else "") + told


def _answered(rival: Rival) -> str:
    return f"the claim denies {rival.term.text}, and the evidence has {rival.other.text} in its place"


def _missing(found: Signals) -> str:
    words = [one.term.text for one in found.lacking]
    words += [
        found.claim.text[one.start : one.end] for one in found.figures + found.dates if one.relation is None
    ]
    words = list(dict.fromkeys(words))
    return (
        f"the evidence does not tell {', '.join(words)}" if words else "the evidence speaks of something else"
    )
