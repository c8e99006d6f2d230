"""Parts of one unit, and sums of two currencies."""

from __future__ import annotations

import pytest
from words_lexicon import english

from reconcile.values.quantity_find import find
from reconcile.values.units import is_money


@pytest.mark.parametrize(
    "text", ["He came third a year later.", "half of an answer", "a cup and a half", "three-quarters"]
)
def test_no_part_of_a_unit(text: str) -> None:
    assert all(one.value.dimension in (None, "ordinal", "share") for one in find(text, english()))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("an hour and a half", 5400),
        ("half an hour", 1800),
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
