"""How much speaks for a refutation, and for support: written-out weights of what was found.

Each table gives log-odds; the counts behind a weight stand beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.model import Label, Relation
from reconcile.text.lists import word_table
from reconcile.values.quantity import ORDINAL
from reconcile.values.setting import BASE
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.matching import LACKED, Met
from reconcile.verdicts.signals import Signals, share, time_differs
from reconcile.verdicts.told import Term, Told

Features = dict[str, float]

_MOST = 3  # missing words of a kind that count
_MAY_EXCLUDE = ("converse", "alternative")  # kinds of rivals that are at odds in some sentences only


def defines(text: Told, term: Term) -> bool:
    """True for a term of what the text says that its subject is: "… was a British actor"."""
    return term.first in text.definition


def surroundings(found: Signals) -> Features:
    """What tells whether the evidence speaks of the same subject and event."""
    lacking = Counter("name" if one.term.kind == "name" else "word" for one in found.lacking)
    differing = sum(one.label is Label.REFUTES for one in found.figures)
    features: Features = {
        "stated": share(found.stated),
        "topic": share(found.topic) if found.topic else 0.0,
        "topic none": float(not found.topic),
        "name lacking": min(lacking["name"], _MOST),
        "word lacking": min(lacking["word"], _MOST),
        "topic name lacking": float(
            any(one.grade < LACKED and one.term.kind == "name" for one in found.topic)
        ),
        "figure agrees": float(any(one.label is Label.SUPPORTS for one in found.figures)),
        "figures differ": float(differing > 1),
        "figure lacking": float(any(one.relation is None for one in found.figures)),
    }
    return {name: value for name, value in features.items() if value}


def _bucket(kind: str, found: Sequence[Met]) -> Features:
    if not found:
        return {f"{kind} none": 1.0}
    had = share(found)
    if had > 0.95:
        return {f"{kind} all": 1.0}
    if had <= 0.1:
        return {f"{kind} nothing": 1.0}
    name = "most" if had >= 0.7 else "half" if had >= 0.45 else "little"
    return {f"{kind} {name}": 1.0}


def keeps_silent(found: Signals) -> bool:
    """True when the evidence lacks what the claim is about: its figure, or all that it says of its subject.

    Figures of another time or place say nothing either, nor does a bound that the claim goes beyond, nor a
    word in the place of one that it may exclude.
    """
    differing = [one for one in found.figures if one.label is Label.REFUTES]
    if found.beyond or (differing and (found.elsewhere or found.past or time_differs(found))):
        return True
    if _worked_out(found):
        return True
    if any(one.setting == BASE for one in differing):
        return True
    if any(one.label is Label.REFUTES and one.ahead is None for one in found.dates):
        return True
    if any(one.relation is Relation.BROADER and one.endless for one in found.figures):
        return True
    ranks = {
        one.start
        for one in found.claim.figures
        if one.value.dimension == ORDINAL and found.claim.text[one.start : one.end].isalpha()
    }
    if any(one.relation is None and one.start not in ranks for one in found.figures):
        return True
    if any(one.kind in _MAY_EXCLUDE and one.near == 1 for one in found.rivals):
        return True
    agree = any(one.label is Label.SUPPORTS for one in found.figures + found.dates)
    return bool(found.stated) and len(found.lacking) == len(found.stated) and not agree


def _worked_out(found: Signals) -> bool:
    """True where the evidence comes to another figure than the claim asserts."""
    differing = [one for one in found.figures if one.why and one.label is Label.REFUTES]
    return any(not found.negates(one.start) for one in differing)


def support_features(found: Signals) -> Features:
    """What tells whether the evidence says everything that the claim says."""
    features: Counter[str] = Counter()
    for one in found.stated:
        if one.grade < LACKED:
            features[f"lacks {one.term.kind}"] += 1
    for one in found.topic:
        if one.grade < LACKED:
            features[f"topic lacks {one.term.kind}"] += 1
    for place, name in ((0, "first"), (-1, "last")):
        if found.stated and found.stated[place].grade < LACKED:
            features[f"lacks the {name}"] += 1
    if any(
        defines(found.claim, one.term) and not found.negates(found.claim.words[one.term.first].start)
        for one in found.lacking
    ):
        features["lacks what it is"] += 1
        if found.evidence.definition:
            features["is said to be something else"] += 1
    if found.elsewhere:
        features["elsewhere"] += 1
    made: Features = {name: float(min(count, _MOST)) for name, count in features.items()}
    made.update(_bucket("stated", found.stated))
    made.update(_bucket("topic", found.topic))
    for rival in found.rivals:
        made[f"rival {rival.kind}"] = 1.0
    made.update(_judged("figure", found.figures))
    made.update(_judged("date", found.dates))
    if found.denied:
        made["negation"] = 1.0
    if time_differs(found):
        made["time differs"] = 1.0
    return made


def _judged(kind: str, found: Sequence[Judged]) -> Features:
    names = {Label.SUPPORTS: "agrees", Label.REFUTES: "differs", Label.NOT_ENOUGH_INFO: "unsure"}
    made: Counter[str] = Counter()
    for one in found:
        name = "lacking" if one.relation is None else names[one.label]
        if one.label is Label.REFUTES and one.ahead is not None:
            name = "differs once"
        if one.relation is Relation.BROADER:
            name = "broader"
        made[f"{kind} {name}"] += 1
    return {name: float(min(count, _MOST)) for name, count in made.items()}


def weigh(features: Features, table: str, lexicon: Lexicon) -> float:
    """The sum of the weights in `table`, log-odds."""
    weights = word_table(lexicon, table)
    return float(weights.get("start", "0")) + sum(
        float(weights.get(name, "0")) * value for name, value in sorted(features.items())
    )
