"""Word lists and what is built from them."""

from __future__ import annotations

import re

from reconcile.claim import Lexicon
from reconcile.text.lists import alternation, per_lexicon, word_role, word_set, word_table


def test_absent_lists_are_empty() -> None:
    assert word_set(Lexicon("xx"), "nothing") == frozenset()
    assert dict(word_table(Lexicon("xx"), "nothing")) == {}


def test_what_is_built_is_built_once_for_each_lexicon() -> None:
    made: list[str] = []

    @per_lexicon
    def build(lexicon: Lexicon) -> int:
        made.append(lexicon.language)
        return len(made)

    one, other = Lexicon("a"), Lexicon("b")
    assert [build(one), build(other), build(one)] == [1, 2, 1]
    crowd = [Lexicon(str(number)) for number in range(20)]
    assert [build(lexicon) for lexicon in crowd] == list(range(3, 23))
    assert build(one) == 23
    assert made.count("a") == 2


def test_alternations_take_the_longest_and_any_space() -> None:
    pattern = re.compile(alternation(["as", "as well as", "isn't"]))
    assert pattern.match("as  well as").group() == "as  well as"  # type: ignore[union-attr]
    assert pattern.fullmatch("isn’t")
    assert re.search(alternation([]), "anything") is None


def test_a_role_is_a_row_of_words() -> None:
    lexicon = Lexicon("en", {}, {"word-roles": {"articles": "a an the"}})
    assert word_role(lexicon, "articles") == {"a", "an", "the"}
    assert word_role(lexicon, "copulas") == frozenset()
