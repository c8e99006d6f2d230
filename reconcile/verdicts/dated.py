"""What a document says happened to whom and when: lives in brackets, and verbs of what happens but once.

Ann Holt (1950–1984) was a painter.       born 1950, died 1984
The mill was built in 1890 and burnt.     built 1890
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lists import per_lexicon, word_role, word_set, word_table
from reconcile.text.phrases import Hit, Phrases, spelled, tokens
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name import key as name_key
from reconcile.values.name_find import find as find_names
from reconcile.values.speakers import reports
from reconcile.values.when import When
from reconcile.values.when_lives import has_life, life
from reconcile.verdicts.reading import Reading

_YEAR = late(r"\d{3}")
_BORN, _DIED = "born", "died"
_FAR = 8  # words between a verb and its date


@frozen
class Dated:
    """An event of the subject `who`, printed at [start, end) of its sentence."""

    reading: Reading
    who: str  # what the subject is compared by
    subject: str  # as it is printed
    named: bool  # a proper name
    event: str
    when: When
    start: int
    end: int


def dated(readings: Sequence[Reading], book: RuleBook) -> Iterator[Dated]:
    """All of them, in the order of the text."""
    last: Dated | None = None
    for reading in readings:
        text = reading.sentence.text
        place = subject(text, book.lexicon) if _may_tell(text, book.lexicon) else None
        who = _who(reading, text[slice(*place)], last, book.lexicon) if place else ""
        if not place or not who:
            continue
        verbs = _told_verbs(text, place[1], book.lexicon)
        if not verbs and not has_life(text):
            continue
        dates = mentions(text, book.lexicon).dates
        named = bool(find_names(who, book.lexicon))
        events = _events(text, place[1], dates, verbs, book.lexicon)
        for event, found in (*_life(text, place[1], dates), *events):
            key = name_key(who, book.lexicon)
            last = Dated(reading, key, who, named, event, found.value, found.start, found.end)
            yield last


def _may_tell(text: str, lexicon: Lexicon) -> bool:
    """A cheap look: a year, and a life in brackets or a verb."""
    if not _YEAR.search(text):
        return False
    return not _verb_words(lexicon).isdisjoint(spelled(text)) or has_life(text)


def _who(reading: Reading, printed: str, last: Dated | None, lexicon: Lexicon) -> str:
    """The subject, or what a pronoun stands for; nothing where that is unclear.

    "It" stands for the subject of the sentence before, in one paragraph, of which an event was dated.
    """
    if not is_pronoun(printed, lexicon):
        return "" if _among(printed, "again-words", lexicon) else printed
    if printed.casefold() in word_role(lexicon, "persons"):
        return reading.topics.of(reading.sentence.index) or ""
    before = last.reading.sentence if last else None
    here = reading.sentence
    next_ = before is not None and (before.index, before.block) == (here.index - 1, here.block)
    return last.subject if last and next_ and printed.casefold() == "it" else ""


def _among(text: str, name: str, lexicon: Lexicon) -> bool:
    return not _words(name, lexicon).isdisjoint(word.folded for word in tokens(text))


def _life(text: str, at: int, dates: Sequence[Found[When]]) -> Iterator[tuple[str, Found[When]]]:
    both = life(text, at, dates)
    yield from zip((_BORN, _DIED), both, strict=True) if both else ()


def _told_verbs(text: str, at: int, lexicon: Lexicon) -> Sequence[Hit]:
    """Verbs of what happens but once, behind `at`; none of what somebody else says."""
    hits = [hit for hit in _verbs(lexicon).find(text) if hit.start >= at]
    return () if hits and reports(text, lexicon) else hits


def _events(
    text: str, at: int, dates: Sequence[Found[When]], verbs: Sequence[Hit], lexicon: Lexicon
) -> Iterator[tuple[str, Found[When]]]:
    """What `verbs` tell, each with the date behind it."""
    for one in dates if verbs else ():
        before = [hit for hit in verbs if at <= hit.start < one.start]
        if len(before) == 1 and _exact(one.value) and _told_of(text, at, before[0], one.start, lexicon):
            yield before[0].entry, one
        at = one.end


def _exact(when: When) -> bool:
    return not when.lasting and not when.approximate and when.low is not None and when.high is not None


def _told_of(text: str, at: int, hit: Hit, date: int, lexicon: Lexicon) -> bool:
    """True where the subject's own clause leads from the verb to the date."""
    lead = [word.folded for word in tokens(text[at : hit.start])]
    gap = [word.folded for word in tokens(text[hit.end : date])]
    if len(gap) > _FAR or not _keeps(lexicon).isdisjoint((*lead, *gap)):
        return False
    if not _words("modals", lexicon).isdisjoint(lead) or not _words("joining-words", lexicon).isdisjoint(gap):
        return False
    passive = not word_set(lexicon, "auxiliaries").isdisjoint(lead[-2:])
    return passive or hit.entry == _DIED or set(gap) <= word_set(lexicon, "function-words")


@per_lexicon
def _keeps(lexicon: Lexicon) -> frozenset[str]:
    """Words that keep a date from being that of the verb before it."""
    lists = ("relatives", "negators", "hedges", "pronouns", "again-words")
    return frozenset[str]().union(*(_words(name, lexicon) for name in lists))


def _words(name: str, lexicon: Lexicon) -> frozenset[str]:
    return word_set(lexicon, name) or frozenset(word_table(lexicon, name))


def _events_of(lexicon: Lexicon) -> set[str]:
    table = word_table(lexicon, "ending-events")
    return {*table, *(begin for text in table.values() for begin in begins(text))}


@per_lexicon
def _verbs(lexicon: Lexicon) -> Phrases:
    return Phrases(_events_of(lexicon))


@per_lexicon
def _verb_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _events_of(lexicon))


def begins(told: str) -> tuple[str, ...]:
    """The verbs of a beginning in a line of the table `ending-events`."""
    return tuple(map(str.strip, re.split(",", told)))
