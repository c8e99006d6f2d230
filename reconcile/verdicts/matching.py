"""Where the evidence has the terms of a claim: the same word, one of its family, another form of a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Relation
from reconcile.text.lists import word_set
from reconcile.text.opposites import opposite
from reconcile.text.sameness import SHORTEST_SLIP, meaning, slip
from reconcile.values.name import Name, key
from reconcile.values.name import relate as relate_names
from reconcile.verdicts.countries import inside
from reconcile.verdicts.told import Term, Told, keys

LACKED = 0.65  # a grade below it: the evidence does not have the term
_ANOTHER = 0.5  # the grade of a name of which a part stands in another name
_GRADES = {"=": 1.0, "~": 0.9, "/": 0.8, "#": 0.8, "%": 0.66}
_SAME_NAME = (Relation.EQUIVALENT, Relation.NARROWER, Relation.BROADER)


@frozen
class Met:
    """A claim's term, how well the evidence has it (0 to 1), and the numbers of the words that say it."""

    term: Term
    grade: float
    places: tuple[int, ...] = ()


def said_at(found: Iterable[Met]) -> set[int]:
    """The numbers of the evidence's words that say one of the terms."""
    return {n for one in found if one.grade >= LACKED for n in one.places}


def met(claim: Told, evidence: Told, lexicon: Lexicon) -> tuple[Met, ...]:
    """Each term of the claim, looked for in the evidence."""
    return tuple(_met(term, claim, evidence, lexicon) for term in claim.terms)


def _met(term: Term, claim: Told, evidence: Told, lexicon: Lexicon) -> Met:
    if term.kind == "name":
        return _name(term, claim, evidence, lexicon)
    grade, places = word_met(claim.words[term.first].folded, evidence, lexicon)
    return Met(term, grade, places)


def word_met(folded: str, evidence: Told, lexicon: Lexicon) -> tuple[float, tuple[int, ...]]:
    """How well the evidence has a word, and the numbers of the words that say it."""
    for name in keys(folded, lexicon):
        places = evidence.index.get(name)
        if places and name[0] in "~/#%":
            places = tuple(n for n in places if not opposite(folded, evidence.words[n].folded, lexicon))
        if places:
            return _GRADES[name[0]], places
    return _slipped(folded, evidence, lexicon)


def _slipped(folded: str, evidence: Told, lexicon: Lexicon) -> tuple[float, tuple[int, ...]]:
    if len(folded) < SHORTEST_SLIP:
        return 0.0, ()
    known = meaning(folded, lexicon).known
    places = tuple(
        n
        for n, word in enumerate(evidence.words)
        if word.folded[0] == folded[0]
        and abs(len(word.folded) - len(folded)) < 3
        and word.folded.isalpha()
        and not (known and meaning(word.folded, lexicon).known)
        and slip(folded, word.folded)
    )
    return (0.7, places) if places else (0.0, ())


def _name(term: Term, claim: Told, evidence: Told, lexicon: Lexicon) -> Met:
    own = key(term.text, lexicon)
    for found in evidence.names:
        if key(found.value.name, lexicon) == own:
            return Met(term, 1.0, tuple(evidence.numbers(found.start, found.end)))
    small = word_set(lexicon, "function-words")
    parts = [claim.words[n].folded for n in range(term.first, term.last)]
    parts = [part for part in parts if part not in small and part[0].isalnum()] or parts
    grades = [word_met(part, evidence, lexicon) for part in parts]
    share = sum(grade for grade, _ in grades) / len(grades)
    places = tuple(sorted({n for _, numbers in grades for n in numbers}))
    if share < 1.0:
        for found in evidence.names:
            if relate_names(found.value, Name(term.text), lexicon) in _SAME_NAME and not inside(
                term.text, found.value.name, lexicon
            ):
                numbers = tuple(evidence.numbers(found.start, found.end))
                return Met(term, max(share, 0.9), numbers)
        if share >= LACKED and _another(term, places, evidence, lexicon):
            return Met(term, _ANOTHER, places)
    return Met(term, share, places)


def _another(term: Term, places: Sequence[int], evidence: Told, lexicon: Lexicon) -> bool:
    """True where the words that the evidence has all belong to a name that is plainly another one."""
    for found in evidence.names:
        numbers = evidence.numbers(found.start, found.end)
        if set(places) <= set(numbers) and len(numbers) == term.last - term.first:
            return relate_names(found.value, Name(term.text), lexicon) is Relation.CONFLICTING
    return False
