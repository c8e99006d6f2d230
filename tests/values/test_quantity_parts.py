"""Parts of one unit, and sums of two currencies."""

from __future__ import annotations

import pytest

from reconcile.values.quantity_find import find
from reconcile.values.units import is_money
from tests.words_lexicon import english


@pytest.mark.parametrize(
    "text", ["He came third a year later.", "half of an answer", "a cup and a half", "three-quarters"]
)
def test_no_part_of_a_unit(text: str) -> None:
    assert all(one.value.dimension in (None, "ordinal", "share") for one in find(text, english()))


@pytest.mark.parametrize(("text", "days"), [("closed for a week", 7), ("It took a day.", 1)])
def test_one_unit_of_time_without_a_figure(text: str, days: float) -> None:
    (found,) = find(text, english())
    assert found.value.scale == days * 86400
    assert text[found.start] == "a"


@pytest.mark.parametrize(
    "text",
    ["twice a day", "for a week-long trip", "for a day or two", "for a second term", "for a day's pay"],
)
def test_no_length_of_time(text: str) -> None:
    assert not any(one.value.figures == (1,) and one.value.unit for one in find(text, english()))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("an hour and a half", 5400),
        ("half an hour", 1800),
        ("every half-hour", 1800),
        ("a half hour", 1800),
        ("three quarters of an hour", 2700),
        ("1½ hours", 5400),
        ("1 1/2 hours", 5400),
        ("1/4 hour", 900),
        ("¾ hour", 2700),
        ("two (2) hours", 7200),
        ("two hours and ten minutes", 7800),
        ("1 hour, 30 seconds", 3630),
        ("3.6 × 10^3 seconds", 3600),
        ("10³ seconds", 1000),
        ("a quarter of an hour", 900),
        ("one minute and a half", 90),
    ],
)
def test_part_of_an_hour(text: str, seconds: float) -> None:
    (found,) = find(f"It lasted {text}.", english())
    assert found.value.low is not None
    assert found.value.low * found.value.scale == seconds


def test_money() -> None:
    assert is_money("dollar", english())
    assert not is_money("length", english())
    assert not is_money(None, english())
