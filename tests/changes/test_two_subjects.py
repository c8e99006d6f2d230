"""What is told of one thing, and what is told of another."""

from __future__ import annotations

import pytest

import reconcile
from reconcile.model import Relation


def conflicts(old: str, new: str) -> int:
    """How many findings are conflicting."""
    return sum(one.relation is Relation.CONFLICTING for one in reconcile.compare(old, new).findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The old bridge was shut in May.", "The new bridge was opened in June."),
        ("The eastern shore belongs to Lunden.", "The western shore belongs to Orm."),
        ("Version 2 is slow.", "Version 3 is fast."),
    ],
)
def test_of_two_subjects_two_things_are_true(old: str, new: str) -> None:
    assert conflicts(old, new) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The old bridge was shut in May.", "The old bridge was opened in May."),
        ("The eastern shore belongs to Lunden.", "The western shore belongs to Lunden."),
    ],
)
def test_an_exchange_in_one_of_the_two_excludes(old: str, new: str) -> None:
    assert conflicts(old, new) >= 1
