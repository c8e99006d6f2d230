"""What a sentence is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.subject import is_pronoun, subject
from tests.words_lexicon import EMPTY, english

PIECES = [
    "In",
    "1999",
    ",",
    "Uzbekistan",
    "joined",
    "the",
    "(",
    ")",
    "ECO",
    "which",
    "it",
    "'s",
    "However",
    "members",
    "of",
    "agree",
    "While",
    "going",
]
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))


@given(texts)
def test_the_subject_slices_right(text: str) -> None:
    for lexicon in (english(), EMPTY):
        found = subject(text, lexicon)
        if found:
            assert 0 <= found[0] < found[1] <= len(text)
            assert text[found[0] : found[1]].strip() == text[found[0] : found[1]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Is it so?",
        "There are five members.",
        "In the capital of the land lives a king.",
        "However,",
    ],
)
def test_some_sentences_have_no_leading_subject(text: str) -> None:
    assert subject(text, english()) is None


CASES = [
    ("In 1999, Uzbekistan joined GUAM.", "Uzbekistan"),
    ("In 1999 Uzbekistan joined GUAM.", "Uzbekistan"),
    ("In 1949 she joined Harwell, Leeds and Durham.", "she"),
    ("In 1999 elections, Uzbekistan voted.", "Uzbekistan"),
    ("However, it is a member.", "it"),
    ("In 1999, however, the bank closed.", "the bank"),
    (
        "The Economic Cooperation Organization (ECO) comprises ten states.",
        "The Economic Cooperation Organization",
    ),
    ("Antti Turunen, the Finnish envoy, said so.", "Antti Turunen"),
    ("Uzbekistan's government refused to sign.", "Uzbekistan's government"),
    ("While in London, he wrote a book.", "he"),
    ("Leaving London, the poet wrote a book.", "the poet"),
    ("Two people who were there died.", "Two people"),
    ("Members of the European Union imposed sanctions.", "Members of the European Union"),
    ("The host nation won.", "The host nation"),
    ("Its neighbours oppose the plan.", "Its neighbours"),
    ("It's big.", "It"),
    ("President Islam Karimov also met them.", "President Islam Karimov"),
    ("Exports to China rose by 5%.", "Exports to China"),
    ("Swimming is healthy.", "Swimming"),
    ("Sanctions", "Sanctions"),
    ("Some 3,000 people attended.", "Some 3,000 people"),
    ("Version 2.4 supports it.", "Version 2.4"),
    ("Dr. Lee works at St. Mary's Hospital.", "Dr. Lee"),
    ("The 9:40 train was late.", "The 9:40 train"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_leading_noun_phrase(text: str, expected: str) -> None:
    found = subject(text, english())
    assert found is not None
    assert text[found[0] : found[1]] == expected


def test_a_very_long_opening_has_no_subject() -> None:
    assert subject("word " * 40, english()) is None


def test_pronouns_are_told_from_names() -> None:
    assert is_pronoun(" It ", english())
    assert not is_pronoun("Uzbekistan", english())


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Her best-known work was painted in 1928.", "Her best-known work"),
        ("The well-known singer left.", "The well-known singer"),
        ("Anna Holt co-founded the firm.", "Anna Holt"),
    ],
)
def test_a_participle_behind_a_hyphen_is_no_verb(text: str, about: str) -> None:
    place = subject(text, english())
    assert place is not None
    assert text[slice(*place)] == about
