"""What is worked out from stated values: the laws of it, and a few sums by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.values.arithmetic import Computed, growth, number, part, relate, share, step, times, total
from reconcile.values.arithmetic_time import age, elapsed
from reconcile.values.members import Members
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_find import find
from reconcile.values.when import When, in_year
from reconcile.values.when_find import find as find_dates
from tests.words_lexicon import english

Sum = Callable[[Quantity, Quantity], Computed | None]
SAYS = (Relation.EQUIVALENT, Relation.NARROWER)
COUNTS = st.integers(min_value=1, max_value=10**6)
YEARS = st.integers(min_value=1, max_value=2090)


def count(number: float) -> Quantity:
    return Quantity(low=number, high=number, figures=(number,))


def figure(text: str) -> Quantity:
    (found,) = find(text, english())
    return found.value


def when(text: str) -> When:
    (found,) = find_dates(text, english())
    return found.value


def made(found: Computed | None) -> Computed:
    assert found is not None
    return found


def low(found: Computed | None) -> float:
    value = made(found).value.low
    assert value is not None
    return value


@given(COUNTS, COUNTS)
def test_a_part_and_the_rest_are_the_whole(one: int, other: int) -> None:
    whole = made(total([count(one), count(other)])).value
    assert whole.low == one + other
    assert low(share(count(one), whole)) + low(share(count(other), whole)) == pytest.approx(100)


@given(COUNTS, COUNTS)
def test_a_total_does_not_depend_on_the_order(one: int, other: int) -> None:
    assert low(total([count(one), count(other)])) == low(total([count(other), count(one)]))


@given(COUNTS, COUNTS)
def test_what_was_added_is_taken_away_again(one: int, other: int) -> None:
    assert low(step(count(one), count(other))) == -low(step(count(other), count(one)))


@given(COUNTS, COUNTS)
def test_growth_and_times_agree(before: int, after: int) -> None:
    ratio = low(times(count(before), count(after)))
    assert low(growth(count(before), count(after))) == pytest.approx(100 * (ratio - 1))


@given(COUNTS, COUNTS)
def test_a_share_of_the_whole_is_the_part_again(one: int, rest: int) -> None:
    whole = count(one + rest)
    assert low(part(whole, made(share(count(one), whole)).value)) == pytest.approx(one)


@given(YEARS, st.integers(min_value=0, max_value=300))
def test_years_alone_leave_two_ages(first: int, later: int) -> None:
    found = made(age(in_year(first), in_year(first + later))).value
    assert (found.low, found.high) == (max(0, later - 1), later)


@given(YEARS, st.integers(min_value=1, max_value=300))
def test_years_alone_tell_a_length_to_within_one(first: int, later: int) -> None:
    found = made(elapsed(in_year(first), in_year(first + later), figure("six years")))
    relations = [relate(count_of_years(later + off), found) for off in (-2, -1, 0, 1, 2)]
    assert relations[2] in SAYS
    assert relations[0] is relations[4] is Relation.CONFLICTING
    assert Relation.CONFLICTING not in relations[1:4]


def count_of_years(number: int) -> Quantity:
    return replace(figure("six years"), low=number, high=number, figures=(number,))


@given(YEARS, YEARS)
def test_nobody_dies_before_birth(one: int, other: int) -> None:
    assert (age(in_year(one), in_year(other)) is None) is (other < one)


@given(COUNTS, COUNTS, st.sampled_from([share, growth, times, step]))
def test_what_is_worked_out_agrees_with_itself(one: int, other: int, sum_: Sum) -> None:
    found = sum_(count(one), count(other))
    if found is not None:
        assert relate(found.value, found) in SAYS


@pytest.mark.parametrize(
    ("first", "last", "claimed", "relation"),
    [
        ("3 May 1950", "7 June 1984", "aged 34", Relation.EQUIVALENT),
        ("3 May 1950", "7 June 1984", "aged 35", Relation.CONFLICTING),
        ("3 May 1950", "2 May 1984", "aged 33", Relation.EQUIVALENT),
        ("in 1950", "in 1984", "aged 34", Relation.UNSURE),
        ("in 1950", "in 1984", "aged 33 to 34", Relation.EQUIVALENT),
        ("in 1950", "in 1984", "over 30 years old", Relation.NARROWER),
        ("in 1950", "in 1984", "aged 35", Relation.CONFLICTING),
        ("29 February 1980", "28 February 2000", "aged 19", Relation.EQUIVALENT),
    ],
)
def test_ages(first: str, last: str, claimed: str, relation: Relation) -> None:
    assert relate(figure(claimed), made(age(when(first), when(last)))) is relation


@pytest.mark.parametrize(
    ("first", "last", "claimed", "relation"),
    [
        ("in 1939", "in 1945", "six years", Relation.NARROWER),
        ("in 1939", "in 1945", "seven years", Relation.UNSURE),
        ("in 1939", "in 1945", "four years", Relation.CONFLICTING),
        ("in 1939", "in 1945", "about six years", Relation.NARROWER),
        ("in 1939", "in 1945", "more than three years", Relation.NARROWER),
        ("in 1939", "in 1945", "2,190 days", Relation.UNSURE),
        ("3 May 1990", "7 June 1990", "35 days", Relation.NARROWER),
        ("3 May 1990", "7 June 1990", "five weeks", Relation.NARROWER),
        ("3 May 1990", "7 June 1990", "two months", Relation.UNSURE),
        ("3 May 1990", "7 June 1990", "three months", Relation.CONFLICTING),
        ("3 May 1990", "3 May 1996", "five years", Relation.CONFLICTING),
        ("3 May 1990", "3 January 1996", "five years", Relation.UNSURE),
    ],
)
def test_lengths_of_time(first: str, last: str, claimed: str, relation: Relation) -> None:
    assert relate(figure(claimed), made(elapsed(when(first), when(last), figure(claimed)))) is relation


@pytest.mark.parametrize("date", ["circa 1950", "3 May", "after 1950"])
def test_no_age_and_no_length_without_two_dates(date: str) -> None:
    assert age(when(date), in_year(1990)) is None
    assert elapsed(when(date), in_year(1990), figure("six years")) is None


@pytest.mark.parametrize(
    ("part_", "whole", "claimed", "relation"),
    [
        ("100", "400", "25 percent", Relation.NARROWER),
        ("100", "400", "a quarter", Relation.NARROWER),
        ("100", "400", "half", Relation.CONFLICTING),
        ("100", "400", "27 percent", Relation.UNSURE),
        ("100", "400", "less than a third", Relation.NARROWER),
        ("126", "400", "a third", Relation.UNSURE),
        ("133", "400", "a third", Relation.NARROWER),
        ("12", "15", "80%", Relation.NARROWER),
        ("12", "15", "at least 90%", Relation.CONFLICTING),
        ("2 million", "5 million", "half", Relation.UNSURE),
    ],
)
def test_shares(part_: str, whole: str, claimed: str, relation: Relation) -> None:
    assert relate(figure(f"{claimed} of the boats"), made(share(figure(part_), figure(whole)))) is relation


def test_a_share_is_no_more_than_the_whole() -> None:
    assert share(count(5), count(4)) is None
    assert share(count(5), count(0)) is None
    assert share(figure("over 5"), count(400)) is None


@pytest.mark.parametrize(
    ("before", "after", "claimed", "relation"),
    [
        ("200", "220", "10 percent", Relation.NARROWER),
        ("200", "220", "9 percent", Relation.UNSURE),
        ("200", "220", "20 percent", Relation.CONFLICTING),
        ("200", "220", "more than 5 percent", Relation.NARROWER),
        ("4 million", "5 million", "20 percent", Relation.UNSURE),
    ],
)
def test_growth(before: str, after: str, claimed: str, relation: Relation) -> None:
    assert relate(figure(claimed), made(growth(figure(before), figure(after)))) is relation


@pytest.mark.parametrize(
    ("before", "after", "claimed", "relation"),
    [
        ("200", "400", "twofold", Relation.NARROWER),
        ("200", "390", "twofold", Relation.NARROWER),
        ("200", "350", "twofold", Relation.UNSURE),
        ("200", "300", "twofold", Relation.CONFLICTING),
        ("200", "600", "more than twofold", Relation.NARROWER),
    ],
)
def test_times(before: str, after: str, claimed: str, relation: Relation) -> None:
    assert relate(replace(figure(claimed), grain=0.0), made(times(figure(before), figure(after)))) is relation


def test_a_change_is_told_in_one_unit() -> None:
    assert growth(figure("200 tonnes"), figure("300 km")) is None
    assert step(figure("200"), figure("220 tonnes")) is not None


def test_a_sum_is_of_one_unit() -> None:
    assert total([figure("30 tonnes"), figure("20 km")]) is None
    assert total([figure("30 tonnes"), figure("over 20 tonnes")]) is None
    assert made(total([count(30), count(20)])).sum == "30 + 20 = 50"


def test_an_open_list_gives_the_least() -> None:
    whole = made(number(Members(("A", "B", "C"), exhaustive=True)))
    some = made(number(Members(("A", "B", "C"), partial=True)))
    assert relate(count(2), whole) is Relation.CONFLICTING
    assert relate(count(2), some) is Relation.CONFLICTING
    assert relate(count(5), whole) is Relation.CONFLICTING
    assert relate(count(5), some) is Relation.UNSURE
    assert number(Members(("A", "B", "C"), count=5, exhaustive=True)) is None
