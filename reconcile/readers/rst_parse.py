"""docutils, made harmless: no files are included, no settings read, nothing printed, no role left behind.

Directives that docutils does not know (Sphinx's) are read for the prose in them, but for those that hold
code; unknown roles stay in the tree as `problematic` nodes. Nothing fails for either. Transforms are not run,
since they move and replace nodes.
"""

from __future__ import annotations

import re

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives, roles
from docutils.parsers.rst.languages import get_language
from docutils.statemachine import StringList
from docutils.utils import new_document

from reconcile.text.late import late

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
_SPLITTING = late("[\v\f\x1c-\x1e\x85\u2028\u2029]")
_INNER_TAB = late(r"(?<=[^\s])\t")
_INDENT = late(r"^[ \t]*", re.M)
DEEPEST = 60  # levels of indentation that docutils reads without running out of stack

DEAREST = 5e7  # characters times marks of one paragraph; docutils looks for the end of each mark anew
_RUN = late(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n?|\n)[^\r\n]*\S[^\r\n]*)*")
_MARK = late(r"[`*|_\[]")

_DIRECTIVE = late(r"^[^\S\r\n]*\.\. ([\w:+.-]+)::(?:\s|$)", re.M)
_NO_PROSE = late(
    r"code|source|highlight|toc|include|math|graph|uml|mermaid|diagram|auto|prompt|parsed|production|test|plot"
    r"|image|figure|table|index|tab|raw|only|module|literal|ipython|shell|console|html"
)


class _Options(dict[str, object]):
    """Takes any option."""

    def __missing__(self, key: str) -> object:
        return str


class _Unknown(Directive):
    """A directive of Sphinx or of somebody's own: its content is read, its arguments are not."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec = _Options()  # type: ignore[assignment]

    def run(self) -> list[nodes.Node]:
        """The content, parsed."""
        made = nodes.container()
        below = StringList(self.arguments[0].split("\n")[1:] if self.arguments else [], "document")
        if below:  # ".. versionadded:: 3.5" with words on the next line
            self.state.nested_parse(below, self.lineno, made)
        self.state.nested_parse(self.content, self.content_offset, made)
        return [made]


def harmless(text: str) -> str:
    """`text`, as long as it is, without characters that would move places in the library's lines."""
    return _INNER_TAB.sub(" ", _SPLITTING.sub(" ", text))


def parse(text: str) -> nodes.document | None:
    """The document tree of `text`; None where docutils cannot read it."""
    if _depth(text) > DEEPEST or _cost(text) > DEAREST:
        return None
    settings = get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("document", settings)
    tables: list[dict[str, object]] = [getattr(roles, "_roles"), getattr(directives, "_directives")]  # noqa: B009
    english = get_language("en", document.reporter)
    before = [dict(table) for table in tables]  # a `role` directive, too, writes into them
    try:
        for name in sorted({match.group(1).lower() for match in _DIRECTIVE.finditer(text)}):
            if not _NO_PROSE.search(name) and directives.directive(name, english, document)[0] is None:  # type: ignore[arg-type]
                directives.register_directive(name, _Unknown)
        Parser().parse(text, document)
    except Exception:  # docutils fails in many ways on broken input; the file is read as plain text then
        return None
    finally:
        for table, kept in zip(tables, before, strict=True):
            table.clear()
            table.update(kept)
    return document


def _cost(text: str) -> int:
    """Characters times marks of the paragraph where that is most."""
    runs = (match.group() for match in _RUN.finditer(text))
    return max((len(run) * sum(1 for _ in _MARK.finditer(run)) for run in runs), default=0)


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


_MARKERS = late(r"(?:(?:[-*+•‣⁃]|\(?(?:[\w#]{1,5})[.)]|:[^:\s]{1,30}:)\s+){0,1000}")


def _markers(text: str, start: int) -> int:
    """How many list markers stand one behind the other."""
    match = _MARKERS.match(text, start)
    return len(match.group().split()) if match else 0
