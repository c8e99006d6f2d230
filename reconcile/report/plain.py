"""Where things stand, as plain data: the lines, columns and paths of the documents of a result."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import cast

from reconcile.model import Document, Json
from reconcile.result import Result
from reconcile.span import Lines, Span

Record = dict[str, Json]


def plain(value: object) -> Json:
    """`value` with only dicts, lists, strings, numbers, booleans and None in it.

    An endless or undefined number becomes None, because neither JSON nor every YAML reader has a word
    for it. Anything else is printed as text.
    """
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return cast(Json, sorted(str(item) for item in value))
    return str(value)


class Places:
    """Looks up path, line and column in the documents of one result; lines are counted once a document."""

    def __init__(self, result: Result) -> None:
        documents = (result.old, result.new, *result.sources)
        self._documents: dict[str, Document] = {}
        for document in documents:
            self._documents.setdefault(document.id, document)
        self._lines: dict[str, Lines] = {}

    def document(self, id: str) -> Document | None:
        """The document with this id, or None."""
        return self._documents.get(id)

    def at(self, id: str, offset: int) -> tuple[int | None, int | None]:
        """(line, column) from 1 of a code point offset in document `id`; (None, None) if it is unknown."""
        document = self._documents.get(id)
        if document is None:
            return None, None
        if id not in self._lines:
            self._lines[id] = Lines(document.text)
        return self._lines[id].at(offset)

    def path(self, id: str) -> str | None:
        """The path of document `id` as the user gave it."""
        document = self._documents.get(id)
        return document.path if document else None

    def where(self, id: str, span: Span | None) -> Record:
        """{path, line, column} of the start of `span`."""
        line, column = self.at(id, span.start) if span else (None, None)
        return {"path": self.path(id), "line": line, "column": column}

    def range(self, id: str, span: Span) -> Record:
        """{path, line, column, end_line, end_column}; the end is just behind the last code point."""
        line, column = self.at(id, span.end)
        return self.where(id, span) | {"end_line": line, "end_column": column}
