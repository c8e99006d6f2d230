"""How long something lasted, from the dates of its beginning and its end.

The war lasted six years.           The war began in 1939 and ended in 1945.
She was mayor for ten years.        She was mayor from 1990 to 2000.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.text.lists import word_role
from reconcile.values.arithmetic_time import elapsed
from reconcile.values.found import Found
from reconcile.values.when import When, edges
from reconcile.verdicts.derivation import HAD, Derivation, Pair

_TABLE = "span-words"
_LEADS = ("for", "spend", "lasting")
_REACH = 6  # words between what began or ended and its date
_UNTIL = 5  # words between "until" and the date: until her death in 1721
_JOINS = frozenset({",", "&"})
_Span = tuple[Found[When], Found[When]]


def spans(pair: Pair) -> Iterator[Derivation | None]:
    """What the one stretch of time that the evidence tells says of each length that the claim tells."""
    for figure in pair.claim.figures:
        if figure.value.dimension != "duration":
            continue
        inside = pair.claim.numbers(figure.start, figure.end)
        lead = inside[0] - 1
        kind = pair.meant(pair.claim, lead, _TABLE)
        if kind not in _LEADS or _until_now(pair) or (span := _span(pair, kind)) is None:
            continue
        found = elapsed(span[0].value, span[1].value, figure.value)
        if found is not None:
            told = {*inside, lead}
            known = not pair.lacks(told)
            place = figure.start, figure.end
            yield pair.derived(place, figure.value, found, told, backs=known, refutes=known)


def _until_now(pair: Pair) -> bool:
    """True for what has lasted so long: until when is not told."""
    words = range(len(pair.claim.words))
    return any(pair.meant(pair.claim, n, _TABLE) == "perfect" for n in words)


def _span(pair: Pair, kind: str) -> _Span | None:
    """The beginning and the end of what the claim speaks of; None where there are none, or several."""
    if not pair.same_subject():
        return None
    dates = pair.evidence.dates
    ranges = [
        one for date in dates if (one := _range(date)) and (kind == "lasting" or not _aside(pair, date))
    ]
    ranges += _until(pair)
    if len(ranges) != 1:
        return None if ranges or kind != "lasting" else _began_and_ended(pair)
    return ranges[0] if _of_same(pair, ranges[0], kind) else None


def _range(date: Found[When]) -> _Span | None:
    """The ends of dates told as one: from 1990 to 1995, between 1990 and 1995."""
    found = edges(date.value)
    return found and (Found(date.start, date.end, found[0]), Found(date.start, date.end, found[1]))


def _aside(pair: Pair, date: Found[When]) -> bool:
    """True for the years of somebody's life in brackets, which are no term of office."""
    return pair.evidence.text[: date.start].rstrip().endswith("(")


def _until(pair: Pair) -> list[_Span]:
    """Two dates with a word between them that leads from the one to the other: until her death in 1721."""
    dates = pair.evidence.dates
    made = []
    for one, other in pairwise(dates):
        between = pair.evidence.numbers(one.end, other.start)
        leads = bool(between) and pair.meant(pair.evidence, between[0], _TABLE) == "until"
        before = pair.meant(pair.evidence, pair.evidence.numbers(one.start, one.end)[0] - 1, _TABLE)
        if leads and len(between) <= _UNTIL and before == "from":
            made.append((one, other))
    return made


def _of_same(pair: Pair, span: _Span, kind: str) -> bool:
    """True where nothing stands between the subject and its dates but what the claim says, and places.

    What lasted is told by a verb of lasting alone: a bridge that was built from 1939 to 1945 lasts longer.
    """
    used = {n for one in pair.met if one.grade >= HAD for n in one.places}
    end = pair.evidence.numbers(span[0].start, span[0].end)[0]
    between = range(pair.theirs[-1] + 1 if pair.theirs else 0, end)
    joints = word_role(pair.lexicon, "list joints") | _JOINS
    if any(pair.evidence.words[n].folded in joints for n in between):
        return False
    for term in pair.terms(between):
        free = pair.meant(pair.evidence, term.first, _TABLE) == "lasting"
        free = free or (kind == "spend" and term.kind == "verb")
        if not free and term.first not in used and (kind == "lasting" or term.kind != "name"):
            return False
    return True


def _began_and_ended(pair: Pair) -> _Span | None:
    """The two dates of evidence that tells in one breath when its subject began and when it ended."""
    if len(pair.evidence.dates) != 2:
        return None
    first, last = pair.evidence.dates
    words = [_verb(pair, date) for date in (first, last)]
    if words[0] is None or words[1] is None:
        return None
    kinds = [pair.meant(pair.evidence, n, _TABLE) for n in words if n is not None]
    between = range(pair.evidence.numbers(first.start, first.end)[-1] + 1, words[1])
    told = [*pair.terms(between), *pair.terms(range(pair.theirs[-1] + 1, words[0]))]
    alone = all(term.first in pair.theirs for term in told)
    return (first, last) if kinds == ["start", "end"] and alone else None


def _verb(pair: Pair, date: Found[When]) -> int | None:
    """The number of the word before the date that tells a beginning or an end."""
    first = pair.evidence.numbers(date.start, date.end)[0]
    for n in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if pair.meant(pair.evidence, n, _TABLE) in ("start", "end"):
            return n
    return None
