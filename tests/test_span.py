"""Ranges of code points, and lines and columns as editors count them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.span import Lines, Span

TEXTS = st.text(st.sampled_from("ab é\n\r𝄞"), max_size=40)
BOUNDS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted)


@given(TEXTS)
def test_lines_are_those_an_editor_counts(text: str) -> None:
    lines = Lines(text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert lines.at(len(text)) == (len(plain), len(plain[-1]) + 1)


@given(TEXTS)
def test_positions_grow_with_offsets(text: str) -> None:
    lines = Lines(text)
    places = [lines.at(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[0] == (1, 1)
    assert len(set(places)) == len(places)


@given(BOUNDS, BOUNDS)
def test_overlap_is_a_shared_code_point(one: list[int], other: list[int]) -> None:
    shared = set(range(*one)) & set(range(*other))
    assert Span(*one).overlaps(Span(*other)) == bool(shared)


@given(BOUNDS, BOUNDS)
def test_containing_is_having_all(one: list[int], other: list[int]) -> None:
    if other[0] < other[1]:
        assert Span(*one).contains(Span(*other)) == (set(range(*other)) <= set(range(*one)))


def test_a_span_is_its_characters() -> None:
    assert Span(2, 5).of("a𝄞bcd") == "bcd"


@pytest.mark.parametrize("bounds", [(3, 2), (-1, 2)])
def test_no_span_runs_backwards(bounds: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(*bounds)
