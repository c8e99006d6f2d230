"""Laws and cases of member lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Relation
from reconcile.values.members import Members, change, exchanged, miscounted, relate
from tests.words_lexicon import english

POOL = [
    "Uzbekistan", "Uzbekestan", "Tajikistan", "Tajikstan", "Georgia", "Karimov", "Islam Karimov", "the EU",
    "European Union", "tea",
]  # fmt: skip
lists = st.builds(
    Members,
    st.lists(st.sampled_from(POOL), max_size=5).map(tuple),
    st.one_of(st.none(), st.integers(0, 5)),
    st.booleans(),
)


@given(lists)
def test_a_list_is_equivalent_to_itself(members: Members) -> None:
    assert relate(members, members, english()) is Relation.EQUIVALENT


@given(lists, lists)
def test_exchanged_lists_have_the_converse_relation(one: Members, other: Members) -> None:
    assert relate(other, one, english()) is relate(one, other, english()).converse


@given(lists, lists)
def test_nothing_is_lost_in_a_change(one: Members, other: Members) -> None:
    found = change(one, other, english())
    assert set(found.removed) <= set(one.members)
    assert set(found.kept) | set(found.added) == set(other.members)
    assert len(found.kept) + len(found.removed) == len(set(one.members))


def whole(*members: str, count: int | None = None) -> Members:
    return Members(members, count, True)


def part(*members: str, count: int | None = None) -> Members:
    return Members(members, count)


CASES = [
    (whole("A", "B", "C"), whole("C", "the A", "B"), Relation.EQUIVALENT),
    (whole("Tajikstan", "Iran"), whole("Iran", "Tajikistan"), Relation.EQUIVALENT),
    (part("A", "B"), part("A", "B", count=5), Relation.EQUIVALENT),
    (whole("A", "B", "C", count=3), whole("A", "B", count=3), Relation.REMOVED),
    (whole("A", "B", "Fort Hill"), whole("A", "B", "Hill"), Relation.UNSURE),
    (part("A", "B", count=4), part("A", "B", count=5), Relation.CONFLICTING),
    (part("Georgia", "Ukraine"), part("Georgia"), Relation.REMOVED),
    (part("Georgia"), part("Georgia", "Ukraine"), Relation.ADDED),
    (part("Georgia", "Ukraine"), part("Georgia", "Moldova"), Relation.UNSURE),
    (whole("Georgia", "Ukraine"), part("Georgia"), Relation.BROADER),
    (part("Georgia"), whole("Georgia", "Ukraine"), Relation.NARROWER),
    (whole("Georgia", "Ukraine"), part("Georgia", "Ukraine"), Relation.BROADER),
    (whole("Georgia", "Ukraine"), whole("Georgia"), Relation.CONFLICTING),
    (whole("Georgia", "Ukraine"), part("Georgia", "Moldova"), Relation.CONFLICTING),
    (part("Georgia", "Moldova"), whole("Georgia", "Ukraine"), Relation.CONFLICTING),
]


@pytest.mark.parametrize(("before", "after", "relation"), CASES)
def test_what_a_list_is_to_another(before: Members, after: Members, relation: Relation) -> None:
    assert relate(before, after, english()) is relation


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (part("Oslo", "Riga", "Bergen"), part("Oslo", "Turku", "Bergen"), True),
        (part("Oslo", "Riga", "Bergen"), part("Oslo", "Bergen", "Turku"), False),
        (part("Oslo", "Riga"), part("Oslo", "Turku"), False),
        (part("Oslo", "Riga", "Bergen"), part("Turku", "Vilnius", "Bergen"), False),
        (Members(("Oslo", "Riga", "Bergen"), partial=True), part("Oslo", "Turku", "Bergen"), False),
    ],
)
def test_a_member_stands_in_the_place_of_another(before: Members, after: Members, found: bool) -> None:
    assert exchanged(before, after, english()) is found
    assert exchanged(after, before, english()) is found


def test_a_change_names_who_was_kept_added_and_removed() -> None:
    found = change(whole("Tajikstan", "Iran", "Georgia"), whole("Iran", "Tajikistan", "Moldova"), english())
    assert (found.kept, found.added, found.removed) == (("Iran", "Tajikistan"), ("Moldova",), ("Georgia",))


@pytest.mark.parametrize(
    ("members", "wrong"),
    [
        (whole("A", "B"), False),
        (whole("A", "B", count=2), False),
        (part("A", "B", count=5), False),
        (whole("A", "B", count=3), True),
        (part("A", "B", count=1), True),
    ],
)
def test_a_count_is_held_against_its_list(members: Members, wrong: bool) -> None:
    assert miscounted(members) is wrong


def test_the_report_prints_members_count_and_whether_that_is_all() -> None:
    assert whole("A", count=1).data == {"members": ["A"], "count": 1, "exhaustive": True}
