"""Phrases of a list found in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.text.phrases import Phrases, tokens

LIST = Phrases(["not", "n't", "not only", "so-called", "'ll", "no one", "!?"])
texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(["not", "only", "no", "one", "don't", "he’ll", ",", "-", "so", "called"])).map(
        " ".join
    ),
)


@given(texts)
def test_tokens_and_phrases_slice_right(text: str) -> None:
    last = 0
    for token in tokens(text):
        assert last <= token.start < token.end <= len(text)
        last = token.end
    last = 0
    for hit in LIST.find(text):
        assert last <= hit.start < hit.end <= len(text)
        assert tokens(text)[hit.first].start == hit.start
        last = hit.end


def hits(text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.entry) for hit in LIST.find(text)]


def test_contractions_are_two_words() -> None:
    assert hits("He didn’t; he'll go") == [("n’t", "n't"), ("'ll", "'ll")]


def test_the_longest_phrase_wins_and_punctuation_parts() -> None:
    assert hits("not only this, not, only that") == [("not only", "not only"), ("not", "not")]
    assert hits("a so-called or so called thing") == [("so-called", "so-called"), ("so called", "so-called")]
    assert hits("no. One") == []
