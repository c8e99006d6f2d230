"""What refutes a claim: one decisive difference, a figure, a date, an opposite, a denial.

Nothing is ever refuted by a sum of small things alone; the weights of `weighing` only tell whether the
evidence speaks of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.fields import frozen
from reconcile.model import Label
from reconcile.values.setting import BASE
from reconcile.values.when import When
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.matching import LACKED
from reconcile.verdicts.rivals import Rival
from reconcile.verdicts.signals import Signals, time_differs
from reconcile.verdicts.weighing import Features, defines, surroundings

# What is never true of the same thing; other words may be both.
DECISIVE = ("slot", "opposite", "exclusive", "country")
# What refutes where both say what something is.
_DEFINING = ("frame", "land", "country", "name", "kind", "modifier", "exclusive", "opposite")
_PLACE, _SAME_PLACE = 0.4, 0.7  # how near to its place a rival must stand, and when it stands in it
_NEAR = (0.25, 0.75, 1.5, 3)  # steps of how alike surroundings are
_FAR = 3.5  # how much farther a figure that supports must stand from the claimed one's place
_FARTHER, _OF_SIZE = 0.7, 0.5  # and where the one that differs is of the claimed one's size


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
    figures = [one for one in found.figures if one.label is Label.REFUTES and one.near >= 0]
    yield from _of_figures(figures, found)
    if not figures:
        yield from _of_dates(found)
    yield from _of_rivals(found)
    if found.denied and not found.scope.named:
        why = "one of the two is denied and the other is not"
        features = {"negation": 1.0, **surroundings(found)}
        if found.negators:
            features["negation in claim"] = 1.0
        yield Difference("negation", why, features)


def _of_figures(figures: Sequence[Judged], found: Signals) -> Iterator[Difference]:
    """The differences in figures; none where all were measured anew, on another base."""
    apart = time_differs(found)
    if len(figures) > 1 and any(one.setting == BASE for one in figures):
        return
    if any(one.kind == "exclusive" and one.near == 1 for one in found.rivals):
        return  # 20 on Monday, 45 on Tuesday
    for judged in figures:
        if found.negates(judged.start) or not _timely(judged, found, apart):
            continue
        if _stands_out(judged):
            yield _of_figure(judged, found, surroundings(found))


def _stands_out(judged: Judged) -> bool:
    """True for a figure that differs where no other of the evidence may be meant."""
    if judged.ahead is None or judged.ahead >= _FAR:
        return True
    return judged.ahead >= _FARTHER and judged.size >= _OF_SIZE


def _of_dates(found: Signals) -> Iterator[Difference]:
    """The differences in time of one event; none in the moment of which something is told."""
    if found.scope.named or not _same_event(found):
        return
    for judged in found.dates:
        if judged.label is not Label.REFUTES or judged.ahead is not None or judged.setting:
            continue
        if found.turn and not _outdoes(judged, found):
            continue
        if _dates_the_same(judged, found) and (not judged.edition or _defining(judged, found)):
            yield _of_date(judged, found, surroundings(found))


def _outdoes(judged: Judged, found: Signals) -> bool:
    """True for a date behind the one said to be the last, or before the first: an earlier one is no last."""
    claimed = next(date.value for date in found.claim.dates if date.start == judged.start)
    told = judged.found.value if judged.found else None
    if not isinstance(told, When) or None in (told.low, told.high, claimed.low, claimed.high):
        return False
    return (told.low or 0) > (claimed.low or 0) if found.turn > 0 else (told.low or 0) < (claimed.low or 0)


def _dates_the_same(judged: Judged, found: Signals) -> bool:
    """True for two dates with words in common around them, and for a life in brackets: born, died.

    Any other date in brackets is that of what stands before it: the film Osby (1994).
    """
    if judged.found is None:
        return False
    said = {n for one in (*found.topic, *found.stated) for n in one.places}
    text, start = found.evidence.text, judged.found.start
    if not said.isdisjoint(found.evidence.numbers(start, judged.found.end)):
        return True
    before = found.evidence.numbers(0, start - 1)
    bracketed = text[max(0, start - 1) : start] == "(" and bool(before)
    return judged.near > 0 and (not bracketed or before[-1] in said)


def _timely(judged: Judged, found: Signals, apart: bool) -> bool:
    """True for a figure of the time that the claim speaks of.

    What is worked out refutes only where the evidence has each date of the claim, if not next to it.
    """
    if not judged.why:
        return not apart and not found.past
    return all(one.label is Label.SUPPORTS or one.ahead is not None for one in found.dates)


def _of_rivals(found: Signals) -> Iterator[Difference]:
    """The differences in words; of another subject or place, only what no other can be or do."""
    for rival in () if found.denied else found.rivals:
        defined = _defined(rival, found)
        if not _decisive(rival, found) or _denies(rival, found) or _of_another_time(rival, found):
            continue
        if _in_scope(found, rival):
            yield _of_rival(rival, found, defined, surroundings(found))


def _of_another_time(rival: Rival, found: Signals) -> bool:
    """True where what is so for a while is told of another time: up in May and down in June, 20 on Monday."""
    if rival.kind not in ("opposite", "exclusive"):
        return False
    differing = any(one.label is Label.REFUTES for one in found.figures)
    return time_differs(found) or (rival.kind == "exclusive" and differing)


def answered(found: Signals) -> Rival | None:
    """What the evidence has in place of a thing that the claim denies: no Danish film, and a Finnish one."""
    return next((one for one in found.rivals if _decisive(one, found) and _denies(one, found)), None)


def _denies(rival: Rival, found: Signals) -> bool:
    return found.negates(found.claim.words[rival.term.first].start)


def _decisive(rival: Rival, found: Signals) -> bool:
    near = rival.kind in DECISIVE and rival.near > _PLACE
    return near or (rival.kind in _DEFINING and _defined(rival, found))


def _defined(rival: Rival, found: Signals) -> bool:
    """True where both say what one thing is: X is a city, but not the birthplace of X is a city."""
    if found.of_another:
        return False
    return defines(found.claim, rival.term) and defines(found.evidence, rival.other)


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
    features = {"near": _step(judged.near), **shared}
    name = "rank" if value.dimension == "ordinal" else "bound" if value.low != value.high else "figure"
    if name != "figure" or any(one.grade < LACKED for one in (*found.topic, *found.stated)):
        features[name] = 1.0
    if judged.ahead is not None:
        features["figure hardly another"] = 1.0
    told = found.evidence.text[judged.found.start : judged.found.end] if judged.found else ""
    return Difference("figure", f"the evidence has {told} where the claim has {claimed}", features)


def _step(near: float) -> float:
    """How alike the surroundings of two figures or dates are, 0 to 4."""
    return float(sum(near >= edge for edge in _NEAR))


def _of_date(judged: Judged, found: Signals, shared: Features) -> Difference:
    claimed = found.claim.text[judged.start : judged.end]
    features = {"date": 1.0, "near": _step(judged.near), **shared}
    told = found.evidence.text[judged.found.start : judged.found.end] if judged.found else ""
    return Difference("date", f"the evidence has {told} where the claim has {claimed}", features)


def _of_rival(rival: Rival, found: Signals, defined: bool, shared: Features) -> Difference:
    place = 1.0 if rival.near > _SAME_PLACE else 0.5 if rival.near > _PLACE else 0.0
    features = {"word": 1.0, "rival place": place, **shared}
    if defined:
        features["rival defines"] = 1.0
    why = f"the evidence has {rival.other.text} where the claim has {rival.term.text}"
    return Difference(rival.kind, why, features)
