"""Quantities: the laws of relate, and what is and is not found in prose."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reconcile.model import Relation
from reconcile.values.counted import counted_alike, counts_others
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_find import find
from reconcile.values.quantity_relate import relate
from tests.words_lexicon import english

LEXICON = english()
FIGURES = st.one_of(
    st.integers(0, 3000).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 999, places=1).map(str),
    st.tuples(st.decimals(1, 99, places=1), st.sampled_from(["thousand", "million", "billion"])).map(
        lambda pair: f"{pair[0]} {pair[1]}"
    ),
    st.sampled_from(
        ["twenty-three", "one hundred and five", "a dozen", "half a million", "dozens", "two-thirds"]
    ),
)
BEFORE = st.sampled_from(
    ["", "about ", "over ", "at least ", "fewer than ", "up to ", "nearly ", "just over "]
)
UNITS = st.sampled_from(["", " km", " miles", " people", "%", " °C", " °F", " dollars", " years", " months"])
PHRASES = st.tuples(BEFORE, FIGURES, UNITS).map("".join)
RANGES = st.tuples(st.integers(1, 500), st.integers(501, 999), UNITS).map(
    lambda r: f"between {r[0]} and {r[1]}{r[2]}"
)


def quantities(text: str) -> list[Quantity]:
    return [found.value for found in find(text, LEXICON)]


def one(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


def relation(old: str, new: str) -> Relation:
    return relate(one(old), one(new))


def said(text: str) -> list[str]:
    return [text[found.start : found.end] for found in mentions(text, LEXICON).quantities]


# ---------------------------------------------------------------- laws

VALUES = (
    st.one_of(PHRASES, RANGES)
    .map(quantities)
    .filter(lambda found: len(found) == 1)
    .map(lambda found: found[0])
)


@given(VALUES)
def test_a_quantity_is_equivalent_to_itself(value: Quantity) -> None:
    assert relate(value, value) is Relation.EQUIVALENT


@given(VALUES, VALUES)
def test_exchanging_old_and_new_gives_the_converse(old: Quantity, new: Quantity) -> None:
    assert relate(new, old) is relate(old, new).converse


@given(VALUES, VALUES)
def test_other_dimensions_are_never_in_conflict(old: Quantity, new: Quantity) -> None:
    if old.dimension != new.dimension:
        said_again = old.figures == new.figures and None in (old.dimension, new.dimension)
        assert said_again or relate(old, new) is Relation.UNSURE
        assert relate(old, new) is not Relation.CONFLICTING


@given(st.text(alphabet=st.sampled_from("0123456789.,-–/ $%abmk\u00a0№[]():+İ½"), max_size=60))
@example("0/0-0")
def test_find_takes_any_text(text: str) -> None:
    position = 0
    for found in find(text, LEXICON):
        assert position <= found.start < found.end <= len(text)
        position = found.end


@given(st.text(max_size=80))
def test_find_takes_any_characters(text: str) -> None:
    for found in find(text, LEXICON):
        assert 0 <= found.start < found.end <= len(text)
        assert found.value.data.keys() == {"low", "high", "unit", "approximator"}


@given(st.integers(0, 10**12))
def test_digits_are_read_back(number: int) -> None:
    for printed in (f"{number}", f"{number:,}", f"{number:,}".replace(",", "\u202f")):
        found = one(f"The census counted {printed} households.")
        assert (found.low, found.high, found.counted) == (number, number, "household")


ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """English words for 0 to 999,999,999."""
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if 0 < rest < 100 else " "
            return (spelled(number // scale) + f" {name}" + (joint + spelled(rest) if rest else "")).strip()
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


@given(st.integers(0, 999_999_999))
def test_number_words_are_read_back(number: int) -> None:
    text = f"There were {spelled(number)} ships."
    (found,) = find(text, LEXICON)
    assert found.value.low == number
    assert text[found.start : found.end] == spelled(number)


@given(st.integers(2, 999_999))
def test_words_and_digits_are_the_same(number: int) -> None:
    assert relation(f"{number:,} ships", f"{spelled(number)} ships") is Relation.EQUIVALENT


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_plain_counts_are_the_same_or_in_conflict(old: int, new: int) -> None:
    expected = Relation.EQUIVALENT if old == new else Relation.CONFLICTING
    assert relation(f"{old:,} ships", f"{new:,} ships") is expected


# ---------------------------------------------------------------- silent cases


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("100 km", "62 miles"),
        ("$4.3 million", "4,300,000 dollars"),
        ("US$4.3bn", "$4.3 billion"),
        ("twenty-three people", "23 staff"),
        ("two dozen eggs", "24 eggs"),
        ("45%", "45 per cent"),
        ("half of the voters", "50%"),
        ("two-thirds of members", "66%"),
        ("20 °C", "68 °F"),
        ("18 months", "1.5 years"),
        ("more than 40 ships", "over forty ships"),
        ("about 100 km", "roughly 62 miles"),
        ("nearly 40,469 hectares", "nearly 100,000 acres"),
        ("100 or more ships", "at least 100 ships"),
        ("between 5 and 10 km", "5–10 km"),
        ("the third time", "the 3rd time"),
        ("ranked second", "ranked #2"),
        ("4.3 million people", "4,312,455 people"),
        ("no more than 5 ships", "up to 5 ships"),
        ("two and a half years", "2.5 years"),
        ("at number one", "at no. 1"),
        ("odds of 3 to 1", "odds of 3:1"),
        ("They won by two votes to one", "They won 2–1"),
        ("one in five", "20%"),
        ("one in five", "one out of five"),
        ("one in five", "1 out of 5"),
        ("in 2:03:59", "in 7439 seconds"),
        ("Section 4", "section 4"),
    ],
)
def test_said_differently_is_equivalent(old: str, new: str) -> None:
    assert relation(old, new) is Relation.EQUIVALENT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("more than 300 members", "300 members"),
        ("over 7.7 million copies", "7.7 million copies"),
        ("about 4,000 men", "at least 4,000 men"),
        ("about 100 men", "at least 100 men"),
        ("100 men", "more than 100 men"),
        ("nearly 100 men", "100 men"),
        ("about 100 men", "about 112 men"),
        ("5–10 men", "8–12 men"),
        ("100 km", "100 people"),
        ("dozens of miles", "0 km to 100 km"),
        ("about 100 men", "119 men"),
        ("about 5,432 men", "about 5,441 men"),
        ("about 20 men", "some 19 to 25 men"),
        ("They won 3–2", "They lost 2–3"),
        ("Article 5", "Section 6"),
        ("8 out of 10", "4 out of 5"),
        ("8 out of 10", "9 out of 12"),
    ],
)
def test_overlap_is_unsure(old: str, new: str) -> None:
    assert relation(old, new) is Relation.UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "No one in the morning, and one in time.",
        "The F-16 and COVID-19 [27] [28, 29].",
        "Call 555-1234 or +1 212 555 0100 at 10:30 XYT.",
        "No one of them knew one another; one can see that.",
        "It is on https://example.org/page/42 and a9@example.org.",
        "It happened on 9/11, in 2005 and on 3 March.",
        "The host 192.168.10.12 answered; its number is 12345678901234567890.",
        "1,5 and 3.14.15.92.6 are no figures here.",
        "12.",
        "1. For example, Formula One and the Very First Light.",
        "Odd words such as hundred, million and half-brother.",
    ],
)
def test_what_is_no_quantity_is_passed_over(text: str) -> None:
    assert said(text) == []


# ---------------------------------------------------------------- speaking cases


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ages 5 to 11", "ages 5 to 12"),
        ("values ranging from 0 to 255", "values ranging from 0 to 127"),
        ("more than 12 members", "12 members"),
        ("10 Gbit/s", "10 Mbit/s"),
        ("5 mg", "5 µg"),
        ("100 km", "101 km"),
        ("100 km", "80 miles"),
        ("187 people", "over 700 people"),
        ("fewer than 100 men", "at least 100 men"),
        ("less than 100 men", "more than 100 men"),
        ("about 100 men", "about 200 men"),
        ("about 5,432 men", "5,500 men"),
        ("about 38.57%", "about 36.57%"),
        ("some 18 men", "some 24 to 32 men"),
        ("hundreds of men", "thousands of men"),
        ("the third time", "the fourth time"),
        ("They won 3–2", "They won 4–2"),
        ("version 3.11.2", "version 3.12.2"),
        ("8/10", "9/10"),
        ("40 out of 212", "40 out of 215"),
        ("Article 5", "Article 6"),
        ("ISO 9001", "ISO 9002"),
        ("at number one", "at number two"),
        ("a ratio of 16:9", "a ratio of 16:10"),
        ("odds of 3 to 1", "odds of 4 to 1"),
        ("by two games to one", "by two games to zero"),
        ("in 2:03:59", "in 2:05:10"),
        ("one in five", "one in four"),
        ("$5 million", "$6 million"),
        ("4.3 million men", "4.4 million men"),
    ],
)
def test_apart_is_conflicting(old: str, new: str) -> None:
    assert relation(old, new) is Relation.CONFLICTING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("between 20 and 30 ships", "between 20 and 25 ships"),
        ("a couple of ships", "two ships"),
        ("it cost 34", "it cost 34 euros"),
        ("more than 23 million men", "over 24 million men"),
        ("about 100 men", "100 men"),
        ("hundreds of men", "450 men"),
        ("5–10 km", "7 km"),
        ("version 3.11", "version 3.11.2"),
        ("4 million men", "4,300,000 men"),
        ("at least five ships", "5 to 7 ships"),
        ("1 mile", "2 km"),
        ("2 years", "27 months"),
    ],
)
def test_contained_is_narrower(old: str, new: str) -> None:
    assert relation(old, new) is Relation.NARROWER
    assert relation(new, old) is Relation.BROADER


@pytest.mark.parametrize(
    ("text", "data", "counted"),
    [
        ("187 people were killed", (187, 187, None, None), "people"),
        ("over 700 unarmed civilians", (700, None, None, "over"), "civilian"),
        ("7 Central Asian countries: A", (7, 7, None, None), "country"),
        ("hundreds of millions of dollars", (2e8, 1e9, "dollar", None), None),
        ("a three-member team", (3, 3, None, None), "member"),
        ("tens of thousands of refugees", (20000, 100000, None, None), "refugee"),
        ("a boy of 3.5 KG", (3.5, 3.5, "kilogram", None), None),
        ("a 23-year-old man", (23, 23, "year", None), None),
        ("a man aged 23 fled", (23, 23, "year", None), None),
        ("from 5 to 10 percent", (5, 10, "percent", None), None),
        ("€20–30 million", (2e7, 3e7, "euro", None), None),
        ("two or three men", (2, 3, None, None), "man"),
        ("74 out of 100", (74, 74, "of 100", None), None),
        ("They won 3–2", (3, 2, "score", None), None),
        ("release 3.11.2", (None, None, "version 3.11.2", None), None),
        ("1/2", (0.5, 0.5, "fraction", None), None),
        ("a 100m sprint", (100, 100, "metre", None), None),
        ("4.3m people", (4.3e6, 4.3e6, None, None), "people"),
        ("−5 °C", (-5, -5, "degree Celsius", None), None),
        ("100 or more ships", (100, None, None, "or more"), "ship"),
        ("100 ships or more", (100, None, None, "or more"), "ship"),
        ("one man", (1, 1, None, None), "man"),
        ("It reached #14 in Wallonia", (14, 14, "ordinal", None), None),
        ("at number 56 in Wallonia", (56, 56, "ordinal", None), None),
        ("a 13-point lead", (13, 13, None, None), "point"),
        ("twice", (2, 2, "times", None), None),
        ("5 to 10 million", (5e6, 1e7, None, None), None),
        ("just under 50 votes", (45, 50, None, "just under"), "vote"),
        ("a couple of billion", (2e9, 3e9, None, None), None),
        ("a couple of days", (2, 3, "day", None), None),
        ("2012 people", (2012, 2012, None, None), "people"),
        ("1,00,000 voters", (100000, 100000, None, None), "voter"),
    ],
)
def test_what_a_phrase_says(text: str, data: tuple[object, ...], counted: str | None) -> None:
    quantity = one(text)
    assert tuple(quantity.data.values()) == data
    assert quantity.counted == counted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya 47 and Uganda 135.", ["47", "135"]),
        ("It rose from 23 to 31.", ["23", "31"]),
        ("about 4,000, at least 4,000", ["about 4,000", "at least 4,000"]),
        ("a 30-second film of 5km", ["30-second", "5km"]),
        ("five six", ["five", "six"]),
        ("one hundred hundred", ["one hundred"]),
        ("İstanbul has 5 parks", ["5"]),
        ("a quarter past ten", ["a quarter past ten"]),
        ("one day", ["one day"]),
        ("a third term and a third of the seats", ["third", "a third"]),
        ("between 5 men and 3 women", ["5", "3"]),
        ("three and four", ["three", "four"]),
        ("three or seven men", ["three", "seven"]),
        ("5 km to 3 kg", ["5 km", "3 kg"]),
        ("a group of 5 and Group 5", ["5", "5"]),
        ("PEP 255 and the Boeing 747", ["255", "747"]),
        ("a stone in the Series 1–7", ["1–7"]),
        ("one in ten minutes", ["ten minutes"]),
        ("five in two cars", ["five", "two"]),
        ("two games to one fan", ["two", "one"]),
        ("fell two points to one", ["two"]),
        ("a game from two to one", ["two"]),
        ("at 16:10 and 25:75", ["16:10", "25:75"]),
    ],
)
def test_what_is_found(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_skip_is_left_out() -> None:
    text = "in 2005 some 30 ships sank"
    assert [text[found.start : found.end] for found in find(text, LEXICON, skip=[Found(3, 7, None)])] == [
        "some 30"
    ]


def test_what_is_counted_alike() -> None:
    assert counted_alike(one("twenty-three people"), one("23 staff"), LEXICON)
    assert counted_alike(one("23 nations"), one("23 countries"), LEXICON)
    assert not counted_alike(one("23"), one("23 ships"), LEXICON)
    assert not counts_others(one("23"), one("23 ships"), LEXICON)
    assert counts_others(one("23 ships"), one("23 staff"), LEXICON)


def test_items_of_a_list_share_the_unit_behind_it() -> None:
    text = "Cards of 8, 16 and 32 GB for 5, 6 people and 7 km"
    assert [found.value.unit for found in find(text, LEXICON)] == ["gigabyte"] * 3 + [None, None, "kilometre"]


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("She died at the age of 81.", "81", "year"),
        ("Ann Lee, 54, resigned.", "54", "year"),
        ("Chapter three treats frogs.", "three", "chapter"),
    ],
)
def test_a_figure_is_named_by_what_stands_before_it(text: str, words: str, unit: str) -> None:
    (found,) = find(text, LEXICON)
    assert (text[found.start : found.end], found.value.unit) == (words, unit)


@pytest.mark.parametrize("text", ["The rooms 3, 54, and 60 are shut.", "In the 1990s", "Formula one racing"])
def test_a_figure_is_not_named_so(text: str) -> None:
    assert not {found.value.unit for found in find(text, LEXICON)} & {"year", "second"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("no more than 8 tablets", "Do not take more than 8 tablets.", Relation.EQUIVALENT),
        ("less than 40 members", "It doesn't have at least 40 members.", Relation.EQUIVALENT),
        ("more than 8 tablets", "Do not take more than 8 tablets.", Relation.CONFLICTING),
        ("over 8 ships", "He did not come because more than 8 ships were there.", Relation.EQUIVALENT),
        ("over 8 ships", "He did not come, and more than 8 ships were there.", Relation.EQUIVALENT),
        ("over 8 ships", "He did not say that more than 8 ships came.", Relation.EQUIVALENT),
        ("at most 8 ships", "He does not store it above 8 °C.", Relation.UNSURE),
        ("a low of -5 °C", "a low of minus 5 °C", Relation.EQUIVALENT),
        ("a low of 5 °C", "a low of minus 5 °C", Relation.CONFLICTING),
    ],
)
def test_what_is_denied_or_negative(old: str, new: str, expected: Relation) -> None:
    assert relation(old, new) is expected
