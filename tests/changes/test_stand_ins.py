"""A name in the place of common words: what is told as one change, and what is left to others."""

from __future__ import annotations

import pytest

import reconcile
from reconcile.model import Relation


def names(old: str, new: str) -> list[tuple[Relation | None, str, str]]:
    """The findings about names: relation, old text, new text."""
    found = [one for one in reconcile.compare(old, new).findings if one.claim == "name"]
    return [(one.relation, one.old.text if one.old else "", one.new.text if one.new else "") for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He met the other Rovers at the quay.", "He met the other rovers at the quay."),
        ("He went to the Centre by boat.", "He went to the center by boat."),
        ("The ferry Anna sails on Mondays.", "The ferry sails on Mondays."),
        ("The cave was found by nine sailors.", "The cave was found by Winslow."),
        ("The cave was found while he slept there.", "The cave was found by Winslow."),
    ],
)
def test_no_exchange_of_words_for_a_name(old: str, new: str) -> None:
    assert all(old == "" or new == "" for _, old, new in names(old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "The cave was found by the forester.",
            "The cave was found by Winslow.",
            (Relation.UNSURE, "the forester", "Winslow"),
        ),
        (
            "The cave was found by Winslow.",
            "The cave was found by the forester.",
            (Relation.UNSURE, "Winslow", "the forester"),
        ),
        (
            "The pages are made with sphinxdoc.",
            "The pages are made with Doxygen.",
            (Relation.CONFLICTING, "sphinxdoc", "Doxygen"),
        ),
    ],
)
def test_words_for_a_name_are_one_finding(old: str, new: str, expected: tuple[Relation, str, str]) -> None:
    assert names(old, new) == [expected]
    assert len(reconcile.compare(old, new).findings) == 1
