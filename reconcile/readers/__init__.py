"""The reader room: one module a document form, chosen by suffix, by sniffing, or by name.

A reader is a module with NAME, SUFFIXES (those that decide alone), `sniff` and `read`; see `Reader`. To add
one, write the module and add a line to READERS (and to SUFFIX, where a suffix decides).
"""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

from reconcile.errors import UsageError
from reconcile.fields import replace
from reconcile.model import Document

READERS = {
    "wikitext": "reconcile.readers.wikitext",
    "telegram": "reconcile.readers.telegram",
    "news": "reconcile.readers.news",
    "markdown": "reconcile.readers.markdown",
    "rst": "reconcile.readers.rst",
    "extracted": "reconcile.readers.extracted",
    "plain": "reconcile.readers.plain",
}

# Kept here as well as in the modules, so that a Markdown file loads no other reader.
SUFFIX = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".rst": "rst",
    ".rest": "rst",
    ".wiki": "wikitext",
    ".wikitext": "wikitext",
    ".mediawiki": "wikitext",
}

HEAD = 65536  # bytes a reader may sniff at


class Reader(Protocol):
    """What a module of this room offers."""

    NAME: str
    SUFFIXES: tuple[str, ...]

    def sniff(self, head: bytes, name: str) -> float:
        """How likely (0 to 1) this reader is the right one for a file that begins with `head`."""

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`, called `name`; ReadError when there is no text in it."""


def reader_names() -> tuple[str, ...]:
    """The names a user may give, sorted."""
    return tuple(sorted(READERS))


def read(
    data: bytes,
    name: str,
    *,
    reader: str | None = None,
    id: str | None = None,
    date: str | None = None,
    title: str | None = None,
) -> Document:
    """The document in `data`, with blocks and without sentences.

    `name` is the path as the user gave it. `reader` overrules sniffing; `id`, `date` (EDTF or ISO 8601) and
    `title` overrule what the reader finds. UsageError for an unknown reader; ReadError for bytes that
    hold no text.
    """
    module = _module(reader) if reader is not None else _sniffed(data[:HEAD], name)
    document = module.read(data, name)
    return replace(
        document,
        id=id if id is not None else document.id,
        date=date if date is not None else document.date,
        title=title if title is not None else document.title,
    )


def _sniffed(head: bytes, name: str) -> Reader:
    decided = SUFFIX.get(PurePath(name).suffix.lower())
    if decided is not None:
        return _module(decided)
    modules = [_module(each) for each in READERS]
    return max(modules, key=lambda module: module.sniff(head, name))  # of equals, the first in the table


def _module(name: str) -> Reader:
    if name not in READERS:
        from difflib import get_close_matches  # for a mistake only

        close = get_close_matches(name, READERS, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"use one of {', '.join(reader_names())}"
        raise UsageError(f"there is no reader {name!r}; {hint}")
    return cast(Reader, import_module(READERS[name]))
