"""Ordinary text: paragraphs at blank lines, hard wraps joined, list items, headings.

    History
    =======

    The town was founded in 1204
    by settlers from the coast.

    - a wall
    - a harbour

reads as a heading, one paragraph and two list items. A line alone is a heading too, when it is short, does
not end like a sentence, and text follows. A line longer than any hard wrap is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.fields import frozen
from reconcile.model import Block, BlockKind, Document, Dropped
from reconcile.readers.decode import open_source
from reconcile.readers.prose import Prose
from reconcile.span import Span
from reconcile.text.late import late

NAME = "plain"
SUFFIXES: tuple[str, ...] = ()

_LINE = late(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = late(
    r"(?P<indent>[^\S\r\n]*)(?P<mark>[-*+•‣◦·–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])[^\S\r\n]+(?=\S)"
)
_RULE = late(r"[^\S\r\n]*([=\-~*_#^])(?:\1{2,}|(?:[^\S\r\n]+\1){2,})[^\S\r\n]*")
_UNDERLINE = "=-~^#*"
_LONG = 160  # characters: longer than any hard-wrapped line
_HEADING_WORDS = 10
_NOT_A_HEADING = tuple(".!?:;,…。！？")


@frozen
class _Line:
    start: int
    end: int  # without the line end
    text: str


def sniff(head: bytes, name: str) -> float:
    """0.1: any text can be read as ordinary text, so every other reader goes first."""
    return 0.1


def read(data: bytes, name: str) -> Document:
    """The blocks of ordinary text; ReadError when there is none."""
    source = open_source(data, name)
    blocks: list[Block] = []
    dropped: list[Dropped] = []
    groups = list(_groups(source.text))
    for number, lines in enumerate(groups):
        followed = number + 1 < len(groups)
        blocks += _blocks(Prose(source.text), lines, followed, dropped)
    return Document(
        id=source.id,
        path=source.path,
        sha256=source.sha256,
        reader=NAME,
        text=source.text,
        blocks=tuple(blocks),
        dropped=tuple(dropped),
    )


def _groups(text: str) -> Iterator[list[_Line]]:
    """The lines between blank lines."""
    group: list[_Line] = []
    for match in _LINE.finditer(text):
        line = match.group().rstrip("\r\n")
        if line and not line.isspace():
            group.append(_Line(match.start(), match.start() + len(line), line))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _blocks(prose: Prose, lines: list[_Line], followed: bool, dropped: list[Dropped]) -> Iterator[Block]:
    """The blocks of one group of lines."""
    level, label, after_long = 0, None, False
    for number, line in enumerate(lines):
        rule = _RULE.fullmatch(line.text)
        item = _item(lines, number, level) if rule is None else None
        long = len(line.text) > _LONG
        if rule is not None:
            yield from _ended(prose, level, _underlined(lines, number, rule.group(1)))
            dropped.append(Dropped(what=f"line: {line.text.strip()[:20]}", span=Span(line.start, line.end)))
            level, label = 0, None
            continue
        if item is not None or long or after_long:
            yield from _ended(prose, level, 0, label)
            level = 1 + len(item["indent"].expandtabs(4)) // 2 if item is not None else 0
            label = item["mark"] if item is not None and item["mark"][-1] in ".)" else None
        prose.space(line.start, line.start)
        prose.copy(line.start + (item.end() if item is not None else 0), line.end)
        after_long = long
    alone = len(lines) == 1 and followed and not level and _is_heading(lines[0].text)
    yield from _ended(prose, level, 2 if alone else 0, label)


def _item(lines: list[_Line], number: int, level: int) -> re.Match[str] | None:
    """The mark of a list item the line begins with, unless a hard wrap may have put it there by chance."""
    item = _ITEM.match(lines[number].text)
    if item is None or number == 0 or level or lines[number - 1].text.rstrip().endswith(":"):
        return item
    if _RULE.fullmatch(lines[number - 1].text):
        return item
    alike = [line for line in lines if line.text.lstrip().startswith(f"{item['mark']} ")]
    return item if len(alike) > 1 and item["mark"] in "-*+•‣◦" else None


def _ended(prose: Prose, item: int, heading: int, label: str | None = None) -> Iterator[Block]:
    kind = BlockKind.HEADING if heading else BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
    block = prose.block(kind, level=heading or item, label=label)
    if block is not None:
        yield block


def _underlined(lines: list[_Line], number: int, mark: str) -> int:
    """The level of the heading that line `number` underlines; 0 when it is a mere rule."""
    if mark not in _UNDERLINE or number == 0:
        return 0
    above, rule = lines[number - 1].text, lines[number].text
    alone = number == 1 or _RULE.fullmatch(lines[number - 2].text) is not None
    fits = abs(len(rule.strip()) - len(above.strip())) <= 3 or len(rule.strip()) >= len(above.strip())
    return _UNDERLINE.index(mark) + 1 if alone and fits and len(above) <= 120 else 0


def _is_heading(line: str) -> bool:
    words = line.split()
    return (
        len(words) <= _HEADING_WORDS
        and not line.rstrip().endswith(_NOT_A_HEADING)
        and (words[0][0].isupper() or words[0][0].isdigit())
        and any(letter.isalpha() for letter in line)
    )
