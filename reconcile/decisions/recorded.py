"""Findings read back from a report in YAML or JSON, as far as a decision needs them."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from reconcile.errors import ReadError
from reconcile.model import Json, Label, Level, Relation
from reconcile.result import Evidence, Finding, Side
from reconcile.span import Span

FORMAT = 1
Row = dict[str, Json]


def recorded(text: str, name: str) -> tuple[Finding, ...]:
    """The findings of a report; their spans are empty. ReadError when the text is no report of ours."""
    try:
        data: Json = yaml.load(text, yaml.CSafeLoader)
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ReadError(f"{name}: is no report of format {FORMAT}; make one with: reconcile report")
        ids = {side: _text(_row(data[side])["id"]) for side in ("old", "new")}
        findings = data["findings"]
        return tuple(_finding(_row(row), ids) for row in findings) if isinstance(findings, list) else ()
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise ReadError(f"{name}: is no whole report ({error}); make it again: reconcile report") from error


def _finding(row: Row, ids: dict[str, str]) -> Finding:
    relation = row["relation"]
    return Finding(
        id=_text(row["id"]),
        key=_text(row["key"]),
        kind=_text(row["kind"]),
        rule=_text(row["rule"]),
        claim=_text(row["claim"]),
        relation=Relation(_text(relation)) if relation else None,
        level=Level(_text(row["level"])),
        score=float(str(row["score"])),
        subject=_maybe(row["subject"]),
        object=_maybe(row["object"]),
        message=_text(row["message"]),
        why=_text(row["why"]),
        old=_side(row["old"], ids["old"]),
        new=_side(row["new"], ids["new"]),
        evidence=tuple(_evidence(row.get("evidence"))),
        decision=_row(row.get("decision") or {"status": "open"}),
    )


def _side(data: Json, document: str) -> Side | None:
    if data is None:
        return None
    row = _row(data)
    value = row.get("value")
    return Side(
        document=document,
        text=_text(row["text"]),
        span=Span(0, 0),
        value=value if isinstance(value, dict) else None,
    )


def _evidence(data: Json) -> Iterator[Evidence]:
    for item in data if isinstance(data, list) else ():
        row = _row(item)
        old, new = row["old"], row["new"]
        yield Evidence(
            source=_text(row["source"]),
            old=Label(_text(old)) if old else None,
            new=Label(_text(new)) if new else None,
            rule=_text(row["rule"]),
            why=_text(row["why"]),
            text=_text(row["text"]),
            span=Span(0, 0),
        )


def _row(data: Json) -> Row:
    if not isinstance(data, dict):
        raise TypeError(f"{data!r} is no mapping")
    return data


def _text(data: Json) -> str:
    if not isinstance(data, str):
        raise TypeError(f"{data!r} is no text")
    return data


def _maybe(data: Json) -> str | None:
    return None if data is None else _text(data)
