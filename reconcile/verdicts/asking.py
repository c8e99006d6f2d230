"""Every source asked about a claim: the sentence that says most of it, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from reconcile.claim import Lexicon, RuleBook
from reconcile.evidence.shelf import Shelf
from reconcile.fields import frozen, replace
from reconcile.model import Document, Label, Relation
from reconcile.text.lists import word_set
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.name import Name
from reconcile.values.name import key as name_key
from reconcile.values.name import relate as relate_names
from reconcile.values.speakers import reports, speaker, two_speakers
from reconcile.verdicts.about import About, about
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
        self.readings = readings(document, book)
        self._shelf = Shelf([reading.said for reading in self.readings], book.lexicon)

    def answer(self, claim: Stated) -> Answer | None:
        """The surest thing that the source says of the claim; None when it is silent."""
        answers = []
        for reading in self.near(*_asked(claim, self._book.lexicon)):
            judgement = judge(claim, reading, self._book)
            if judgement is None and claim.claim.type in VALUES:
                judgement = restated(claim, reading, self.names_it, self._book.lexicon)
            if judgement is None or judgement.label is Label.NOT_ENOUGH_INFO:
                continue
            told = claim.reading.sentence.text
            if not self.told_by_another((told, claim.claim.start), (reading.sentence.text, judgement.start)):
                answers.append(Answer(self._timely(judgement, claim, reading), reading))
        answers = [one for one in answers if one.judgement.label is not Label.NOT_ENOUGH_INFO]
        return _best(answers)

    def told_by_another(self, claim: tuple[str, int], evidence: tuple[str, int]) -> bool:
        """True for places of two sentences that are told by two: by the police, and by rights groups."""
        lexicon = self._book.lexicon
        if not all(reports(text, lexicon) for text, _ in (claim, evidence)):
            return False
        one, other = (speaker(text, at, lexicon) for text, at in (claim, evidence))
        return two_speakers(one, other, lexicon)

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
        return [self.readings[number] for number in self._shelf.nearest(text, _MOST, share)]

    def names_a_part(self, name: str) -> bool:
        """True when the source says the name anywhere, or a part of it that it names things by."""
        return self.names_it(name) or not self._parts.isdisjoint(_capitals(name))

    def names_it(self, name: str) -> bool:
        """True when the source says the name anywhere, or all of its parts."""
        own = _capitals(name)
        return name_key(name, self._book.lexicon) in self._names or (bool(own) and own <= self._parts)

    def said_of(self, name: str | None, reading: Reading) -> str | None:
        """The sentence, with `name` for a word that stands for it where the source is about that.

        None where that word stands for another, who was named before.
        """
        text = self._in_full(reading.said, name)
        if text is None:
            return None
        about_it, meant = self._about, reading.topics.of(reading.sentence.index)
        if about_it is None or name is None or reading.label or not self._is_of(name, about_it.name):
            return text
        place = about_it.meant_at(text, self._book.lexicon)
        if place is None:
            return text
        if meant and is_pronoun(text[slice(*place)], self._book.lexicon) and self._differ(name, meant):
            return None
        return text[: place[0]] + name + (text[place[1] :] if place[1] else f" {text}")

    def _in_full(self, text: str, name: str | None) -> str | None:
        """The sentence, with the whole name for a surname that begins it; None where another bears it."""
        last = name.split()[-1] if name and " " in name else ""
        first = text.partition(" ")[0].removesuffix("'s").removesuffix("’s").strip(",")
        if name is None or first != last or text.startswith(name):
            return text
        own = name_key(name, self._book.lexicon)
        bearers = (key for key in self._names if " " in key and key.split()[-1] == last.casefold())
        return None if any(key != own for key in bearers) else name + text[len(first) :]

    def _differ(self, name: str, other: str) -> bool:
        """True for the names of two."""
        return relate_names(Name(name), Name(other), self._book.lexicon) is Relation.CONFLICTING

    def _is_of(self, name: str, own: str) -> bool:
        """True where the source is about the name, or has it in its title."""
        return self._may_be(name, f"{own} {self.document.title or self.document.blocks[0].text}")

    def _may_be(self, name: str, other: str) -> bool:
        """True for names that share a word which begins with a capital, or for the marsh tern in full."""
        small = word_set(self._book.lexicon, "function-words")
        if _capitals(name) <= small:
            return set(name.casefold().split()) - small <= set(other.casefold().strip(".").split())
        return not (_capitals(name) & _capitals(other)) <= small

    @cached_property
    def _about(self) -> About | None:
        topics = self.readings[0].topics if self.readings else None
        return about(self.document, topics, self._book.lexicon) if topics else None

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(name for reading in self.readings for name in reading.names)

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
