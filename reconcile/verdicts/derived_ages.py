"""How old somebody was, from the days of birth and of what is told.

Clara Voss died aged 59.        Clara Voss (2 March 1901 - 9 June 1960) was a botanist.
She was 21 when she married.    Born on 2 March 1901, Clara Voss married in June 1922.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.text.lists import per_lexicon, word_table
from reconcile.values.arithmetic_time import YEARS, age
from reconcile.values.before import Endings, endings, phrase_before
from reconcile.values.found import Found
from reconcile.values.name import Name, relate
from reconcile.values.quantity import Quantity
from reconcile.values.when import When
from reconcile.verdicts.derivation import HAD, Derivation, Pair
from reconcile.verdicts.lives import Life, life, main_name

_FRAMES, _OWNERS, _LIFE = "age-frames", "owner-words", "life-words"


_WHEN = 5  # words: at the time of her
_SAME = (Relation.EQUIVALENT, Relation.NARROWER, Relation.BROADER)


def ages(pair: Pair) -> Iterator[Derivation | None]:
    """What the one life that the evidence tells says of each age that the claim tells of the same person."""
    for figure in pair.claim.figures:
        if (asked := _asks(pair, figure)) is None:
            continue
        found = life(pair.evidence, pair.lexicon)
        if found is None or found.birth is None or not _same_person(pair, found):
            return
        value, told, kind = asked
        then = found.death if kind == "life" else _then(pair, found, told)
        computed = then and age(found.birth, then)
        if computed:
            known = not pair.lacks({*told, *pair.mine})
            place, died = (figure.start, figure.end), then == found.death and kind != "life"
            yield pair.derived(place, value, computed, told, backs=known, refutes=known or died)


def _asks(pair: Pair, figure: Found[Quantity]) -> tuple[Quantity, frozenset[int], str] | None:
    """The age of the subject that the figure tells, the words for it, and of which kind they are."""
    value, inside = figure.value, pair.claim.numbers(figure.start, figure.end)
    if value.counted or (value.unit or YEARS.unit) != YEARS.unit or (value.dimension and not value.unit):
        return None
    value = replace(value, unit=YEARS.unit, dimension=YEARS.dimension, scale=YEARS.scale)
    frames = word_table(pair.lexicon, _FRAMES)
    kind, told = frames.get(value.approximator or ""), frozenset(inside)
    led = phrase_before(pair.claim.text, figure.start, _leads(pair.lexicon))
    if kind is None and led:
        kind, told = frames[led[1]], told.union(pair.claim.numbers(led[0], figure.start))
    if kind is None and figure.value.unit and inside[0] in pair.mine:
        return value, told, "age"  # the 34-year-old Ann Holt
    if kind == "being":
        behind = _of_subject(pair, inside[-1] + 1)
        own = behind or _when(pair, inside[0] - 1)
        return (value, frozenset((*inside, *behind)), kind) if own else None
    return None if kind is None or _others(pair, inside[0]) else (value, told, kind)


def _others(pair: Pair, end: int) -> bool:
    """True where somebody else may be meant before the word `end`: her father; met Ann, who died."""
    start = pair.mine[-1] + 1 if pair.mine else 0
    aside = start + (start < end and pair.claim.words[start].folded == ",")
    kinds = {n: pair.meant(pair.claim, n, _OWNERS) for n in range(start, end)}
    return any(kind and (kind != "relative" or n != aside) for n, kind in kinds.items())


@per_lexicon
def _leads(lexicon: Lexicon) -> Endings:
    return endings(phrase for phrase, kind in word_table(lexicon, _FRAMES).items() if kind != "when")


def _when(pair: Pair, number: int) -> bool:
    """True where the word with this number ends the words "when she was"."""
    person = pair.meant(pair.claim, number - 1, _OWNERS) == "person"
    return person and pair.meant(pair.claim, number - 2, _FRAMES) == "when"


def _of_subject(pair: Pair, number: int) -> range:
    """The words from this number on that tell when, of the one who is so old: at the time of her."""
    if pair.meant(pair.claim, number, _FRAMES) == "when":
        for n in range(number, min(number + _WHEN, len(pair.claim.words))):
            kind = pair.meant(pair.claim, n, _OWNERS)
            if kind == "person" or (kind and pair.meant(pair.claim, n + 1, _LIFE)):
                return range(number, n + 1)
            if kind:
                break
    return range(0)


def _same_person(pair: Pair, found: Life) -> bool:
    """True where the claim's subject is the one whose life is told, by name or by a pronoun."""
    if not pair.mine:
        return False
    if pair.of_pronoun():
        person = pair.meant(pair.claim, pair.mine[-1], _OWNERS) == "person"
        return person and found.name == main_name(pair.evidence, pair.lexicon)
    last = pair.claim.by_number.get(pair.mine[-1])
    one = next((one for one in pair.met if one.term is last), None)
    if one is None or one.term.kind != "name" or one.grade < HAD:
        return False
    return relate(Name(found.name.text), Name(one.term.text), pair.lexicon) in _SAME


def _then(pair: Pair, found: Life, told: frozenset[int]) -> When | None:
    """The day of what the claim says happened: a death, or else what the only other date is of."""
    events = [one for one in pair.met if one.term.first not in told and one.term.first not in pair.mine]
    if any(pair.meant(pair.claim, one.term.first, _LIFE) == "death" for one in events):
        return found.death
    others = [date.value for date in pair.evidence.dates if date.start not in found.dates]
    known = bool(events) and all(one.grade >= HAD for one in events)
    return others[0] if known and len(others) == 1 else None
