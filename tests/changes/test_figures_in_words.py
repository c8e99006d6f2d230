"""Figures against words in their place that say another one."""

from __future__ import annotations

import pytest

import reconcile


def told(old: str, new: str) -> list[tuple[str, str]]:
    """Old and new text of what is in conflict."""
    found = [one for one in reconcile.compare(old, new).findings if one.relation == "conflicting"]
    return [(one.old.text if one.old else "", one.new.text if one.new else "") for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The bus runs every hour.", "The bus runs every hour in winter."),
        ("She once lived in Rome.", "She lived in Rome twice, and in Pisa."),
        ("The crew slept a day.", "The crew slept on two decks and sang."),
        ("Weeks later, she left.", "Five weeks later, she left."),
        ("All the boats that lay there were old.", "Half of what they took home was rotten."),
    ],
)
def test_nothing_is_decided(old: str, new: str) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "texts"),
    [
        ("The bus runs every hour.", "The bus runs every two hours.", ("every hour", "two hours")),
        ("She called twice.", "She called once.", ("twice", "once")),
        ("Both of them left.", "One of them left.", ("Both", "One")),
        ("The boat was built in the fifties.", "The boat was built in the 1960s.", ("fifties", "1960s")),
        ("It grew by a third.", "It grew by two thirds.", ("a third", "two thirds")),
    ],
)
def test_another_figure(old: str, new: str, texts: tuple[str, str]) -> None:
    assert told(old, new) == [texts]
    assert told(new, old) == [texts[::-1]]
