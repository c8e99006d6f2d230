"""The report as plain data, format 1: the one form that every printed report is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reconcile.claim import Claim
from reconcile.model import Document, Json, Label, Level, Pair
from reconcile.report.pairs import KINDS, pair_kinds
from reconcile.report.plain import Places, Record, plain
from reconcile.result import Disagreement, Evidence, Finding, Result, Side, Verdict
from reconcile.span import Span

FORMAT = 1


def record(result: Result) -> Record:
    """`result` as dicts, lists, strings and numbers, with the keys of format 1 in their order.

    Lines and columns count from 1 in code points; scores go from 0 to 1.
    """
    places = Places(result)
    return {
        "format": FORMAT,
        "old": _document(result.old, places),
        "new": _document(result.new, places),
        "sources": [_document(source, places) for source in result.sources],
        "packs": list(result.packs),
        "summary": _summary(result),
        "findings": [_finding(finding, result, places) for finding in result.findings],
        "verdicts": [_verdict(verdict, result, places) for verdict in result.verdicts],
        "disagreements": [_disagreement(item, places) for item in result.disagreements],
        "alignment": [_pair(pair) for pair in result.pairs],
        "dropped": list(_dropped(result, places)),
    }


def _document(document: Document, places: Places) -> Record:
    notices: list[Json] = [
        {"what": notice.what, "line": places.where(document.id, notice.span)["line"]}
        for notice in document.notices
    ]
    return {
        "id": document.id,
        "path": document.path,
        "sha256": document.sha256,
        "reader": document.reader,
        "title": document.title,
        "revision": document.revision,
        "date": document.date,
        "sentences": len(document.sentences),
        "notices": notices,
    }


def _summary(result: Result) -> Record:
    pairs = Counter(pair_kinds(result))
    findings = Counter(finding.level for finding in result.findings)
    verdicts = Counter(verdict.label for verdict in result.verdicts)
    return {
        "pairs": {kind: pairs[kind] for kind in KINDS},
        "findings": {level.value: findings[level] for level in Level},
        "verdicts": {label.value: verdicts[label] for label in Label},
    }


def _finding(finding: Finding, result: Result, places: Places) -> Record:
    return {
        "id": finding.id,
        "key": finding.key,
        "kind": finding.kind,
        "rule": finding.rule,
        "claim": finding.claim,
        "relation": finding.relation.value if finding.relation else None,
        "level": finding.level.value,
        "score": plain(finding.score),
        "subject": finding.subject,
        "object": finding.object,
        "message": finding.message,
        "why": finding.why,
        "old": _side(finding.old, places),
        "new": _side(finding.new, places),
        **_extras(finding, result, places),
        "evidence": [_evidence(item, places) for item in finding.evidence],
        "steps": [{"what": step.what, "score": plain(step.score), "why": step.why} for step in finding.steps],
        "decision": plain(finding.decision),
    }


def _side(side: Side | None, places: Places) -> Record | None:
    if side is None:
        return None
    value = None if side.value is None else plain(side.value)
    return {"text": side.text, **places.range(side.document, side.span), "value": value}


def _extras(finding: Finding, result: Result, places: Places) -> Record:
    """The keys that only some findings have."""
    extras: Record = {}
    if finding.change:
        change = finding.change
        extras["change"] = {
            "kept": list(change.kept),
            "added": list(change.added),
            "removed": list(change.removed),
        }
    if finding.places:
        extras["places"] = [_place(finding, old, new, result, places) for old, new in finding.places]
    if finding.parts:
        side = finding.new or finding.old
        document = places.document(side.document) if side else None
        extras["parts"] = [_part(claim, document) for claim in finding.parts]
    return extras


def _place(finding: Finding, old: Span | None, new: Span | None, result: Result, places: Places) -> Record:
    ends = (("old", old, finding.old, result.old), ("new", new, finding.new, result.new))
    told: Record = {}
    for name, span, side, version in ends:
        where = places.where(side.document if side else version.id, span)
        told[name] = {"line": where["line"], "column": where["column"]} if span else None
    return told


def _part(claim: Claim, document: Document | None) -> Record:
    text = ""
    if document and claim.sentence < len(document.sentences):
        text = document.sentences[claim.sentence].text[claim.start : claim.end]
    return {
        "claim": claim.type,
        "subject": claim.subject,
        "object": claim.object,
        "text": text,
        "value": plain(claim.value.data),
    }


def _evidence(item: Evidence, places: Places) -> Record:
    return {
        "source": item.source,
        "old": item.old.value if item.old else None,
        "new": item.new.value if item.new else None,
        "rule": item.rule,
        "why": item.why,
        "text": item.text,
        **places.where(item.source, item.span),
    }


def _verdict(verdict: Verdict, result: Result, places: Places) -> Record:
    version = result.old if verdict.side == "old" else result.new
    evidence: Record | None = None
    if verdict.evidence_text is not None:
        evidence = {"text": verdict.evidence_text, **places.where(verdict.source, verdict.evidence_span)}
    return {
        "id": verdict.id,
        "claim": {
            "type": verdict.type,
            "subject": verdict.subject,
            "text": verdict.text,
            **places.where(version.id, verdict.span),
            "in": verdict.side,
        },
        "source": verdict.source,
        "verdict": verdict.label.value,
        "score": plain(verdict.score),
        "rule": verdict.rule,
        "why": verdict.why,
        "evidence": evidence,
    }


def _disagreement(item: Disagreement, places: Places) -> Record:
    values: list[Json] = [
        {
            "value": plain(voice.value),
            "approximator": voice.approximator,
            "attributed_to": voice.attributed_to,
            "source": voice.source,
            "text": voice.text,
            **places.where(voice.source, voice.span),
        }
        for voice in item.values
    ]
    return {"id": item.id, "subject": item.subject, "values": values}


def _pair(pair: Pair) -> Record:
    return {
        "old": list(pair.old),
        "new": list(pair.new),
        "kind": pair.kind,
        "moved": pair.moved,
        "score": plain(pair.score),
        "matched_by": pair.matched_by,
    }


def _dropped(result: Result, places: Places) -> Iterator[Json]:
    for document in (result.old, result.new, *result.sources):
        for item in document.dropped:
            line = places.where(document.id, item.span)["line"]
            yield {"document": document.id, "what": item.what, "line": line}
