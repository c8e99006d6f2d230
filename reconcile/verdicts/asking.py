"""Every source asked about a claim: the sentence that says most of it, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claim import RuleBook
from reconcile.evidence.shelf import Shelf
from reconcile.fields import frozen, replace
from reconcile.model import Document, Label
from reconcile.verdicts.judge import judge
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.passages import passage_around
from reconcile.verdicts.reading import Reading, readings
from reconcile.verdicts.saying import of_passage
from reconcile.verdicts.stated import Stated
from reconcile.verdicts.timing import may_refute
from reconcile.verdicts.values import VALUES

_SHARE = 0.25  # of the weight of a passage's words that a sentence must have to be looked at
_MOST = 12  # sentences of a source that are looked at for one claim


@frozen
class Answer:
    """What a source says of a claim, and in which sentence."""

    judgement: Judgement
    reading: Reading


def _asked(claim: Stated) -> tuple[str, float]:
    """The words to look for, and the share of their weight that a sentence must have."""
    text = claim.reading.sentence.text
    if claim.claim.type in VALUES:
        return text[slice(*passage_around(text, claim.claim.start, claim.claim.end))], _SHARE
    return text, 0.0


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


class Source:
    """A source that can be asked; its sentences are read when they are looked at, and once only."""

    def __init__(self, document: Document, book: RuleBook) -> None:
        self.document = document
        self._book = book
        self._readings = readings(document, book)
        self._shelf = Shelf([reading.sentence.text for reading in self._readings], book.lexicon)

    def answer(self, claim: Stated) -> Answer | None:
        """The surest thing that the source says of the claim; None when it is silent."""
        answers = []
        for reading in self._near(*_asked(claim)):
            judgement = judge(claim, reading, self._book)
            if judgement is not None and judgement.label is not Label.NOT_ENOUGH_INFO:
                answers.append(Answer(self._timely(judgement, claim), reading))
        answers = [one for one in answers if one.judgement.label is not Label.NOT_ENOUGH_INFO]
        return _best(answers)

    def backing(self, passage: str) -> Answer | None:
        """The sentence of the source that says as much as the passage, in whatever words."""
        answers = [
            Answer(judgement, reading)
            for reading in self._near(passage, _SHARE)
            if (judgement := of_passage(passage, reading, self._shelf, self._book))
        ]
        return _best(answers)

    def _near(self, text: str, share: float = 0.0) -> Sequence[Reading]:
        return [self._readings[number] for number in self._shelf.nearest(text, _MOST, share)]

    def _timely(self, judgement: Judgement, claim: Stated) -> Judgement:
        if judgement.label is Label.REFUTES and not may_refute(claim, self.document, self._book.lexicon):
            return replace(judgement, label=Label.NOT_ENOUGH_INFO)
        return judgement
