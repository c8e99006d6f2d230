"""Opposites and synonyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.opposites import (
    concept,
    exclusive,
    go_together,
    has_opposite,
    kind_of,
    names_a_kind,
    opposed_phrases,
    opposite,
    synonymous,
)
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
        ("binding", "non-binding"),
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


def test_exclusive_words_stand_in_one_set_or_are_sisters() -> None:
    assert exclusive("weeks", "months", english())
    assert exclusive("trumpets", "violin", english())
    assert exclusive("tight ends", "wide receiver", english())
    assert not exclusive("scathing", "negative", english())
    assert not exclusive("violin", "instrument", english())
    assert not exclusive("trumpet", "violin", english(), strict=True)


@given(words, words)
def test_exclusion_is_symmetric_and_never_of_one_word(one: str, other: str) -> None:
    assert exclusive(one, other, english()) == exclusive(other, one, english())
    assert not exclusive(one, one, english())


def test_a_phrase_is_found_in_any_inflection_and_with_a_hyphen() -> None:
    found = [hit.entry for hit in opposed_phrases(english()).find("two semi finals, and no half-brothers")]
    assert found == ["semi final", "half brother"]
    found = [
        hit.entry for hit in opposed_phrases(english()).find("he logged in, and logs out as he is laid off")
    ]
    assert found == ["log in", "log out", "lay off"]
    assert not list(opposed_phrases(EMPTY).find("two semi finals"))


@given(words, words)
def test_going_together_is_symmetric(one: str, other: str) -> None:
    assert go_together(one, other, english()) == go_together(other, one, english())


def test_callings_that_go_together() -> None:
    assert go_together("singer", "songwriters", english())
    assert go_together("novelist", "poet", english())
    assert not go_together("dentist", "plumber", english())
    assert not go_together("singer", "no such word", english())


def test_a_word_and_the_kinds_it_is_of() -> None:
    assert kind_of("Alzheimer's", "dementia", english())
    assert not kind_of("dementia", "Alzheimer's", english())
    assert not kind_of("dementia", "no such word", english())
    assert names_a_kind("dementia", english())
    assert not names_a_kind("no such word", english())
