"""Different figures for one thing, each with who gives it: 187 by the authorities, over 700 by watchdogs.

Within one document two speakers must give them close to one another; between documents the passages must
share a name besides the topic and tell of no different time or place. Two figures for two events are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claim import RuleBook
from reconcile.fields import frozen
from reconcile.identity import digest
from reconcile.model import Relation
from reconcile.result import Disagreement, Voice
from reconcile.text.fold import fold
from reconcile.text.lists import word_set
from reconcile.values.counted import counted_alike
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name import key as name_key
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_relate import relate
from reconcile.values.scan import has_digit
from reconcile.values.speakers import reports, speaker
from reconcile.values.when_relate import relate as relate_dates
from reconcile.verdicts.passages import passage_around
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.surroundings import Surroundings, alike, around
from reconcile.verdicts.told import told

_LEAST = 3  # spaces in a sentence in which somebody says how many there are
_CLOSE = 3  # sentences between two figures of one document
_LIKE = 0.1  # how alike their surroundings must be: one word of the same family close to both
_THE_NOUN = re.compile(r"\b(?:in|during|after|by|of|from) the ([a-z]+)\b")


@frozen
class _Figure:
    reading: Reading
    found: Found[Quantity]
    speaker: str | None
    near: Surroundings
    names: frozenset[str]  # of the passage, without the speaker's


def disagreements(documents: Sequence[Sequence[Reading]], book: RuleBook) -> tuple[Disagreement, ...]:
    """All disagreements within and between the documents, each given by its readings, in the order of ids."""
    documents = sorted(documents, key=lambda readings: readings[0].document.id if readings else "")
    lone = len(documents) == 1
    figures = [list(_figures(readings, lone, book)) for readings in documents]
    found: dict[str, Disagreement] = {}
    for number, mine in enumerate(figures):
        for at, one in enumerate(mine):
            rest = [*mine[at + 1 :], *(other for others in figures[number + 1 :] for other in others)]
            for other in rest:
                if _disagree(one, other, book):
                    made = _told(one, other, documents[number], book)
                    found.setdefault(made.id, made)
    return tuple(found.values())


def _figures(readings: Sequence[Reading], attributed: bool, book: RuleBook) -> Iterator[_Figure]:
    """The counts of a document; only those that somebody is said to give, where `attributed`."""
    for reading in readings:
        text = reading.sentence.text
        if attributed and not _attributes(text, book):
            continue
        content = told(text, book.lexicon)
        for figure in content.figures:
            if _is_count(figure):
                who = speaker(text, figure.start, book.lexicon)
                low, high = passage_around(text, figure.start, figure.end, book.lexicon)
                names = frozenset(
                    name_key(name.value.name, book.lexicon)
                    for name in content.names
                    if low <= name.start < high
                    and name.value.kind != "adjective"
                    and not (who and fold(name.value.name) in fold(who))
                )
                near = around(content, figure.start, figure.end, book.lexicon)
                yield _Figure(reading, figure, who, near, names)


def _attributes(text: str, book: RuleBook) -> bool:
    """True where somebody is said to give a count; a cheap look first, for most sentences do not."""
    if text.count(" ") < _LEAST or not has_digit(text) or not reports(text, book.lexicon):
        return False
    figures = mentions(text, book.lexicon).quantities
    return any(_is_count(one) and speaker(text, one.start, book.lexicon) for one in figures)


def _is_count(figure: Found[Quantity]) -> bool:
    return bool(figure.value.counted) and figure.value.dimension is None


def _disagree(one: _Figure, other: _Figure, book: RuleBook) -> bool:
    if relate(one.found.value, other.found.value) is not Relation.CONFLICTING:
        return False
    if not counted_alike(one.found.value, other.found.value, book.lexicon):
        return False
    if _predicate(one, other, book) < _LIKE or not _same_time(one, other, book):
        return False
    if one.reading.document.id == other.reading.document.id:
        return _two_voices(one, other)
    return bool(one.names & other.names) and one.names == other.names


def _predicate(one: _Figure, other: _Figure, book: RuleBook) -> float:
    """How alike the surroundings are, apart from who is counted and that somebody says so."""
    other_words = word_set(book.lexicon, "person-nouns") | word_set(book.lexicon, "reporting-verbs")
    own = {key: weight for key, weight in one.near.items() if key[0] == "=" and key[1:] not in other_words}
    return alike(own, other.near)


def _two_voices(one: _Figure, other: _Figure) -> bool:
    """True for two speakers, close by, who do not speak of two places."""
    if not one.speaker or not other.speaker or fold(one.speaker) == fold(other.speaker):
        return False
    if abs(one.reading.sentence.index - other.reading.sentence.index) > _CLOSE:
        return False
    return not one.names or not other.names or bool(one.names & other.names)


def _same_time(one: _Figure, other: _Figure, book: RuleBook) -> bool:
    dates = [told(each.reading.sentence.text, book.lexicon).dates for each in (one, other)]
    if not dates[0] and not dates[1]:
        return _same_year(one, other)
    return all(
        relate_dates(mine.value, theirs.value) is not Relation.CONFLICTING
        for mine in dates[0]
        for theirs in dates[1]
    )


def _same_year(one: _Figure, other: _Figure) -> bool:
    """True unless two documents of two years speak, neither of which dates its figure."""
    years = [(each.reading.document.date or "")[:4] for each in (one, other)]
    return years[0] == years[1]


def _told(one: _Figure, other: _Figure, readings: Sequence[Reading], book: RuleBook) -> Disagreement:
    subject = _subject(one, readings, book)
    voices = (_voice(one), _voice(other))
    return Disagreement(
        id=digest(fold(subject), *(f"{voice.source}:{voice.value}" for voice in voices)),
        subject=subject,
        values=voices,
    )


def _voice(one: _Figure) -> Voice:
    quantity, sentence = one.found.value, one.reading.sentence
    value = quantity.data["low"] if quantity.low is not None else quantity.data["high"]
    return Voice(
        value=value,
        approximator=quantity.approximator,
        attributed_to=one.speaker,
        source=one.reading.document.id,
        text=sentence.text,
        span=sentence.span,
    )


def _subject(one: _Figure, readings: Sequence[Reading], book: RuleBook) -> str:
    """What is counted, in the words behind the figure, with the place that an earlier sentence gives it."""
    text = one.reading.sentence.text
    _, end = passage_around(text, one.found.start, one.found.end, book.lexicon)
    words = text[one.found.end : end]
    phrase = words.split(",")[0].strip(" .")
    if one.found.value.counted and one.found.value.counted not in fold(phrase):
        phrase = f"{one.found.value.counted} {phrase}".strip()
    noun = _THE_NOUN.search(phrase)
    place = _place(noun.group(1), one.reading.sentence.index, readings) if noun else None
    return f"{phrase} ({place})" if place else phrase


def _place(noun: str, before: int, readings: Sequence[Reading]) -> str | None:
    """The name that an earlier sentence puts behind the noun: "the 13 May violence in the city of Osh"."""
    words = r"(?:[a-z]+ |[A-Z][a-z]+ (?=[a-z]))*"
    pattern = re.compile(rf"\b{re.escape(noun)} (?:in|at|of|near) {words}([A-Z]\w+)")
    for reading in reversed([one for one in readings if one.sentence.index < before]):
        match = pattern.search(reading.sentence.text)
        if match:
            return match.group(1)
    return None
