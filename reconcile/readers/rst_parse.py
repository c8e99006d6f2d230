"""docutils, made harmless: no files are included, no settings read, nothing printed, no role left behind.

Directives and roles that docutils does not know (Sphinx's) stay in the tree as messages and as `problematic`
nodes; nothing fails for them. Transforms are not run, since they move and replace nodes.
"""

from __future__ import annotations

import re

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, roles
from docutils.utils import new_document

_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,
    "halt_level": 6,
    "warning_stream": False,
    "syntax_highlight": "none",
    "line_length_limit": 10**9,
    "tab_width": 8,
    "id_prefix": "",
    "auto_id_prefix": "%",
}
# docutils splits lines at all of these; the file's lines end at CR and LF only.
_SPLITTING = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_INNER_TAB = re.compile(r"(?<=[^\s])\t")
_INDENT = re.compile(r"^[ \t]*", re.M)
DEEPEST = 60  # levels of indentation that docutils reads without running out of stack


def harmless(text: str) -> str:
    """`text`, as long as it is, without characters that would move places in the library's lines."""
    return _INNER_TAB.sub(" ", _SPLITTING.sub(" ", text))


def parse(text: str) -> nodes.document | None:
    """The document tree of `text`; None where docutils cannot read it."""
    if _depth(text) > DEEPEST:
        return None
    settings = get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("document", settings)
    known: dict[str, object] = getattr(roles, "_roles")  # noqa: B009 a `role` directive writes into it
    before = dict(known)
    try:
        Parser().parse(text, document)
    except Exception:  # docutils fails in many ways on broken input; the file is read as plain text then
        return None
    finally:
        known.clear()
        known.update(before)
    return document


def _depth(text: str) -> int:
    """How many different indentations are open at once, at most."""
    deepest = 0
    open_: list[int] = [0]
    for match in _INDENT.finditer(text):
        if text[match.end() : match.end() + 1] in ("", "\n", "\r"):
            continue
        width = len(match.group().expandtabs(8))
        while open_[-1] > width:
            open_.pop()
        if open_[-1] < width:
            open_.append(width)
        deepest = max(deepest, len(open_) + _markers(text, match.end()))
    return deepest


_MARKERS = re.compile(r"(?:(?:[-*+•‣⁃]|\(?(?:[\w#]{1,5})[.)]|:[^:\s]{1,30}:)\s+){0,1000}")


def _markers(text: str, start: int) -> int:
    """How many list markers stand one behind the other."""
    match = _MARKERS.match(text, start)
    return len(match.group().split()) if match else 0
