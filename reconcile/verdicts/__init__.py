"""What each source says of each claim of either version, and what a document says against itself.

Modules are loaded by the function that needs them: a check of a commit wants `internal` alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import RuleBook
from reconcile.fields import replace
from reconcile.identity import digest
from reconcile.model import Document
from reconcile.result import Finding, Result, Verdict
from reconcile.span import Span


def check(result: Result, book: RuleBook) -> Result:
    """`result` with its sources' verdicts on every typed claim of either version, and what follows from them.

    Findings get their evidence; claims that did not change and that a source refutes become findings.
    """
    from reconcile.claims.subjects import Topics
    from reconcile.verdicts.asking import Source
    from reconcile.verdicts.checking import checked, refuted, said, verdicts
    from reconcile.verdicts.disagreements import disagreements
    from reconcile.verdicts.internal import inside
    from reconcile.verdicts.reading import readings
    from reconcile.verdicts.sides import evidence, filled, told_of

    topics = Topics(result.old, book.lexicon), Topics(result.new, book.lexicon)
    own = readings(result.new, book, topics=topics[1])
    flaws = (*inside(own, book), *_left_behind(result, book))
    sources = [Source(document, book) for document in result.sources]
    differing = disagreements([*(source.readings for source in sources), own], book)
    if not sources:
        return replace(result, findings=(*result.findings, *flaws), disagreements=differing)
    found = checked(readings(result.old, book, topics=topics[0]), own, sources, book)
    told_of_each = [told_of(one, result, topics, found, sources, book) for one in result.findings]
    findings = [
        replace(one, evidence=evidence(one, each))
        for one, each in zip(result.findings, told_of_each, strict=True)
    ]
    found = filled(found, zip(result.findings, told_of_each, strict=True))
    return replace(
        result,
        findings=(*findings, *refuted(result, found), *flaws),
        verdicts=(*verdicts(found), *said(result, sources, book.lexicon)),
        disagreements=differing,
    )


def _left_behind(result: Result, book: RuleBook) -> Iterator[Finding]:
    """What the old version says against itself where it was changed."""
    from reconcile.verdicts.internal import internal

    kept = {sentence.text for sentence in result.new.sentences}
    for one in internal(result.old, book, but=kept):
        yield replace(one, old=one.new, new=None)


def verdict(claim: Document, evidence: Document, book: RuleBook) -> Verdict:
    """What `evidence` says of `claim`, both short texts taken as a whole."""
    from reconcile.verdicts.deciding import decide

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
