"""Totals that are not the sum of their parts, and parts that are more than their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import replace
from reconcile.model import Level, Relation
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_set, word_table
from reconcile.text.phrases import Phrases
from reconcile.values.arithmetic import figure, relate, total
from reconcile.values.clock import CLOCK
from reconcile.values.counted import counted_alike
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.quantity import LABEL, ORDINAL, RATING, SCORE, VERSION, Quantity
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_ONE = r"(?:\d|[$€£]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
_FIGURE = late(_ONE)
_LISTS = late(rf"[:(–—]\s*{_ONE}")  # what stands between a total and its parts, and the first of them
_LEAD = 100  # characters in which a total stands before its parts
_OPENS = late(r"[^;:.()–—]{0,80}?(?P<mark>:|\s[–—]|\()\s*")
_ENDS = {":": late(r";|$"), "(": late(r"\)"), "–": late(r"[–—;]|$"), "—": late(r"[–—;]|$")}
_BETWEEN = late(r"[^;:.()]{1,60}")
_NEXT = late(r",|\band\b")
_INSIDE = late(r"[^.;:()–—]{0,60}?[,(–—]\s*(?P<words>[^,.;:()]{2,14}?)\s+")
_WHOLE = 3  # parts, from which on a list that is no more than an aside is taken to be whole
_NO_SUM = (ORDINAL, SCORE, VERSION, LABEL, RATING, CLOCK, "times", "fraction")

_Figures = Sequence[Found[Quantity]]


def wrong_sums(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """ "35 cases: 20 in Osh, 10 in Kant and 4 in Talas": the parts that a total announces must add up."""
    for reading in readings:
        text = reading.sentence.text
        if not _may_sum(text):
            continue
        figures = mentions(text, book.lexicon).quantities
        for at, whole in enumerate(figures[:-2]):
            parts = _parts(text, whole, figures[at + 1 :], book.lexicon)
            added = total([_in_unit_of(whole.value, part.value) for part in parts]) if parts else None
            if added and relate(whole.value, added) is Relation.CONFLICTING:
                sums = figure(added.value.low or 0), figure(whole.value.low or 0)
                told = f"the parts add up to {sums[0]}, not to {sums[1]}"
                why = f"a total and the parts that are listed behind it must agree: {added.sum}"
                yield _flaw("sum-of-parts", reading, whole, parts[-1], told, why)


def _may_sum(text: str) -> bool:
    """A cheap look: a figure, and behind a mark further ones."""
    return any(
        _FIGURE.search(text, max(0, mark.start() - _LEAD), mark.start()) and _NEXT.search(text, mark.end())
        for mark in _LISTS.finditer(text)
    )


def parts_beyond(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """ "12 people, including 14 children": a part is no more than its whole."""
    for reading in readings:
        text = reading.sentence.text
        if not _inside_words(book.lexicon).search(text):
            continue
        figures = mentions(text, book.lexicon).quantities
        for whole, part in pairwise(figures):
            if _beyond(text, whole, part, book.lexicon):
                told = f"{text[part.start : part.end]} cannot be among {text[whole.start : whole.end]}"
                why = "a part of what is counted is more than all of it"
                yield _flaw("part-beyond-whole", reading, whole, part, told, why)


def _flaw(
    rule: str, reading: Reading, first: Found[Quantity], last: Found[Quantity], message: str, why: str
) -> Flaw:
    return Flaw(
        rule=rule,
        claim="count",
        level=Level.ERROR,
        reading=reading,
        start=first.start,
        end=last.end,
        message=message,
        why=why,
    )


def _parts(text: str, whole: Found[Quantity], rest: _Figures, lexicon: Lexicon) -> _Figures:
    """The figures listed behind the total and a colon, a dash or in brackets; empty for no such list."""
    opens = _OPENS.fullmatch(text, whole.end, rest[0].start)
    if opens is None or not _sums_up(whole.value):
        return ()
    mark = opens["mark"].strip()
    close = _ENDS[mark].search(text, rest[0].start)
    end = close.start() if close else len(text)
    parts = [part for part in rest if part.end <= end]
    gaps = [text[one.end : other.start] for one, other in pairwise(parts)]
    if not gaps or not all(_BETWEEN.fullmatch(gap) and _NEXT.search(gap) for gap in gaps):
        return ()
    if not all(_part_of(part.value, whole.value, lexicon) for part in parts) or _kept_apart(
        text[opens.end() : end], lexicon
    ):
        return ()
    goes_on = _NEXT.search(text, parts[-1].end, end) or (mark != ":" and len(parts) < _WHOLE)
    short = sum(part.value.low or 0 for part in parts) < (whole.value.low or 0)
    return () if goes_on and short else parts


def _sums_up(value: Quantity) -> bool:
    """True for an exact figure of what can be added up."""
    exact = value.low is not None and value.low == value.high and not value.approximator
    return exact and value.dimension not in _NO_SUM and bool(value.counted or value.unit)


def _part_of(part: Quantity, whole: Quantity, lexicon: Lexicon) -> bool:
    if part.low is None or part.low != part.high or part.approximator:
        return False
    if part.counted and not counted_alike(part, whole, lexicon):
        return False
    return part.unit == whole.unit or (part.unit is None and part.dimension is None)


def _in_unit_of(whole: Quantity, part: Quantity) -> Quantity:
    return replace(part, unit=whole.unit, dimension=whole.dimension, scale=whole.scale, shift=whole.shift)


def _kept_apart(text: str, lexicon: Lexicon) -> bool:
    """True where a list says that it goes on, or that some of its figures are no parts of the whole."""
    return any(_part_words(lexicon).find(text)) or any(_rests(lexicon).find(text))


def _beyond(text: str, whole: Found[Quantity], part: Found[Quantity], lexicon: Lexicon) -> bool:
    lead = _INSIDE.fullmatch(text, whole.end, part.start)
    inside = lead and word_table(lexicon, "part-words").get(lead["words"].casefold()) == "inside"
    if not inside or not whole.value.counted or whole.value.dimension or part.value.dimension:
        return False
    most, least = whole.value.high, part.value.low
    persons = whole.value.counted in word_set(lexicon, "person-nouns")
    alike = persons or part.value.counted is None or counted_alike(part.value, whole.value, lexicon)
    return alike and most is not None and least is not None and least > most


@per_lexicon
def _inside_words(lexicon: Lexicon) -> re.Pattern[str]:
    """What leads from a whole to its part: ", including "."""
    inside = (words for words, kind in word_table(lexicon, "part-words").items() if kind == "inside")
    return re.compile(rf"[,(–—]\s*{alternation(inside)}\s", re.IGNORECASE)


@per_lexicon
def _part_words(lexicon: Lexicon) -> Phrases:
    return Phrases(word_table(lexicon, "part-words"))


@per_lexicon
def _rests(lexicon: Lexicon) -> Phrases:
    return Phrases(word_set(lexicon, "list-rests"))
