"""Figures and dates of a claim against one sentence of a source.

A plain statement of the same refutes; other words only a figure, where all weighs against it. The rest is
strict about scope: every name of the passage must be known to the sentence or its topic, most of what the
passage says must be there, and the figures must stand in like surroundings.
"""

from __future__ import annotations

from reconcile.claim import RuleBook
from reconcile.model import Label, Relation
from reconcile.values.found import Found
from reconcile.values.name import key as name_key
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_relate import relate as relate_quantities
from reconcile.values.when import When
from reconcile.values.when_relate import relate as relate_dates
from reconcile.verdicts.about import meant
from reconcile.verdicts.deciding import decide
from reconcile.verdicts.judged import Judged, far_apart, is_far
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.matching import LACKED, Met
from reconcile.verdicts.plain import same, statements
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.signals import Signals, all_differ, one_time, share, signals, time_differs
from reconcile.verdicts.stated import Stated
from reconcile.verdicts.told import Told, told
from reconcile.verdicts.versions import around

VALUES = ("count", "number", "date")
_SHARE = 0.6  # of what the passage says besides names
_LEAST = 2  # words besides names that the two must share
_MUCH = 3  # terms that two sentences in other words must share before one refutes the other
_CERTAIN = 0.9  # how sure the weighing of all signals must be
_NEAR = 1.0  # how alike the surroundings of two figures must be


def of_value(stated: Stated, evidence: Reading, book: RuleBook) -> Judgement | None:
    """What the evidence says of a count, a number or a date; None when it speaks of something else.

    Only a plain statement of the same refutes; like surroundings are enough for support.
    """
    return _plainly(stated, evidence, book) or _alike(stated, evidence, book)


def _plainly(stated: Stated, evidence: Reading, book: RuleBook) -> Judgement | None:
    """What the one statement of the evidence that states the same says; None when there is none or more."""
    dated = stated.claim.type == "date"
    theirs = statements(evidence, book, dated=dated)
    claimed = [
        one
        for one in (statements(stated.reading, book, dated=dated) if theirs else ())
        if one.value.start <= stated.claim.start < one.value.end
    ]
    readings = (stated.reading, evidence)
    found = [other for one in claimed for other in theirs if same(one, other, readings, book)]
    if len(found) != 1:
        return None
    return _of_values(stated, claimed[0].value, found[0].value, evidence)


def _of_values(
    stated: Stated,
    mine: Found[Quantity] | Found[When],
    theirs: Found[Quantity] | Found[When],
    evidence: Reading,
) -> Judgement | None:
    relation = _relation(mine.value, theirs.value)
    label = {
        Relation.EQUIVALENT: Label.SUPPORTS,
        Relation.NARROWER: Label.SUPPORTS,
        Relation.CONFLICTING: Label.REFUTES,
    }.get(relation)
    if label is None:
        return None
    other = evidence.sentence.text[theirs.start : theirs.end]
    why = f"the source gives {other} for the same, which is {relation}"
    return Judgement(label, 0.9, stated.claim.rule, why, theirs.start, theirs.end)


def _relation(mine: Quantity | When, theirs: Quantity | When) -> Relation:
    """How the two are related; a conflict only of values told in one unit, of dates told to the year."""
    if isinstance(mine, When) and isinstance(theirs, When):
        relation, sure = relate_dates(mine, theirs), _dated(mine) and _dated(theirs)
    elif isinstance(mine, Quantity) and isinstance(theirs, Quantity) and mine.dimension == theirs.dimension:
        if far_apart(mine, theirs):
            return Relation.UNSURE
        relation, sure = relate_quantities(mine, theirs), mine.unit == theirs.unit
    else:
        return Relation.UNSURE
    return Relation.UNSURE if relation is Relation.CONFLICTING and not sure else relation


def _dated(when: When) -> bool:
    return when.low is not None and when.high is not None and not when.approximate


def _alike(stated: Stated, evidence: Reading, book: RuleBook) -> Judgement | None:
    """What the figure or date in the likest surroundings says; refuted where that is sure."""
    if not _same_subject(stated.reading, evidence, book):
        return None
    if not _tells(told(evidence.sentence.text, book.lexicon), stated):
        return None
    version = around(stated.reading, stated.claim.start, stated.claim.end, book.lexicon)
    found = signals(version.passage, evidence.sentence.text, book.lexicon)
    judged = next((one for one in found.figures + found.dates if one.start <= version.start < one.end), None)
    if judged is None or not _names_known(found, evidence, book):
        return None
    if judged.why:
        return _worked_out(stated, judged, found, book)
    if judged.found is None or not same_scope(found, evidence, book):
        return None
    if judged.near < _NEAR or judged.label is Label.NOT_ENOUGH_INFO:
        return None
    if (
        is_far(judged, found.claim.figures)
        or time_differs(found)
        or (judged.label is Label.REFUTES and not _sure(judged, found, book))
    ):
        return None
    other = evidence.sentence.text[judged.found.start : judged.found.end]
    why = f"the source gives {other} for the same, which is {judged.relation}"
    return Judgement(judged.label, 0.8, stated.claim.rule, why, judged.found.start, judged.found.end)


def _tells(theirs: Told, stated: Stated) -> bool:
    """True for evidence that has a date for a date; for a figure one, or what it can be worked out from."""
    return bool(theirs.dates) or (stated.claim.type != "date" and bool(theirs.figures or "," in theirs.text))


def _worked_out(stated: Stated, judged: Judged, found: Signals, book: RuleBook) -> Judgement | None:
    """What the evidence comes to, where all that it says agrees with that."""
    weighed = decide(found.claim.text, found.evidence.text, book.lexicon)
    if judged.label is Label.NOT_ENOUGH_INFO or weighed.label is not judged.label:
        return None
    if judged.label is Label.REFUTES and weighed.rule != judged.kind:
        return None
    return Judgement(judged.label, 0.8, stated.claim.rule, judged.why, 0, len(found.evidence.text))


def _sure(judged: Judged, found: Signals, book: RuleBook) -> bool:
    """True for a figure where much is shared, no other may be meant, and all signals weigh against it.

    Never for a date: what is told in other words may have happened twice.
    """
    shared = [one for one in found.topic + found.stated if one.grade >= LACKED]
    if judged.kind == "date" or judged.ahead is not None or len(shared) < _MUCH:
        return False
    if not one_time(found) or all_differ(found):
        return False
    weighed = decide(found.claim.text, found.evidence.text, book.lexicon)
    return weighed.label is Label.REFUTES and weighed.rule == "figure" and weighed.score >= _CERTAIN


def same_scope(found: Signals, evidence: Reading, book: RuleBook) -> bool:
    """True when the evidence has the names of the claim's passage, and most of its words."""
    words = [one for one in found.topic + found.stated if one.term.kind != "name"]
    shared = [one for one in words if one.grade >= LACKED]
    return len(shared) >= _LEAST and share(words) >= _SHARE and _names_known(found, evidence, book)


def _names_known(found: Signals, evidence: Reading, book: RuleBook) -> bool:
    names = [one for one in found.topic + found.stated if one.term.kind == "name"]
    return all(_known(one, evidence, book) for one in names)


def _same_subject(claim: Reading, evidence: Reading, book: RuleBook) -> bool:
    subject = _meant(claim)
    if subject is None or not subject[:1].isupper():
        return True
    return name_key(subject, book.lexicon) in evidence.names or _meant(evidence) == subject


def _meant(reading: Reading) -> str | None:
    return meant(reading.document, reading.topics, reading.sentence.index, reading.book.lexicon)


def _known(one: Met, evidence: Reading, book: RuleBook) -> bool:
    return one.grade >= LACKED or name_key(one.term.text, book.lexicon) in evidence.names
