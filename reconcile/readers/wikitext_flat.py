"""Pages of a dump written on one line: a header of page data, then wikitext whose line ends became spaces.

    Rome 25458 214916555 2008-05-25T21:56:10Z 192.0.2.1 /* History */ '''Rome''' is … ==History== It …

The header is title, page id, revision id, time, user, comment. Line ends are put back in the place of
single spaces, so no offset moves.
"""

from __future__ import annotations

import re

from reconcile.fields import frozen
from reconcile.text.late import late

_HEADER = late(
    r"(?P<title>[^\n\t]{1,255}?)\s(?P<page>\d+)\s(?P<revision>\d+)\s"
    r"(?P<date>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\s(?P<user>\S+)(?:\s+(?P<section>/\*.{0,200}?\*/))?\s*"
)
_BEGINS = late(r"\{\{|'''|#REDIRECT")
_COMMENT = 300  # characters: an edit summary is not longer

_LINE = late(
    r"(?P<heading>(?P<marks>={2,6})[^=\n]{1,200}(?P=marks)(?= |$))"
    r"|(?<!\d) (?P<bullet>\*+ ?(?=[^\s*\d]))"
    r"| (?P<number>#+ (?=[^\s#\d]))"
    r"| ?(?P<open>\{\|)| ?(?P<close>\|\})"
    r"| (?P<cell>\|[-+]|[|!] )"
)
_LIST_MAY_FOLLOW = late(r"[=:.;!?\]})>]$")
_ATTRIBUTE = late(r"[\w-]+ ?= ?(?:\"[^\"]*\"|\w+)$")


@frozen(kw_only=True)
class Header:
    """What the header of a page says, and where the page's own text begins."""

    title: str
    revision: str
    date: str  # ISO 8601
    end: int


def header(text: str) -> Header | None:
    """The header `text` begins with, if any.

    An edit summary has no mark at its end: it is taken to last until markup that pages begin with, when
    that comes soon and the page's subject is not named before it; else only the user and the section in the
    summary belong to the header, for text lost is worse than a summary kept.
    """
    found = _HEADER.match(text)
    if found is None:
        return None
    end = found.end()
    begins = _BEGINS.search(text, end, end + _COMMENT)
    if begins is not None and found["title"].split()[0] not in text[end : begins.start()]:
        end = begins.start()
    return Header(title=found["title"].strip(), revision=found["revision"], date=found["date"], end=end)


def restore_lines(text: str, start: int) -> str:
    """`text` with line ends for the spaces before headings, list items, table rows and cells.

    Only from `start` on, and only when there is no line end behind it. The length stays.
    """
    if "\n" in text[start:].rstrip():
        return text
    lines = _Lines(text, start)
    for match in _LINE.finditer(text, start):
        lines.take(match)
    parts, at = [], 0
    for place in lines.places:
        parts += [text[at:place], "\n"]
        at = place + 1
    return "".join([*parts, text[at:]])


class _Lines:
    """Where lines began, as the marks of lists, tables and headings come one by one."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.places: list[int] = []  # offsets of spaces, in order
        self.list_marks: set[str] = set()  # of the list that is open
        self.tables = 0

    def take(self, match: re.Match[str]) -> None:
        """Take one mark in."""
        kind, at = match.lastgroup, match.start()
        before = self.text[max(self.start, at - 250) : at]
        if match["heading"]:
            self.list_marks.clear()
            self.end_line(at - 1)
            self.end_line(match.end())
        elif kind in ("bullet", "number"):
            mark = match[kind][0]
            if not before or _LIST_MAY_FOLLOW.search(before):
                self.list_marks.add(mark)
            if mark in self.list_marks:
                self.end_line(at)
        elif kind == "cell":
            if self.tables and not (match["cell"] == "| " and _ATTRIBUTE.search(before)):
                self.end_line(at)
        else:
            self.tables = max(0, self.tables + (1 if kind == "open" else -1))
            self.end_line(at)

    def end_line(self, place: int) -> None:
        """A line ended at `place`, if a space stands there."""
        if self.start <= place and self.text[place : place + 1] == " " and place not in self.places[-1:]:
            self.places.append(place)
