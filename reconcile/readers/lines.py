"""Lines of a file with their places, for the readers that go by the shape of lines."""

from __future__ import annotations

from reconcile.fields import frozen
from reconcile.model import Dropped
from reconcile.span import Span
from reconcile.text.late import late

_LINE = late(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
SHOWN = 80  # characters of what was left out that a person is shown


@frozen
class Line:
    """The characters [start, end) of a line: no line end, no white space at either side."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """True when nothing but white space stands on the line."""
        return not self.text


def lines(text: str) -> list[Line]:
    """The lines of `text` in order; LF, CRLF and a lone CR end a line."""
    found = []
    for match in _LINE.finditer(text):
        bare = match.group(1).strip()
        start = match.start() + (len(match.group(1)) - len(match.group(1).lstrip()) if bare else 0)
        found.append(Line(start, start + len(bare), bare))
    return found


def dropped(kind: str, source: str, start: int, end: int) -> Dropped:
    """[start, end) of the file is left out; `kind` says what it is."""
    said = " ".join(source[start : min(end, start + 4 * SHOWN)].split())
    shown = said if len(said) <= SHOWN else said[: SHOWN - 1].rstrip() + "…"
    return Dropped(what=f"{kind}: {shown}", span=Span(start, end))
