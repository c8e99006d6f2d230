"""One version of a changed fact, as sources are asked about it: the passage around the change."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.claims.subjects import Topics
from reconcile.fields import frozen
from reconcile.model import Document
from reconcile.result import Side
from reconcile.text.lists import word_set
from reconcile.text.subject import is_pronoun, subject
from reconcile.text.words import words
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.passages import passage_around
from reconcile.verdicts.reading import Reading

_LEAST = 3  # content words around the change that a passage must have; else the whole sentence is asked about


@frozen
class Version:
    """The passage, and where in it the change stands.

    `topic`: what its sentence is about; `date`: when its document speaks, where that is known.
    """

    passage: str
    start: int
    end: int
    sentence: str
    topic: str | None
    date: str | None

    def holds(self, value: Judged) -> bool:
        """True for a figure or date that is part of the change."""
        return self.start <= value.start < self.end


def version(document: Document, topics: Topics, side: Side | None, lexicon: Lexicon) -> Version | None:
    """The version that `side` tells; None where its words stand in no one sentence."""
    for index in side.sentences if side else ():
        assert side is not None
        sentence = document.sentences[index]
        start = sentence.text.find(side.text)
        while start >= 0:
            end = start + len(side.text)
            if sentence.span_of(start, end) == side.span:
                return _version(sentence.text, (start, end), topics.of(index), document.date, lexicon)
            start = sentence.text.find(side.text, start + 1)
    return None


def around(reading: Reading, start: int, end: int, lexicon: Lexicon) -> Version:
    """The passage around [start, end) of a sentence."""
    topic = reading.topics.of(reading.sentence.index)
    return _version(reading.sentence.text, (start, end), topic, reading.document.date, lexicon)


def _version(
    text: str, change: tuple[int, int], topic: str | None, date: str | None, lexicon: Lexicon
) -> Version:
    low, high = passage_around(text, *change)
    if _content(text[low:high], lexicon) - _content(text[slice(*change)], lexicon) < _LEAST:
        low, high = 0, len(text)
    passage, shift = _named(text[low:high], change[0] - low, topic, lexicon)
    return Version(passage, change[0] + shift - low, change[1] + shift - low, text, topic, date)


def _content(text: str, lexicon: Lexicon) -> int:
    small = word_set(lexicon, "function-words")
    return sum(word.folded[0].isalpha() and word.folded not in small for word in words(text))


def _named(passage: str, change: int, topic: str | None, lexicon: Lexicon) -> tuple[str, int]:
    """The passage with what its pronoun stands for, and how far that moved the change."""
    place = subject(passage, lexicon)
    if place is None or topic is None or place[1] > change or not is_pronoun(passage[slice(*place)], lexicon):
        return passage, 0
    return passage[: place[0]] + topic + passage[place[1] :], len(topic) - (place[1] - place[0])
