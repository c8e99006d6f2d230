"""Word lists: one plain-text file each, `rules/<pack>/<language>/<name>.txt`.

A line is one entry; `#` starts a comment. A file whose entries hold ` = ` is a table, and keys that share
a value are separated by commas:

    january, jan, jan. = 1

Any other file is a set of words. Lists of the same name in several packs are joined; in tables the later
pack wins. A list is read when it is first asked for: a small check needs few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from reconcile.claim import Lexicon
from reconcile.errors import ConfigError
from reconcile.fields import frozen
from reconcile.rulebook.packs import PackFile

T = TypeVar("T")


@frozen
class _Entries:
    """What the files of one name hold, pack by pack."""

    words: list[str] | None  # None when all of them are tables
    rows: list[str] | None  # None when none of them is


def lexicon_of(among: Sequence[PackFile], language: str = "en") -> Lexicon:
    """All word lists of `language` among these files. A list that is not UTF-8 is a ReadError when used."""
    files: dict[str, list[PackFile]] = {}
    for file in among:
        if file.place.parent.name == language and file.place.suffix == ".txt":
            files.setdefault(file.place.stem, []).append(file)
    read = cache(lambda name: _read(files[name]))
    sets = _Lists(files, lambda name: _set(read(name).words))
    return Lexicon(language, sets, _Lists(files, lambda name: _table(read(name).rows)))


class _Lists(Mapping[str, T]):
    """The lists of one kind by name; `make` gives None for a list of the other kind."""

    def __init__(self, files: Collection[str], make: Callable[[str], T | None]) -> None:
        self._files, self._make = files, cache(make)

    def __getitem__(self, name: str) -> T:
        made = self._make(name) if name in self._files else None
        if made is None:
            raise KeyError(name)
        return made

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._files if self._make(name) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _read(among: Sequence[PackFile]) -> _Entries:
    files = [_entries(file.read()) for file in among]
    tables = [" = " in "\n".join(file) for file in files]
    for file, entries, table in zip(among, files, tables, strict=True):
        if table and not all(" = " in entry for entry in entries):
            raise ConfigError(_without_value(file))
    words = [entry for file, table in zip(files, tables, strict=True) if not table for entry in file]
    rows = [entry for file, table in zip(files, tables, strict=True) if table for entry in file]
    return _Entries(None if all(tables) else words, rows if any(tables) else None)


def _without_value(file: PackFile) -> list[str]:
    numbered = enumerate(file.read().splitlines(), 1)
    rows = [(number, row) for number, line in numbered for row in _entries(line) if " = " not in row]
    return [f"{file.shown}:{number}:1: {row!r} has no value; write {row} = VALUE" for number, row in rows]


def _set(words: list[str] | None) -> frozenset[str] | None:
    return None if words is None else frozenset(words)


def _table(rows: list[str] | None) -> dict[str, str] | None:
    if rows is None:
        return None
    table: dict[str, str] = {}
    for row in rows:  # of which there are ten thousand
        keys, _, value = row.partition(" = ")
        value = value.strip()
        if "," in keys:
            table.update(dict.fromkeys(map(str.strip, keys.split(",")), value))
        else:
            table[keys.strip()] = value
    return table


def _entries(text: str) -> list[str]:
    lines = text.splitlines()
    if "#" in text:
        lines = [line.split("#", 1)[0] if "#" in line else line for line in lines]
    return list(filter(None, map(str.strip, lines)))
