"""Where lists stand, how many they announce, and whether they name all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.members import Members
from reconcile.values.members_find import find, split_list
from tests.words_lexicon import EMPTY, english

PIECES = [
    "Georgia",
    "Ukraine",
    ",",
    "and",
    "or",
    ";",
    ":",
    "(",
    ")",
    "five",
    "states",
    "include",
    "consists",
    "of",
    "others",
    "tea",
    "the",
    "-",
    "such",
    "as",
    ".",
]
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))


@given(texts)
def test_lists_slice_right(text: str) -> None:
    for lexicon in (english(), EMPTY):
        for one in find(text, lexicon):
            assert 0 <= one.start < one.end <= len(text)
            assert all(member in text[one.start : one.end] for member in one.value.members)
        for start, end in split_list(text, lexicon):
            assert text[start:end].strip(" ") == text[start:end] != ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Georgia and Ukraine left.",
        "He is like his brother, and went home, and slept.",
        "Russian, British and French troops came.",
        "It includes a park.",
        "The list includes a very long thing that goes on and on and on without any end at all, b, c.",
        "They were tired.",
        "They were eager to talk of rights, regular meetings, and other matters.",
        "Russia: Russia and Russia",
        "They were sent home, is what he said, and then, so on.",
    ],
)
def test_these_are_no_lists(text: str) -> None:
    assert find(text, english()) == ()


CENTRAL = ("Uzbekistan", "Kazakhstan", "Tajikistan", "Turkmenistan", "Kyrgyzstan")
CASES = [
    (
        "It is a member of the United Nations, Partnership for Peace, and the Council of Europe.",
        Members(("United Nations", "Partnership for Peace", "Council of Europe")),
    ),
    (
        "The Union comprises five states: Uzbekistan, Kazakhstan, Tajikistan, Turkmenistan and Kyrgyzstan.",
        Members(CENTRAL, 5, True, "states"),
    ),
    (
        "The five Asian lands — Uzbekistan, Kazakhstan, Tajikistan, Turkmenistan, and Kyrgyzstan — met.",
        Members(CENTRAL, 5, True, "Asian lands"),
    ),
    ("It consists of Georgia and Moldova.", Members(("Georgia", "Moldova"), None, True)),
    (
        "Members include Georgia, the World Bank (WB), and three other countries.",
        Members(("Georgia", "World Bank"), 5, partial=True),
    ),
    ("Georgia, Ukraine and Moldova joined.", Members(("Georgia", "Ukraine", "Moldova"))),
    ("It belongs to the UN, the OSCE, the OIC, and others.", Members(("UN", "OSCE", "OIC"), partial=True)),
    (
        "It has five members, including Georgia, Ukraine, and Moldova.",
        Members(("Georgia", "Ukraine", "Moldova"), 5, False, "members", True),
    ),
    (
        "The salad consists of tomatoes, cucumbers and onions.",
        Members(("tomatoes", "cucumbers", "onions"), None, True),
    ),
    (
        "They export products such as cotton, gold, and natural gas, which sell.",
        Members(("cotton", "gold", "natural gas"), partial=True),
    ),
    ("It consists of four parts: tea, milk and salt.", Members(("tea", "milk", "salt"), 4, True, "parts")),
    ("It has four parts: A, B, C and D.", Members(("A", "B", "C", "D"), 4, True, "parts")),
    ("Participants: Georgia, Ukraine, Moldova.", Members(("Georgia", "Ukraine", "Moldova"))),
    (
        "Those present were Georgia; Ukraine; as well as Moldova (an observer) and Armenia.",
        Members(("Georgia", "Ukraine", "Moldova", "Armenia"), None, False),
    ),
]


@pytest.mark.parametrize(("text", "members"), CASES)
def test_lists_are_read(text: str, members: Members) -> None:
    assert [one.value for one in find(text, english())] == [members]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("A, B, C, and D", ["A", "B", "C", "D"]),
        ("cotton and the gold as well as tea", ["cotton", "gold", "tea"]),
        ("A; B, C; D.", ["A", "B", "C", "D"]),
        ("Iran, Iraq, and 3 others", ["Iran", "Iraq"]),
        ("", []),
    ],
)
def test_written_lists_are_split(text: str, items: list[str]) -> None:
    assert [text[start:end] for start, end in split_list(text, english())] == items
