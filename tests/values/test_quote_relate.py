"""Laws and cases of quotations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Relation
from reconcile.values.quote import Quote, relate
from tests.words_lexicon import english

texts = st.lists(
    st.sampled_from(
        ["we", "will", "not", "go", "…", "[then]", "home,", "colour", "color", "...", "Go", "!", "[the]"]
    ),
    max_size=7,
).map(" ".join)
quotes = st.builds(
    Quote,
    texts,
    st.one_of(st.none(), st.sampled_from(["Turunen", "Antti Turunen", "Karimov"])),
    st.booleans(),
)


@given(quotes)
def test_a_quotation_is_equivalent_to_itself(quote: Quote) -> None:
    assert relate(quote, quote, english()) is Relation.EQUIVALENT


@given(quotes, quotes)
def test_exchanged_quotations_have_the_converse_relation(one: Quote, other: Quote) -> None:
    assert relate(other, one, english()) is relate(one, other, english()).converse


CASES = [
    ("We will go.", "we will go!", Relation.EQUIVALENT),
    ("We [the people] will go", "We will go", Relation.EQUIVALENT),
    ("[The] council will go", "the council will go", Relation.EQUIVALENT),
    ("A colour revolution", "a color revolution", Relation.EQUIVALENT),
    ("We will surely go home now", "We will … go home", Relation.BROADER),
    ("we will", "We will go", Relation.NARROWER),
    ("We will go", "We will not go", Relation.CONFLICTING),
    ("We will sign the treaty", "We will break the treaty", Relation.CONFLICTING),
    ("tea is good", "nobody saw anything there", Relation.UNSURE),
    ("...", "We will go", Relation.UNSURE),
]


@pytest.mark.parametrize(("old", "new", "relation"), CASES)
def test_what_altered_words_mean(old: str, new: str, relation: Relation) -> None:
    assert relate(Quote(old), Quote(new), english()) is relation


def test_the_speaker_counts_when_the_words_are_the_same() -> None:
    said = "We will go home"
    assert relate(Quote(said, "Turunen"), Quote(said, "Antti Turunen"), english()) is Relation.EQUIVALENT
    assert relate(Quote(said, "Turunen"), Quote(said), english()) is Relation.EQUIVALENT
    assert relate(Quote(said, "Turunen"), Quote(said, "Karimov"), english()) is Relation.CONFLICTING


def test_raised_eyebrows_are_no_promise_of_the_very_words() -> None:
    one, other = Quote("colour revolution", scare=True), Quote("velvet revolution", scare=True)
    assert relate(one, other, english()) is Relation.UNSURE


def test_the_report_prints_words_and_speaker() -> None:
    assert Quote("so", "Turunen").data == {"words": "so", "speaker": "Turunen"}
