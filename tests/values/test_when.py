"""Dates: the laws of relate, and what is and is not found in prose."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Relation
from reconcile.values.mentions import mentions
from reconcile.values.when import When, between, in_month, in_year, on_day, without_year
from reconcile.values.when_days import civil, day_number
from reconcile.values.when_find import find
from reconcile.values.when_relate import relate
from tests.words_lexicon import english

LEXICON = english()
MONTHS = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
DATES = st.dates(date(1000, 1, 1), date(2100, 12, 31))
YEARS = st.integers(1000, 2100)


def dates(text: str, anchor: When | None = None) -> list[str]:
    return [found.value.edtf for found in find(text, LEXICON, anchor=anchor)]


def one(text: str) -> When:
    (found,) = find(text, LEXICON)
    return found.value


def relation(old: str, new: str) -> Relation:
    return relate(one(old), one(new))


LEADS = st.sampled_from(["in", "since", "until", "before", "after", "by", "in early", "in late", "circa"])
FORMS = st.one_of(
    DATES.map(lambda day: f"on {day.day} {MONTHS[day.month - 1]} {day.year}"),
    DATES.map(lambda day: f"in {MONTHS[day.month - 1]} {day.year}"),
    DATES.map(lambda day: f"on {MONTHS[day.month - 1]} {day.day}"),
    DATES.map(lambda day: f"in {MONTHS[day.month - 1]}"),
    st.tuples(LEADS, st.integers(1800, 2100)).map(lambda pair: f"{pair[0]} {pair[1]}"),
    st.integers(1800, 2090).map(lambda year: f"from {year} to {year + 7}"),
    st.integers(1800, 2090).map(lambda year: f"between {year} and {year + 7}"),
    st.integers(180, 205).map(lambda decade: f"in the {decade}0s"),
    st.integers(1800, 2100).map(lambda year: f"in winter {year}"),
    st.integers(2, 20).map(lambda number: f"the {number}th century"),
)
VALUES = FORMS.map(lambda text: [found.value for found in find(text, LEXICON)]).map(lambda found: found[0])


# ---------------------------------------------------------------- laws


@given(VALUES)
def test_a_date_is_equivalent_to_itself(value: When) -> None:
    assert relate(value, value) is Relation.EQUIVALENT


@given(VALUES, VALUES)
def test_exchanging_old_and_new_gives_the_converse(old: When, new: When) -> None:
    assert relate(new, old) is relate(old, new).converse


@given(st.integers(-3_000_000, 3_000_000))
def test_days_are_numbered_one_by_one(number: int) -> None:
    assert day_number(*civil(number)) == number


@given(st.dates())
def test_day_numbers_are_those_of_the_calendar(day: date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal() - date(1970, 1, 1).toordinal()


@given(DATES)
def test_every_way_to_print_a_day_is_read_back(day: date) -> None:
    month = MONTHS[day.month - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    for printed in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day} {day.year}",
        f"{day.day}{ending} {month} {day.year}",
        f"the {day.day}{ending} of {month}, {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"{month[:3]} {day.day}, {day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
        day.isoformat(),
    ):
        assert dates(f"It ended on {printed}.") == [day.isoformat()], printed


@given(DATES)
def test_a_month_and_a_year_are_read_back(day: date) -> None:
    month = MONTHS[day.month - 1]
    assert dates(f"It ended in {month} {day.year}.") == [day.isoformat()[:7]]
    assert dates(f"It ended on {day.day} {month}.") == [f"XXXX-{day.month:02d}-{day.day:02d}"]
    assert dates(f"It ended in {day.year}.") == [f"{day.year}"]


@given(DATES)
def test_finer_is_narrower(day: date) -> None:
    full = on_day(day.year, day.month, day.day)
    partial = without_year(day.month, day.day)
    assert full
    assert partial
    for coarse in (in_year(day.year), in_month(day.year, day.month), partial, without_year(day.month)):
        assert coarse
        assert relate(coarse, full) is Relation.NARROWER
        assert relate(full, coarse) is Relation.BROADER


@given(YEARS, YEARS)
def test_years_are_the_same_or_in_conflict(old: int, new: int) -> None:
    assert relate(in_year(old), in_year(new)) is (Relation.EQUIVALENT if old == new else Relation.CONFLICTING)


@given(st.text(max_size=80), VALUES)
def test_find_takes_any_text(text: str, anchor: When) -> None:
    for found in find(text, LEXICON, anchor=anchor):
        assert 0 <= found.start < found.end <= len(text)


PARTS = [
    *MONTHS[:5],
    *("31", "2009", "1990s", "–", "-", ",", "to", "and", "since", "early", "between", "BC", "century", "the"),
    *("20th", "’90s", "03/04/2009", "5", "%"),
]


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_mentions_never_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    both = mentions(text, LEXICON, anchor=in_year(2005))
    taken = sorted((found.start, found.end) for found in (*both.dates, *both.quantities))
    assert all(0 <= start < end <= len(text) for start, end in taken)
    assert all(first[1] <= second[0] for first, second in pairwise(taken))


# ---------------------------------------------------------------- silent cases


@pytest.mark.parametrize(
    "text",
    [
        "2012 people and 1,500 others in 1500 cases",
        "about 1850 soldiers, 1500-2000 people and 2000 km",
        "Theresa May said that they may march on Washington.",
        "They met by May Smith in the second half.",
        "30 February to come",
        "yesterday, last year and this week",
        "from 1.1990 to $1990 and 1990%",
        "13/13/2009",
        "1.5.2009.3 and the 1995s",
        "2005/07 and 1000 years, 9999-99-99",
        "0 BC",
        "FY, the fiscal year and 45th century",
    ],
)
def test_what_is_no_date_is_passed_over(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("31 March 2009", "March 31, 2009"),
        ("in 1997–98", "from 1997 to 1998"),
        ("since 1999", "1999–present"),
        ("before 1991", "prior to 1991"),
        ("on 31 March", "on March 31st"),
        ("the twentieth century", "the 20th century"),
        ("in the third quarter of 2005", "in Q3 2005"),
        ("in the fiscal year 2005", "in FY2005"),
    ],
)
def test_said_differently_is_equivalent(old: str, new: str) -> None:
    assert relation(old, new) is Relation.EQUIVALENT


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("7 Jume 2019", "7 June 2019"),
        ("Decenber 19, 2006", "19 December 2006"),
        ("the 3rd Setpember 1999", "3 September 1999"),
    ],
)
def test_a_month_may_be_misspelt(old: str, new: str) -> None:
    assert relation(old, new) is Relation.EQUIVALENT


@pytest.mark.parametrize("text", ["7 Jule 2019 ships", "Match 5, 2019", "Decenber came", "Osby 12, 2006"])
def test_another_word_is_no_month(text: str) -> None:
    assert all(len(found.value.edtf) == 4 for found in find(text, LEXICON))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("since 1999", "from 1999 to 2005"),
        ("since 1999", "in 1995"),
        ("in early 2005", "in mid-2005"),
        ("on 03/04/2009", "from 1 to 31 March 2009"),
        ("since 1999", "until 2005"),
        ("in March", "in 2005"),
        ("on 31 March", "in March 2005"),
        ("before 31 March", "on 31 March"),
        ("in early May", "in mid-May"),
        ("on 3-5 May", "on 4 May"),
        ("before 31 March", "on 31 March 2005"),
        ("in May", "from May 2005 to June 2006"),
        ("in May", "circa 1990"),
        ("in March and", "in autumn 2005"),
        ("between 1990 and 1995", "between 1993 and 1999"),
        ("in spring 2003", "in October 2003"),
    ],
)
def test_overlap_is_unsure(old: str, new: str) -> None:
    assert relation(old, new) is Relation.UNSURE


# ---------------------------------------------------------------- speaking cases


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("in 1999", "in 2001"),
        ("since 1999", "since 2001"),
        ("from 1990 to 1995", "from 1990 to 1996"),
        ("before 1991", "after 1991"),
        ("on 31 March 2009", "on 30 March 2009"),
        ("on 31 March", "on 30 March"),
        ("in March", "in April 2005"),
        ("on 31 March", "on 30 March 2005"),
        ("in early 2005", "in late 2007"),
        ("in early 2005", "in late 2005"),
        ("in the first half of 2005", "in the second half of 2005"),
        ("in early May", "in late May"),
        ("in fiscal 2005", "in fiscal 2006"),
        ("in the summer of 2005", "in the autumn of 2005"),
        ("in Q3 2005", "in 2005-Q4"),
        ("in the third quarter of 2005", "in 2Q 2005"),
        ("in late 2005", "in early 2006"),
        ("in late May 2005", "in early June 2005"),
        ("at the end of May", "at the start of June"),
        ("in mid-2005", "in 2006"),
        ("circa 1850", "in 1990"),
        ("44 BC", "AD 44"),
    ],
)
def test_apart_is_conflicting(old: str, new: str) -> None:
    assert relation(old, new) is Relation.CONFLICTING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("in 2005", "in May 2005"),
        ("in the 1990s", "in 1995"),
        ("before 1991", "in 1985"),
        ("until 2005", "until December 2005"),
        ("between 1990 and 1999", "in the mid-1990s"),
        ("circa 1850", "in 1852"),
        ("in March", "on 3 March"),
        ("in May", "in early May"),
        ("in May", "on 3–5 May"),
        ("in winter 2003", "in January 2004"),
    ],
)
def test_finer_forms_are_narrower(old: str, new: str) -> None:
    assert relation(old, new) is Relation.NARROWER


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in the mid-1990s and the late 1980s", ["1992~/1996~", "1985~/1989~"]),
        ("in late October 2009", ["2009-10-19~/2009-10-31~"]),
        ("since early 2005", ["2005-01~/.."]),
        ("by 1991", ["../1991"]),
        ("since 5 March to 28 April 2020", ["2020-03-05/2020-04-28"]),
        ("after March 1991", ["1991-04/.."]),
        ("before 31 March 2009", ["../2009-03-30"]),
        ("in 44 BC and AD 79", ["-0043", "0079"]),
        ("in the 1st century BC", ["-0099/0000"]),
        ("in the twenty-first century", ["2001/2100"]),
        ("fiscal 2019 and FY 20", ["2019~", "2020~"]),
        ("the 2015–16 season and 1999–00", ["2015/2016", "1999/2000"]),
        ("3–5 March 2009 and March 3-5", ["2009-03-03/2009-03-05", "XXXX-03-03/XXXX-03-05"]),
        ("January to March 2005", ["2005-01/2005-03"]),
        ("March 3 and April 5, 2009", ["2009-03-03", "2009-04-05"]),
        ("the 2012 film, the 2008 Summer Olympics and London, 1997, in 1995, 1996 and 1997",
         ["2012", "2008", "1997", "1995", "1996", "1997"]),
        ("(1997) and ’90s, '05s; the 1900s and the 2000s", ["1997", "199X", "19XX", "200X"]),
        ("03/31/2009 and 13.4.2009", ["2009-03-31", "2009-04-13"]),
        ("2019/09/18", ["2019-09-18"]),
        ("2009-03 and 2009-10", ["2009-03", "2009/2010"]),
        ("the first half of 2005", ["2005-01~/2005-07~"]),
        ("before the 2005 elections, prior to the 1990s", ["2005", "../1989"]),
        ("in early May", ["XXXX-05-01~/XXXX-05-13~"]),
        ("around 14 November", ["XXXX-11-14~"]),
        ("5 september 1943 - 12 march 2005 and july 2006", ["1943-09-05/2005-03-12", "2006-07"]),
        ("the Euro 2016 tournament (2014)", ["2016", "2014"]),
        ("until May", ["../XXXX-05"]),
        ("before 3-5 May", ["XXXX-05-03/XXXX-05-05"]),
        ("before the end of 2005 and after the 1990s", ["../2005~", "2000/.."]),
        ("in late 44 BC", ["-0043-08~/-0043-12~"]),
        ("early 3 May 2005", ["2005-05-03"]),
        ("about 3 May 2005", ["2005-05-03~"]),
        ("2012 World Cup", ["2012"]),
        ("Its 2012 budget and Russia's 2013 budget", ["2012", "2013"]),
        ("the Olympics 2008 were", ["2008"]),
    ],
)  # fmt: skip
def test_what_a_phrase_says(text: str, expected: list[str]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today and yesterday", ["2005-11-14", "2005-11-13"]),
        ("last year", ["2004"]),
        ("next month", ["2005-12"]),
        ("last week", ["2005-11-07/2005-11-13"]),
        ("this decade", ["200X"]),
        ("in May, on 4 July and in December", ["2005-05", "2005-07-04", "XXXX-12"]),
        ("from 3–5 May", ["2005-05-03/2005-05-05"]),
        ("until May", ["../2005-05"]),
        ("in early May", ["2005-05-01~/2005-05-13~"]),
        ("next decade", []),
    ],
)
def test_an_anchor_resolves(text: str, expected: list[str]) -> None:
    assert dates(text, on_day(2005, 11, 14)) == expected


def test_a_coarse_anchor_resolves_no_more_than_it_can() -> None:
    assert dates("yesterday, last month and last year", in_year(2005)) == ["2004"]
    assert dates("last year", between(in_year(2004), None)) == []


def test_an_interval_needs_its_ends_in_order_and_in_years() -> None:
    assert between(in_year(2005), in_year(2004)) is None
    assert between(without_year(3), in_year(2004)) is None
    assert on_day(2009, 2, 30) is None
    assert without_year(2, 30) is None
