"""Where the text of a docutils node stands in the file.

docutils keeps the raw text of a paragraph (its lines, dedented) and about the line where it began. The raw
lines are looked for from there on, and must be found one below the other.

Passing: of "- some\n  words" the raw text "some\nwords". Failing: raw text that was put together elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.readers.markdown_places import Run

REACH = 12  # lines from the place docutils tells in which the text must begin


class Finder:
    """Finds raw texts in the order of the file."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._lines = lines
        self._used: dict[int, int] = {}  # where the last text that begins on a line ends there
        self._at = 0  # where the last text found ended

    def find(self, raw: str, line: int | None, *, cell: bool = False) -> list[Run] | None:
        """The runs of `raw`, which begins at about `line` (from 1); None where it is not found."""
        parts = raw.split("\n")
        bare = parts[0].strip()
        if not bare:
            return None
        first = self._line_of(self._at) if line is None else line - 1
        for number in _around(first, len(self._lines), 2 if cell else REACH):
            for column in self._columns(bare, number, cell):
                runs = self._down(parts, number, column, cell)
                if runs is not None:
                    end = runs[-1].start + runs[-1].length
                    self._used[number] = column + len(bare)
                    self._at = self._at if cell else end
                    return runs
        return None

    def _line_of(self, at: int) -> int:
        low, high = 0, len(self._lines)
        while low < high:
            middle = (low + high) // 2
            if self._lines[middle][1] < at:
                low = middle + 1
            else:
                high = middle
        return low

    def _columns(self, bare: str, number: int, cell: bool) -> Iterator[int]:
        """Where the first line of a text may begin in a line of the file."""
        start, end = self._lines[number]
        line = self._text[start:end].rstrip()
        if cell:
            at = line.find(bare, max(0, self._used.get(number, start) - start))
            while at >= 0:
                yield start + at
                at = line.find(bare, at + 1)
            return
        at = start + len(line) - len(bare)
        apart = at == start or not self._text[at - 1 : at].strip()
        if line.endswith(bare) and apart and at >= self._at:
            yield at

    def _down(self, parts: Sequence[str], number: int, column: int, cell: bool) -> list[Run] | None:
        """The runs of all lines, the first of which begins at `column`."""
        runs: list[Run] = []
        content = 0
        indent = column - self._lines[number][0]
        for below, part in enumerate(parts):
            bare = part.strip()
            if number + below >= len(self._lines):
                return None
            start, end = self._lines[number + below]
            line = self._text[start:end]
            if not below:
                at = column
            elif cell:
                at = start + indent + len(part) - len(part.lstrip())
            else:
                at = start + len(line) - len(line.lstrip())
            if not self._text.startswith(bare, at, end) or not (cell or line.rstrip().endswith(bare)):
                return None
            if bare:
                runs.append(Run(content + len(part) - len(part.lstrip()), at, len(bare)))
            content += len(part) + 1
        return runs


def _around(first: int, count: int, reach: int) -> Iterator[int]:
    """Line numbers by their distance from `first`."""
    for distance in range(reach):
        for number in sorted({first - min(distance, 3), first + distance}):
            if 0 <= number < count:
                yield number


def unescaped(raw: str, at: int, text: str) -> list[tuple[int, int, str]] | None:
    """[start, end) of `raw` with what it shows, from `at` on, that together show `text`.

    A backslash shows the character behind it, and nothing before white space. None when it does not fit.
    """
    found: list[tuple[int, int, str]] = []
    begin = at
    for character in text:
        while raw[at : at + 1] == "\\":
            if begin < at:
                found.append((begin, at, raw[begin:at]))
            escaped = raw[at + 1 : at + 2]
            if escaped and not escaped.isspace():
                begin = at + 1
                at += 1
                break
            at += 2
            begin = at
        if raw[at : at + 1] != character:
            return None
        at += 1
    if begin < at:
        found.append((begin, at, raw[begin:at]))
    return found
