"""Patterns for paths, as `check.documents` has them: `**` spans folders, `*` and `?` do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reconcile.text.late import late

_PART = late(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?[^\]/]+\]|.", re.S)
_MEANT = {"**/": "(?:[^/]+/)*", "/**": "/.+", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _expression(pattern: str) -> str:
    folder = pattern.endswith("/")
    return "".join(map(_part, _PART.findall(pattern.removeprefix("./")))) + (".+" if folder else "")


def _part(part: str) -> str:
    if part in _MEANT:
        return _MEANT[part]
    if len(part) > 2 and part[0] == "[":
        negated = part[1] == "!"
        inside = re.escape(part[2 if negated else 1 : -1]).replace(r"\-", "-")
        return f"[{'^' if negated else ''}{inside}]"
    return re.escape(part)


def matches(path: str, patterns: Sequence[str]) -> bool:
    """True when any pattern matches the whole of `path`, or names a folder (`docs/`) that it is in."""
    return bool(patterns) and any_of(tuple(patterns)).fullmatch(path) is not None


@lru_cache(maxsize=64)
def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """The expression that matches the whole of a path which one of `patterns` names."""
    return re.compile("|".join(f"(?:{_expression(pattern)})" for pattern in patterns), re.S)
