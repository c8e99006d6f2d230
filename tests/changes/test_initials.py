"""Short forms beside their long ones."""

from __future__ import annotations

import pytest

from reconcile.changes.initials import said_twice
from reconcile.changes.passage import passage
from reconcile.face import read
from tests.words_lexicon import english


@pytest.mark.parametrize(
    ("old", "new", "left_out"),
    [
        ("The head of state (HOS) left.", "The HOS left.", ["head of state (", ")"]),
        ("The head of state (HOS) left.", "The head of state left.", ["(HOS)"]),
        ("The head of state (HOS) left.", "The mayor left.", []),
        ("The rate was high (UK).", "The rate was high.", []),
    ],
)
def test_what_is_said_in_two_ways_may_be_said_in_one(old: str, new: str, left_out: list[str]) -> None:
    here, there = (passage(read(text.encode(), name="a.txt"), (0,)) for text in (old, new))
    assert [here.text[slice(*place)] for place in said_twice(here, there, english())] == left_out
