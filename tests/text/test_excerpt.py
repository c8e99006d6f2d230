"""A few words around a place: cut between words, and never without the place itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.excerpt import excerpt

LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen last"


@given(st.data())
def test_the_place_is_in_the_excerpt_and_the_excerpt_in_the_text(data: st.DataObject) -> None:
    text = data.draw(st.text("ab  .", min_size=1, max_size=300).map(str.strip).filter(bool))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = excerpt(text, start, end).removeprefix("… ").removesuffix(" …")
    assert text[start:end].strip() in words
    assert words in text


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("one", "one two three four five six seven eight nine ten …"),
        (
            "nine",
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen …",
        ),
        ("last", "… twelve thirteen fourteen fifteen sixteen last"),
    ],
)
def test_words_are_not_cut(word: str, expected: str) -> None:
    at = LONG.rindex(word)
    found = excerpt(LONG, at, at + len(word))
    assert all(piece in [*LONG.split(), "…"] for piece in found.split())
    assert found == expected
