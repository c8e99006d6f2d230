"""What is no figure by itself but says one beside another: "once" for "twice", "every hour", "days later".

"Once" is mostly no number and "a day" no day counted, so that these are not looked for in a text. Where the
other version has a figure in their place, they are what it was or became.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isinf

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.text.lists import alternation, any_of, per_lexicon, per_text, word_set, word_table
from reconcile.values.before import word_before
from reconcile.values.found import Found
from reconcile.values.number_forms import spoken
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_words import approximator_before
from reconcile.values.units import unit_behind, unit_named
from reconcile.values.when import When, in_years

SOME = "some"  # the approximator of what says one and does not exclude another: "a member"
_DIMENSIONS = {
    "times": ("times", "times"),
    "share": ("fraction", "share"),
    "bare": (None, None),
    "some": (None, None),
}
_NO_MEASURE = ("angle", "data", "times")  # dimensions whose units are everyday words too: a degree, a bit
_ARTICLE = late(r"\s+an?(?=\s)")
_NEXT = late(r"\s+([^\W\d_]+)")


@per_lexicon
def implying_words(lexicon: Lexicon) -> frozenset[str]:
    """The words one of which stands in each figure that words alone may say."""
    tables = ("implied-figures", "fractions", "open-times", "decade-words", "units", "currencies")
    return frozenset(words.split()[0] for name in tables for words in word_table(lexicon, name)) - {
        "a",
        "the",
    }


@per_text
def implied(text: str, lexicon: Lexicon) -> tuple[Found[Quantity], ...]:
    """The figures that words of `text` may stand for, in no order; some of them overlap."""
    kinds = (_words, _units, _shares, _times, _ages)
    found = (one for kind in kinds for one in kind(text, lexicon))
    return tuple(one for one in found if not _softened(text, one.start, lexicon))


def implied_dates(text: str, lexicon: Lexicon) -> Iterator[Found[When]]:
    """The decades that `text` calls by their names: the forties."""
    for match in _decades(lexicon).finditer(text):
        year = int(word_table(lexicon, "decade-words")[match[1].lower()])
        yield Found(match.start(1), match.end(1), in_years(year, 1))


def _softened(text: str, start: int, lexicon: Lexicon) -> bool:
    """True behind "nearly" and "not"."""
    before = word_before(text, start).lower()
    return before in word_set(lexicon, "negators") or approximator_before(text, start, lexicon) is not None


@per_lexicon
def _decades(lexicon: Lexicon) -> re.Pattern[str]:
    names = alternation(word_table(lexicon, "decade-words"))
    return re.compile(rf"(?<!\w)the\s+(?:\w+\s+)?({names})(?!\w)", re.IGNORECASE)


@per_lexicon
def _figures(lexicon: Lexicon) -> re.Pattern[str]:
    return any_of(word_table(lexicon, "implied-figures"))


def _words(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    table = word_table(lexicon, "implied-figures")
    for match in _figures(lexicon).finditer(text):
        kind, number = table[spoken(match.group())].split()
        unit, dimension = _DIMENSIONS[kind]
        value = _exactly(float(number), unit, dimension)
        yield Found(match.start(), match.end(), replace(value, approximator=SOME if kind == SOME else None))


@per_lexicon
def _leads(lexicon: Lexicon) -> re.Pattern[str]:
    return any_of(word_table(lexicon, "unit-leads"))


def _units(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """One of a unit: a teaspoon, every hour, the day after."""
    ordinals = word_table(lexicon, "ordinal-words")
    for lead in _leads(lexicon).finditer(text):
        behind = unit_behind(text, lead.end(), lexicon)
        if behind is None or behind[1].dimension in _NO_MEASURE or behind[1].name in ordinals:
            continue
        number, *before = word_table(lexicon, "unit-leads")[spoken(lead.group())].split()
        if not before or _goes_by(text, behind[0], lexicon):
            unit = behind[1]
            yield Found(
                lead.start(), behind[0], _exactly(float(number), unit.name, unit.dimension, unit.scale)
            )


def _goes_by(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the word at `end` tells that so much time goes by: later, ago."""
    word = _NEXT.match(text, end)
    return word is not None and word[1].lower() in word_set(lexicon, "open-time-ends")


@per_lexicon
def _parts(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(an?|one)\s+)?({alternation(word_table(lexicon, 'fractions'))})(?![\w-])", re.I
    )


def _shares(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """A part of something: half a cup, grew by a third, cut into eighths."""
    for match in _parts(lexicon).finditer(text):
        part, article = match[2].lower(), match[1] is not None
        if part != "half" and article is part.endswith("s"):
            continue  # "third" is a rank, and "a halves" nothing
        behind = _ARTICLE.match(text, match.end()) if part == "half" else None
        end = behind.end() if behind else match.end()
        yield Found(
            match.start(),
            end,
            _exactly(1 / float(word_table(lexicon, "fractions")[part]), "fraction", "share"),
        )


@per_lexicon
def _plurals(lexicon: Lexicon) -> re.Pattern[str]:
    return any_of(word_table(lexicon, "open-times"))


def _times(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """A plural of time without a figure: days later, for years, some weeks ago."""
    for match in _plurals(lexicon).finditer(text):
        before = word_before(text, match.start()).lower()
        vague = before in word_table(lexicon, "quantifier-ranks")
        if not (
            _goes_by(text, match.end(), lexicon) or vague or before in word_set(lexicon, "duration-leads")
        ):
            continue
        unit = unit_named(match.group().lower(), lexicon)
        low, high = (float(end) for end in word_table(lexicon, "open-times")[match.group().lower()].split())
        start = text.rindex(before, 0, match.start()) if vague and before in text else match.start()
        if unit:
            top = None if isinf(high) else high
            value = Quantity(
                low=low,
                high=top,
                unit=unit.name,
                dimension=unit.dimension,
                scale=unit.scale,
                figures=(low, high),
                grain=0,
            )
            yield Found(start, match.end(), value)


@per_lexicon
def _lives(lexicon: Lexicon) -> re.Pattern[str]:
    owners = alternation(word_set(lexicon, "determiners") - {"the"})
    return re.compile(
        rf"(?<!\w){owners}\s+({alternation(word_table(lexicon, 'decade-words'))})(?!\w)", re.IGNORECASE
    )


def _ages(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """Ten years of a life: in her fifties."""
    year = unit_named("year", lexicon)
    for match in _lives(lexicon).finditer(text):
        if year is None:
            return
        low = float(word_table(lexicon, "decade-words")[match[1].lower()]) % 100
        age = _exactly(low, year.name, year.dimension, year.scale)
        yield Found(
            match.start(1), match.end(1), replace(age, high=low + 10, high_open=True, figures=(low, low + 10))
        )


def _exactly(number: float, unit: str | None, dimension: str | None, scale: float = 1.0) -> Quantity:
    return Quantity(
        low=number, high=number, unit=unit, dimension=dimension, scale=scale, figures=(number,), grain=0
    )
