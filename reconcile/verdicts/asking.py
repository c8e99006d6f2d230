"""Every source asked about a claim: the sentence that says most of it, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from reconcile.claim import Lexicon, RuleBook
from reconcile.evidence.shelf import Shelf
from reconcile.fields import frozen, replace
from reconcile.model import Document, Label
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.name import key as name_key
from reconcile.verdicts.judge import judge
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.reading import Reading, readings
from reconcile.verdicts.restating import restated
from reconcile.verdicts.saying import of_passage
from reconcile.verdicts.stated import Stated
from reconcile.verdicts.timing import Spoken, changeable, may_refute
from reconcile.verdicts.values import VALUES
from reconcile.verdicts.versions import around

_SHARE = 0.15  # of the weight of a passage's words that a sentence must have to be looked at
_MOST = 12  # sentences of a source that are looked at for one claim


@frozen
class Answer:
    """What a source says of a claim, and in which sentence."""

    judgement: Judgement
    reading: Reading


def _asked(claim: Stated, lexicon: Lexicon) -> tuple[str, float]:
    """The words to look for, and the share of their weight that a sentence must have.

    Of her that a sentence is about a source may speak by name alone.
    """
    reading = claim.reading
    if claim.claim.type not in VALUES:
        return reading.sentence.text, 0.0
    passage = around(reading, claim.claim.start, claim.claim.end, lexicon).passage
    place = subject(passage, lexicon)
    meant = reading.topics.of(reading.sentence.index)
    stands = place is not None and is_pronoun(passage[slice(*place)], lexicon)
    return f"{meant} {passage}" if stands and meant else passage, _SHARE


def _best(answers: Sequence[Answer]) -> Answer | None:
    """The surest answer, the first in the source where several are as sure.

    A source that says the claim somewhere does not refute it elsewhere: there it speaks of something else.
    """
    return max(
        answers,
        key=lambda one: (
            one.judgement.label is Label.SUPPORTS,
            one.judgement.score,
            -one.reading.sentence.index,
        ),
        default=None,
    )


def _capitals(text: str) -> frozenset[str]:
    """The words that begin with a capital, folded."""
    return frozenset(word.casefold().strip(",.;:()") for word in text.split() if word[:1].isupper())


class Source:
    """A source that can be asked; its sentences are read when they are looked at, and once only."""

    def __init__(self, document: Document, book: RuleBook) -> None:
        self.document = document
        self._book = book
        self._readings = readings(document, book)
        self._shelf = Shelf([reading.said for reading in self._readings], book.lexicon)

    def answer(self, claim: Stated) -> Answer | None:
        """The surest thing that the source says of the claim; None when it is silent."""
        answers = []
        for reading in self.near(*_asked(claim, self._book.lexicon)):
            judgement = judge(claim, reading, self._book)
            if judgement is None and claim.claim.type in VALUES:
                judgement = restated(claim, reading, self.names_it, self._book.lexicon)
            if judgement is not None and judgement.label is not Label.NOT_ENOUGH_INFO:
                answers.append(Answer(self._timely(judgement, claim, reading), reading))
        answers = [one for one in answers if one.judgement.label is not Label.NOT_ENOUGH_INFO]
        return _best(answers)

    def backing(self, passage: str) -> Answer | None:
        """The sentence of the source that says as much as the passage, in whatever words."""
        answers = [
            Answer(judgement, reading)
            for reading in self.near(passage, _SHARE)
            if (judgement := of_passage(passage, reading, self._shelf, self._book))
        ]
        return _best(answers)

    def near(self, text: str, share: float = 0.0) -> Sequence[Reading]:
        """The sentences that share telling words with `text`, the nearest first."""
        return [self._readings[number] for number in self._shelf.nearest(text, _MOST, share)]

    def names_a_part(self, name: str) -> bool:
        """True when the source says the name anywhere, or a part of it that it names things by."""
        return self.names_it(name) or not self._parts.isdisjoint(_capitals(name))

    def names_it(self, name: str) -> bool:
        """True when the source says the name anywhere, or all of its parts."""
        own = _capitals(name)
        return name_key(name, self._book.lexicon) in self._names or (bool(own) and own <= self._parts)

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for reading in self._readings for name in reading.names)

    @cached_property
    def _parts(self) -> frozenset[str]:
        said = [self.document.title or "", *(block.text for block in self.document.blocks)]
        return frozenset(part for text in said for part in _capitals(text))

    def _timely(self, judgement: Judgement, claim: Stated, evidence: Reading) -> Judgement:
        if judgement.label is not Label.REFUTES or not changeable(claim.claim):
            return judgement
        spoken = Spoken(claim.claim.type, claim.reading.sentence.text, claim.reading.document.date)
        if may_refute(spoken, evidence, self._book.lexicon):
            return judgement
        return replace(judgement, label=Label.NOT_ENOUGH_INFO)
