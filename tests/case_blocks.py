"""Blocks of `key: value` lines with blank lines between them, which plain-text cases are written in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator


def blocks(text: str, file: str, keys: Collection[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Where each block begins, and its values by key; ValueError tells the line of a mistake."""
    line = 1
    for block in re.split(r"(\n[ \t]*\n)", text):
        if block.strip():
            yield f"{file}:{line}", _values(block.strip("\n").split("\n"), file, line, keys)
        line += block.count("\n")


def _values(lines: list[str], file: str, start: int, keys: Collection[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start):
        key, _, value = line.partition(":")
        if line.startswith("#"):
            continue
        if key not in keys or key in found or not value.strip():
            raise ValueError(f"{file}:{number}: expected one of {', '.join(keys)}, each once: {line!r}")
        found[key] = value.strip()
    return found
