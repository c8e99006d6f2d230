"""Words put in as a part of their own."""

from __future__ import annotations

import pytest

import reconcile

PARTS = [
    ("The men who sang left.", "The men who did not row and sang left."),
    ("The men who did not row left.", "The men who did not swim and did not row left."),
    ("The men sang at noon.", "The men sang and did not row at noon."),
    ("The men sang at noon.", "The men sang at noon without reading notes."),
]
DENIALS = [
    ("The men rowed the boat at noon.", "The men never willingly rowed the boat at noon."),
    ("The men rowed the boat at noon.", "The men did not row the boat at noon."),
    ("The men rowed the boat at noon.", "The men, they say, have not rowed the boat at noon."),
]


def relations(old: str, new: str) -> list[str]:
    return [str(one.relation) for one in reconcile.compare(old, new).findings if one.claim == "negation"]


@pytest.mark.parametrize(("old", "new"), PARTS)
def test_a_part_with_a_denial_of_its_own_contradicts_nothing(old: str, new: str) -> None:
    assert relations(old, new) == ["added"]
    assert relations(new, old) == ["removed"]


@pytest.mark.parametrize(("old", "new"), DENIALS)
def test_a_denial_of_what_stands_contradicts_it(old: str, new: str) -> None:
    assert relations(old, new) == ["conflicting"]
    assert relations(new, old) == ["conflicting"]
