"""Entries of lists are read as texts are, the plain ones by a shorter way."""

from __future__ import annotations

import pytest

from reconcile.text.phrases import _entry_words, tokens


@pytest.mark.parametrize(
    "entry", ["well-known fact", "per cent", "A.M.", "don't", "café au lait", "2nd", "a--b"]
)
def test_an_entry_has_the_words_of_the_text(entry: str) -> None:
    assert _entry_words(entry) == tuple(token.folded for token in tokens(entry))


def test_the_second_half_of_a_contraction_is_a_word() -> None:
    assert _entry_words("n't") == ("n't",)
