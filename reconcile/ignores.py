"""Comments in a document that silence a finding on their own line or the next.

    <!-- reconcile: ignore[count] counted anew every spring -->      Markdown, HTML, wikitext
    .. reconcile: ignore[count] counted anew every spring           reStructuredText

In the brackets stand rules or claim types, with commas; behind them the reason, which must not be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reconcile.fields import frozen
from reconcile.span import Lines, Span
from reconcile.text.late import late

_COMMENT = late(
    r"<!--\s*reconcile:\s*ignore(?:\[(?P<names>[^\]\n]*)\])?(?P<reason>(?:(?!-->).)*)-->"
    r"|^[ \t]*\.\.[ \t]+reconcile:[ \t]*ignore(?:\[(?P<rest_names>[^\]\n]*)\])?(?P<rest_reason>[^\n]*)",
    re.MULTILINE | re.DOTALL,
)
_CODE = late(r"^ {0,3}(```+|~~~+)[^\n]*\n.*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_BEHIND = late(r"[^\n]*\n(?:[ \t]*\r?\n)*")


@frozen(kw_only=True)
class Ignore:
    """One comment: what it silences, where it stands, and the lines (from 1) it speaks for."""

    names: tuple[str, ...]
    reason: str
    span: Span
    lines: tuple[int, int]  # its own and the next that is not empty

    @property
    def problem(self) -> str | None:
        """What is wrong with the comment itself, in a sentence; None when it is well formed."""
        if not self.names:
            return "the comment names no rule; write reconcile: ignore[RULE] and the reason"
        if not self.reason:
            return f"the comment that ignores {', '.join(self.names)} gives no reason; write it behind the ]"
        return None

    def covers(self, first: int, last: int, names: Iterable[str]) -> bool:
        """True when it is well formed, has one of `names` and speaks for a line from `first` to `last`."""
        if self.problem or not set(names) & set(self.names):
            return False
        return any(first <= line <= last for line in self.lines)


def ignores(text: str) -> tuple[Ignore, ...]:
    """All such comments of a file; what stands in a fenced block of code is none."""
    if "reconcile:" not in text:
        return ()
    return tuple(_found(text))


def _found(text: str) -> Iterator[Ignore]:
    lines = Lines(text)
    code = [range(*block.span()) for block in _CODE.finditer(text)]
    for match in _COMMENT.finditer(text):
        if any(match.start() in block for block in code):
            continue
        names = match["names"] if match["names"] is not None else match["rest_names"]
        reason = match["reason"] if match["reason"] is not None else match["rest_reason"]
        behind = _BEHIND.match(text, match.end())
        after = lines.at(behind.end())[0] if behind else lines.at(len(text))[0]
        yield Ignore(
            names=tuple(name.strip() for name in (names or "").split(",") if name.strip()),
            reason=" ".join((reason or "").split()),
            span=Span(match.start(), match.end()),
            lines=(lines.at(match.start())[0], after),
        )
