"""Half-open ranges of code points, and the lines and columns they stand at."""

from __future__ import annotations

import re
from bisect import bisect_right

from reconcile.fields import frozen

_LINE_END = re.compile(r"\r\n?|\n")


@frozen(order=True)
class Span:
    """The half-open range [start, end) of code points of a decoded file; 0 <= start <= end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """True when `other` lies wholly within this range."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two ranges share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)


class Lines:
    """Line and column, both counted from 1 in code points, for offsets into one text.

    A line ends at LF, CRLF or a lone CR, as editors count them.
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        """(line, column) of the code point at `offset`."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
