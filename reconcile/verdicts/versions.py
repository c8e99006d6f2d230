"""One version of a changed fact, as sources are asked about it: the passage around the change."""

from __future__ import annotations

from itertools import takewhile

from reconcile.claim import Lexicon
from reconcile.claims.subjects import Topics
from reconcile.fields import frozen, replace
from reconcile.model import Document
from reconcile.result import Side
from reconcile.text.clauses import clauses
from reconcile.text.lists import word_set
from reconcile.text.subject import is_pronoun, subject
from reconcile.text.words import words
from reconcile.verdicts.about import About, about, meant
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.life_sides import end_of_life
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


@frozen
class _Place:
    """The change in its sentence, and what is known of that: `whole` is what its document is about."""

    text: str
    start: int
    end: int
    topic: str | None
    date: str | None
    whole: About | None = None


def versions(
    document: Document, topics: Topics, sides: tuple[Side | None, Side | None], claim: str, lexicon: Lexicon
) -> tuple[Version, ...]:
    """The version that the first side tells, by its clause alone and by its passage; none in no one sentence.

    Of an event, the words that both sides have are no part of the change; of a life, the end that they share.
    """
    side, other = sides
    place = _place(document, topics, side, lexicon)
    if side is None or place is None:
        return ()
    if claim == "event" and other:
        lead, tail = _shared(side.text, other.text)
        place = replace(place, start=place.start + lead, end=place.end - tail)
    life = end_of_life(place.text, (place.start, place.end), other.text, lexicon) if other else None
    if life:
        return (Version(life.text, life.start, life.end, place.text, place.topic, place.date),)
    wide = _version(place, lexicon)
    return _narrow(place, lexicon) or wide, wide


def _shared(one: str, other: str) -> tuple[int, int]:
    """How many characters the two have in common at either end, in whole words; none of equal words."""
    mine, theirs = one.split(" "), other.split(" ")
    lead = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(mine, theirs, strict=False)))
    ends = zip(reversed(mine[lead:]), reversed(theirs[lead:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
    if not mine[lead : len(mine) - tail] or not theirs[lead : len(theirs) - tail]:
        return 0, 0
    return sum(len(word) + 1 for word in mine[:lead]), sum(len(word) + 1 for word in mine[len(mine) - tail :])


def around(reading: Reading, start: int, end: int, lexicon: Lexicon) -> Version:
    """The passage around [start, end) of a sentence."""
    document, topics, index = reading.document, reading.topics, reading.sentence.index
    topic = meant(document, topics, index, lexicon)
    whole = None if topic == topics.of(index) else about(document, topics, lexicon)
    return _version(_Place(reading.sentence.text, start, end, topic, document.date, whole), lexicon)


def _place(document: Document, topics: Topics, side: Side | None, lexicon: Lexicon) -> _Place | None:
    for index in side.sentences if side else ():
        assert side is not None
        sentence = document.sentences[index]
        start = sentence.text.find(side.text)
        while start >= 0:
            end = start + len(side.text)
            if sentence.span_of(start, end) == side.span:
                whole, own = about(document, topics, lexicon), topics.of(index)
                again = whole and (
                    own is None or whole.meant_at(sentence.text, lexicon) not in (None, (0, 0))
                )
                topic = whole.name if whole and again else own
                return _Place(sentence.text, start, end, topic, document.date, whole if again else None)
            start = sentence.text.find(side.text, start + 1)
    return None


def _version(place: _Place, lexicon: Lexicon) -> Version:
    """The version told by the passage around the change, or by the sentence where that says little."""
    text, change = place.text, slice(place.start, place.end)
    low, high = passage_around(text, place.start, place.end, lexicon)
    if _content(text[low:high], lexicon) - _content(text[change], lexicon) < _LEAST:
        low, high = 0, len(text)
    return _of(place, (low, high), "", lexicon)


def _narrow(place: _Place, lexicon: Lexicon) -> Version | None:
    """The version told by the clause alone that holds the change, where that says something besides it."""
    text = place.text
    for one in clauses(text, lexicon):
        if one.start <= place.start and place.end <= one.end:
            if not _content(f"{text[one.start : place.start]} {text[place.end : one.end]}", lexicon):
                return None
            carried = text[slice(*one.subject)] + " " if one.subject else ""
            return _of(place, (one.start, one.end), carried, lexicon)
    return None


def _content(text: str, lexicon: Lexicon) -> int:
    small = word_set(lexicon, "function-words")
    return sum(word.folded[0].isalpha() and word.folded not in small for word in words(text))


def _of(place: _Place, part: tuple[int, int], carried: str, lexicon: Lexicon) -> Version:
    """The version told by a part of the sentence, with the subject that it has from before."""
    shift = len(carried) - part[0]
    passage, more = _named(carried + place.text[slice(*part)], place.start + shift, place, lexicon)
    start, end = place.start + shift + more, place.end + shift + more
    return Version(passage, start, end, place.text, place.topic, place.date)


def _named(passage: str, change: int, place: _Place, lexicon: Lexicon) -> tuple[str, int]:
    """The passage with what its pronoun stands for, and how far that moved the change."""
    own = subject(passage, lexicon)
    if own and not is_pronoun(passage[slice(*own)], lexicon):
        own = None
    if own is None and place.whole:
        own = place.whole.meant_at(passage, lexicon)
    if own is None or own[1] == 0 or own[1] > change or place.topic is None:
        return passage, 0
    return passage[: own[0]] + place.topic + passage[own[1] :], len(place.topic) - (own[1] - own[0])
