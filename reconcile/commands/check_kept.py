"""The project and its rules as they were read by the last check, kept beside the index.

`.reconcile_cache/setup.json` holds them with a key of all they depend on: the program, the packs that come
with it, and the content of the project file; `lists.json` has the word lists that checks with this key have
used. With another key, or damaged, they are as none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from reconcile.claim import RuleBook
from reconcile.errors import FatalError
from reconcile.fields import as_dict
from reconcile.files import read_text, replace
from reconcile.index.store import FOLDER
from reconcile.project import Check, Entry, Project, Reports
from reconcile.rulebook.kept import plain, restored

_SETUP, _LISTS = "setup.json", "lists.json"


class Kept:
    """What the last check with the same key had."""

    def __init__(self, root: Path, key: str) -> None:
        """`root` is that of the state."""
        self._folder, self._key = root / FOLDER, key
        self._data = self._load(_SETUP)
        self._lists: dict[str, dict[str, Any]] = {}
        self._known = 0  # lists that were there when they were asked for

    def project(self, root: Path) -> Project | None:
        """The project, in the folder `root`; None when it was not kept."""
        data = self._data.get("project")
        if data is None:
            return None
        entries = {name: data[name] and Entry(**data[name]) for name in ("old", "new")}
        check = data["check"]
        return Project(
            root=root,
            file=data["file"],
            **entries,
            sources=tuple(Entry(**source) for source in data["sources"]),
            rules=tuple(data["rules"]),
            decisions=data["decisions"],
            reports=Reports(folder=data["reports"]["folder"], formats=tuple(data["reports"]["formats"])),
            check=Check(
                documents=tuple(check["documents"]), exclude=tuple(check["exclude"]), gate=check["gate"]
            ),
            places=data["places"],
        )

    def book(self, packs: tuple[str, ...], base: Path) -> RuleBook | None:
        """The rules of `packs`, all of which come with the program; None when they were not kept."""
        rules = self._data.get("rules")
        if rules is None:
            return None
        data = self._load(_LISTS)
        for name in ("sets", "maps"):
            lists = data.get(name)
            self._lists[name] = lists if isinstance(lists, dict) else {}
        self._known = sum(map(len, self._lists.values()))
        return restored(rules, packs, base, self._lists)

    def keep(self, project: Project, book: RuleBook) -> None:
        """Keep both for the next check; where nothing can be written it reads them again."""
        told = {**as_dict(project), "root": None}
        data = {"key": self._key, "project": told, "rules": plain(book)}
        with suppress(FatalError):
            replace(self._folder / ".gitignore", "*\n", durable=False)
            replace(self._folder / _SETUP, json.dumps(data), durable=False)

    def keep_lists(self) -> None:
        """Keep the word lists that were read from the disk since they were asked for."""
        if sum(map(len, self._lists.values())) > self._known:
            with suppress(FatalError):
                replace(self._folder / _LISTS, json.dumps({"key": self._key, **self._lists}), durable=False)

    def _load(self, name: str) -> Mapping[str, Any]:
        with suppress(FatalError, ValueError):
            data = json.loads(read_text(self._folder / name))
            if isinstance(data, dict) and data.get("key") == self._key:
                return data
        return {}
