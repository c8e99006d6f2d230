"""Roles of Sphinx and MyST, ":ref:`the guide <guide>`" and "{func}`~os.path.join`", as Sphinx shows them.

Passing: "the guide", with its target, and "join". Failing: "{a} b", where no code stands behind the braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.fields import frozen
from reconcile.text.late import late

_EXPLICIT = late(r"(?P<text>.*?)\s*<(?P<target>[^<>]+)>", re.S)
_TRACKED = late(r"(?:gh-?)?(?:issue|ticket|bug|pull|pr|mr|commit)(?:num)?s?|gh|user|pypi")
_NUMBERS = late(r"#?\d+(?:\s*,\s*#?\d+)*")
_ASIDE = late(r"(?:\A|[(\[](?:[^()\[\]]*[`,])?)\s*\Z")
_SERIES = ("pep", "rfc")


@frozen
class Step:
    """One thing to do with [low, high) of the raw text: copy, replace, link, unlink, cite, drop or end."""

    do: str
    low: int
    high: int
    text: str = ""


def role_steps(role: str, raw: str, body: tuple[int, int], whole: tuple[int, int]) -> Iterator[Step]:
    """What is shown of a role: its title, or the end of a `~` name.

    The number of an issue is a reference where it stands in brackets or first, else a word: "see #12".
    """
    (start, end), (low, high) = body, whole
    words = raw[start:end]
    explicit = _EXPLICIT.fullmatch(raw, start, end)
    if _NUMBERS.fullmatch(words) and _TRACKED.fullmatch(role):
        aside = _ASIDE.search(raw, 0, low - len(role) - 2 if raw[low] == "`" else low)
        yield Step("cite", low, high, f"{role} {words}") if aside else Step("replace", low, high, f"#{words}")
        return
    if _NUMBERS.fullmatch(words) and role in _SERIES:
        yield Step("replace", low, high, f"{role.upper()} {words}")
        return
    if explicit is not None and explicit["text"]:
        yield Step("link", low, low, explicit["target"])
        yield Step("copy", *explicit.span("text"))
        yield Step("unlink", high, high)
        return
    if raw[start] == "~":
        start = max(start, raw.rfind(".", start, end)) + 1
    elif raw[start] == "!":
        start += 1
    yield Step("copy", start, end)
    yield Step("end", high, high)
