"""What each source says of each claim of either version, and what a document says against itself."""

from __future__ import annotations

from dataclasses import replace

from reconcile.claim import RuleBook
from reconcile.identity import digest
from reconcile.model import Document
from reconcile.result import Result, Verdict
from reconcile.span import Span
from reconcile.verdicts.asking import Source
from reconcile.verdicts.checking import checked, evidence, refuted, said, verdicts
from reconcile.verdicts.deciding import decide


def check(result: Result, book: RuleBook) -> Result:
    """`result` with its sources' verdicts on every typed claim of either version, and what follows from them.

    Findings get their evidence; claims that did not change and that a source refutes become findings.
    """
    if not result.sources:
        return result
    sources = [Source(document, book) for document in result.sources]
    found = checked(result, sources, book)
    findings = [replace(one, evidence=evidence(one, found, sources)) for one in result.findings]
    return replace(
        result,
        findings=(*findings, *refuted(result, found)),
        verdicts=(*verdicts(found), *said(result, sources)),
    )


def verdict(claim: Document, evidence: Document, book: RuleBook) -> Verdict:
    """What `evidence` says of `claim`, both short texts taken as a whole."""
    one, other = (" ".join(block.text for block in document.blocks) for document in (claim, evidence))
    found = decide(one, other, book.lexicon)
    return Verdict(
        id=digest(one, other),
        type="sentence",
        subject=None,
        text=one,
        span=Span(0, len(claim.text)),
        side="new",
        source=evidence.id,
        label=found.label,
        score=found.score,
        rule=found.rule,
        why=found.why,
        evidence_text=other,
        evidence_span=Span(0, len(evidence.text)),
        sentence=one,
    )
