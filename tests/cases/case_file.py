"""Comparisons written as plain text: the form that README.md beside this file explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
_KEYS = ("old", "new", "expect", "rules", "reader", "says", "weak")
_LEVELS = ("error", "warning", "note")
_RELATIONS = ("equivalent", "narrower", "broader", "conflicting", "added", "removed", "unsure", "internal")
_LINE = re.compile(r"([a-z]+):\s*(.*)")

Told = tuple[str, str, str]  # level, relation, claim type


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One comparison and what is to come of it."""

    title: str
    file: str
    line: int
    old: str
    new: str
    expect: str
    rules: tuple[str, ...] = ("core",)
    reader: str = "plain"
    says: str | None = None
    weak: str | None = None

    @property
    def silent(self) -> bool:
        """True when nothing at warning or above may be told."""
        return self.expect.startswith("nothing") or not self.loud

    @property
    def wanted(self) -> tuple[tuple[Told, ...], ...]:
        """The findings expected, each with those that may stand for it."""
        if self.expect.startswith("nothing"):
            return ()
        return tuple(
            tuple(_told(one, self) for one in either.split(" or ")) for either in self.expect.split(";")
        )

    @property
    def loud(self) -> bool:
        """True when a finding at warning or above is expected."""
        return any(told[0] != "note" for either in self.wanted for told in either)


def cases() -> Iterator[Case]:
    """Every case of the folder, file by file."""
    for path in sorted(FOLDER.glob("*.txt")):
        yield from read(path.read_text(encoding="utf-8"), path.name)


def read(text: str, file: str) -> Iterator[Case]:
    """The cases in `text`; ValueError tells the file and line of a mistake."""
    shared: dict[str, str] = {}
    number = 1
    for block in re.split(r"(\n[ \t]*\n)", text):
        if block.strip():
            start = number + len(block) - len(block.lstrip("\n"))
            title, found = _block(block.strip("\n"), file, start)
            if title is None:
                shared |= found
            else:
                yield _case(title, shared | found, file, start)
        number += block.count("\n")


def _block(block: str, file: str, start: int) -> tuple[str | None, dict[str, str]]:
    title: str | None = None
    found: dict[str, str] = {}
    key = ""
    for line, text in enumerate(block.split("\n"), start):
        match = _LINE.fullmatch(text)
        if text.startswith("#"):
            title = text.lstrip("# ")
        elif text.startswith("  ") and key:
            found[key] += "\n" + ("" if text.strip() == "." else text.strip())
        elif match and match[1] in _KEYS and match[1] not in found:
            key = match[1]
            found[key] = match[2]
        else:
            raise ValueError(f"{file}:{line}: expected one of {', '.join(_KEYS)}, each once: {text!r}")
    return title, found


def _case(title: str, found: dict[str, str], file: str, line: int) -> Case:
    missing = [key for key in ("old", "new", "expect") if not found.get(key)]
    if missing or not title:
        raise ValueError(f"{file}:{line}: a case needs a title and {', '.join(missing)}")
    rules = tuple(name.strip() for name in found.get("rules", "core").split(","))
    rest = {key: found[key] for key in ("old", "new", "expect", "reader", "says", "weak") if key in found}
    case = Case(title=title, file=file, line=line, rules=rules, **rest)
    assert case.wanted or case.expect in ("nothing", "nothing above a note"), f"{file}:{line}: {case.expect}"
    return case


def _told(text: str, case: Case) -> Told:
    parts = text.split()
    if len(parts) != 3 or parts[0] not in _LEVELS or parts[1] not in _RELATIONS:
        raise ValueError(
            f"{case.file}:{case.line}: not a level, a relation and a claim type: {text.strip()!r}"
        )
    return parts[0], parts[1], parts[2]
