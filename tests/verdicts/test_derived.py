"""Arithmetic from evidence: what is worked out, and that nothing is worked out from what speaks of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile.values.when import When, edges, in_year
from reconcile.values.when_find import find
from reconcile.verdicts.derivation import Derivation, Pair
from reconcile.verdicts.derived import derived
from reconcile.verdicts.lives import life
from reconcile.verdicts.matching import met
from reconcile.verdicts.told import told
from tests.words_lexicon import english

WORDS = [
    *(
        "The",
        "choir",
        "has",
        "lasted",
        "born",
        "died",
        "aged",
        "from",
        "to",
        "of",
        "and",
        "rose",
        "by",
        "was",
    ),
    *("Ann", "Osby", "her", "his", "who", "(", ")", "-", ",", ".", "when", "at the age of", "consists of"),
    *(
        "12",
        "1950",
        "three years",
        "40 boats",
        "half",
        "a quarter",
        "most",
        "doubled",
        "men",
        "women",
        "first",
    ),
    *("3 May 1950", "12 percent", "out of", "for", "began", "ended", "until", "members", "5 men", "9 people"),
]


def worked_out(claim: str, evidence: str) -> tuple[Derivation, ...]:
    one, other = told(claim, english()), told(evidence, english())
    return derived(Pair(one, other, met(one, other, english()), english()))


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_words_can_be_worked_on(claim: list[str], evidence: list[str]) -> None:
    text = " ".join(claim)
    for one in worked_out(text, " ".join(evidence)):
        assert 0 <= one.start < one.end <= len(text)
        assert one.why or one.relation is None


@pytest.mark.parametrize(
    ("text", "name", "birth", "death"),
    [
        ("Ann Holt (1901-1975) was a painter.", "Ann Holt", "1901", "1975"),
        (
            "Ann Holt (3 May 1901, Osby - 7 June 1975, Lund) was a painter.",
            "Ann Holt",
            "1901-05-03",
            "1975-06-07",
        ),
        ("Ann Holt was born in Osby in 1901 and died in 1975.", "Ann Holt", "1901", "1975"),
        ("Born in 1901, Ann Holt reigned until her death in 1975.", "Ann Holt", "1901", "1975"),
        ("The pupil of Tom Dahl, Ann Holt (born 1901) was a painter.", "Ann Holt", "1901", None),
    ],
)
def test_lives(text: str, name: str, birth: str, death: str | None) -> None:
    found = life(told(text, english()), english())
    assert found is not None
    assert found.name.text == name
    assert [when and when.edtf for when in (found.birth, found.death)] == [birth, death]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Holt was born to Tom Dahl (1901-1975).",
        "Ann Holt was born in 1901 and her mother died in 1975.",
        "Ann Holt was born in 1901 and married Tom Dahl, who died in 1975.",
        "Ann Holt was born in 1901 or was born in 1902.",
        "Ann Holt (c. 1901 - 1975) was a painter.",
        "Ann Holt painted the death of Tom Dahl in 1975.",
        "The mill opened in 1901.",
    ],
)
def test_no_one_life(text: str) -> None:
    found = life(told(text, english()), english())
    assert found is None or found.birth is None or found.death is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("from 1990 to 1995", "1990", "1995"),
        ("between May 1990 and 3 June 1991", "1990-05", "1991-06-03"),
    ],
)
def test_the_edges_of_a_range(text: str, first: str, last: str) -> None:
    (found,) = find(text, english())
    assert [edge.edtf for edge in edges(found.value) or ()] == [first, last]


@pytest.mark.parametrize(
    "when", [in_year(1990), When(edtf="1990/..", low=0, high=None), When(edtf="199X", low=0, high=9)]
)
def test_what_has_no_two_edges(when: When) -> None:
    assert edges(when) is None


def test_the_arithmetic_is_told() -> None:
    found = reconcile.verdict("The mill employed 60 people.", "The mill employed 30 men and 20 women.")
    assert found.rule == "arithmetic"
    assert found.why == "30 + 20 = 50; the claim says 60"
    found = reconcile.verdict("The war lasted six years.", "The war began in 1939 and ended in 1945.")
    assert found.why.endswith("from 1939 to 1945: 5 to 7 years")
