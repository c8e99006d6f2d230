"""Sisters in the taxonomy, and what the table itself must keep to."""

from __future__ import annotations

from itertools import combinations

import pytest

from reconcile.text.lists import word_table
from reconcile.text.opposites import concept, exclusive
from reconcile.text.taxonomy import kinds, sisters
from tests.words_lexicon import EMPTY, english


@pytest.mark.parametrize(
    ("one", "other"), [("violin", "cello"), ("violin", "drum"), ("terrier", "cat"), ("novel", "sitcom")]
)
def test_sisters_however_far_apart(one: str, other: str) -> None:
    assert sisters([one], [other], english())
    assert sisters([other], [one], english())
    assert not sisters([one], [other], EMPTY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("violin", "violin"),
        ("violin", "instrument"),
        ("fiddle", "violin"),
        ("terrier", "oak"),
        ("sonnet", "poem"),
    ],
)
def test_a_kind_is_no_sister_of_its_kind_nor_of_another_thing(one: str, other: str) -> None:
    assert not sisters([one], [other], english())
    assert not sisters([other], [one], english())


def test_the_likeliest_form_is_looked_up_first() -> None:
    assert sisters(["boxing", "box"], ["judo"], english())
    assert not sisters(["boxing", "box"], ["barrel"], english())


def test_a_word_of_two_meanings_is_a_sister_in_either() -> None:
    assert sisters(["chicken"], ["eagle"], english())
    assert sisters(["chicken"], ["beef"], english())


def test_kinds_of_the_table_that_are_words_stand_in_it_with_their_own_kinds() -> None:
    table = word_table(english(), "taxonomy")
    for word, found in table.items():
        for path in found.split(" + "):
            *above, last = path.split("/")
            if above and last in table:
                assert "/".join(above) in table[last].split(" + "), (
                    f"{word}: {last} is of another kind in {path}"
                )


def test_no_two_words_of_the_table_that_say_the_same_are_sisters() -> None:
    same: dict[str, list[str]] = {}
    for word in kinds(english()):
        same.setdefault(concept(word, english()), []).append(word)
    for alike in same.values():
        assert not any(exclusive(one, other, english()) for one, other in combinations(alike, 2))
