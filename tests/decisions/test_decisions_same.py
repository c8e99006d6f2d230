"""Equality of statements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.decisions.decision import Statement
from reconcile.decisions.same import same

TEXTS = st.text(max_size=12)
VALUES = st.one_of(
    st.none(),
    st.builds(lambda text: {"text": text}, TEXTS),
    st.builds(lambda n: {"low": n, "high": n, "unit": "members", "approximator": None}, st.integers()),
    st.builds(lambda names: {"members": names, "count": len(names), "exhaustive": True}, st.lists(TEXTS)),
    st.builds(lambda text: {"edtf": text}, TEXTS),
)
STATEMENTS = st.builds(lambda text, value: Statement(text=text, value=value), TEXTS, VALUES)


@given(STATEMENTS)
def test_a_statement_says_the_same_as_itself(one: Statement) -> None:
    assert same(one, one)


@given(STATEMENTS, STATEMENTS)
def test_order_does_not_matter(one: Statement, other: Statement) -> None:
    assert same(one, other) == same(other, one)


@given(st.lists(TEXTS, min_size=1, unique=True), st.randoms())
def test_the_order_of_members_does_not_matter(names: list[str], chance) -> None:
    shuffled = chance.sample(names, len(names))
    assert same(
        Statement(text="a", value={"members": names}), Statement(text="b", value={"members": shuffled})
    )


def written(text: str, value: dict | None = None) -> Statement:
    return Statement(text=text, value=value)


FOUR = {"low": 4, "high": 4, "unit": "members", "approximator": None}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (written("four members", FOUR), written("4 members", {**FOUR, "low": 4.0, "high": 4.0})),
        (written("4"), written("four members", FOUR)),
        (written("4 Members"), written("four members", FOUR)),
        (written("four  members"), written("Four members", FOUR)),
        (written("2001-06"), written("in June 2001", {"edtf": "2001-06"})),
        (written("ECO"), written("the organisation", {"name": "x", "aliases": ["ECO"]})),
        (written("A, B"), written("both", {"members": ["B", "A"], "count": 2})),
        (written("“No.”"), written('"no."')),
        (written("1200000"), written("1.2 million", {"low": 1200000, "high": 1200000})),
    ],
)
def test_the_same_in_other_words(one: Statement, other: Statement) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (written("four members", FOUR), written("five members", {**FOUR, "low": 5, "high": 5})),
        (written("4"), written("about four members", {**FOUR, "approximator": "about"})),
        (written("4"), written("4 to 6", {"low": 4, "high": 6})),
        (written("last year", {"edtf": "2001"}), written("last year", {"edtf": "2002"})),
        (written("A"), written("A, B", {"members": ["A", "B"]})),
        (written("joined"), written("left")),
    ],
)
def test_not_the_same(one: Statement, other: Statement) -> None:
    assert not same(one, other)
