from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.report.diff import DELETE, EQUAL, INSERT, Diff, Part, focus, tokens, word_diff

WORDS = st.sampled_from(
    [
        "the",
        "Union",
        "five",
        "4",
        "1,000",
        "e\u0301te\u0301",
        "👨‍👩‍👧",
        "👩🏽",
        "🇫🇷",
        "’s",
        "it's",
        ".",
        ",",
        "京",
        "हिन्दी",
        "a-b",
    ]
)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=30)


def joined(parts: tuple[Part, ...]) -> str:
    return "".join(part.text for part in parts)


@given(TEXTS, TEXTS)
def test_each_side_of_a_diff_gives_its_passage_back(old: str, new: str) -> None:
    diff = word_diff(old, new)
    assert joined(diff.old) == old
    assert joined(diff.new) == new


@given(TEXTS)
def test_a_passage_does_not_differ_from_itself(text: str) -> None:
    diff = word_diff(text, text)
    assert all(part.op == EQUAL for part in diff.parts)
    assert not diff.whole


@given(TEXTS, TEXTS)
def test_every_cut_is_between_words_of_both_passages(old: str, new: str) -> None:
    diff = word_diff(old, new)
    for text, parts in ((old, diff.old), (new, diff.new)):
        bounds, at = {0}, 0
        for token in tokens(text):
            at += len(token)
            bounds.add(at)
        at = 0
        for part in parts:
            at += len(part.text)
            assert at in bounds


@given(st.text(max_size=40))
def test_tokens_joined_give_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS, st.integers(0, 20), st.integers(0, 20))
def test_focus_loses_nothing(old: str, new: str, start: int, length: int) -> None:
    diff = word_diff(old, new)
    cut = Diff(parts=focus(diff, (start, start + length), (start, start + length)))
    assert joined(cut.old) == old
    assert joined(cut.new) == new


@pytest.mark.parametrize("cluster", ["👨‍👩‍👧", "👩🏽‍🚀", "🇫🇷", "e\u0301", "☺\ufe0f", "क\u0940"])
def test_a_grapheme_cluster_is_never_cut(cluster: str) -> None:
    assert cluster in tokens(f"a {cluster} b")


def test_changed_words_are_whole() -> None:
    diff = word_diff("Founded in 1998 by ten states.", "Founded in 1999 by ten states.")
    assert [(part.op, part.text) for part in diff.parts if part.op != EQUAL] == [
        (DELETE, "1998"),
        (INSERT, "1999"),
    ]


def test_quotation_marks_of_another_style_are_no_change_and_are_kept_on_each_side() -> None:
    diff = word_diff("hosts the SCO’s seat", "hosts the SCO's seat")
    assert [part.op for part in diff.parts] == [EQUAL]
    assert joined(diff.old) == "hosts the SCO’s seat"
    assert joined(diff.new) == "hosts the SCO's seat"


def test_punctuation_that_matters_is_a_change() -> None:
    ops = [part.op for part in word_diff("Let us eat, Grandma.", "Let us eat Grandma.").parts]
    assert DELETE in ops


def test_a_rewritten_sentence_is_shown_before_and_after() -> None:
    diff = word_diff("The pact never imposed duties.", "Rain fell on Tuesday in nine towns of the coast.")
    assert diff.whole
    assert [part.op for part in diff.parts] == [DELETE, INSERT]


def test_a_change_of_a_few_words_is_not_shown_before_and_after() -> None:
    assert not word_diff(
        "The pact comprises five states: A and B.", "The pact comprises two states: A and C."
    ).whole


def test_what_stands_outside_the_finding_is_set_aside() -> None:
    old, new = "Ann met five men in Rome.", "Eve met six men in Rome."
    parts = focus(word_diff(old, new), (8, 16), (8, 15))
    assert [(part.text, part.aside) for part in parts if part.op != EQUAL] == [
        ("Ann", True),
        ("Eve", True),
        ("five", False),
        ("six", False),
    ]


def test_many_words_have_letters_of_their_own() -> None:
    old = " ".join(f"w{number}" for number in range(30_000))
    diff = word_diff(old, old + " more")
    assert [part.op for part in diff.parts] == [EQUAL, INSERT]
