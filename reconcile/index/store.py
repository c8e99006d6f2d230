"""The rows of all documents, kept on the disk between checks: one edited file costs what one file costs.

`.reconcile_cache/index-<fingerprint>/` holds `documents.json`, which contents have been read, and up to 64
files of rows by the first digits of their key, so that a look-up reads one of them. The fingerprint is of
all that rows depend on but the content, so nothing in it can be stale; what cannot be read is made again.
Files are replaced whole and documents told last: whoever comes in between reads too much, never wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from reconcile.errors import FatalError
from reconcile.files import lock, read_text, remove_folder, replace
from reconcile.index.row import Row
from reconcile.model import Json

FOLDER = ".reconcile_cache"
_DOCUMENTS = "documents.json"
_DIGITS = 2  # hex digits of a key that choose its file

Content = tuple[str, str]  # what names the content of a file (a blob id), and how it is read (a suffix)
Found = tuple[Content, Row]


class Damaged(Exception):
    """A file of the index is gone or cannot be read: the folder is best deleted and made again."""


class Store:
    """The rows of documents by key. Without a folder, or where it cannot be written, they live in memory."""

    def __init__(self, folder: Path | None, fingerprint: str) -> None:
        """`folder` is that of the cache; it is made when there is something to write."""
        self._cache = folder
        self._folder = folder / f"index-{fingerprint}" if folder else None
        self._buckets: dict[str, dict[str, list[Found]]] = {}
        self._read: set[Content] = set()
        self._names: set[str] = set()
        self._open()

    def forget(self) -> None:
        """Delete what is kept on the disk, and begin anew."""
        if self._folder is not None:
            remove_folder(self._folder)
        self._buckets, self._read, self._names = {}, set(), set()

    def missing(self, contents: Iterable[Content]) -> tuple[Content, ...]:
        """Those of `contents` whose rows are not here, in their order, each once."""
        return tuple(content for content in dict.fromkeys(contents) if content not in self._read)

    def find(self, key: str) -> tuple[Found, ...]:
        """All rows with this key, of whatever content was ever put here. Damaged, then call `forget`."""
        return tuple(self._bucket(_bucket_of(key)).get(key, ()))

    def keys(self) -> tuple[str, ...]:
        """All keys, sorted."""
        names = self._names | set(self._buckets)
        return tuple(sorted(key for name in names for key in self._bucket(name)))

    def put(self, made: Mapping[Content, tuple[Row, ...]], wanted: Iterable[Content]) -> None:
        """Take in the rows of new contents. `wanted` are all that are of use; others may be forgotten."""
        if not made:
            return
        if self._folder is None or self._cache is None:
            self._take(made)
            return
        with suppress(FatalError, Damaged), lock(self._cache):
            self._write(made, set(wanted))
            return
        self._take(made)

    def _take(self, made: Mapping[Content, tuple[Row, ...]]) -> None:
        for content, rows in made.items():
            if content not in self._read:
                self._read.add(content)
                for row in rows:
                    self._bucket(_bucket_of(row.key)).setdefault(row.key, []).append((content, row))

    def _write(self, made: Mapping[Content, tuple[Row, ...]], wanted: set[Content]) -> None:
        """Under the lock: what others have written since is read again and kept."""
        assert self._folder is not None
        assert self._cache is not None
        if not self._folder.is_dir():
            _begin(self._cache, self._folder)
        self._buckets = {}
        self._open()
        fresh = {content: rows for content, rows in made.items() if content not in self._read}
        if len(self._read) > 4 * len(wanted) + 100:
            self._forget(wanted)
        self._take(fresh)
        changed = {_bucket_of(row.key) for rows in fresh.values() for row in rows}
        for name in sorted(changed):
            self._replace(f"{name}.json", _plain(self._buckets[name]))
        self._names |= changed
        contents: list[Json] = [list(content) for content in sorted(self._read)]
        self._replace(_DOCUMENTS, {"files": [*sorted(self._names)], "contents": contents})

    def _forget(self, wanted: set[Content]) -> None:
        """Begin anew with what is wanted, when most of what is kept is of no use any more."""
        assert self._folder is not None
        for name in {_bucket_of(key) for key in self.keys()}:
            kept = {
                key: [found for found in rows if found[0] in wanted]
                for key, rows in self._buckets[name].items()
            }
            self._buckets[name] = {key: rows for key, rows in kept.items() if rows}
            self._replace(f"{name}.json", _plain(self._buckets[name]))
        self._read &= wanted

    def _replace(self, name: str, data: Json) -> None:
        assert self._folder is not None
        replace(self._folder / name, json.dumps(data, separators=(",", ":")), durable=False)

    def _open(self) -> None:
        """What is on the disk now."""
        data = self._load(_DOCUMENTS)
        with suppress(TypeError, KeyError, ValueError):
            names, read = set(data["files"]), {(blob, how) for blob, how in data["contents"]}
            self._names, self._read = names, read

    def _bucket(self, name: str) -> dict[str, list[Found]]:
        if name not in self._buckets:
            self._buckets[name] = self._rows(name) if name in self._names else {}
        return self._buckets[name]

    def _rows(self, name: str) -> dict[str, list[Found]]:
        data = self._load(f"{name}.json")
        try:
            return {
                key: [((content[0], content[1]), _row(fields)) for content, fields in rows]
                for key, rows in data.items()
            }
        except (AttributeError, TypeError, ValueError) as error:
            raise Damaged(name) from error

    def _load(self, name: str) -> Any:
        if self._folder is None:
            return None
        with suppress(FatalError, ValueError):
            return json.loads(read_text(self._folder / name))
        return None


def _begin(cache: Path, folder: Path) -> None:
    """A new index: those of other versions go, and git is told to leave the folder alone."""
    for other in sorted(cache.glob("index-*")):
        remove_folder(other)
    replace(cache / ".gitignore", "*\n", durable=False)
    folder.mkdir(parents=True, exist_ok=True)


def _bucket_of(key: str) -> str:
    return f"{int(key[:_DIGITS], 16) % 64:02x}"


def _plain(bucket: Mapping[str, list[Found]]) -> Json:
    return {
        key: [[list(content), [getattr(row, name) for name in _FIELDS]] for content, row in rows]
        for key, rows in bucket.items()
    }


_FIELDS = Row.__match_args__


def _row(fields: list[Any]) -> Row:
    lists = ("scope", "headings", "bounds")
    values: dict[str, Any] = {
        name: tuple(value) if name in lists else value for name, value in zip(_FIELDS, fields, strict=True)
    }
    return Row(**values)
