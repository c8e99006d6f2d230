"""Ends before beginnings, and ages that the dates of a life do not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reconcile.claim import Lexicon, RuleBook
from reconcile.model import Level, Relation
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_set, word_table
from reconcile.text.phrases import tokens
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.arithmetic import Computed, relate
from reconcile.values.arithmetic_time import age
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name import key as name_key
from reconcile.values.quantity import Quantity
from reconcile.values.when import When
from reconcile.verdicts.dated import Dated, begins, dated
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_AGED = late(r"(?:(?P<at>at\s+(?:the\s+)?)age(?:\s+of)?|aged)\s*$", re.IGNORECASE)
_BORN, _DIED = "born", "died"
_FAR = 10  # words between the death and the age


def flawed_lives(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Subjects that end before they begin, and persons whose stated age is not that of their dates."""
    told: dict[str, list[Dated]] = {}
    for one in dated(readings, book):
        told.setdefault(one.who, []).append(one)
    for events in told.values():
        yield from _ended_early(events, book.lexicon)
    yield from _ages(readings, told, book.lexicon)


def _ended_early(events: Sequence[Dated], lexicon: Lexicon) -> Iterator[Flaw]:
    """The end of a subject where all its beginnings are dated later."""
    table = word_table(lexicon, "ending-events")
    for end in events:
        began = [one for one in events if one.event in begins(table.get(end.event, "")) and _apart(one, end)]
        if began and all(_before(end.when, one.when) for one in began):
            yield _too_early(end, began[0])


def _apart(one: Dated, other: Dated) -> bool:
    """True for dates of one thing, named or close by; those of one pair of brackets are told already."""
    block = one.reading.sentence.block == other.reading.sentence.block
    same = one.reading is other.reading and one.start == other.start
    return not same and (one.named or block)


def _before(one: When, other: When) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _too_early(end: Dated, begin: Dated) -> Flaw:
    told = end.reading.sentence.text[end.start : end.end]
    return Flaw(
        rule="dates-out-of-order",
        claim="date",
        level=Level.ERROR,
        reading=end.reading,
        start=end.start,
        end=end.end,
        message=f"{end.subject}: {end.event} {told}, {begin.event} {begin.when.edtf}",
        why="an end is dated before its beginning",
        subject=end.subject,
        beside=(begin.reading.sentence.index,),
    )


def _ages(
    readings: Sequence[Reading], told: Mapping[str, Sequence[Dated]], lexicon: Lexicon
) -> Iterator[Flaw]:
    """Ages at which somebody is said to have died, where birth and death are dated."""
    lives = {who: events for who, events in told.items() if any(one.event == _BORN for one in events)}
    for reading in readings if lives else ():
        text = reading.sentence.text
        place = _age_words(lexicon).search(text) and subject(text, lexicon)
        found = _stated_age(text, place[1], lexicon) if place else None
        if not place or not found:
            continue
        events = _life_of(reading, text[slice(*place)], lives, lexicon)
        computed = _age(reading, events) if events else None
        if computed and relate(found.value, computed) is Relation.CONFLICTING:
            yield _wrong_age(reading, found, computed, events)


@per_lexicon
def _age_words(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(word_set(lexicon, 'age-words'))}\s+\d", re.IGNORECASE)


def _stated_age(text: str, at: int, lexicon: Lexicon) -> Found[Quantity] | None:
    """The age at which the subject died."""
    died = re.search(rf"\b{_DIED}\b", text[at:])
    if died is None:
        return None
    start = at + died.end()
    for one in mentions(text, lexicon).quantities:
        lead = _AGED.search(text, start, one.start) if one.start > start else None
        if lead and one.value.dimension == "duration":
            return one if _of_subject(text[start : lead.start()], lead, lexicon) else None
    return None


def _of_subject(gap: str, lead: re.Match[str], lexicon: Lexicon) -> bool:
    """True where nobody else stands between the verb and the age: "died in 1984, leaving a son aged 4"."""
    words = [word.folded for word in tokens(gap)]
    lists = ("possessives", "relatives", "pronouns", "joining-words")
    others = frozenset[str]().union(*(word_set(lexicon, name) for name in lists))
    if len(words) > _FAR or not others.isdisjoint(words) or any(word.endswith("ing") for word in words):
        return False
    before = gap.rstrip()[-1:]
    return bool(lead["at"]) or not before or not before.isalpha() or gap.split()[-1][:1].isupper()


def _life_of(
    reading: Reading, printed: str, lives: Mapping[str, Sequence[Dated]], lexicon: Lexicon
) -> Sequence[Dated]:
    """What is dated of the person: by the whole name, or by the last part of one name alone."""
    pronoun = is_pronoun(printed, lexicon)
    key = name_key((reading.topics.of(reading.sentence.index) or "") if pronoun else printed, lexicon)
    if key in lives:
        return lives[key]
    family = [who for who in lives if key and who.endswith(f" {key}")]
    return lives[family[0]] if len(family) == 1 else ()


def _age(reading: Reading, events: Sequence[Dated]) -> Computed | None:
    """The age at death; None where one of the two dates is told in two ways."""
    born, died = ([one.when for one in events if one.event == event] for event in (_BORN, _DIED))
    if not born or not died or len({when.edtf for when in born}) > 1 or len({when.edtf for when in died}) > 1:
        return None
    return age(born[0], died[0])


def _wrong_age(reading: Reading, found: Found[Quantity], computed: Computed, events: Sequence[Dated]) -> Flaw:
    return Flaw(
        rule="age-against-dates",
        claim="number",
        level=Level.ERROR,
        reading=reading,
        start=found.start,
        end=found.end,
        message=f"{found.value.figures[0]:g} years old, which the dates do not give: {computed.sum}",
        why="an age and the dates of the life must agree",
        subject=events[0].subject,
        value=found.value.data,
        beside=tuple(sorted({one.reading.sentence.index for one in events} - {reading.sentence.index})),
    )
