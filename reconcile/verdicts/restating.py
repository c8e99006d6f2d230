"""A source that makes the very statement of a claim, with the same figure or date or with another one.

It supports where most of what stands around an equal value is said. It refutes only where nearly all of it is
said, in like surroundings, of the same subject and at the same time, and it says of nothing else besides.
"""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.model import Label, Relation
from reconcile.text.lists import word_set
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.matching import LACKED, said_at
from reconcile.verdicts.passages import passage_around
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.signals import Signals, all_differ, one_time, time_differs
from reconcile.verdicts.stated import Stated
from reconcile.verdicts.statement import Held, Names, held
from reconcile.verdicts.versions import around

_SUPPORTING = (3, 0.6, 0.5)  # how much is said, what share that is, and how alike the surroundings must be
_REFUTING = {"figure": (4, 0.75, 1.0), "date": (3, 0.75, 1.0)}  # one bridge is opened once
_SAME = 0.8  # the grade of a subject's term
_SCORE = 0.8


def restated(stated: Stated, evidence: Reading, names: Names, lexicon: Lexicon) -> Judgement | None:
    """What the sentence says of a figure or date whose statement it makes; None where it makes another."""
    version = around(stated.reading, stated.claim.start, stated.claim.end, lexicon)
    had = held(version, evidence.sentence.text, names, lexicon)
    if had is None or len(had.values) != 1:
        return None
    value = had.values[0]
    if value.found is None or not (_supports(had, value) or _refutes(had, value, lexicon)):
        return None
    other = evidence.sentence.text[value.found.start : value.found.end]
    why = f"the source makes the same statement with {other}, which is {value.relation}"
    return Judgement(value.label, _SCORE, stated.claim.rule, why, value.found.start, value.found.end)


def _supports(had: Held, value: Judged) -> bool:
    equal = value.label is Label.SUPPORTS and value.relation is Relation.EQUIVALENT
    return equal and _makes(had, value, _SUPPORTING) and not time_differs(had.found)


def _refutes(had: Held, value: Judged, lexicon: Lexicon) -> bool:
    if (
        value.label is not Label.REFUTES
        or value.relation is not Relation.CONFLICTING
        or value.ahead is not None
    ):
        return False
    if not _makes(had, value, _REFUTING[value.kind]) or not _one_subject(had.found):
        return False
    if _lacks_its_words(had) or _names_more(had, lexicon) or all_differ(had.found):
        return False
    return _once(had, lexicon) if value.kind == "date" else one_time(had.found)


def _makes(had: Held, value: Judged, least: tuple[int, float, float]) -> bool:
    said, share, near = least
    return had.said >= said and had.share >= share and value.near >= near


def _lacks_its_words(had: Held) -> bool:
    """True where the sentence lacks a name that is said of the subject, or the word beside the value.

    On this list and on that one; 410 metres long, 22 metres wide.
    """
    value = had.values[0]
    numbers = had.found.claim.numbers(value.start, value.end)
    beside = {numbers[0] - 1, numbers[-1] + 1}
    lacked = [one.term for one in had.found.topic + had.found.stated if one.grade < LACKED]
    if any(beside & {term.first, term.last - 1} for term in lacked):
        return True
    return any(one.grade < LACKED and one.term.kind == "name" for one in had.found.stated)


def _names_more(had: Held, lexicon: Lexicon) -> bool:
    """True where the sentence says a name around its value that the claim has not: once, in Norvik."""
    told, value = had.found.evidence, had.values[0].found
    assert value is not None
    met = said_at(had.found.topic + had.found.stated)
    around_it = told.numbers(*passage_around(told.text, value.start, value.end, lexicon))
    return any(
        term.kind == "name" and term.first in around_it and met.isdisjoint(range(term.first, term.last))
        for term in told.terms
    )


def _one_subject(found: Signals) -> bool:
    """True where the sentence has the whole subject: Ida Berg, not Berg; the free plan, not the plan."""
    return all(one.grade >= _SAME for one in found.topic)


def _once(had: Held, lexicon: Lexicon) -> bool:
    """True where what both tell happens once: she was born, the bridge was opened; not profits rose."""
    words = {
        had.found.claim.words[one.term.first].folded
        for one in had.found.stated
        if one.grade >= LACKED and one.term.kind != "name"
    }
    return not words.isdisjoint(word_set(lexicon, "once-events"))
