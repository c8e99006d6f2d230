"""How much speaks for a refutation, and for support: written-out weights of what was found.

Each table gives log-odds; the counts behind a weight stand beside it. Nothing is ever refuted by a sum of
small things alone: a refutation begins with one decisive difference (a figure, a date, an opposite, …), and
the weights tell whether the evidence speaks of the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Label
from reconcile.text.lists import word_table
from reconcile.values.quantity import ORDINAL
from reconcile.verdicts.figures import Judged
from reconcile.verdicts.matching import LACKED, Met
from reconcile.verdicts.rivals import Rival
from reconcile.verdicts.signals import Signals, share, time_differs
from reconcile.verdicts.told import Term, Told

Features = dict[str, float]

_MOST = 3  # missing words of a kind that count
_MAY_EXCLUDE = ("converse", "alternative")  # kinds of rivals that are at odds in some sentences only
# What is never true of the same thing; other words may be both.
DECISIVE = ("slot", "opposite", "exclusive", "country")
# What refutes where both say what something is.
_DEFINING = ("frame", "land", "country", "name", "kind", "modifier", "exclusive", "opposite")
_PLACE = 0.4  # how near to its place a rival must stand
_FAR = 3.5  # how much farther a figure that supports must stand from the claimed one's place


@frozen
class Difference:
    """One decisive difference between claim and evidence, and what tells how sure it is."""

    rule: str
    why: str
    features: Features


def differences(found: Signals) -> Iterator[Difference]:
    """Every difference that can refute the claim.

    Where the evidence speaks of another subject or place, there is none. Where it speaks of another time, its
    figures may differ, and where figures differ as well as the time, it is another statement.
    """
    if found.elsewhere:
        yield from _of_rivals(found)
        return
    apart = time_differs(found)
    figures = [one for one in found.figures if one.label is Label.REFUTES and one.near >= 0]
    for judged in figures:
        if found.negates(judged.start) or not _timely(judged, found, apart):
            continue
        if judged.other is None or judged.near - judged.other >= _FAR:
            yield _of_figure(judged, found, _scope(found, "value"))
    for judged in [] if figures or found.scope.named or not _same_event(found) else found.dates:
        if judged.label is not Label.REFUTES or judged.other is not None:
            continue
        if not judged.edition or _defining(judged, found):
            yield _of_date(judged, found, _scope(found, "value"))
    yield from _of_rivals(found)
    if found.denied and not found.scope.named:
        why = "one of the two is denied and the other is not"
        features = {"negation": 1.0, **_scope(found, "word")}
        if found.negators:
            features["negation in claim"] = 1.0
        yield Difference("negation", why, features)


def _timely(judged: Judged, found: Signals, apart: bool) -> bool:
    """True for a figure of the time that the claim speaks of.

    What is worked out refutes only where the evidence has each date of the claim, if not next to it.
    """
    if not judged.why:
        return not apart
    return all(one.label is Label.SUPPORTS or one.other is not None for one in found.dates)


def _of_rivals(found: Signals) -> Iterator[Difference]:
    """The differences in words; of another subject or place, only what no other can be or do."""
    for rival in () if found.denied else found.rivals:
        defined = _defines(found.claim, rival.term) and _defines(found.evidence, rival.other)
        if not _decisive(rival, found) or _denies(rival, found):
            continue
        if _in_scope(found, rival):
            yield _of_rival(rival, found, defined, _scope(found, "word"))


def answered(found: Signals) -> Rival | None:
    """What the evidence has in place of a thing that the claim denies: no Danish film, and a Finnish one."""
    return next((one for one in found.rivals if _decisive(one, found) and _denies(one, found)), None)


def _denies(rival: Rival, found: Signals) -> bool:
    return found.negates(found.claim.words[rival.term.first].start)


def _decisive(rival: Rival, found: Signals) -> bool:
    defined = _defines(found.claim, rival.term) and _defines(found.evidence, rival.other)
    return (rival.kind in DECISIVE and rival.near > _PLACE) or (rival.kind in _DEFINING and defined)


def _in_scope(found: Signals, rival: Rival) -> bool:
    """True for what is said of the same subject and place, or of who alone can be in question."""
    stated = any(one.term is rival.term for one in found.stated)
    if rival.kind != "slot":
        return stated and not found.elsewhere
    if not stated:
        return bool(found.stated) and not found.lacking
    return not found.scope.other_subject or found.scope.subject is rival.other


def _defining(judged: Judged, found: Signals) -> bool:
    """True for two years by which both say what something is: a 1930 play, a 1940 play."""
    mine = found.claim.numbers(judged.start, judged.end)
    theirs = found.evidence.numbers(judged.found.start, judged.found.end) if judged.found else range(0)
    inside = [numbers for numbers in (mine, theirs) if numbers]
    return len(inside) == 2 and mine[0] in found.claim.definition and theirs[0] in found.evidence.definition


def _same_event(found: Signals) -> bool:
    """True when the evidence tells something of what is said besides its time."""
    words = [one for one in found.stated if one.term.kind != "name"]
    return not words or any(one.grade >= LACKED for one in words)


def _of_figure(judged: Judged, found: Signals, shared: Features) -> Difference:
    if judged.why:
        return Difference(judged.kind, judged.why, shared)
    claimed = found.claim.text[judged.start : judged.end]
    value = next(one.value for one in found.claim.figures if one.start == judged.start)
    name = "rank" if value.dimension == "ordinal" else "bound" if value.low != value.high else "figure"
    features = {name: 1.0, **_nearness(name, judged.near), **shared}
    if judged.other is not None:
        features["figure hardly another"] = 1.0
    told = found.evidence.text[judged.found.start : judged.found.end] if judged.found else ""
    return Difference("figure", f"the evidence has {told} where the claim has {claimed}", features)


def _nearness(kind: str, near: float) -> Features:
    step = 0 if near < 0.25 else 1 if near < 0.75 else 2 if near < 1.5 else 3 if near < 3 else 4
    return {f"{kind} near {step}": 1.0}


def _of_date(judged: Judged, found: Signals, shared: Features) -> Difference:
    claimed = found.claim.text[judged.start : judged.end]
    features = {"date": 1.0, **_nearness("date", judged.near), **shared}
    told = found.evidence.text[judged.found.start : judged.found.end] if judged.found else ""
    return Difference("date", f"the evidence has {told} where the claim has {claimed}", features)


def _of_rival(rival: Rival, found: Signals, defined: bool, shared: Features) -> Difference:
    place = "same place" if rival.near > 0.7 else "near" if rival.near > 0.4 else "far"
    features = {f"rival {rival.kind}": 1.0, f"rival {place}": 1.0, **shared}
    if len(found.lacking) == 1 and found.lacking[0].term is rival.term:
        features[f"rival {rival.kind} alone"] = 1.0
    if any(one.term is rival.term for one in found.topic):
        features["rival in topic"] = 1.0
    if defined:
        features["rival defines"] = 1.0
    why = f"the evidence has {rival.other.text} where the claim has {rival.term.text}"
    return Difference(rival.kind, why, features)


def _defines(text: Told, term: Term) -> bool:
    """True for a term of what the text says that its subject is: "… was a British actor"."""
    return term.first in text.definition


def _scope(found: Signals, family: str) -> Features:
    """What tells whether the evidence speaks of the same subject, event and time."""
    lacking = Counter("name" if one.term.kind == "name" else "word" for one in found.lacking)
    differing = sum(one.label is Label.REFUTES for one in found.figures)
    features: Features = {
        **_bucket("stated", found.stated),
        **_bucket("topic", found.topic),
        "name lacking": min(lacking["name"], _MOST),
        "word lacking": min(lacking["word"], _MOST),
        "topic name lacking": float(
            any(one.grade < LACKED and one.term.kind == "name" for one in found.topic)
        ),
        "time differs": float(time_differs(found)),
        "time silent": float(any(one.relation is None for one in found.dates)),
        "time agrees": float(any(one.label is Label.SUPPORTS for one in found.dates)),
        "figure agrees": float(any(one.label is Label.SUPPORTS for one in found.figures)),
        "figure differs": float(differing > 0),
        "figures differ": float(differing > 1),
        "figure lacking": float(any(one.relation is None for one in found.figures)),
    }
    return {f"{family}: {name}": value for name, value in features.items() if value}


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

    Other figures for another time or place say nothing either, nor does a word in the place of one that it
    may exclude.
    """
    differing = [one for one in found.figures if one.label is Label.REFUTES]
    if differing and (found.elsewhere or time_differs(found) or _worked_out(found)):
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
        _defines(found.claim, one.term) and not found.negates(found.claim.words[one.term.first].start)
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
        if one.label is Label.REFUTES and one.other is not None:
            name = "differs once"
        made[f"{kind} {name}"] += 1
    return {name: float(min(count, _MOST)) for name, count in made.items()}


def weigh(features: Features, table: str, lexicon: Lexicon) -> float:
    """The sum of the weights in `table`, log-odds."""
    weights = word_table(lexicon, table)
    return float(weights.get("start", "0")) + sum(
        float(weights.get(name, "0")) * value for name, value in sorted(features.items())
    )
