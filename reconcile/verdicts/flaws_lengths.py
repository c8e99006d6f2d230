"""A length of time beside the dates that it leads from and to: "the war (1939–1945) lasted four years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import frozen, replace
from reconcile.model import Level, Relation
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import alternation, per_lexicon, word_set, word_table
from reconcile.text.phrases import spelled, tokens
from reconcile.text.subject import subject
from reconcile.values.arithmetic import Computed, relate
from reconcile.values.arithmetic_time import elapsed
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.number_forms import has_figure
from reconcile.values.quantity import Quantity
from reconcile.values.when import When
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_SHORTEST = 3  # letters of a unit; "s" and "h" tell no years
_NEAR = 24  # characters between a figure and its unit
_MARKS = late(r"\d{3}\D+\d|\d\D+\d{3}")  # two dates, one of them with its year
_LENGTH = late(r"[^.;:]*?\b(?P<verb>[^\W\d_]+)\s+(?:for\s+)?")
_OF = late(r",?\s*(?:[–—(]\s*)?(?:a\s+\w+\s+(?:of|lasting)\s+|for\s+)?")
_AROUND = late(r",?\s*[(–—]?\s*")
_BEHIND = late(r"\s*[).,;]|\s*$")
_SOON = late(r",?\s*(?:and\s+|only\s+)?")


@frozen
class _Span:
    """From one date to another, told at [start, end)."""

    start: int
    end: int
    first: When
    last: When


def wrong_lengths(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Lengths of time that the dates beside them do not give."""
    for reading in readings:
        text = reading.sentence.text
        if not (_MARKS.search(text) and _measures(text, book.lexicon)):
            continue
        found = mentions(text, book.lexicon)
        lengths = [one for one in found.quantities if one.value.dimension == "duration"]
        for one in lengths:
            spans = [
                *_beside(text, one, found.dates, book.lexicon),
                *_until(text, one, found.dates, book.lexicon),
            ]
            computed = [made for span in spans if (made := elapsed(span.first, span.last, one.value))]
            if computed and all(relate(one.value, made) is Relation.CONFLICTING for made in computed):
                yield _flaw(reading, one, spans[0], computed[0])


def _measures(text: str, lexicon: Lexicon) -> bool:
    """A cheap look: a figure before a word that measures time."""
    if _unit_words(lexicon).isdisjoint(spelled(text.lower())):
        return False
    units = _units(lexicon).finditer(text)
    return any(has_figure(text[max(0, unit.start() - _NEAR) : unit.start()], lexicon) for unit in units)


@per_lexicon
def _unit_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that measure time, one of which every length of time that is checked has."""
    units = word_table(lexicon, "units").items()
    return frozenset(word for word, unit in units if " duration " in unit and len(word) >= _SHORTEST)


@per_lexicon
def _units(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(_unit_words(lexicon))}\b", re.IGNORECASE)


def _flaw(reading: Reading, length: Found[Quantity], span: _Span, computed: Computed) -> Flaw:
    text = reading.sentence.text
    return Flaw(
        rule="length-against-dates",
        claim="number",
        level=Level.ERROR,
        reading=reading,
        start=min(length.start, span.start),
        end=max(length.end, span.end),
        message=f"“{text[length.start : length.end]}” is not what the dates give: {computed.sum}",
        why="a length of time and the dates it leads from and to must agree",
        value=length.value.data,
    )


def _beside(
    text: str, length: Found[Quantity], dates: Sequence[Found[When]], lexicon: Lexicon
) -> Iterator[_Span]:
    """The range of dates right before or behind the length, or in the brackets of the subject that lasted."""
    for one in dates:
        span = _range(one)
        if span is None:
            continue
        before = one.end <= length.start and _OF.fullmatch(text[one.end : length.start].lstrip(")"))
        behind = one.start >= length.end and _led(text, length, lexicon) and _alone(text, length.end, one)
        if (before and _BEHIND.match(text, length.end)) or behind or _lasted(text, one, length, lexicon):
            yield span


def _led(text: str, length: Found[Quantity], lexicon: Lexicon) -> bool:
    """True where the word before a length tells that something lasted, not how far off it was."""
    before = tokens(text[: length.start])[-1:]
    return all(lemma(word.folded, lexicon) in word_table(lexicon, "lasting-words") for word in before)


def _alone(text: str, at: int, dates: Found[When]) -> bool:
    """True where dates stand right behind `at`, and alone where in brackets."""
    gap = _AROUND.fullmatch(text, at, dates.start)
    return gap is not None and ("(" not in gap.group() or text.startswith(")", dates.end))


def _range(one: Found[When]) -> _Span | None:
    when = one.value
    if when.first is None or when.last is None or when.low is None or when.high is None:
        return None
    first, _, last = when.edtf.partition("/")
    start, end = replace(when, edtf=first, high=when.first), replace(when, edtf=last, low=when.last)
    return _Span(one.start, one.end, start, end)


def _lasted(text: str, dates: Found[When], length: Found[Quantity], lexicon: Lexicon) -> bool:
    place = subject(text, lexicon)
    if place is None or text[place[1] : dates.start].strip() != "(" or length.start < dates.end:
        return False
    lead = _LENGTH.fullmatch(text, place[1], length.start)
    if lead is None or tokens(text[dates.end : lead.start("verb")]):
        return False
    return lemma(lead["verb"], lexicon) in _verbs(lexicon)


def _until(
    text: str, length: Found[Quantity], dates: Sequence[Found[When]], lexicon: Lexicon
) -> Iterator[_Span]:
    """ "in 1920 and closed in 1970, 50 years later": from any date before to the one beside the length."""
    later = _later(lexicon).match(text, length.end)
    if later is None:
        return
    before = [one for one in dates if one.end <= length.start]
    if before and _SOON.fullmatch(text, before[-1].end, length.start):
        until, before = before[-1], before[:-1]
    else:
        ends = [one for one in dates if one.start >= later.end()]
        if not ends or not re.fullmatch(r",?\s*(?:in|on)\s+", text[later.end() : ends[0].start]):
            return
        until = ends[0]
    if all(_plain(one.value) for one in (*before, until)):
        yield from (_Span(one.start, until.end, one.value, until.value) for one in before)


def _plain(when: When) -> bool:
    return not when.lasting and not when.approximate and when.month is None


@per_lexicon
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(word for word, kind in word_table(lexicon, "lasting-words").items() if kind == "verb")


@per_lexicon
def _later(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\s+{alternation(word_set(lexicon, 'later-words'))}\b")
