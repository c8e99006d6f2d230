"""Negation, modality and status: what they are, how far they reach, how they relate."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Relation
from reconcile.values import modality, polarity, status
from reconcile.values.modality import Modality, modals
from reconcile.values.polarity import Polarity, cancelled, negations
from reconcile.values.status import Status, statuses
from tests.words_lexicon import EMPTY, english

PIECES = [
    "not",
    "n't",
    "no",
    "never",
    "nor",
    "impossible",
    "refused",
    ",",
    ";",
    "but",
    "only",
    "longer",
    "may",
    "May",
    "will",
    "former",
    "ex",
    "-",
    "used",
    "to",
    "is",
    "sign",
]
texts = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))


@given(texts)
def test_everything_found_slices_right(text: str) -> None:
    for lexicon in (english(), EMPTY):
        for one in (*modals(text, lexicon), *statuses(text, lexicon)):
            assert 0 <= one.start < one.end <= len(text)
        for negation in negations(text, lexicon):
            assert text[negation.start : negation.end] == negation.value.word
            assert negation.end <= negation.value.reach <= len(text)


@given(st.booleans(), st.booleans())
def test_polarities_are_the_same_or_conflict(one: bool, other: bool) -> None:
    expected = Relation.EQUIVALENT if one == other else Relation.CONFLICTING
    assert polarity.relate(Polarity(one), Polarity(other)) is expected


KINDS = [
    (
        Modality,
        modality.relate,
        "certain possible probable reported planned future bidden conditional obliged permitted attempted",
    ),
    (Status, status.relate, "plain ended past earlier current continuing acting future begun until"),
]


@pytest.mark.parametrize(("make", "relate", "kinds"), KINDS)
def test_the_laws_of_relations_hold(
    make: Callable[[str], object], relate: Callable[[object, object], Relation], kinds: str
) -> None:
    values = [make(kind) for kind in kinds.split()]
    for one in values:
        assert relate(one, one) is Relation.EQUIVALENT
        for other in values:
            assert relate(other, one) is relate(one, other).converse


def denied(text: str) -> list[tuple[str, str]]:
    return [
        (one.value.word, text[one.end : one.value.reach].strip())
        for one in negations(text, english())
        if not one.value.implicit
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It signed.",
        "It is not impossible to win.",
        "It is not only big.",
        "It no longer belongs.",
        "No, it signed.",
        "See No. 4.",
        "He never failed to sign.",
        "No doubt it signed.",
        "",
    ],
)
def test_these_deny_nothing(text: str) -> None:
    assert denied(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It did not sign, but it joined.", [("not", "sign")]),
        ("It didn’t sign.", [("n’t", "sign")]),
        ("He isn't sure. No country joined.", [("n't", "sure"), ("No", "country joined")]),
        ("Neither the EU nor Russia came.", [("Neither", "the EU nor Russia came")]),
        ("It did not sign, nor did it join.", [("not", "sign"), ("nor", "did it join")]),
    ],
)
def test_negators_reach_to_the_end_of_the_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert denied(text) == expected


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("It was opened.", []),
        ("It was not opened.", []),
        ("It was not rejected.", [("not", "rejected")]),
        ("It must not be omitted.", [("not", "omitted")]),
        ("It did not say that it had failed.", []),
    ],
)
def test_two_denials_cancel(text: str, pairs: list[tuple[str, str]]) -> None:
    found = cancelled(text, english())
    assert [(text[slice(*one)], text[slice(*other)]) for one, other in found] == pairs


def test_words_that_deny_by_meaning_are_kept_apart() -> None:
    (one,) = negations("They refused to sign.", english())
    assert (one.value.word, one.value.implicit) == ("refused", True)


def test_the_report_prints_the_word_that_denies() -> None:
    assert Polarity(True).data == {"text": "not"}
    assert Polarity(False).data == {"text": ""}


@pytest.mark.parametrize(
    "text", ["In May 2005 it left.", "his will is strong", "a can of tea", "The Can won", "May 9"]
)
def test_nouns_are_no_modals(text: str) -> None:
    assert modals(text, english()) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("May it last; she might not.", ["possible", "possible"]),
        ("It'll plan to join and is expected to sign.", ["future", "planned", "planned"]),
        ("He reportedly won't go.", ["reported", "future"]),
        ("They must pay and are allowed to leave.", ["obliged", "permitted"]),
    ],
)
def test_modals_have_classes(text: str, kinds: list[str]) -> None:
    assert [one.value.kind for one in modals(text, english())] == kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [("must not", "may not"), ("shall not", "is forbidden to"), ("is not allowed to", "cannot")],
)
def test_what_is_forbidden_may_not_be(one: str, other: str) -> None:
    before, after = (modals(f"It {words} stay.", english())[0].value for words in (one, other))
    assert modality.relate(before, after) is Relation.EQUIVALENT


def test_a_sentence_forbids_by_its_first_words() -> None:
    assert [one.value.words for one in modals("Do not touch it.", english())] == ["Do not"]
    assert modals("They do not touch it.", english()) == ()


def test_a_surer_form_is_narrower() -> None:
    assert modality.relate(Modality("possible"), modality.PLAIN) is Relation.NARROWER
    assert modality.relate(Modality("future"), Modality("planned")) is Relation.BROADER
    assert modality.relate(Modality("probable"), Modality("reported")) is Relation.UNSURE
    assert modality.relate(Modality("planned"), modality.PLAIN) is Relation.UNSURE
    assert modality.relate(Modality("future"), Modality("conditional")) is Relation.EQUIVALENT


@pytest.mark.parametrize(
    "text",
    [
        "It is used to make tea.",
        "The Agulhas Current is warm.",
        "The ex left.",
        "He chose the former.",
        "It joined.",
    ],
)
def test_these_say_nothing_of_a_state(text: str) -> None:
    assert statuses(text, english()) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A former member, the ex-president used to smile.", ["past", "past", "ended"]),
        ("It no longer belongs but is still current.", ["ended", "continuing", "current"]),
        ("The acting head remains until June.", ["acting", "continuing", "until"]),
    ],
)
def test_words_of_status_have_classes(text: str, kinds: list[str]) -> None:
    assert [one.value.kind for one in statuses(text, english())] == kinds


def test_an_ended_state_conflicts_with_one_that_holds() -> None:
    assert status.relate(Status("ended"), Status()) is Relation.CONFLICTING
    assert status.relate(Status("current"), Status()) is Relation.EQUIVALENT
    assert status.relate(Status("ended"), Status("until")) is Relation.UNSURE
    assert status.relate(Status("past"), Status("current")) is Relation.CONFLICTING
    assert status.relate(Status("past"), Status()) is Relation.UNSURE
    assert status.relate(Status(), Status("earlier")) is Relation.NARROWER
    (one,) = statuses("Uzbekistan is one former member.", english())
    assert one.value.kind == "ended"


def test_the_report_prints_the_words() -> None:
    assert Modality("possible", "may").data == {"text": "may"}
    assert Status("ended", "former").data == {"text": "former"}
