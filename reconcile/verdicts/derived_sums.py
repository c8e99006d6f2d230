"""What parts add up to.

    The mill employed 50 people.        The mill employed 30 men and 20 women.

Parts that need not be all give the least that there are: 30 cows and 20 goats are 50 animals or more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.fields import replace
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.text.taxonomy import ways
from reconcile.values.arithmetic import Computed, total
from reconcile.values.counted import same_counted
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity
from reconcile.verdicts.definitions import sorts
from reconcile.verdicts.derivation import Derivation, Pair, silence

_JOINS = frozenset({",", "&"})
_PERSON = "person"
_NAMED = 4  # words between two figures that count one thing in two places: people in Osh and 8


def sums(pair: Pair) -> Iterator[Derivation | None]:
    """What figures that the evidence joins by "and" say of a figure of the claim for all that they count."""
    for figure in pair.claim.figures:
        counted = figure.value.counted
        if counted is None or figure.value.dimension:
            continue
        for parts in _runs(pair):
            computed = _added([one.value for one in parts], counted, pair)
            if computed:
                place, told = (figure.start, figure.end), _noun(pair, figure, counted)
                known, alone = not pair.lacks(told) and _of_subject(told, parts, pair), _alone(parts, pair)
                refutes = known and alone and pair.same_time
                found = pair.derived(place, figure.value, computed, told, backs=known, refutes=refutes)
                yield found or silence(place)


def _added(parts: Sequence[Quantity], whole: str, pair: Pair) -> Computed | None:
    """The sum of parts that are all of the whole, at least that of some of them; None for other things."""
    counted = [one.counted or "" for one in parts]
    placed = counted.count("") == len(parts) - 1 and same_counted(counted[0], whole, pair.lexicon)
    if not placed and not all(_is_kind(one, whole, pair) for one in counted):
        return None
    found = total(parts)
    if found is None or _exhaust(counted, whole, pair):
        return found
    return replace(found, bounds=replace(found.value, high=None))


def _runs(pair: Pair) -> Iterator[Sequence[Found[Quantity]]]:
    """Neighbouring figures of the evidence with only what they count and a conjunction between them."""
    run: list[Found[Quantity]] = []
    for one in pair.evidence.figures:
        if run and not _joined(pair, run[-1], one):
            if len(run) > 1:
                yield run
            run = []
        run.append(one)
    if len(run) > 1:
        yield run


def _joined(pair: Pair, one: Found[Quantity], other: Found[Quantity]) -> bool:
    words = [pair.evidence.words[n].folded for n in pair.evidence.numbers(one.end, other.start)]
    if one.value.dimension or other.value.dimension or not one.value.counted:
        return False
    joints = word_role(pair.lexicon, "sum joints") | _JOINS
    if not words or words[-1] not in joints:
        return False
    while words and words[-1] in joints:
        words.pop()
    if not other.value.counted:
        return len(words) <= _NAMED and _placed(pair, words, other.end)
    return bool(words) and lemma(words[-1], pair.lexicon) == one.value.counted


def _of_subject(told: frozenset[int], parts: Sequence[Found[Quantity]], pair: Pair) -> bool:
    """True for what the subject of both has or does, or where the claim's subject is what it counts."""
    if not told.isdisjoint(pair.mine):
        return True
    return pair.same_subject(told, end=pair.evidence.numbers(parts[0].start, parts[0].end)[0])


def _alone(parts: Sequence[Found[Quantity]], pair: Pair) -> bool:
    """True where each part tells what it counts, and the evidence says no more of any than the claim."""
    words, told = range(len(pair.evidence.words)), pair.evidence
    counted = {one.value.counted for one in parts}
    nouns = [n for n in words if lemma(told.words[n].folded, pair.lexicon) in counted]
    nouns += told.numbers(parts[0].start, parts[-1].end)
    nouns += range(nouns[-1], max(nouns, default=0))
    return None not in counted and len(told.figures) == len(parts) and not pair.adds(nouns)


def _placed(pair: Pair, words: Sequence[str], end: int) -> bool:
    """True for two places of one thing: 12 people in Osh and 8 in Talma."""
    behind = next((word.folded for word in pair.evidence.words if word.start >= end), "")
    return behind in words and behind in word_table(pair.lexicon, "place-prepositions")


def _noun(pair: Pair, figure: Found[Quantity], counted: str) -> frozenset[int]:
    """The numbers of the figure and of the noun that it counts."""
    inside = pair.claim.numbers(figure.start, figure.end)
    words = pair.claim.words
    behind = next(
        (n for n in range(inside[-1] + 1, len(words)) if lemma(words[n].folded, pair.lexicon) == counted),
        None,
    )
    return frozenset(inside if behind is None else (*inside, behind))


def _is_kind(part: str, whole: str, pair: Pair) -> bool:
    """True for a man among people and a cow among animals."""
    if part == whole or not part:
        return False
    persons = word_set(pair.lexicon, "person-nouns")
    if whole in persons:
        return part in persons or _PERSON in sorts(part, pair.lexicon)
    known = ways((part,), pair.lexicon)
    return any(whole in way.split("/") for way in known) or _exhaust([part], whole, pair, some=True)


def _exhaust(parts: Sequence[str], whole: str, pair: Pair, *, some: bool = False) -> bool:
    """True where the parts are all that the whole may be made up of; with `some`, some of it."""
    for together, wholes in word_table(pair.lexicon, "whole-parts").items():
        known = {part.strip() for part in together.split("+")}
        same = known == set(parts) or (some and known >= set(parts))
        if same and whole in (word.strip() for word in wholes.split(",")):
            return True
    return False
