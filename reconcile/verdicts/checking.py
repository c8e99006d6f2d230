"""The claims of both versions against all sources: verdicts, the findings' evidence, and refuted claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import frozen
from reconcile.identity import claim_key, digest, finding_id
from reconcile.model import BlockKind, Document, Label, Level
from reconcile.result import Evidence, Finding, Result, Side, Verdict
from reconcile.span import Span
from reconcile.verdicts.asking import Answer, Source
from reconcile.verdicts.passages import passages
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.saying import RULE
from reconcile.verdicts.stated import Stated, stated

_SILENT = "no sentence of the source decides this"


@frozen
class Checked:
    """A claim with the place it has in either version, and each source's answer."""

    claim: Stated
    old: Stated | None
    new: Stated | None
    answers: Mapping[str, Answer | None]

    @property
    def side(self) -> str:
        """old, new or both."""
        return "both" if self.old and self.new else "new" if self.new else "old"


def checked(
    before: Sequence[Reading], after: Sequence[Reading], sources: Sequence[Source], book: RuleBook
) -> tuple[Checked, ...]:
    """Each typed claim once: those of the new version first, then those that only the old one makes."""
    old, new = stated(before, book), stated(after, book)
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        claim = new.get(key) or old[key]
        answers = {source.document.id: source.answer(claim) for source in sources}
        found.append(Checked(claim, old.get(key), new.get(key), answers))
    return tuple(found)


def verdicts(found: Sequence[Checked]) -> Iterator[Verdict]:
    """One verdict a claim and source, silent ones too."""
    for one in found:
        for source, answer in one.answers.items():
            yield _verdict(one, source, answer)


def _verdict(one: Checked, source: str, answer: Answer | None) -> Verdict:
    claim = one.claim.claim
    judgement = answer.judgement if answer else None
    return Verdict(
        id=digest(claim_key("", claim), claim.value.data, source),
        type=claim.type,
        subject=claim.subject,
        text=one.claim.text,
        span=one.claim.span,
        side=one.side,
        source=source,
        label=judgement.label if judgement else Label.NOT_ENOUGH_INFO,
        score=judgement.score if judgement else 0.0,
        rule=judgement.rule if judgement else "silent",
        why=judgement.why if judgement else _SILENT,
        evidence_text=answer.reading.sentence.text if answer else None,
        evidence_span=answer.reading.sentence.span if answer else None,
        sentence=one.claim.reading.sentence.text,
        value=claim.value.data,
    )


def said(result: Result, sources: Sequence[Source], lexicon: Lexicon) -> Iterator[Verdict]:
    """Support for passages of either version that a source gives in its own words; silence is not told."""
    texts = {sentence.text for sentence in result.old.sentences}
    seen: set[str] = set()
    for document, own in ((result.new, "new"), (result.old, "old")):
        for sentence in document.sentences:
            if sentence.kind is BlockKind.HEADING or sentence.text in seen:
                continue
            seen.add(sentence.text)
            side = "both" if own == "new" and sentence.text in texts else own
            for start, end in passages(sentence.text, lexicon):
                for source in sources:
                    answer = source.backing(sentence.text[start:end])
                    if answer:
                        place = sentence.span_of(start, end)
                        yield _backed(sentence.text, start, end, place, side, source, answer)


def _backed(
    text: str, start: int, end: int, span: Span, side: str, source: Source, answer: Answer
) -> Verdict:
    return Verdict(
        id=digest("sentence", text[start:end], source.document.id),
        type="sentence",
        subject=None,
        text=text[start:end],
        span=span,
        side=side,
        source=source.document.id,
        label=Label.SUPPORTS,
        score=answer.judgement.score,
        rule=RULE,
        why=answer.judgement.why,
        evidence_text=answer.reading.sentence.text,
        evidence_span=answer.reading.sentence.span,
        sentence=text,
    )


def refuted(result: Result, found: Sequence[Checked]) -> Iterator[Finding]:
    """A finding for each claim that did not change and that a source refutes."""
    for one in found:
        for source, answer in one.answers.items():
            if one.old and one.new and answer and answer.judgement.label is Label.REFUTES:
                yield _finding(result.new, one, source, answer)


def _finding(document: Document, one: Checked, source: str, answer: Answer) -> Finding:
    claim, judgement = one.claim.claim, answer.judgement
    key = claim_key(document.id, claim)
    assert one.new is not None
    return Finding(
        id=finding_id(key, {"source": source}, claim.value.data),
        key=key,
        kind="source",
        rule=judgement.rule,
        claim=claim.type,
        relation=None,
        level=Level.WARNING,
        score=max(judgement.score, 0.5),
        subject=claim.subject,
        object=claim.object,
        message=f"{source} refutes “{one.claim.text}”",
        why=judgement.why,
        old=_side(one.old),
        new=_side(one.new),
        evidence=(_refuting(source, answer),),
    )


def _refuting(source: str, answer: Answer) -> Evidence:
    sentence = answer.reading.sentence
    judgement = answer.judgement
    return Evidence(
        source=source,
        old=Label.REFUTES,
        new=Label.REFUTES,
        rule=judgement.rule,
        why=judgement.why,
        text=sentence.text,
        span=sentence.span,
    )


def _side(claim: Stated | None) -> Side | None:
    if claim is None:
        return None
    sentence = claim.reading.sentence
    return Side(
        document=claim.reading.document.id,
        text=claim.text,
        span=claim.span,
        value=claim.claim.value.data,
        sentences=(sentence.index,),
        context=sentence.text,
    )
