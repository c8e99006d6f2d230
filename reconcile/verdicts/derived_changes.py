"""By how much something changed, from what it was and what it became.

Sales rose by 10 percent.       Sales rose from 200 to 220.
Output halved.                  Output fell from 80 tonnes to 40 tonnes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.fields import frozen, replace
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_set
from reconcile.values.arithmetic import Computed, growth, step, times
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_words import approximator_before, bounds
from reconcile.verdicts.derivation import HAD, Derivation, Pair, silence
from reconcile.verdicts.told import Told

_TABLE = "change-words"
_REACH = 5  # words between "from 200" and "to 220": in 1990
_POINTS = "percentage point"
_WAYS = {"up": 1, "down": -1}


@frozen
class _Turn:
    """The number of the word that tells a change, and 1 where it tells growth, -1 where it tells loss."""

    word: int
    way: int


@frozen
class _Change:
    before: Quantity
    after: Quantity
    turn: _Turn
    start: int  # the number of the first word of the two figures


@frozen
class _Asked:
    """By how much something is said to have changed, and the numbers of the words that say so."""

    figure: Found[Quantity]
    turn: _Turn
    told: frozenset[int]


def changes(pair: Pair) -> Iterator[Derivation | None]:
    """What the one change that the evidence tells of its subject says of each change that the claim tells."""
    asked = [*_multiples(pair), *_amounts(pair)]
    found = _changes(pair) if asked else []
    for one in asked if len(found) == 1 else ():
        value, change = one.figure.value, found[0]
        computed = _computed(value, change)
        if computed and one.turn.way == change.turn.way:
            known = _same_thing(pair, one, change) and not pair.lacks(one.told)
            place, refutes = (one.figure.start, one.figure.end), known and pair.same_time
            value = _signed(value, one.turn.way)
            made = pair.derived(place, value, computed, one.told, backs=known, refutes=refutes)
            yield made or (None if value.dimension else silence(place))


def _same_thing(pair: Pair, asked: _Asked, change: _Change) -> bool:
    """True where both tell a change of one thing, told before the verb and between it and the figures."""
    used = {n for one in pair.met if one.grade >= HAD for n in one.places}
    between = pair.terms(range(change.turn.word + 1, change.start))
    same = pair.same_subject(end=change.turn.word, mine=asked.turn.word)
    return same and all(term.first in used for term in between)


def _multiples(pair: Pair) -> Iterator[_Asked]:
    """Words that tell how many times as much there is: more than doubled."""
    for n, word in enumerate(pair.claim.words):
        try:
            number = float(pair.meant(pair.claim, n, _TABLE) or "")
        except ValueError:
            continue
        about = approximator_before(pair.claim.text, word.start, pair.lexicon)
        ends = bounds(about.kind if about else "exactly", number, number, 0.0)
        start = about.start if about else word.start
        value = _times(number, ends.low, ends.high, ends.low_open, ends.high_open)
        told = frozenset(pair.claim.numbers(start, word.end))
        yield _Asked(Found(start, word.end, value), _Turn(min(told), 1 if number > 1 else -1), told)


def _times(number: float, low: float | None, high: float | None, low_open: bool, high_open: bool) -> Quantity:
    return Quantity(
        low=low,
        high=high,
        low_open=low_open,
        high_open=high_open,
        unit="times",
        dimension="times",
        figures=(number,),
        grain=0.0,
    )


def _amounts(pair: Pair) -> Iterator[_Asked]:
    """By how much it is said to have changed: rose by 10 percent, went up by 20, grew threefold."""
    moving = word_set(pair.lexicon, "movement-verbs")
    for figure in pair.claim.figures:
        inside = pair.claim.numbers(figure.start, figure.end)
        n = inside[0] - 1
        by = _folded(pair.claim, n) in word_role(pair.lexicon, "amounts")
        turn = _turn(pair, pair.claim, n - by, _REACH if by else 1)
        if turn and (by or figure.value.dimension in ("share", "times")):
            first = turn.word - (_folded(pair.claim, turn.word - 1) in moving)
            told = frozenset((*range(first, turn.word + 1), n, *inside))
            yield _Asked(figure, _Turn(first, turn.way), told)


def _changes(pair: Pair) -> Sequence[_Change]:
    """From 200 to 220; to 220 from 200; 220, up from 200: with no more between the two than their dates."""
    told, made = pair.evidence, []
    starts, ends = word_role(pair.lexicon, "change starts"), word_role(pair.lexicon, "change ends")
    for one, other in pairwise(told.figures):
        between = told.numbers(one.end, other.start)
        link = told.words[between[-1]].folded if between else ""
        if link not in starts | ends or len(between) > _REACH or _others(pair, one.value, between):
            continue
        lead = told.numbers(one.start, one.end)[0] - 1
        behind = _turn(pair, told, between[-1] - 1, 1) if link in starts else None
        opens = _folded(told, lead) in (ends if link in starts else starts)
        turn = behind or (_turn(pair, told, lead - 1, _REACH) if opens else None)
        if turn:
            before, after = (one, other) if link in ends else (other, one)
            start = max(turn.word, lead) if behind is None else turn.word
            made.append(_Change(before.value, after.value, turn, start))
    return made


def _others(pair: Pair, figure: Quantity, between: range) -> bool:
    """True where the words between two figures say where each is from, and not only when."""
    terms = pair.terms(between)
    counted = {lemma(term.text.casefold(), pair.lexicon) for term in terms} - {figure.counted}
    return bool(counted)


def _turn(pair: Pair, told: Told, number: int, reach: int) -> _Turn | None:
    """The nearest word that tells a change, from this one back."""
    for n in range(number, max(-1, number - reach), -1):
        way = _WAYS.get(pair.meant(told, n, _TABLE) or "")
        if way:
            return _Turn(n, way)
    return None


def _folded(told: Told, number: int) -> str:
    return told.words[number].folded if number >= 0 else ""


def _computed(claimed: Quantity, change: _Change) -> Computed | None:
    if claimed.dimension == "times":
        return times(change.before, change.after)
    if claimed.dimension == _POINTS and change.after.dimension == "share":
        found = step(change.before, change.after)
        return found and replace(found, value=_points(found.value), bounds=_points(found.bounds))
    if claimed.dimension == "share" and (change.after.dimension != "share" or claimed.unit == "fraction"):
        return growth(change.before, change.after)
    if claimed.dimension in (None, change.after.dimension) and claimed.dimension != "share":
        return step(change.before, change.after)
    return None


def _points(value: Quantity) -> Quantity:
    return replace(value, unit=_POINTS, dimension=_POINTS, scale=1.0)


def _signed(figure: Quantity, way: int) -> Quantity:
    """What is said to have shrunk by 10 grew by -10."""
    if way > 0 or figure.dimension == "times":
        return figure
    low, high = (None if end is None else -end for end in (figure.high, figure.low))
    return replace(
        figure,
        low=low,
        high=high,
        low_open=figure.high_open,
        high_open=figure.low_open,
        figures=tuple(-number for number in reversed(figure.figures)),
    )
