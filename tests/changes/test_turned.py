"""Statements told from their other end."""

from __future__ import annotations

import pytest

import reconcile


def _conflicts(old: str, new: str) -> bool:
    found = reconcile.compare(old, new).findings
    return any(one.relation is not None and one.relation.value == "conflicting" for one in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ida lent the boat to Max.", "Max borrowed the boat from Ida."),
        ("The barn is older than the mill.", "The mill is younger than the barn."),
        ("Ida likes the house that Max built.", "Max hates the house that Ida built."),
    ],
)
def test_a_statement_turned_round_does_not_conflict_in_its_word(old: str, new: str) -> None:
    assert not _conflicts(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ida lent the boat to Max.", "Ida borrowed the boat from Max."),
        ("The barn is older than the mill.", "The barn is younger than the mill."),
    ],
)
def test_the_same_ends_with_the_other_word_conflict(old: str, new: str) -> None:
    assert _conflicts(old, new)
