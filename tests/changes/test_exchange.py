"""What stands in the place of what."""

from __future__ import annotations

import pytest

import reconcile
from reconcile.changes.exchange import exchanged
from reconcile.text.words import words


@pytest.mark.parametrize(
    ("here", "there", "count"),
    [
        ("", "", 0),
        ("converted", "", 0),
        ("converted", "made", 1),
        ("the cattle market", "the market", 0),
        ("a violin player", "a violinist", 1),
        ("four", "4 !", 0),
    ],
)
def test_words_exchanged(here: str, there: str, count: int) -> None:
    assert exchanged(words(here), words(there)) == count


def highest(old: str, new: str) -> float:
    return max((finding.score for finding in reconcile.compare(old, new).findings), default=0.0)


@pytest.mark.parametrize(
    ("exchange", "loss"),
    [
        (("was converted into", "was made into"), ("was quickly converted into", "was made into")),
        (("stands by the old", "is by the old"), ("stands by the ruined", "is by the")),
    ],
)
def test_an_exchange_weighs_less_than_a_loss(exchange: tuple[str, str], loss: tuple[str, str]) -> None:
    one, other = ([f"The barn {words} hall." for words in pair] for pair in (exchange, loss))
    assert highest(*one) <= highest(*other)


@pytest.mark.parametrize(
    "new", ["The oxen sometimes graze upto dusk.", "The oxen some times graze up to dusk."]
)
def test_words_written_as_one_and_apart(new: str) -> None:
    old = "The oxen sometimes graze up to dusk."
    assert not reconcile.compare(old, new).findings
    assert not reconcile.compare(new, old).findings


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The former tannery burned.", "The old tannery burned."),
        ("Previous owners left.", "Earlier owners left."),
        ("The council repeated its prohibition on fires.", "The council repeated its ban on fires."),
    ],
)
def test_a_state_said_in_other_words_is_no_warning(old: str, new: str) -> None:
    for pair in ((old, new), (new, old)):
        assert all(finding.level == "note" for finding in reconcile.compare(*pair).findings)


@pytest.mark.parametrize(
    ("old", "new", "relations"),
    [
        ("The cellar is not accessible.", "The cellar is inaccessible.", set()),
        ("The snake is not dangerous.", "The snake is harmless.", set()),
        ("The pass cannot be reached in winter.", "The pass is inaccessible in winter.", {"unsure"}),
        ("The cellar is not dry.", "The cellar is dry.", {"conflicting"}),
    ],
)
def test_a_word_that_denies_by_its_form_answers_a_negator(old: str, new: str, relations: set[str]) -> None:
    for pair in ((old, new), (new, old)):
        findings = reconcile.compare(*pair).findings
        assert {finding.relation for finding in findings if finding.level != "note"} == relations


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Several", "Many", False),
        ("Each of the", "Every one of the", False),
        ("Most", "All", True),
        ("Some", "Most", True),
    ],
)
def test_how_much_is_told(old: str, new: str, told: bool) -> None:
    findings = reconcile.compare(f"{old} barns have a bell.", f"{new} barns have a bell.").findings
    assert any(finding.level != "note" for finding in findings) is told
