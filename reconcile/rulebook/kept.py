"""A rule book as plain data and back, so that rules and word lists that were read once need not be again.

Examples are left out: they prove rules, and no comparison needs them. So are lists of thousands of words,
which few checks use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Sized
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from reconcile.claim import Lexicon, Pattern, Rule, RuleBook
from reconcile.model import Json, Level, Relation
from reconcile.rulebook.lexicon import lexicon_of
from reconcile.rulebook.packs import pack_files
from reconcile.rulebook.sought import Sought, Words

T = TypeVar("T", bound=Sized)
_LANGUAGE = "en"
_LONGEST = 8000  # entries of a list that is kept


def plain(book: RuleBook) -> list[Json]:
    """The rules of `book`, each as what JSON can hold."""
    return [
        {
            "id": rule.id,
            "claim": rule.claim,
            "message": rule.message,
            "why": rule.why,
            "pack": rule.pack,
            "patterns": [list(_written(pattern)) for pattern in rule.patterns],
            "options": dict(rule.options),
            "levels": {relation.value: level.value for relation, level in rule.levels.items()},
            "weights": {relation.value: weight for relation, weight in rule.weights.items()},
        }
        for rule in book.rules
    ]


def _written(pattern: Pattern) -> tuple[str, list[Json]]:
    words: Words = getattr(pattern, "words", ())
    return str(getattr(pattern, "source", "")), [list(some) for some in words]


def restored(
    rules: Sequence[Mapping[str, Any]], packs: Sequence[str], base: Path, lists: Mapping[str, dict[str, Any]]
) -> RuleBook:
    """The rule book whose rules `plain` gave, with the word lists of `packs`.

    `lists` has what is known of them, under `sets` and `maps`; those that are read from the disk are added.
    """
    names = tuple(dict.fromkeys(packs))
    disk = cache(lambda: lexicon_of([file for name in names for file in pack_files(name, base, None)]))
    lexicon = Lexicon(
        _LANGUAGE,
        _Lists(lists["sets"], lambda: disk().sets, frozenset, sorted),
        _Lists(lists["maps"], lambda: disk().maps, dict, dict),
    )
    return RuleBook(tuple(_rule(rule, lexicon) for rule in rules), lexicon, names)


class _Lists(Mapping[str, T]):
    """Word lists as they are kept, and the others as they are on the disk."""

    def __init__(
        self,
        kept: dict[str, Any],
        disk: Callable[[], Mapping[str, T]],
        make: Callable[[Any], T],
        plain: Callable[[Any], Any],
    ) -> None:
        """`make` is given what `plain` makes of a list; None stands for a list that is not there."""
        self._kept, self._disk, self._make, self._plain = kept, disk, make, plain
        self._made: dict[str, T | None] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            self._made[name] = self._known(name) if name in self._kept else self._read(name)
        made = self._made[name]
        if made is None:
            raise KeyError(name)
        return made

    def _known(self, name: str) -> T | None:
        return None if self._kept[name] is None else self._make(self._kept[name])

    def _read(self, name: str) -> T | None:
        found = self._disk().get(name)
        if found is None or len(found) <= _LONGEST:
            self._kept[name] = None if found is None else self._plain(found)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._disk())

    def __len__(self) -> int:
        return len(self._disk())


def _rule(data: Mapping[str, Any], lexicon: Lexicon) -> Rule:
    return Rule(
        id=data["id"],
        claim=data["claim"],
        message=data["message"],
        why=data["why"],
        pack=data["pack"],
        patterns=_patterns(data["patterns"], lexicon),
        options=data["options"],
        levels={Relation(relation): Level(level) for relation, level in data["levels"].items()},
        weights={Relation(relation): weight for relation, weight in data["weights"].items()},
    )


def _patterns(written: Sequence[Sequence[Any]], lexicon: Lexicon) -> tuple[Pattern, ...]:
    return tuple(Sought(source, tuple(map(tuple, words)), lexicon) for source, words in written)
