"""Where names stand, and where a capital is no name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.name_find import find
from tests.words_lexicon import EMPTY, english

PIECES = st.sampled_from(
    [
        "The",
        "In",
        "President",
        "Karimov",
        "Uzbekistan",
        "'s",
        "of",
        "and",
        "for",
        "St.",
        "U.S.",
        "(",
        ")",
        ",",
        ".",
        "“",
        "”",
        "&",
        "Ministry",
        "ECO",
        "al-Qaeda",
        "May",
        "-",
        "é",
    ]
)
texts = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join))


@given(texts)
def test_names_slice_right_and_never_overlap(text: str) -> None:
    last = 0
    for one in find(text, english()):
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.value.name
        last = one.end
    find(text, EMPTY)


def names(text: str) -> list[str]:
    return [one.value.name for one in find(text, english())]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Researchers disagreed about it.",
        "However, it left in June on a Monday.",
        "She said: They may come. Yesterday was cold.",
        "The prime minister resigned.",
    ],
)
def test_ordinary_capitals_name_nothing(text: str) -> None:
    assert names(text) == []


CASES = [
    ("It was State Press Trooper Tom Kelly.", ["State Press", "Tom Kelly"]),
    ("It was National Chief Executive Brian Halla.", ["Brian Halla"]),
    (
        "State Police Trooper Tom Kelly rode with Zorblatt Trooper Ann Fox.",
        ["State Police", "Tom Kelly", "Zorblatt", "Ann Fox"],
    ),
    ("Queen Elizabeth Hospital and Count Tolstoy moved.", ["Queen Elizabeth Hospital", "Tolstoy"]),
    ("Modern Zorblatt and Quickly Zorblatt left.", ["Modern Zorblatt", "Quickly Zorblatt"]),
    (
        "Missouri Congressman Dick Gephardt met Firefighter Thomas C. Brick.",
        ["Missouri", "Dick Gephardt", "Thomas C. Brick"],
    ),
    (
        "The US President George W. Bush met Mr. Turunen of LULAC.",
        ["US", "George W. Bush", "Turunen", "LULAC"],
    ),
    ("Shares of Smithfield fell; Previously Pretoria was quiet.", ["Smithfield", "Pretoria"]),
    ("Acme, Inc. sued on Oct. 10.", ["Acme"]),
    ("After World War II I've seen Two British men.", ["World War II", "British"]),
    ("Since World War I the Danube port I like is shut.", ["World War I", "Danube"]),
    ("It is written in C++ and C#, and read by A + B.", ["C++", "C#", "B"]),
    ("WHO said so to General Motors and President Hotel.", ["WHO", "General Motors", "President Hotel"]),
    ("President Islam Karimov met Foreign Minister Sergei Lavrov.", ["Islam Karimov", "Sergei Lavrov"]),
    ("Uzbekistan's president visited St. Petersburg.", ["Uzbekistan", "St. Petersburg"]),
    ("U.S. Secretary of State Colin Powell left.", ["U.S.", "Colin Powell"]),
    ("Uzbek President Karimov spoke.", ["Uzbek", "Karimov"]),
    ("EBRD President Jean Lemierre spoke.", ["EBRD", "Jean Lemierre"]),
    ("Russia, Kazakhstan and Tajikistan met.", ["Russia", "Kazakhstan", "Tajikistan"]),
    ("It joined the Bank of America.", ["Bank of America"]),
    ("Osama bin Laden's al-Qaeda did it.", ["Osama bin Laden", "al-Qaeda"]),
    ("The Ministry of Foreign Affairs and Trade moved.", ["Ministry of Foreign Affairs and Trade"]),
    (
        "The Organization for Security and Co-operation in Europe sent J. K. Rowling.",
        ["Organization for Security and Co-operation in Europe", "J. K. Rowling"],
    ),
    ("Oxford and Cambridge lost to Yale.", ["Oxford", "Cambridge", "Yale"]),
    ("The University of Oxford and Harvard lost.", ["University of Oxford", "Harvard"]),
    ("In June Uzbekistan left; Modern Uzbekistan is US-led.", ["Uzbekistan", "Uzbekistan", "US"]),
    ("The General Assembly and King County agreed.", ["General Assembly", "King County"]),
    ("It was Marks & Spencer of London.", ["Marks & Spencer", "London"]),
    ("The President of Uzbekistan resigned.", ["Uzbekistan"]),
    ("Turunen said no.", ["Turunen"]),
    ("Uzbekistan Islam Karimov rules.", ["Uzbekistan", "Islam Karimov"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_kinds_are_told_where_the_words_tell() -> None:
    text = "Uzbek envoys, Anna Turunen, the World Bank, Lake Baikal and Finland met Zorblatt."
    assert [one.value.kind for one in find(text, english())] == [
        "adjective",
        "person",
        "organisation",
        "place",
        "place",
        None,
    ]


def test_a_definition_gives_both_names_an_alias() -> None:
    text = "The Economic Cooperation Organization (ECO) met; ECO grew."
    long, short, again = find(text, english())
    assert long.value.aliases == ("ECO",)
    assert short.value.aliases == again.value.aliases == ("Economic Cooperation Organization",)


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("ECO (Economic Cooperation Organization) met.", "Economic Cooperation Organization", "ECO"),
        ("The Bears of the National Football League (NFL) won.", "National Football League", "NFL"),
        ("Organization for the Prevention of Harm (OPH)", "Organization for the Prevention of Harm", "OPH"),
        ("The Kazakh Broadcasting Works (KAZBRO) closed.", "Kazakh Broadcasting Works", "KAZBRO"),
    ],
)
def test_an_acronym_belongs_to_the_words_it_abbreviates(text: str, long: str, short: str) -> None:
    aliases = {found.value.name: found.value.aliases for found in find(text, english())}
    assert aliases[short] == (long,)


@pytest.mark.parametrize("text", ["Karimov (Uzbekistan) left.", "The World Bank (IMF) met.", "No names."])
def test_not_every_bracket_defines(text: str) -> None:
    assert not any(found.value.aliases for found in find(text, english()))
