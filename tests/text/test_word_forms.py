"""Words made of others."""

from __future__ import annotations

import pytest

from reconcile.text.opposites import opposite
from reconcile.text.word_forms import of_superlative, other_manners, stems
from tests.words_lexicon import english


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("patiently", "impatiently"),
        ("visibly", "invisibly"),
        ("logically", "illogically"),
        ("happily", "unhappily"),
    ],
)
def test_an_adverb_is_denied_as_its_adjective_is(one: str, other: str) -> None:
    assert opposite(one, other, english())
    assert opposite(other, one, english())


@pytest.mark.parametrize(("one", "other"), [("openly", "closely"), ("nearly", "distantly")])
def test_adverbs_of_opposite_adjectives_need_not_be_opposites(one: str, other: str) -> None:
    assert not opposite(one, other, english())


def test_no_manner_of_what_is_no_adverb() -> None:
    assert not list(other_manners("patient", {"patient": ["impatient"]}))


def test_forms_of_unknown_verbs() -> None:
    assert list(stems("demoted")) == ["demot", "demote"]
    assert list(stems("barred")) == ["barr", "barre", "bar"]
    assert not list(stems("red"))
    assert "largest"[:-2] in of_superlative("largest")
