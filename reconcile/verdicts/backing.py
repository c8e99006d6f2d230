"""Which of two versions a source backs, where a fact changed.

The version backed is the one whose own words, figure or date a sentence has that makes the statement, while
it has not those of the other. Where the two exclude one another, what backs the one refutes the other.
"""

from __future__ import annotations

from reconcile.claim import RuleBook
from reconcile.fields import frozen
from reconcile.model import Label, Relation
from reconcile.result import Finding
from reconcile.verdicts.asking import Answer, Source
from reconcile.verdicts.deciding import decide
from reconcile.verdicts.judged import is_far
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.matching import LACKED, said_at
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.signals import one_time
from reconcile.verdicts.statement import Held, held
from reconcile.verdicts.timing import Spoken, may_refute
from reconcile.verdicts.versions import Version

RULE = "one-version-said"
_LEAST, _SHARE = 2, 0.5  # of what is said around the change
_LED = 0.25  # the share that is enough where the words that lead to the change are said
# How alike the surroundings of two values must be, and the share that must be said: for equal values, and for
# one within the bounds of the other, as most figures are under a thousand.
_EQUAL, _WITHIN = (0.0, 0.0), (1.0, 0.66)
_OF_SUBJECT = 0.66  # and where the subject itself changed, so that only what is said of it can tell
_MARGIN = 0.1  # sentences that share as much within this must say the same
_OF_SMALL_WORDS = ("negation", "status", "modality")  # what these say, the clause around them tells
_TOLD = ("event", "count", "number", "date", "name", "location", "opposite", "wording", *_OF_SMALL_WORDS)
_SURE = 0.7  # how sure that must be

Labels = tuple[Label | None, Label | None]
Answers = tuple[Answer | None, Answer | None]


@frozen
class Fact:
    """A changed fact: the finding, and the passage of each version that tells it."""

    finding: Finding
    old: Version | None
    new: Version | None
    book: RuleBook

    @property
    def exclusive(self) -> bool:
        """True where the versions cannot both be right."""
        return self.finding.relation is Relation.CONFLICTING

    @property
    def of_words(self) -> bool:
        """True where only the wording differs, so that all else must agree."""
        return self.finding.claim == "wording"

    @property
    def of_clause(self) -> bool:
        """True where the change is a small word, of which the clause around it tells."""
        return self.finding.claim in _OF_SMALL_WORDS


@frozen
class Backed:
    """What one sentence of a source says of the two sides, and how much of what stands around it has."""

    labels: Labels
    share: float
    reading: Reading


@frozen
class Stand:
    """What a sentence has of one version; `may_refute`: it could show that version to be wrong.

    `made`: it says enough of what stands around the change to be the same statement. `exact`: it has the very
    values of the version, and none that only lies within them.
    """

    label: Label
    share: float
    made: bool
    may_refute: bool
    exact: bool


def is_told_of(finding: Finding) -> bool:
    """True for a change of which the words around it can tell whether a source makes the same statement."""
    if finding.kind != "change" or finding.claim not in _TOLD or finding.relation is Relation.EQUIVALENT:
        return False
    return finding.claim != "wording" or bool(finding.old and finding.new)


def backing(fact: Fact, source: Source) -> Answers:
    """What the source says of the two sides of a changed fact; None for both where it speaks of neither."""
    words = " ".join(one.passage for one in (fact.old, fact.new) if one)
    found = [
        backed
        for reading in (source.near(words) if words else ())
        if (backed := _backed(fact, reading, source)) is not None
    ]
    best = max(found, key=lambda one: (one.share, -one.reading.sentence.index), default=None)
    if best is None or any(one.labels != best.labels and best.share - one.share < _MARGIN for one in found):
        return None, None
    return _answer(best.labels[0], best), _answer(best.labels[1], best)


def _answer(label: Label | None, best: Backed) -> Answer | None:
    if label is None:
        return None
    end = len(best.reading.sentence.text)
    return Answer(Judgement(label, round(best.share, 3), RULE, _why(best.labels), 0, end), best.reading)


def _why(labels: Labels) -> str:
    if labels[0] is labels[1]:
        return "the source says what both versions say"
    which = "old" if labels[0] is Label.SUPPORTS else "new"
    return f"the source makes the statement as the {which} version has it"


def _backed(fact: Fact, reading: Reading, source: Source) -> Backed | None:
    old = _stand(fact, (fact.old, fact.new), reading, source) if fact.old else None
    if fact.old and old is None:
        return None
    new = _stand(fact, (fact.new, fact.old), reading, source) if fact.new else None
    if fact.new and new is None:
        return None
    stands = [one for one in (old, new) if one]
    labels = _settled(fact, (old, new)) if any(one.made for one in stands) else None
    if labels is None:
        return None
    return Backed(labels, max(one.share for one in stands), reading)


def _settled(fact: Fact, stands: tuple[Stand | None, Stand | None]) -> Labels | None:
    """What the two say together; None where neither is said, or both are that exclude one another."""
    said = [stand is not None and stand.label is Label.SUPPORTS for stand in stands]
    if not any(said) or (all(said) and (fact.exclusive or fact.of_words)):
        return None
    if all(said) and not any(stand.exact for stand in stands if stand):
        return None
    labels = [
        None if stand is None else Label.SUPPORTS if had else _refuted(stand, fact.exclusive)
        for stand, had in zip(stands, said, strict=True)
    ]
    return labels[0], labels[1]


def _refuted(stand: Stand, exclusive: bool) -> Label:
    return Label.REFUTES if exclusive and stand.may_refute else Label.NOT_ENOUGH_INFO


def _stand(
    fact: Fact, sides: tuple[Version | None, Version | None], reading: Reading, source: Source
) -> Stand | None:
    """What the sentence has of the first of the versions; None where it makes another statement."""
    version, other = sides
    if version is None or (reading.label and not (version.topic and source.names_it(version.topic))):
        return None
    lexicon, names = fact.book.lexicon, _any if reading.label else source.names_a_part
    passage, said = other.passage if other else None, source.said_of(version.topic, reading)
    had = held(version, said, names, lexicon, other=passage, whole=fact.of_clause) if said else None
    if had is None or _differs_beside(fact, had, version, other) or _told_by_another(had, version, source):
        return None
    timed = one_time(had.found) or not any(one.kind == "figure" for one in had.values)
    spoken = Spoken(fact.finding.claim, version.sentence, version.date)
    timely = fact.finding.claim == "date" or may_refute(spoken, reading, lexicon)
    return Stand(
        label=_decided(version, reading, fact.book) if fact.of_clause else _had(had, timed),
        share=had.share,
        made=_is_labelled(had, reading) if reading.label else _is_made(had),
        may_refute=timely and timed,
        exact=not any(had.is_bound(one) for one in had.values),
    )


def _any(name: str) -> bool:
    """A cell needs no name of the passage: its label tells what it is about."""
    return True


def _is_made(had: Held) -> bool:
    """True where the sentence says enough of what stands around the change to be the same statement.

    Of the same subject one telling word is enough.
    """
    least = _OF_SUBJECT if had.of_subject else _LED if had.led else _SHARE
    if had.said >= _LEAST and had.share >= least:
        return True
    if had.of_subject or not _agrees(had):
        return had.said > 0 and had.share == 1.0
    return had.besides > 0 and (had.leads or had.share >= _SHARE)


def _agrees(had: Held) -> bool:
    """True where the sentence plainly has the subject of the passage."""
    named = [one for one in had.found.topic if one.term.kind == "name"]
    return bool(had.found.topic) and all(one.grade >= LACKED for one in named or had.found.topic)


def _is_labelled(had: Held, reading: Reading) -> bool:
    """True for a table's cell all of whose label stands in the passage: Length, "is 410 metres long"."""
    told = had.found.evidence
    label = {term.first for term in told.terms if told.words[term.first].start < len(reading.label)}
    met = said_at(had.found.topic + had.found.stated)
    return bool(label) and label <= met


def _decided(version: Version, reading: Reading, book: RuleBook) -> Label:
    decided = decide(version.passage, reading.sentence.text, book.lexicon)
    return decided.label if decided.score >= _SURE else Label.NOT_ENOUGH_INFO


def _had(had: Held, timed: bool) -> Label:
    """Whether the sentence has the values and words in which this version differs.

    `timed`: no figure in it is told of another time.
    """
    for one in had.values:
        bound = had.is_bound(one)
        near, least = _WITHIN if bound else _EQUAL
        if one.label is not Label.SUPPORTS or one.near < near or had.share < least:
            return Label.NOT_ENOUGH_INFO
        if is_far(one, had.found.claim.figures):
            return Label.NOT_ENOUGH_INFO
        if bound and not (timed and had.is_only(one)):
            return Label.NOT_ENOUGH_INFO
    said = all(one.grade >= LACKED for one in had.own)
    return Label.SUPPORTS if said and (had.values or had.own) else Label.NOT_ENOUGH_INFO


def _differs_beside(fact: Fact, had: Held, version: Version, other: Version | None) -> bool:
    """True where a figure or date beside the change differs: one that both versions have, or any of words."""
    return any(
        one.label is Label.REFUTES
        and not version.holds(one)
        and had.is_beside(one)
        and (fact.of_words or other is None or version.passage[one.start : one.end] in other.passage)
        for one in had.found.dates + had.found.figures
    )


def _told_by_another(had: Held, version: Version, source: Source) -> bool:
    """True where the version and the sentence give its figure to two who tell it."""
    at = next((one.found.start for one in had.values if one.found and one.kind == "figure"), None)
    mine = version.sentence.find(version.passage[version.start : version.end])
    if at is None or mine < 0:
        return False
    return source.told_by_another((version.sentence, mine), (had.found.evidence.text, at))
