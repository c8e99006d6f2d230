"""Figures and dates of a claim against one sentence of a source.

Strict about scope: every name of the claim's passage must be known to the sentence or its topic, most of what
the passage says must be there, and the figures must stand in like surroundings.
"""

from __future__ import annotations

from reconcile.claim import RuleBook
from reconcile.model import Label, Relation
from reconcile.values.name import key as name_key
from reconcile.verdicts.figures import Judged
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.matching import LACKED, Met
from reconcile.verdicts.passages import passage_around
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.signals import Signals, share, signals, time_differs
from reconcile.verdicts.stated import Stated
from reconcile.verdicts.told import told

VALUES = ("count", "number", "date")
_SHARE = 0.6  # of what the passage says besides names
_LEAST = 2  # words besides names that the two must share
_NEAR = 1.0  # how alike the surroundings of two figures must be


def of_value(stated: Stated, evidence: Reading, book: RuleBook) -> Judgement | None:
    """What the evidence says of a count, a number or a date; None when it speaks of something else."""
    if not _same_subject(stated.reading, evidence, book):
        return None
    theirs = told(evidence.sentence.text, book.lexicon)
    if not (theirs.dates if stated.claim.type == "date" else theirs.figures):
        return None
    sentence = stated.reading.sentence.text
    low, high = passage_around(sentence, stated.claim.start, stated.claim.end)
    found = signals(sentence[low:high], evidence.sentence.text, book.lexicon)
    judged = next(
        (one for one in found.figures + found.dates if one.start <= stated.claim.start - low < one.end), None
    )
    if judged is None or judged.found is None or not same_scope(found, evidence, book):
        return None
    if judged.near < _NEAR or (judged.label is Label.REFUTES and not _alone(judged, found)):
        return None
    other = evidence.sentence.text[judged.found.start : judged.found.end]
    why = f"the source gives {other} for the same, which is {judged.relation}"
    return Judgement(judged.label, 0.8, stated.claim.rule, why, judged.found.start, judged.found.end)


def _alone(judged: Judged, found: Signals) -> bool:
    """True when no other figure of the sentence may be meant, and the time is the same."""
    if judged.kind == "date":
        return judged.other is None and all(one.label is not Label.REFUTES for one in found.figures)
    return judged.other is None and not time_differs(found) and judged.relation is Relation.CONFLICTING


def same_scope(found: Signals, evidence: Reading, book: RuleBook) -> bool:
    """True when the evidence has the names of the claim's passage, and most of its words."""
    every = found.topic + found.stated
    names = [one for one in every if one.term.kind == "name"]
    words = [one for one in every if one.term.kind != "name"]
    if any(not _known(one, evidence, book) for one in names):
        return False
    shared = [one for one in words if one.grade >= LACKED]
    return len(shared) >= _LEAST and share(words) >= _SHARE


def _same_subject(claim: Reading, evidence: Reading, book: RuleBook) -> bool:
    subject = claim.topics.of(claim.sentence.index)
    if subject is None or not subject[:1].isupper():
        return True
    return name_key(subject, book.lexicon) in evidence.names


def _known(one: Met, evidence: Reading, book: RuleBook) -> bool:
    return one.grade >= LACKED or name_key(one.term.text, book.lexicon) in evidence.names
