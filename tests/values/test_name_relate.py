"""Laws and cases of names: what is one name, what two, and what cannot be told."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reconcile.model import Relation
from reconcile.values.name import Name, key, relate
from tests.words_lexicon import EMPTY, english

WORDS = [
    "Anna",
    "John",
    "J.",
    "Q.",
    "Bob",
    "Robert",
    "Karimov",
    "Karimova",
    "Smith",
    "Smyth",
    "Johnson",
    "Johnston",
    "Tashkent",
    "Tashkend",
    "Uzbekistan",
    "Uzbek",
    "Russia",
    "Russian",
    "Korea",
    "South",
    "United",
    "Nations",
    "UN",
    "Organisation",
    "Organization",
    "of",
    "the",
    "Ministry",
    "Bank",
    "Dr.",
    "President",
    "Café",
    "Cafe",
    "Inc.",
    "Gaddafi",
    "Qaddafi",
    "Economic",
    "Cooperation",
    "2",
    "II",
    "York",
    "New",
    "&",
    "Security",
    "Council",
]
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
values = st.builds(
    Name,
    st.one_of(names, st.text(max_size=12)),
    st.lists(names, max_size=2).map(tuple),
)


@given(values)
def test_a_name_is_equivalent_to_itself(name: Name) -> None:
    assert relate(name, name, english()) is Relation.EQUIVALENT


@given(values, values)
def test_exchanged_names_have_the_converse_relation(one: Name, other: Name) -> None:
    assert relate(other, one, english()) is relate(one, other, english()).converse


@given(values)
def test_the_key_of_a_key_is_that_key_for_plain_names(name: Name) -> None:
    once = key(name.name, english())
    assert key(once.title(), english()).casefold() == key(key(once.title(), english()), english())


@given(values, values)
@example(Name("-", ()), Name("Anna", ()))
def test_without_word_lists_names_are_still_related(one: Name, other: Name) -> None:
    assert relate(one, other, EMPTY) is relate(other, one, EMPTY).converse


SAME = [
    ("Andijon", "Andijan"),
    ("FM Norov", "Foreign Minister Vladimir Norov"),
    ("K. M. Peyton", "K.M. Peyton"),
    ("United States Code", "US Code"),
    ("American", "Americans"),
    ("Al-Ghozi", "Ghozi"),
    ("Al-Qaida", "Al Qaeda"),
    ("Brian Jacques", "Brian Jaques"),
    ("Britain", "Britian"),
    ("Mr. Rush", "Rush"),
    ("President George W. Bush", "President Bush"),
    ("Tajikstan", "Tajikistan"),
    ("Organisation of Islamic Cooperation", "the Organization of Islamic Co-operation"),
    ("J. Smith", "John Smith"),
    ("Turunen", "Antti Turunen"),
    ("Bob Dylan", "Robert Dylan"),
    ("European Union", "EU"),
    ("US", "United States of America"),
    ("U.S.", "the United States"),
    ("USSR", "Soviet Union"),
    ("Uzbek", "Uzbekistan"),
    ("Uzbek Foreign Ministry", "Uzbekistan Foreign Ministry"),
    ("Ministry of Defence", "Defense Ministry"),
    ("Kyrgyzstan", "Kirgizstan"),
    ("Muammar Gaddafi", "Muammar Qaddafi"),
    ("Apple Inc.", "Apple"),
    ("President Karimov", "Islam Karimov"),
    ("Foreign Minister Sergei Lavrov", "Lavrov"),
    ("São Paulo", "Sao Paulo"),
    ("Uzbekistan's", "Uzbekistan"),
    ("Côte d’Ivoire", "Ivory Coast"),
    ("Marks & Spencer", "Marks and Spencer"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_name_in_two_forms(one: str, other: str) -> None:
    assert relate(Name(one), Name(other), english()) is Relation.EQUIVALENT


UNSURE = [
    ("Hansen", "Hanson"),
    ("Johnson", "Johnston"),
    ("Korea", "South Korea"),
    ("Indigenous Australian", "Australian"),
    ("Legality Aid", "Legal Aid"),
    ("Hospital", "Amrita Hospital"),
    ("Union", "European Union"),
    ("Albert", "Albert II"),
    ("Organisation of the Islamic Conference", "Organisation of the Islamic Cooperation"),
    ("Bank of America", "Bank of America Tower"),
    ("Washington", "Washington Monument"),
    ("", "Tashkent"),
    ("Paris Hilton", "Paris"),
    ("Uzbekistan", "Bank of Uzbekistan"),
    ("Uzbekistan Airways", "Uzbekistan Railways"),
    ("Norland Police Force", "Norland Air Police of the State"),
    ("Nicholas Moor Lane", "Nicolas Moore"),
    ('Anna "Annie" Berg', 'Anna "Nan" Berg'),
]


@pytest.mark.parametrize(("one", "other"), UNSURE)
def test_look_alikes_are_unsure(one: str, other: str) -> None:
    assert relate(Name(one), Name(other), english()) is Relation.UNSURE


FINER = [
    ("Harvard", "Harvard University"),
    ("New York", "New York City"),
    ("Maryland", "State of Maryland"),
    ("Episcopal Church", "US Episcopal Church"),
    ("Paris", "Paris, France"),
    ("John Smith", "John Q. Smith"),
    ("John Smith", "John Quincy Smith"),
    ("John Smith", 'John "Jack" Smith'),
    ("Anna Berg", "Anna (Rossi) Berg"),
]


@pytest.mark.parametrize(("rough", "fine"), FINER)
def test_a_name_that_says_more_is_narrower(rough: str, fine: str) -> None:
    assert relate(Name(rough), Name(fine), english()) is Relation.NARROWER


DIFFERENT = [
    ("Austria", "Australia"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Mali", "Malawi"),
    ("Slovakia", "Slovenia"),
    ("Slovak", "Slovene"),
    ("Russia", "Uzbek"),
    ("North Korea", "South Korea"),
    ("John Smith", "Jane Smith"),
    ("Maria Petrova", "Marina Ivanova"),
    ("University of Oxford", "University of Cambridge"),
    ("Shanghai Cooperation Organization", "Economic Cooperation Organization"),
    ("Washington", "London"),
    ("Apollo 11", "Apollo 12"),
    ("Turunen", "Alexei Luzyanin"),
    ("Orange County", "Mill River County"),
    ("Askvik Ravnar", "Askvik Old Borren Club"),
    ("XKL", "QKL"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_bearers_conflict(one: str, other: str) -> None:
    assert relate(Name(one), Name(other), english()) is Relation.CONFLICTING


def test_a_renamed_body_with_the_same_acronym_is_the_same() -> None:
    old = Name("Organisation of the Islamic Conference", ("OIC",))
    new = Name("Organisation of Islamic Cooperation", ("OIC",))
    assert relate(old, new, english()) is Relation.EQUIVALENT


def test_an_alias_may_be_a_short_form_of_the_other_name() -> None:
    old = Name("Iron Lady", ("Margaret Thatcher",))
    assert relate(old, Name("Thatcher"), english()) is Relation.EQUIVALENT
    assert relate(old, Name("Tony Blair"), english()) is Relation.CONFLICTING


def test_a_title_that_is_part_of_a_name_stays() -> None:
    assert key("General Assembly", english()) == "general assembly"
    assert key("President Obama", english()) == "obama"


def test_the_report_prints_name_and_aliases() -> None:
    assert Name("ECO", ("Organization",), "organisation").data == {"name": "ECO", "aliases": ["Organization"]}
