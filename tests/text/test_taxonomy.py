"""Sisters in the taxonomy, and what the table itself must keep to."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from reconcile.claim import Lexicon
from reconcile.text.lists import word_table
from reconcile.text.opposites import concept, exclusive
from reconcile.text.taxonomy import sisters, ways
from tests.words_lexicon import EMPTY, english

_FILE = Path(__file__).resolve().parents[2] / "rules" / "core" / "en" / "taxonomy.txt"


def apart(*forms: list[str], lexicon: Lexicon | None = None) -> bool:
    one, other = (ways(each, lexicon or english()) for each in forms)
    return sisters(one, other) and sisters(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("violin", "cello"), ("violin", "drum"), ("terrier", "cat"), ("novel", "sitcom")]
)
def test_sisters_however_far_apart(one: str, other: str) -> None:
    assert apart([one], [other])
    assert not apart([one], [other], lexicon=EMPTY)


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
    assert not apart([one], [other])


def test_the_likeliest_form_is_looked_up_first() -> None:
    assert apart(["boxing", "box"], ["judo"])
    assert not apart(["boxing", "box"], ["barrel"])


def test_a_word_of_two_meanings_is_a_sister_in_either() -> None:
    assert apart(["chicken"], ["eagle"])
    assert apart(["chicken"], ["beef"])


def test_kinds_of_the_table_that_are_words_stand_in_it_with_their_own_kinds() -> None:
    table = word_table(english(), "taxonomy")
    for word, found in table.items():
        for path in found.split(" + "):
            _, *above = path.rstrip("/").split("/")
            for kind in above:
                over = path[: path.index(f"/{kind}")]
                assert kind not in table or over in table[kind].split(" + "), f"{word}: {path}"


def test_no_two_words_of_the_table_that_say_the_same_are_sisters() -> None:
    same: dict[str, list[str]] = {}
    for word in word_table(english(), "taxonomy"):
        same.setdefault(concept(word, english()), []).append(word)
    for alike in same.values():
        assert not any(exclusive(one, other, english()) for one, other in combinations(alike, 2))


def test_no_word_of_the_table_stands_in_two_rows_and_none_has_a_hyphen() -> None:
    rows = _FILE.read_text(encoding="utf-8").splitlines()
    listed = [word.strip() for row in rows if " = " in row for word in row.split(" = ")[0].split(",")]
    assert len(listed) == len(set(listed))
    assert not [word for word in listed if "-" in word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("puppy", "terrier"),
        ("foals", "pony"),
        ("railway station", "train station"),
        ("movie", "documentary"),
        ("navy", "dark blue"),
        ("burglary", "theft"),
        ("commentator", "sportscaster"),
    ],
)
def test_a_way_that_ends_in_a_slash_is_that_of_the_kind_itself(one: str, other: str) -> None:
    assert not apart([one], [other])


def test_plurals_that_spelling_alone_does_not_tell() -> None:
    for plural in ("irises", "magpies", "cameramen", "rabbis"):
        assert ways([plural], english())
    assert apart(["irises"], ["crocuses"])
    assert not apart(["magpies"], ["magpie"])
