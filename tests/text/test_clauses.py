"""Clauses: what a sentence says, part by part, with the subject that a part leaves out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.clauses import clauses
from reconcile.text.subject import subject
from tests.words_lexicon import EMPTY, english


def told(text: str) -> list[str]:
    """Each clause, behind the subject that it has from before."""
    found = []
    for one in clauses(text, english()):
        carried = f"<{text[slice(*one.subject)]}> " if one.subject else ""
        found.append(carried + text[one.start : one.end])
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The towers and bridges of the city were built and painted by Olaf.",
        "It comprises Norland, Suderland and Westland.",
        "The ministry declared the outbreak over on 9 January 2015.",
        "He played there before 1990 and after 2001.",
        "",
    ],
)
def test_what_is_one_statement(text: str) -> None:
    assert told(text) == ([text] if text else [])


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It is 312 km long and rises at Mount Hask.", ["It is 312 km long", "<It> rises at Mount Hask."]),
        (
            "The hall, which opened in 1921, has 400 seats.",
            ["The hall", "<hall> which opened in 1921", "<The hall> has 400 seats."],
        ),
        (
            "In 2016 it moved to Birk Island, covering 12 hectares.",
            ["In 2016 it moved to Birk Island", "covering 12 hectares."],
        ),
        (
            "The club plays at the Granmo, which holds 9,000.",
            ["The club plays at the Granmo", "<Granmo> which holds 9,000."],
        ),
        (
            "In 2003 the dam was damaged by a flood and closed for two years.",
            ["In 2003 the dam was damaged by a flood", "<In 2003 the dam> closed for two years."],
        ),
        (
            "Lena Storm (1868–1941) was a painter.",
            ["Lena Storm", "<Lena Storm> 1868–1941", "<Lena Storm> was a painter."],
        ),
    ],
)
def test_what_is_said_of_one_subject(text: str, parts: list[str]) -> None:
    assert told(text) == parts


@given(st.lists(st.sampled_from(["it", "and", "rises", ",", "which", "(", ")", "Osby", "9"]), max_size=12))
def test_clauses_follow_one_another(words: list[str]) -> None:
    text = " ".join(words)
    for lexicon in (english(), EMPTY):
        found = clauses(text, lexicon)
        assert all(one.start <= one.end for one in found)
        assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_comma_of_a_figure_parts_no_adverbial() -> None:
    text = "In 2019 the museum had 71,000 visitors."
    place = subject(text, english())
    assert place is not None
    assert text[slice(*place)] == "the museum"
