"""Base forms: what is inflected, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.text import lemma as module
from reconcile.text.lemma import lemma, stem_key
from tests.words_lexicon import EMPTY, english

PAIRS = """
withdrew withdraw | withdrawn withdraw | planned plan | planed plane | hoping hope | hopped hop
labours labor | organised organize | cities city | boxes box | heroes hero | studied study
tying tie | used use | visiting visit | filled fill | controlled control | created create
founded found | found find | children child | crises crisis | Uzbekistan's uzbekistan
states' state | programmes program | signalled signal | sanctioned sanction | movies movie
potatoes potato | classes class | axes axis | causes cause | zorblatted zorblat | zorbating zorbate
blanged blang | grinned grin | glossed gloss | kovazed kovaz
"""


@pytest.mark.parametrize(
    "word",
    [
        "news",
        "species",
        "series",
        "this",
        "thing",
        "during",
        "bus",
        "Wales",
        "glass",
        "status",
        "is-land",
        "été",
        "3rd",
        "red",
        "sing",
    ],
)
def test_words_that_only_look_inflected_stay(word: str) -> None:
    assert lemma(word, english()) == word.casefold()


@pytest.mark.parametrize(
    "pair", [pair.strip() for line in PAIRS.strip().splitlines() for pair in line.split("|")]
)
def test_inflections_lead_to_their_base(pair: str) -> None:
    word, base = pair.split()
    assert lemma(word, english()) == base


@given(st.text(max_size=15))
def test_any_word_has_a_base_and_a_key(word: str) -> None:
    assert lemma(word, english()) == lemma(word, english())
    lemma(word, EMPTY)
    stem_key(word, english())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("withdrew", "withdrawal"),
        ("refuse", "refusal"),
        ("Tajik", "Tajikistan"),
        ("creation", "created"),
        ("elections", "elected"),
        ("decision", "decided"),
        ("membership", "members"),
    ],
)
def test_derivations_share_a_key(one: str, other: str) -> None:
    assert stem_key(one, english()) == stem_key(other, english())


@pytest.mark.parametrize(("one", "other"), [("nation", "native"), ("Niger", "Nigerian"), ("party", "part")])
def test_strangers_do_not(one: str, other: str) -> None:
    assert stem_key(one, english()) != stem_key(other, english())


def test_the_memo_is_bounded_and_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KEPT", 1)
    assert [lemma(word, english()) for word in ("went", "cities", "went")] == ["go", "city", "go"]
