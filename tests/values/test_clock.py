"""Times of day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Relation
from reconcile.values.clock import relate_times, times
from reconcile.values.clock_words import worded_times
from reconcile.values.quantity import Quantity
from tests.words_lexicon import english


def time(text: str) -> Quantity:
    (found,) = times(text, english())
    assert text[found.start : found.end] == text
    return found.value


ZONES = st.sampled_from(["", " GMT", " CET", " (PST)", " IST"])
HOURS = st.builds("{}:{:02d}{}".format, st.integers(0, 23), st.integers(0, 59), ZONES)


@given(HOURS, HOURS)
def test_relations_are_converses(one: str, other: str) -> None:
    assert relate_times(time(one), time(one)) is Relation.EQUIVALENT
    assert relate_times(time(one), time(other)).converse is relate_times(time(other), time(one))


@pytest.mark.parametrize(
    "text",
    ["25:00", "12:75", "18:00 XYT", "1:02:03", "a 3:2 win", "13 pm", "$5 am"],
)
def test_no_time(text: str) -> None:
    assert list(times(text, english())) == []


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("6 p.m.", "18:00", Relation.EQUIVALENT),
        ("12 am", "0:00", Relation.EQUIVALENT),
        ("9:00", "nine o'clock", Relation.EQUIVALENT),
        ("9 o'clock", "9.00 p.m.", Relation.NARROWER),
        ("9 pm", "9:00", Relation.BROADER),
        ("9 am", "9 pm", Relation.CONFLICTING),
        ("9:00", "9:30", Relation.CONFLICTING),
        ("18:00 GMT", "19:00 CET", Relation.EQUIVALENT),
        ("18:00 (CET)", "18:00 CET", Relation.EQUIVALENT),
        ("11 pm UTC", "00:00 CET", Relation.EQUIVALENT),
        ("18:00", "18:00 CET", Relation.NARROWER),
        ("18:00", "19:00 CET", Relation.UNSURE),
        ("18:00 EST", "18:00 EDT", Relation.UNSURE),
        ("18:00 CET", "19:00 CET", Relation.CONFLICTING),
        ("18:00 Eastern time", "18:00 ET", Relation.EQUIVALENT),
        ("18:00 Eastern time", "18:00 Pacific time", Relation.UNSURE),
    ],
)
def test_two_times(one: str, other: str, relation: Relation) -> None:
    assert relate_times(time(one), time(other)) is relation


@pytest.mark.parametrize(
    "text", ["the midnight sun", "At Midnight", "half past him", "a quarter to 13", "noon"]
)
def test_no_time_in_words(text: str) -> None:
    assert list(worded_times(text, english())) == []


@pytest.mark.parametrize(
    ("text", "other"),
    [("at noon", "12 pm"), ("at midnight", "0:00"), ("half past nine", "9:30"), ("a quarter to ten", "9:45")],
)
def test_time_in_words(text: str, other: str) -> None:
    (found,) = worded_times(text, english())
    assert relate_times(found.value, time(other)) is Relation.EQUIVALENT
