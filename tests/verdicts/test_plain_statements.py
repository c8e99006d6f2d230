"""Figures and dates that a source states of the very same: what refutes them, and all that does not."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reconcile
from reconcile.model import Document, Label
from reconcile.result import Result

TYPES = ("count", "number", "date")
CHOIR = "The choir has 46 members."


def document(text: str, id: str, date: str | None = None) -> Document:
    return reconcile.read(text.encode(), reader="plain", name=id, id=id, date=date)


@cache
def compared(old: str, new: str, source: str, date: str | None = None) -> Result:
    return reconcile.compare(
        document(old, "old"), document(new, "new"), sources=[document(source, "s", date)]
    )


def labels(claim: str, source: str, date: str | None = None) -> set[Label]:
    return {one.label for one in compared(claim, claim, source, date).verdicts if one.type in TYPES}


# ---------------------------------------------------------------- silent


@pytest.mark.parametrize(
    "source",
    [
        "The band has 45 members.",
        "The Osby choir has 45 members.",
        "A choir has 45 members.",
        "Each choir has 45 members.",
        "The choir has 45 seats.",
        "The choir has 45 new members.",
        "The choir has 45 members of staff.",
        "The choir has 45 members in Norvik.",
        "In Norvik, the choir has 45 members.",
        "The choir has 45 members per section.",
        "The choir had 45 members.",
        "In 1990, the choir has 45 members.",
        "The choir lost 45 members.",
        "The choir once had 45 members.",
        "The choir plans to have 45 members.",
        "The choir may have 45 members.",
        "The choir does not have 45 members.",
        "If it grows, the choir has 60 members.",
        "Anna says the choir has 45 members.",
        "According to Anna, the choir has 45 members.",
        "The choir and the band have 90 members.",
        "The choir has 12 basses with 45 members.",
        "The choir has about 45 members.",
        "The choir has at least 20 members.",
        "Does the choir have 45 members?",
        "They have 45 members.",
    ],
)
def test_what_is_not_plainly_the_same_count_does_not_refute(source: str) -> None:
    assert Label.REFUTES not in labels(CHOIR, source)
    assert Label.REFUTES not in labels(source, CHOIR)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("She wrote 3 books.", "She wrote 5 books."),
        ("The team won 3 matches.", "The team won 5 matches."),
        ("The free plan allows 5 users.", "The paid plan allows 3 users."),
        ("The free plan allows 5 users.", "The plan allows 3 users."),
        ("The timeout is 30 seconds.", "The read timeout is 60 seconds."),
        ("Osby Bridge is 300 metres long.", "Osby Bridge is 25 metres wide."),
        ("Osby Bridge is 300 metres long.", "Osby Bridge is 984 feet long."),
        ("The team won the cup in 1990.", "The team won the cup in 1994."),
        ("The season was opened on 4 May 1990.", "The season was opened on 9 May 1991."),
        ("The library was opened on 4 May.", "The library was opened on 9 May."),
        ("The house was sold in 1990.", "The house was sold in 1994."),
        ("The bridge was opened in 1931.", "The bridge was closed in 1932."),
        ("The bridge was opened in 1931.", "The bridge was opened again in 1952."),
        ("The bridge was opened in 1931.", "The bridge has been opened since 1935."),
        ("The play premiered in Osby in 1990.", "The play premiered in Norvik in 1992."),
        ("The choir has 46 members (2020).", "The choir has 45 members (2019)."),
        ("The choir has 46 members (as of 2020).", "The choir has 45 members."),
        (
            "Ida Berg won the national poetry prize of Norland in 1990.",
            "Ida Berg won the national poetry prize of Norland in 1994.",
        ),
        ("The Osby choir sang for 300 guests.", "The Osby choir once sang for 500 guests in Norvik."),
        ("The firm was founded in 1990.", "The firm was founded around 1988."),
        ("John Smith was born in 1970.", "Smith was born in 1972."),
        ("He was born in 1970.", "He was born in 1972."),
        ("The bridge was opened for the 1931 fair.", "The bridge was opened for the 1932 fair."),
    ],
)
def test_what_may_both_be_true_does_not_refute(claim: str, source: str) -> None:
    assert Label.REFUTES not in labels(claim, source)
    assert Label.REFUTES not in labels(source, claim)


def test_the_bridge_of_another_town_is_another_bridge() -> None:
    osby = "Osby is a town. Osby lies on the coast. Osby has a mill. The bridge was opened in 1931."
    assert labels(osby, osby.replace("Osby", "Norvik").replace("1931", "1932")) == {Label.NOT_ENOUGH_INFO}
    assert labels(osby, osby.replace("1931", "1932")) == {Label.REFUTES}


def test_a_pronoun_is_read_only_where_it_is_plain_whom_it_means() -> None:
    source = "The Harbour Union was founded in 1991."
    assert labels("The Harbour Union met. It was founded in 1990.", source) == {Label.REFUTES}
    text = "The Harbour Union met. The Harbour Union sang. Anna left. It was founded in 1990."
    assert labels(text, source) == {Label.NOT_ENOUGH_INFO}


# ---------------------------------------------------------------- refuted and supported


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (CHOIR, "The choir has 45 members."),
        (CHOIR, "In all, the choir now has 45 members, and the band has 12."),
        ("The choir has forty-six members.", "The choir has 45 members."),
        ("In 1990, the choir had 46 members.", "The choir had 45 members in 1990."),
        ("The Harbour Union has 46 members.", "The Harbour Union has 45 members."),
        ("The United Nations has 193 members.", "The UN has 192 members."),
        ("Osby Bridge is 300 metres long.", "Osby Bridge is 250 metres long and 12 metres wide."),
        ("Osby has a population of 12,000.", "Osby has a population of 14,000."),
        ("The timeout is 30 seconds.", "The timeout is 60 seconds."),
        ("The ticket costs $12.", "The ticket costs $15."),
        ("The bridge was opened by the king in 1931.", "The bridge was opened in 1932."),
        ("The house was sold to the county in 1990.", "The house was sold to the county in 1994."),
        ("Osby Bridge opened on 4 May 1931.", "Osby Bridge was opened on 5 May 1931."),
        ("Ida Berg was born in 1970.", "Ida Berg (born 3 May 1972) is a Danish singer."),
    ],
)
def test_the_same_said_with_another_value_refutes(claim: str, source: str) -> None:
    assert Label.REFUTES in labels(claim, source)
    assert Label.REFUTES not in labels(claim, claim)
    assert Label.SUPPORTS in labels(claim, claim)


def test_a_figure_in_other_words_refutes_where_much_is_shared() -> None:
    claim = "In all, more than 300 ferries call at the Norvik harbour every year."
    source = "The harbour of Norvik is busy: each year 250 ferries call at the Norvik harbour."
    assert labels(claim, source) == {Label.REFUTES}
    assert Label.REFUTES not in labels(claim, source.replace("250", "350"))


def test_a_refuted_claim_that_did_not_change_is_a_warning_from_the_source() -> None:
    result = compared(CHOIR, CHOIR, "The choir has 45 members.")
    (finding,) = [one for one in result.findings if one.kind == "source"]
    assert (finding.level, finding.claim) == ("warning", "count")
    assert [(one.old, one.new) for one in finding.evidence] == [("refutes", "refutes")]


def test_a_changed_figure_has_what_the_source_says_of_both_sides() -> None:
    result = compared(CHOIR, "The choir has 45 members.", "The choir has 45 members.")
    (finding,) = result.findings
    assert [(one.old, one.new) for one in finding.evidence] == [("refutes", "supports")]


def test_an_older_source_does_not_refute_a_count_of_today() -> None:
    assert labels(CHOIR, "The choir has 45 members.", "2004-01-01") == {Label.NOT_ENOUGH_INFO}
    dated = "The choir had 46 members in 1990."
    assert Label.REFUTES in labels(dated, "The choir had 45 members in 1990.", "2004-01-01")


# ---------------------------------------------------------------- laws


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 5000), st.integers(2, 5000))
def test_of_two_figures_of_the_same_one_refutes_the_other_both_ways(one: int, two: int) -> None:
    texts = [f"The choir of Osby has {figure} members." for figure in (one, two)]
    wanted = {Label.SUPPORTS if one == two else Label.REFUTES}
    assert labels(texts[0], texts[1]) == labels(texts[1], texts[0]) == wanted


@settings(max_examples=25, deadline=None)
@given(st.integers(1800, 2020), st.integers(1800, 2020))
def test_of_two_years_of_what_happens_once_one_refutes_the_other_both_ways(one: int, two: int) -> None:
    texts = [f"Osby Museum was founded in {year}." for year in (one, two)]
    wanted = {Label.SUPPORTS if one == two else Label.REFUTES}
    assert labels(texts[0], texts[1]) == labels(texts[1], texts[0]) == wanted
