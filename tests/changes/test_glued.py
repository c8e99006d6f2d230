"""Headings that ran into a sentence."""

from __future__ import annotations

import pytest

import reconcile

SENTENCE = "The founder grew up on a barge."


@pytest.mark.parametrize("heading", ["Early years", "Life", "Origins of the guild"])
def test_a_heading_is_a_note(heading: str) -> None:
    glued = f"{heading} {SENTENCE}"
    for pair in ((glued, SENTENCE), (SENTENCE, glued)):
        (finding,) = reconcile.compare(*pair).findings
        assert (finding.claim, finding.level) == ("heading", "note")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("After the flood, the mill was sold to Berta Holm.", "Berta Holm bought the mill."),
        ("Former mayor Berta Holm sold the mill.", "Berta Holm sold the mill."),
        ("Then, he sold the mill.", "He sold the mill."),
        ("the heirs He sold the mill.", "He sold the mill."),
    ],
)
def test_other_words_at_the_head_are_no_heading(old: str, new: str) -> None:
    assert all(finding.claim != "heading" for finding in reconcile.compare(old, new).findings)
