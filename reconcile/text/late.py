"""Expressions that are compiled when they are first used.

A short run, such as a check before a commit, uses a third of those that the modules it loads name.
"""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Late:
    """Stands for a compiled expression, and has its attributes from the first use on."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = source, flags

    @property
    def pattern(self) -> str:
        """The source, for which nothing need be compiled."""
        return self._given[0]

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._given)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for `source`, except that it is compiled, and found wrong, at its first use."""
    return cast(re.Pattern[str], _Late(source, flags))
