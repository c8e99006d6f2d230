"""Sentences of English: plain cases that anyone can add to, a line each, in english.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.claim import Lexicon
from reconcile.segmenting import spans
from tests.words_lexicon import english

CASES = [
    line
    for line in (Path(__file__).parent / "english.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
LEXICON = english()


def cut(text: str, lexicon: Lexicon = LEXICON) -> list[str]:
    return [span.of(text) for span in spans(text, lexicon)]


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    parts = [part.strip() for part in case.split("¦")]
    assert cut(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The citation was here.The text went on.", ["The citation was here.", "The text went on."]),
        ("See system.Out for it.", ["See system.Out for it."]),
        ("It ran and ran...Then it stopped.", ["It ran and ran...", "Then it stopped."]),
        ("...Nobody knew.", ["...Nobody knew."]),
        ("First line\n\nsecond line", ["First line", "second line"]),
        ("First line\r\n \r\nsecond line", ["First line", "second line"]),
        ("A hard\nwrapped line. It\nends.", ["A hard\nwrapped line.", "It\nends."]),
        ("1. One thing.\n2. Another thing.", ["1. One thing.", "2. Another thing."]),
    ],
)
def test_white_space(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_nothing_has_no_sentences() -> None:
    assert cut("") == cut(" \n\n ") == []


def test_without_word_lists_it_still_cuts() -> None:
    assert cut("He left. She stayed.", Lexicon("en")) == ["He left.", "She stayed."]
