"""Word lists: one plain-text file each, `rules/<pack>/<language>/<name>.txt`.

A line is one entry; `#` starts a comment. A file whose entries hold ` = ` is a table, and keys that share
a value are separated by commas:

    january, jan, jan. = 1

Any other file is a set of words. Lists of the same name in several packs are joined; in tables the later
pack wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reconcile.claim import Lexicon
from reconcile.files import read_text


def read_lexicon(folders: Sequence[Path], language: str = "en") -> Lexicon:
    """All word lists of `language` in the given packs."""
    sets: dict[str, frozenset[str]] = {}
    maps: dict[str, dict[str, str]] = {}
    for path in (file for folder in folders for file in sorted((folder / language).glob("*.txt"))):
        entries = _entries(read_text(path))
        if any(" = " in entry for entry in entries):
            maps.setdefault(path.stem, {}).update(_table(entries))
        else:
            sets[path.stem] = sets.get(path.stem, frozenset()) | frozenset(entries)
    return Lexicon(language, sets, maps)


def _entries(text: str) -> list[str]:
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [line for line in lines if line]


def _table(entries: list[str]) -> dict[str, str]:
    table = {}
    for entry in entries:
        keys, value = entry.split(" = ", 1)
        table.update({key.strip(): value.strip() for key in keys.split(",")})
    return table
