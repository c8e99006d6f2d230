"""Claims of an edit that a source refutes, where no finding of the edit says so already."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.identity import finding_id
from reconcile.model import Document, Label, Level
from reconcile.result import Evidence, Finding, Result, Side, Verdict


def refuted(result: Result, touched: frozenset[int]) -> Iterator[Finding]:
    """The findings of a result that has verdicts, and one for each further refuted claim of `touched`.

    A finding on unchanged claims is told only where it stands in a touched sentence. What both versions say
    was not brought in by the edit.
    """
    told = []
    for finding in result.findings:
        if finding.kind == "change":
            told.append(finding)
            yield finding
    for verdict in result.verdicts:
        if verdict.label is not Label.REFUTES or verdict.side != "new":
            continue
        index = _sentence(verdict, result.new)
        if index in touched and not any(_says(finding, verdict) for finding in told):
            yield _finding(verdict, index, result)


def _sentence(verdict: Verdict, document: Document) -> int:
    return next(
        (one.index for one in document.sentences if one.span.start <= verdict.span.start < one.span.end), -1
    )


def _says(finding: Finding, verdict: Verdict) -> bool:
    """True when the finding stands at the verdict's claim and has the source against it."""
    side = finding.new
    at = side is not None and (side.span.overlaps(verdict.span) or side.span.contains(verdict.span))
    return at and any(item.new is Label.REFUTES for item in finding.evidence)


def _finding(verdict: Verdict, index: int, result: Result) -> Finding:
    source = next(each for each in result.sources if each.id == verdict.source)
    side = Side(
        document=result.new.id,
        text=verdict.text,
        span=verdict.span,
        value=verdict.value,
        sentences=(index,),
        context=verdict.sentence,
    )
    evidence = Evidence(
        source=source.id,
        old=None,
        new=Label.REFUTES,
        rule=verdict.rule,
        why=verdict.why,
        text=verdict.evidence_text or "",
        span=verdict.evidence_span or source.sentences[0].span,
    )
    subject = verdict.subject or "the text"
    return Finding(
        id=finding_id(verdict.id, None, verdict.value),
        key=verdict.id,
        kind="source",
        rule=verdict.rule,
        claim=verdict.type,
        relation=None,
        level=Level.ERROR,
        score=round(max(0.5, min(verdict.score, 0.99)), 3),
        subject=verdict.subject,
        object=None,
        message=f"{subject}: {source.id} says otherwise of “{verdict.text}”",
        why=verdict.why,
        old=None,
        new=side,
        evidence=(evidence,),
    )
