"""Expressions compiled at their first use do what compiled ones do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.late import late

SOURCE = r"(?P<word>[a-c]+)|\d"


@given(st.text("abcd12 ", max_size=20))
def test_finds_what_a_compiled_one_finds(text: str) -> None:
    assert late(SOURCE).findall(text) == re.compile(SOURCE).findall(text)
    assert late(SOURCE).sub("-", text) == re.compile(SOURCE).sub("-", text)


def test_flags_and_attributes() -> None:
    one = late("A", re.IGNORECASE)
    assert one.pattern == "A"
    assert one.match("a")
    assert one.match("A")


def test_a_wrong_one_is_told_at_its_first_use() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("")
