"""Rules and word lists that are kept say what those on the disk say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reconcile import rulebook
from reconcile.claim import RuleBook
from reconcile.commands.check_kept import Kept
from reconcile.project import Project
from reconcile.rulebook.kept import plain, restored

BOOK = rulebook.load(["core"])
TEXTS = (
    "The Union comprises five states: Arland, Borvia, Carsk, Dorn and Elm.",
    "ACME was founded in 1999 by Ann Osby, its first chair, and has its seat in Norvik.",
    "Nothing is said here.",
)


def kept(lists: dict[str, dict[str, Any]]) -> RuleBook:
    return restored(json.loads(json.dumps(plain(BOOK))), ["core"], Path(), lists)


def test_kept_rules_find_what_the_rules_find() -> None:
    book = kept({"sets": {}, "maps": {}})
    assert [rule.id for rule in book.rules] == [rule.id for rule in BOOK.rules]
    for one, other in zip(book.rules, BOOK.rules, strict=True):
        for text in TEXTS:
            found = [list(pattern.find(text)) for pattern in one.patterns]
            assert found == [list(pattern.find(text)) for pattern in other.patterns]
    assert plain(book) == plain(BOOK)


def test_kept_lists_are_those_of_the_disk() -> None:
    lists: dict[str, dict[str, Any]] = {"sets": {}, "maps": {}}
    for _ in range(2):
        book = kept(lists)
        for name in (*BOOK.lexicon.sets, "no-such-list"):
            assert book.lexicon.sets.get(name) == BOOK.lexicon.sets.get(name)
        for name in (*BOOK.lexicon.maps, "no-such-list"):
            found, there = book.lexicon.maps.get(name), BOOK.lexicon.maps.get(name)
            assert (found and list(found.items())) == (there and list(there.items()))
        lists = json.loads(json.dumps(lists))
    assert list(book.lexicon.sets) == list(BOOK.lexicon.sets)
    assert len(book.lexicon.maps) == len(BOOK.lexicon.maps)


def test_long_lists_are_read_from_the_disk() -> None:
    lists: dict[str, dict[str, Any]] = {"sets": {}, "maps": {}}
    book = kept(lists)
    assert len(book.lexicon.maps["word-classes"]) > 8000
    assert book.lexicon.words("pronouns")
    assert ([*lists["sets"]], lists["maps"]) == (["pronouns"], {})


def test_lists_are_kept_beside_the_setup_and_damage_is_as_none(tmp_path: Path) -> None:
    Kept(tmp_path, "key").keep(Project(), BOOK)
    path = tmp_path / ".reconcile_cache" / "lists.json"
    for damage in (
        None,
        "{",
        "[]",
        '{"key": "key", "sets": 1}',
        '{"key": "other", "sets": {"pronouns": []}}',
    ):
        if damage is not None:
            path.write_text(damage, encoding="utf-8")
        once = Kept(tmp_path, "key")
        book = once.book(("core",), Path())
        assert book is not None
        assert book.lexicon.words("pronouns") == BOOK.lexicon.words("pronouns")
        once.keep_lists()
        assert [*json.loads(path.read_text(encoding="utf-8"))["sets"]] == ["pronouns"]
    assert Kept(tmp_path, "other").book(("core",), Path()) is None
