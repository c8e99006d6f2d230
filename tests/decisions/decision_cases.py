"""Findings and results to decide on, made by hand."""

from __future__ import annotations

from reconcile.model import Document, Label, Level, Relation
from reconcile.result import Evidence, Finding, Result, Side
from reconcile.span import Span

DAY = "2031-05-06"


def evidence(source: str, old: str | None, new: str | None, text: str = "It has four members.") -> Evidence:
    return Evidence(
        source=source,
        old=Label(old) if old else None,
        new=Label(new) if new else None,
        rule="count",
        why="the figures differ",
        text=text,
        span=Span(0, len(text)),
    )


def side(document: str, text: str | None, value: dict | None = None) -> Side | None:
    if text is None:
        return None
    return Side(document=document, text=text, span=Span(0, len(text)), value=value, context=text)


def count(number: int) -> dict:
    return {"low": number, "high": number, "unit": "members", "approximator": None}


def finding(
    old: int | None = 5,
    new: int | None = 4,
    *,
    key: str = "aaaaaaaaaaaa",
    id: str | None = None,
    subject: str | None = "River League",
    evidence: tuple[Evidence, ...] = (),
    rule: str = "count",
) -> Finding:
    return Finding(
        id=id or f"{(old or 0) * 1000 + (new or 0):012x}",
        key=key,
        kind="change",
        rule=rule,
        claim="count",
        relation=Relation.CONFLICTING,
        level=Level.ERROR,
        score=0.9,
        subject=subject,
        object=None,
        message=f"{subject}: {old} became {new}",
        why="the counts differ",
        old=side("before", None if old is None else f"{old} members", None if old is None else count(old)),
        new=side("after", None if new is None else f"{new} members", None if new is None else count(new)),
        evidence=evidence,
    )


def document(id: str, text: str = "The River League has 5 members.") -> Document:
    return Document(id=id, path=f"{id}.txt", sha256="0" * 64, reader="plain", text=text, blocks=())


def result(*findings: Finding) -> Result:
    return Result(
        old=document("before"), new=document("after"), sources=(), pairs=(), findings=tuple(findings)
    )
