"""Ordinary words that open a sentence and are names."""

from __future__ import annotations

import pytest

import reconcile


def _claims(old: str, new: str) -> list[tuple[str, str]]:
    found = reconcile.compare(old, new).findings
    return [(one.claim, one.relation.value if one.relation else "") for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Stone left the room.", "Moreno left the room."),
        ("Stone's room was shut.", "Moreno's room was shut."),
        ("Moreno was heard.", "Baker was heard."),
    ],
)
def test_a_bare_word_in_the_place_of_a_name_is_a_name(old: str, new: str) -> None:
    assert _claims(old, new) == [("name", "conflicting")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Stones lay in the room.", "Moreno lay in the room."),
        ("Training was hard.", "Moreno was hard."),
        ("The head of Moreno left the room.", "Stone left the room."),
    ],
)
def test_other_words_in_the_place_of_a_name_are_none(old: str, new: str) -> None:
    assert ("name", "conflicting") not in _claims(old, new)
