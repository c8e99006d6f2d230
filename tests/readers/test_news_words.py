"""What is looked for first, because it costs little, is in everything that is looked for then."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from reconcile.readers import news_dateline, news_words
from reconcile.readers.news_words import is_credit, is_furniture


def pattern(late: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(late.pattern, re.I)


@settings(max_examples=1000)
@given(st.from_regex(pattern(news_words._LINE), fullmatch=True))
def test_every_line_of_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@settings(max_examples=300)
@given(st.from_regex(pattern(news_words._BY), fullmatch=True))
def test_every_credit_is_known(line: str) -> None:
    assert is_credit(line)


@settings(max_examples=300)
@given(st.from_regex(re.compile(news_dateline.DATELINE.pattern), fullmatch=True))
def test_every_dateline_holds_its_mark(line: str) -> None:
    assume("\n" not in line)
    assert news_dateline._MARK.search(line)


@pytest.mark.parametrize("line", ["The museum has 40 rooms.", "Top brass met in Osby.", "", "thE LINK rusts"])
def test_prose_is_no_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert not is_credit(line)
