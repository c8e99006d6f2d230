"""The frames that names stand in, what a text says that its subject is, and countries."""

from __future__ import annotations

import pytest

from reconcile import face
from reconcile.verdicts.countries import apart, countries, inside
from reconcile.verdicts.definitions import heads, sorts
from reconcile.verdicts.frames import frame, single
from reconcile.verdicts.told import told

LEXICON = face._book(None).lexicon


@pytest.mark.parametrize(
    ("text", "name", "word", "preposition"),
    [
        ("Storm was born in Tromvik.", "Tromvik", "born", "in"),
        ("Storm died on 6 March 1986 at Norvik Hospital.", "Norvik Hospital", "died", "in"),
        ("The play was written by the British author Ann Holt.", "Ann Holt", "written", "by"),
        ("Ann Holt wrote the play.", "Ann Holt", "wrote", "by"),
        ("The winner is Jan Berg, who wrote it.", "Jan Berg", "wrote", "by"),
        ("Storm married her long-time friend Jan Berg.", "Jan Berg", "married", "-"),
        ("Storm was born and raised in Tromvik.", "Tromvik", "born", "in"),
        ("Storm died in a small hospital in Tromvik.", "Tromvik", "died", "in"),
    ],
)
def test_a_frame_is_the_asking_word_and_its_preposition(
    text: str, name: str, word: str, preposition: str
) -> None:
    read = told(text, LEXICON)
    term = next(one for one in read.terms if one.text == name)
    found = frame(read, term, LEXICON)
    assert found is not None
    assert (read.words[found.word].folded, found.preposition) == (word, preposition)
    assert single(read, found, LEXICON)


@pytest.mark.parametrize("text", ["Storm lived in Tromvik.", "Falk is also based in Tromvik."])
def test_not_every_frame_has_one_name(text: str) -> None:
    read = told(text, LEXICON)
    found = frame(read, read.terms[-1], LEXICON)
    assert found is not None
    assert not single(read, found, LEXICON)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Ida Falk is a Norwegian singer and actress.", ["singer", "actress"]),
        ("Silver Tide is a 1971 Norwegian film directed by Jan Berg.", ["film"]),
        ("Osby is the largest town in the county.", ["town"]),
        ("Osby grew in those years.", []),
    ],
)
def test_heads_are_what_the_subject_is(text: str, nouns: list[str]) -> None:
    assert [head.text for head in heads(told(text, LEXICON), LEXICON)] == nouns


def test_sorts_of_things() -> None:
    assert sorts("singers", LEXICON) == {"person"}
    assert sorts("character", LEXICON) == {"person", "work"}
    assert not sorts("thing", LEXICON)


def test_countries_by_name_and_by_adjective() -> None:
    assert countries("Norwegian", LEXICON) == countries("Norway", LEXICON) == {"norway"}
    assert countries("Mexican-American", LEXICON) == {"mexico", "united states"}
    assert apart(frozenset({"norway"}), frozenset({"denmark"}), LEXICON)
    assert not apart(frozenset({"scotland"}), frozenset({"united kingdom"}), LEXICON)
    assert inside("Scottish", "British", LEXICON)
    assert not inside("British", "Scottish", LEXICON)
