"""Phrases compared as one plain word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.phrasing import plainly
from reconcile.text.words import words
from tests.words_lexicon import english


def plain(text: str) -> list[str]:
    return [word.folded for word, _ in plainly(words(text), english())]


@given(st.text(alphabet="abc .,'", max_size=40))
def test_words_without_phrases_stay(text: str) -> None:
    assert plain(text) == [word.folded for word in words(text)]


@given(
    st.lists(
        st.sampled_from(["took place", "in May", "because of", "rain", "e.g.", "took", "a cat"]), max_size=8
    )
)
def test_each_word_stands_where_it_says(parts: list[str]) -> None:
    text = " ".join(parts)
    all_words = words(text)
    numbers = [number for _, number in plainly(all_words, english())]
    assert numbers == sorted(set(numbers))
    assert all(word.start == all_words[number].start for word, number in plainly(all_words, english()))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("it took a place", ["it", "took", "a", "place"]),
        ("it took place", ["it", "happen"]),
        ("a dog, e.g. mine", ["a", "dog", ",", "for example", "mine"]),
        ("she told reporters", ["she", "say"]),
    ],
)
def test_phrases(text: str, said: list[str]) -> None:
    assert plain(text) == said
