"""Only one, and another one too."""

from __future__ import annotations

import pytest

import reconcile
from reconcile.model import Relation


def conflicts(old: str, new: str) -> list[tuple[str, str]]:
    """The old and the new text of what is told as conflicting."""
    found = [one for one in reconcile.compare(old, new).findings if one.relation is Relation.CONFLICTING]
    return [(one.old.text if one.old else "", one.new.text if one.new else "") for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He met only Ina Vogt.", "He met Ina Vogt."),
        ("He worked alone.", "He worked with Ina Vogt."),
        ("He met only Ina Vogt.", "He met only Ina Vogt and Karl Ruud."),
        ("He only met Ina Vogt in May.", "He met Ina Vogt and Karl Ruud in May."),
        ("He met only Ina Vogt.", "He met Ina Vogt, and Karl Ruud came later."),
    ],
)
def test_not_told_of_one_alone(old: str, new: str) -> None:
    assert not conflicts(old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "He met only Ina Vogt.",
            "He met Ina Vogt and Karl Ruud.",
            ("only Ina Vogt", "Ina Vogt and Karl Ruud"),
        ),
        (
            "Ina Vogt and Karl Ruud left.",
            "Ina Vogt alone left.",
            ("Ina Vogt and Karl Ruud", "Ina Vogt alone"),
        ),
    ],
)
def test_one_alone_and_another_too(old: str, new: str, expected: tuple[str, str]) -> None:
    assert conflicts(old, new) == [expected]
