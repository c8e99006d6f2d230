"""Where the text that markdown-it hands on for inline parsing stands in the file.

The library joins the lines of a paragraph, takes container marks away and unescapes the pipes of a table. A
`Run` ties a stretch of that content to the file; what cannot be tied is None, never a guess.

Passing: of "> some\n> words" the content "some\nwords" has two runs. Failing: a line whose content is not at
its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.fields import frozen
from reconcile.text.late import late

_LINE = late(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_CONTAINERS = late(r"(?:[\s>]|[-+*](?=\s)|\d{1,9}[.)](?=\s))*")
_HASHES = late(r"[^#]*#{1,6}\s*")


@frozen
class Run:
    """`length` characters from `content` on, in the library's text, stand from `start` on in the file."""

    content: int
    start: int
    length: int


def line_spans(text: str) -> list[tuple[int, int]]:
    """[start, end) of every line without its end; LF, CRLF and a lone CR end a line."""
    spans = []
    for match in _LINE.finditer(text):
        spans.append((match.start(), match.start() + len(match.group().rstrip("\r\n"))))
    return spans


def paragraph_runs(text: str, lines: Sequence[tuple[int, int]], content: str) -> list[Run] | None:
    """The runs of a paragraph's `content`, whose n-th line is the end of the n-th of `lines`."""
    runs = []
    at = 0
    parts = content.split("\n")
    if len(parts) > len(lines):
        return None
    for part, (start, end) in zip(parts, lines, strict=False):
        bare, line = part.strip(), text[start:end].rstrip()
        if not line.endswith(bare):
            return None
        if bare:
            lead = len(part) - len(part.lstrip())
            runs.append(Run(at + lead, start + len(line) - len(bare), len(bare)))
        at += len(part) + 1
    return runs


def heading_runs(text: str, line: tuple[int, int], content: str) -> list[Run] | None:
    """The run of a heading's `content`, which stands behind the hashes of `line`."""
    match = _HASHES.match(text, *line)
    if match is None or not text.startswith(content, match.end()):
        return None
    return [Run(0, match.end(), len(content))] if content else []


def cell_runs(text: str, line: tuple[int, int], contents: Sequence[str]) -> list[list[Run] | None]:
    """The runs of each cell of a table's row; None for a cell that is not where it should be."""
    cells = list(_cells(text, *line))
    if len(cells) > 1 and _CONTAINERS.fullmatch(text, *cells[0]):
        del cells[0]
    found: list[list[Run] | None] = []
    for number, content in enumerate(contents):
        if number < len(cells):
            found.append(_cell(text, *cells[number], content))
        else:
            found.append(None if content else [])
    return found


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the pipes that are not escaped."""
    begin = start
    for at in range(start, end):
        if text[at] == "|" and (at == start or text[at - 1] != "\\"):
            yield begin, at
            begin = at + 1
    yield begin, end


def _cell(text: str, start: int, end: int, content: str) -> list[Run] | None:
    """The runs of `content` at the end of a cell; "\\|" in the file is "|" in the content."""
    while end > start and text[end - 1].isspace():
        end -= 1
    at, left = end, len(content)
    runs: list[Run] = []
    while left:
        size = 0
        while size < left and at > start and text[at - 1] == content[left - 1 - size]:
            size, at = size + 1, at - 1
            if text[at] == "|":
                break
        if not size:
            return None
        left -= size
        runs.append(Run(left, at, size))
        if text[at] == "|" and at > start and text[at - 1] == "\\":
            at -= 1
    return runs[::-1]
