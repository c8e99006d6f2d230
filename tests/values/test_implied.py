"""Words that say a figure without being one."""

from __future__ import annotations

import pytest

from reconcile.model import Relation
from reconcile.values.implied import SOME, implied, implied_dates
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_find import find
from reconcile.values.quantity_relate import relate
from tests.words_lexicon import english

LEXICON = english()


def said(text: str) -> dict[str, Quantity]:
    """The words of `text` that may be read as figures, but for the articles."""
    found = ((text[one.start : one.end], one.value) for one in implied(text, LEXICON))
    return {words: value for words, value in found if value.approximator != SOME}


@pytest.mark.parametrize(
    "text",
    [
        "The crew waited for the tide.",
        "Nearly all of the crew waited, and not all of them slept.",
        "She has a degree and a bit of luck, for a second term.",
        "The day was long in the third week.",
        "The years were hard.",
    ],
)
def test_these_words_say_no_figure(text: str) -> None:
    assert said(text) == {}


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("It runs every hour.", "every hour", 1, 1, "hour"),
        ("It runs every other week.", "every other week", 2, 2, "week"),
        ("It ran the day after.", "the day", 1, 1, "day"),
        ("Add half a cup.", "half a", 0.5, 0.5, "fraction"),
        ("It grew by a third.", "a third", 1 / 3, 1 / 3, "fraction"),
        ("Cut it into eighths.", "eighths", 0.125, 0.125, "fraction"),
        ("She called once.", "once", 1, 1, "times"),
        ("All of it sank.", "All", 1, 1, "fraction"),
        ("Days later, she left.", "Days", 1.5, 60, "day"),
        ("She left some years ago.", "some years", 1.5, None, "year"),
        ("He was in his fifties.", "fifties", 50, 60, "year"),
    ],
)
def test_what_words_say(text: str, words: str, low: float, high: float | None, unit: str) -> None:
    value = said(text)[words]
    assert (value.low, value.high, value.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("words", "text", "figure", "relation"),
    [
        ("every hour", "It runs every hour.", "60 minutes", Relation.EQUIVALENT),
        ("every hour", "It runs every hour.", "two hours", Relation.CONFLICTING),
        ("Days", "Days later, she left.", "three weeks", Relation.NARROWER),
        ("Days", "Days later, she left.", "six months", Relation.CONFLICTING),
        ("some years", "She left some years ago.", "one year", Relation.CONFLICTING),
        ("half a", "Add half a cup.", "50%", Relation.EQUIVALENT),
    ],
)
def test_beside_a_figure(words: str, text: str, figure: str, relation: Relation) -> None:
    (found,) = find(figure, LEXICON)
    assert relate(said(text)[words], found.value) is relation


def test_decades_have_names() -> None:
    text = "In the early forties and in his thirties"
    assert [(text[one.start : one.end], one.value.edtf) for one in implied_dates(text, LEXICON)] == [
        ("forties", "194X")
    ]
