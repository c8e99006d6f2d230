"""The project and its rules as they were read by the last check, kept beside the index.

`.reconcile_cache/setup.json` holds them with a key of all they depend on: the program, the packs that come
with it, and the content of the project file. With another key, or damaged, it is as none.
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

_NAME = "setup.json"


class Kept:
    """What the last check with the same key had."""

    def __init__(self, root: Path, key: str) -> None:
        """`root` is that of the state."""
        self._folder, self._key = root / FOLDER, key
        self._data = self._load()

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
        )

    def book(self, packs: tuple[str, ...], base: Path) -> RuleBook | None:
        """The rules of `packs`, all of which come with the program; None when they were not kept."""
        rules = self._data.get("rules")
        return None if rules is None else restored(rules, packs, base)

    def keep(self, project: Project, book: RuleBook) -> None:
        """Keep both for the next check; where nothing can be written it reads them again."""
        told = {**as_dict(project), "root": None}
        data = {"key": self._key, "project": told, "rules": plain(book)}
        with suppress(FatalError):
            replace(self._folder / ".gitignore", "*\n", durable=False)
            replace(self._folder / _NAME, json.dumps(data), durable=False)

    def _load(self) -> Mapping[str, Any]:
        with suppress(FatalError, ValueError):
            data = json.loads(read_text(self._folder / _NAME))
            if isinstance(data, dict) and data.get("key") == self._key:
                return data
        return {}
