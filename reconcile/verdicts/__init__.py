"""What each source says of each claim of either version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.claim import Claim, RuleBook
from reconcile.claims import claim_type
from reconcile.identity import claim_key, digest
from reconcile.model import Document, Label
from reconcile.result import Result, Verdict
from reconcile.span import Span
from reconcile.values.name import key as name_key
from reconcile.verdicts.deciding import decide
from reconcile.verdicts.judge import Judgement, judge
from reconcile.verdicts.reading import Reading, readings

CHECKED = ("membership", "event", "role", "quote", "count", "number", "date")


def check(result: Result, book: RuleBook) -> Result:
    """`result` with the verdicts of its sources on every typed claim of either version."""
    if not result.sources:
        return result
    sources = [(source, readings(source, book)) for source in result.sources]
    verdicts = []
    for claim, reading, side in _claims(result, book):
        verdicts += [_verdict(claim, reading, side, source, found, book) for source, found in sources]
    return replace(result, verdicts=tuple(verdicts))


def _claims(result: Result, book: RuleBook) -> Iterator[tuple[Claim, Reading, str]]:
    """Each claim once: those of the new version, in both or only there, then those of the old one."""
    old = _stated(result.old, book)
    new = _stated(result.new, book)
    for key, (claim, reading) in new.items():
        yield claim, reading, "both" if key in old else "new"
    for key, (claim, reading) in old.items():
        if key not in new:
            yield claim, reading, "old"


def _stated(document: Document, book: RuleBook) -> dict[str, tuple[Claim, Reading]]:
    found: dict[str, tuple[Claim, Reading]] = {}
    for reading in readings(document, book):
        for claim in reading.claims:
            if claim.type in CHECKED:
                found.setdefault(_identity(claim, book), (claim, reading))
    return found


def _identity(claim: Claim, book: RuleBook) -> str:
    """Equal for claims that state the same, however their names are spelt."""
    names = [name_key(name or "", book.lexicon) for name in (claim.subject, claim.object)]
    return digest(claim.type, *names, claim_type(claim.type).key(claim, book.lexicon))


def _verdict(
    claim: Claim, reading: Reading, side: str, source: Document, sentences: Sequence[Reading], book: RuleBook
) -> Verdict:
    best: tuple[Judgement, Reading] | None = None
    for other in sentences:
        judgement = judge(claim, other, book)
        if judgement is None or judgement.label is Label.NOT_ENOUGH_INFO:
            continue
        if best is None or judgement.score > best[0].score:
            best = judgement, other
    sentence = reading.sentence
    found, other_reading = best if best else (None, None)
    return Verdict(
        id=digest(claim_key("", claim), claim.value.data, source.id),
        type=claim.type,
        subject=claim.subject,
        text=sentence.text[claim.start : claim.end],
        span=sentence.span_of(claim.start, claim.end),
        side=side,
        source=source.id,
        label=found.label if found else Label.NOT_ENOUGH_INFO,
        score=found.score if found else 0.0,
        rule=found.rule if found else "silent",
        why=found.why if found else "no sentence of the source speaks of this",
        evidence_text=other_reading.sentence.text if other_reading else None,
        evidence_span=_span(other_reading) if other_reading else None,
        sentence=sentence.text,
        value=claim.value.data,
    )


def _span(reading: Reading) -> Span:
    return reading.sentence.span


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
