"""Patterns for paths, as `check.documents` has them: `**` spans folders, `*` and `?` do not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_PART = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?[^\]/]+\]|.", re.S)
_MEANT = {"**/": "(?:[^/]+/)*", "/**": "/.+", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    """The expression that matches a whole path, with forward slashes, as `pattern` does."""
    return re.compile("".join(map(_expression, _PART.findall(pattern.removeprefix("./")))), re.S)


def _expression(part: str) -> str:
    if part in _MEANT:
        return _MEANT[part]
    if len(part) > 2 and part[0] == "[":
        negated = part[1] == "!"
        inside = re.escape(part[2 if negated else 1 : -1]).replace(r"\-", "-")
        return f"[{'^' if negated else ''}{inside}]"
    return re.escape(part)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """True when any pattern matches the whole of `path`, or names a folder that it is in."""
    return any(compiled(pattern.rstrip("/")).fullmatch(path) for pattern in patterns) or any(
        compiled(pattern).match(path) for pattern in patterns if pattern.endswith("/")
    )
