"""The text of a telegram: numbered paragraphs, section heads, hard wraps, marks and markers.

Passing:

    12. (C) SUMMARY: The talks went       paragraph "2" (a pilcrow was misread as a 1):
    well. END SUMMARY.                    "The talks went well."

Failing: "1998. It was a good year", which is no numbered paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.fields import frozen, replace
from reconcile.readers.lines import Line
from reconcile.readers.telegram_header import MARK, NUMBERED, field, is_rule
from reconcile.text.late import late

_SECTION = (
    r"(?:(?:EXECUTIVE|POST|EMBASSY|FINAL|BIO)\s+)?"
    r"(?:SUMMARY|COMMENTS?|NOTE|INTRODUCTION|ACTION\s+REQUEST|TEXT)"
)
_SECTIONS = rf"{_SECTION}(?:(?:\s+AND\s+|\s*/\s*|\s*&\s*){_SECTION})?"
LEAD = late(rf"\s*(?:{MARK}|(?:BEGIN\s+)?{_SECTIONS}\s*(?:[:.]+|--+|—)(?=\s)\)?)", re.I)
MARKER = late(
    rf"[(\[]?\b(?:END|End|BEGIN|Begin)\s+(?:OF\s+)?(?i:{_SECTIONS})\b(?:\s*[.:]+|(?=\s*[)\]]))\s?[)\]]?"
    rf"|[(\[]\s?(?:(?i:BEGIN)\s+)?(?i:{_SECTIONS})\s*:"
)
BULLET = late(r"(?:--?|[*•])\s+(?=\S)")
_LETTER = late(r"\(?[a-z][.)]\s+(?=\S)")
_PAGE = late(r"[A-Z][A-Z .]{2,30}\s+\d{5,}\s+\d{3}(?:\.\d)?\s+OF\s+\d{3}")
_LATE_FIELDS = {"classification", "handling", "tags", "subject", "reference", "executive order"}
_SIGNATURE = late(r"[^\W\d_a-z][\w.'’ -]{1,39}")
_END_OF_TRANSMISSION = late(r"N{4}|#+|=*\s*CABLE ENDS\s*=*", re.I)
_SENTENCE_END = late(r"[.?!:;…][\"'”’)\]]*$")
HEAD = 120  # characters a section head may have


@frozen(kw_only=True)
class Chunk:
    """A run of lines that belong together.

    `kind` is text, heading, item, rule, page, or signature.
    """

    kind: str
    spans: tuple[tuple[int, int], ...]  # of its lines
    label: str | None = None

    @property
    def start(self) -> int:
        """Where it begins in the file."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends in the file."""
        return self.spans[-1][1]


def chunks(text: str, lines: Sequence[Line]) -> list[Chunk]:
    """The chunks of the text below the header, in order; every line that is not blank is in one."""
    found = list(_runs(lines))
    found = _without_signature(text, found)
    found = [_as_heading(text, chunk, found[at + 1 : at + 2]) for at, chunk in enumerate(found)]
    return _mended(text, found)


def _runs(lines: Sequence[Line]) -> Iterator[Chunk]:
    """Runs of lines between blank lines; numbers, bullets, rules and page heads begin new ones."""
    run: list[Line] = []
    kind, label = "text", None
    expected, after_break = 1, True
    for line in lines:
        number = _number(line, expected, after_break)
        alone = "rule" if is_rule(line) else "page" if _is_page_head(line) else None
        item = BULLET.match(line.text) or (after_break and _LETTER.match(line.text))
        if run and (line.blank or alone or number or item):
            yield _chunk(kind, run, label)
            run = []
        after_break = line.blank or alone is not None
        if alone:
            yield _chunk(alone, [line], None)
        elif not line.blank:
            if not run:
                kind = "text" if number or not item else "item"
                label = str(number) if number else None
                expected = number + 1 if number else expected
            run.append(line)
    if run:
        yield _chunk(kind, run, label)


def _chunk(kind: str, run: list[Line], label: str | None) -> Chunk:
    return Chunk(kind=kind, spans=tuple((line.start, line.end) for line in run), label=label)


def _number(line: Line, expected: int, after_break: bool) -> int | None:
    """The number of the paragraph that begins on this line, or None.

    A pilcrow is often read as a 1, so "12." stands for 2 where 2 is due.
    """
    match = NUMBERED.match(line.text)
    if match is None:
        return None
    digits = match.group(1) or match.group(2)
    marked = match.group(1) or re.match(MARK, line.text[match.end() :]) or line.text.startswith("(")
    for due in range(expected, expected + 4):
        sure = marked or after_break or due == expected
        if sure and digits in (str(due), f"1{due}"):
            return due
    return int(digits) if marked else None


def _is_page_head(line: Line) -> bool:
    if line.blank or len(line.text) > 200:
        return False
    if _END_OF_TRANSMISSION.fullmatch(line.text):
        return True
    return field(line) in _LATE_FIELDS or _PAGE.fullmatch(line.text) is not None


def _without_signature(text: str, found: list[Chunk]) -> list[Chunk]:
    """The name in capitals at the end, a line of its own, is nobody's statement."""
    tail: list[Chunk] = []
    while found and found[-1].kind in ("page", "rule"):
        tail.insert(0, found.pop())
    if not found or found[-1].kind != "text":
        return found + tail
    last = found[-1]
    start, end = last.spans[-1]
    name = text[start:end]
    before = text[last.start : last.spans[-2][1]] if len(last.spans) > 1 else None
    alone = before is None and last.label is None and len(found) > 1
    if not (alone or (before and _SENTENCE_END.search(before))) or not _is_name(name):
        return found + tail
    rest = [replace(last, spans=last.spans[:-1])] if before else []
    return [*found[:-1], *rest, Chunk(kind="signature", spans=((start, end),)), *tail]


def _is_name(text: str) -> bool:
    return text.isupper() and len(text.split()) <= 4 and _SIGNATURE.fullmatch(text) is not None


def _as_heading(text: str, chunk: Chunk, following: list[Chunk]) -> Chunk:
    """A short line in capitals, or one that is underlined, heads a section."""
    words = text[chunk.start : chunk.end]
    if chunk.kind != "text" or chunk.label or len(words) > HEAD or len(chunk.spans) > 3:
        return chunk
    bare = re.sub(rf"^{MARK}\s*", "", words)
    underlined = bool(following) and following[0].kind == "rule" and len(chunk.spans) <= 2
    shouted = bare.isupper() and len(bare) > 2 and not re.search(r"[.!?;,]$", bare)
    return replace(chunk, kind="heading") if underlined or shouted else chunk


def _mended(text: str, found: list[Chunk]) -> list[Chunk]:
    """A paragraph broken by a blank line or a page head in the middle of a sentence is one again."""
    made: list[list[Chunk]] = []
    paragraph = -1  # index in `made` of the paragraph that may go on
    for chunk in found:
        if chunk.kind == "text" and chunk.label is None and paragraph >= 0:
            before = made[paragraph][-1]
            if _goes_on(text[before.spans[-1][0] : before.end], text[chunk.start : chunk.start + 1]):
                made[paragraph].append(chunk)
                continue
        if chunk.kind in ("text", "item"):
            paragraph = len(made)
        elif chunk.kind != "page":
            paragraph = -1
        made.append([chunk])
    return [
        replace(parts[0], spans=tuple(span for part in parts for span in part.spans))
        if len(parts) > 1
        else parts[0]
        for parts in made
    ]


def _goes_on(before: str, first: str) -> bool:
    return first.islower() and not _SENTENCE_END.search(before)
