"""Lines of a word list whose words exclude one another."""

from __future__ import annotations

from reconcile.text.scales import answers, opponents


def test_the_sides_of_a_line_oppose_one_another_and_not_themselves() -> None:
    known = opponents(["rose, grew | fell", "open | shut"])
    assert known["rose"] == known["grew"] == ["fell"]
    assert known["fell"] == ["rose", "grew"]
    assert known["open"] == ["shut"]


def test_words_of_one_alternative_give_the_same_answer() -> None:
    known = answers(["weeks | months | years", "cat + pussy-cat | dog"])
    assert known["cat"] == known["pussy cat"] != known["dog"]
    assert known["cat"].keys() == known["dog"].keys()
    assert known["cat"].keys().isdisjoint(known["weeks"])
