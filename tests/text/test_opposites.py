"""Opposites and synonyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.opposites import concept, has_opposite, opposite, synonymous
from tests.words_lexicon import EMPTY, english

words = st.one_of(
    st.text(max_size=10),
    st.sampled_from(["joined", "left", "leaves", "happy", "unhappy", "buy", "more", "than", "less"]),
)


@given(words, words)
def test_opposites_and_synonyms_are_symmetric(one: str, other: str) -> None:
    assert opposite(one, other, english()) == opposite(other, one, english())
    assert synonymous(one, other, english()) == synonymous(other, one, english())
    assert not opposite(one, other, EMPTY)


@given(words)
def test_no_word_is_its_own_opposite(word: str) -> None:
    assert not opposite(word, word, english())
    assert synonymous(word, word, english())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("under", "until"),
        ("join", "joins"),
        ("buy", "purchase"),
        ("like", "unlike"),
        ("less", "unless"),
        ("cat", "dog"),
    ],
)
def test_others_are_no_opposites(one: str, other: str) -> None:
    assert not opposite(one, other, english())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("joined", "left"),
        ("left", "right"),
        ("Increased", "fell"),
        ("accepts", "rejected"),
        ("armed", "unarmed"),
        ("happy", "unhappy"),
        ("violent", "non-violent"),
        ("winning", "losing"),
        ("former", "current"),
        ("more than", "fewer than"),
    ],
)
def test_opposites_in_any_inflection(one: str, other: str) -> None:
    assert opposite(one, other, english())


def test_synonyms_are_compared_by_one_word() -> None:
    assert concept("purchased", english()) == "buy"
    assert concept("commences", english()) == concept("started", english())
    assert not synonymous("north", "south", english())
    assert not has_opposite("zorblatt", english())


def test_no_synonyms_are_opposites() -> None:
    pairs = english().table("synonyms").items()
    assert [pair for pair in pairs if opposite(*pair, english())] == []
