"""What each source says of the two sides of a finding: which version it backs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from reconcile.claim import RuleBook
from reconcile.claims.subjects import Topics
from reconcile.fields import replace
from reconcile.model import Label
from reconcile.result import Evidence, Finding, Result, Side
from reconcile.verdicts.asking import Answer, Source
from reconcile.verdicts.backing import Answers, Fact, backing, is_told_of
from reconcile.verdicts.checking import Checked
from reconcile.verdicts.stated import Stated
from reconcile.verdicts.versions import versions

_WHOLE = ("sentence", "wording")  # findings on words: any claim inside them tells of them

Told = Mapping[str, Answers]  # by the source's id; silent sources are left out


def told_of(
    finding: Finding,
    result: Result,
    topics: tuple[Topics, Topics],
    found: Sequence[Checked],
    sources: Sequence[Source],
    book: RuleBook,
) -> Told:
    """What the sources say of the two sides: of their typed claims, or of the statement that changed."""
    sides = (finding.old, "old"), (finding.new, "new")
    told: dict[str, Answers] = {}
    for source in sources:
        old, new = (_about(finding, side, which, found, source.document.id) for side, which in sides)
        told[source.document.id] = old, new
    if is_told_of(finding):
        facts = _facts(finding, result, topics, book)
        for source in sources:
            known = told[source.document.id]
            if None in known:
                answers = (backing(fact, source) for fact in facts)
                backed = next((one for one in answers if any(one)), (None, None))
                told[source.document.id] = _both(known, backed)
    return {source: answers for source, answers in told.items() if any(answers)}


def _facts(
    finding: Finding, result: Result, topics: tuple[Topics, Topics], book: RuleBook
) -> tuple[Fact, ...]:
    """The changed fact as its clause tells it, and as the passage around that does."""
    both, claim = (finding.old, finding.new), finding.claim
    old = versions(result.old, topics[0], both, claim, book.lexicon)
    new = versions(result.new, topics[1], both[::-1], claim, book.lexicon)
    made = [Fact(finding, *pair, book) for pair in zip_longest(old, new)]
    return tuple(one for n, one in enumerate(made) if one not in made[:n])


def _both(known: Answers, backed: Answers) -> Answers:
    """What is known of the typed claims, with what the words around them tell where that agrees."""
    pairs = list(zip(known, backed, strict=True))
    if any(one and other and one.judgement.label is not other.judgement.label for one, other in pairs):
        return known
    return pairs[0][0] or pairs[0][1], pairs[1][0] or pairs[1][1]


def evidence(finding: Finding, told: Told) -> tuple[Evidence, ...]:
    """`told` as evidence of the finding."""
    return tuple(_evidence(finding, source, *answers) for source, answers in told.items())


def _evidence(finding: Finding, source: str, old: Answer | None, new: Answer | None) -> Evidence:
    answer = new if new and (new.judgement.label is not Label.NOT_ENOUGH_INFO or not old) else old
    assert answer is not None
    return Evidence(
        source=source,
        old=_label(finding.old, old),
        new=_label(finding.new, new),
        rule=answer.judgement.rule,
        why=answer.judgement.why,
        text=answer.reading.sentence.text,
        span=answer.reading.sentence.span,
    )


def _label(side: Side | None, answer: Answer | None) -> Label | None:
    if side is None:
        return None
    return answer.judgement.label if answer else Label.NOT_ENOUGH_INFO


def _about(
    finding: Finding, side: Side | None, which: str, found: Sequence[Checked], source: str
) -> Answer | None:
    """The source's answer on a claim inside the finding's words, a refutation before support."""
    answers = [
        answer
        for one in found
        if _is_of(finding, side, getattr(one, which)) and (answer := one.answers.get(source))
    ]
    return max(
        answers, key=lambda one: (one.judgement.label is Label.REFUTES, one.judgement.score), default=None
    )


def _is_of(finding: Finding, side: Side | None, own: Stated | None) -> bool:
    """True for a claim that stands in the words of the finding's side, and is of its type."""
    if side is None or own is None or (finding.claim not in _WHOLE and own.claim.type != finding.claim):
        return False
    return own.span.start < side.span.end and side.span.start < own.span.end


def filled(found: Sequence[Checked], told: Iterable[tuple[Finding, Told]]) -> tuple[Checked, ...]:
    """The typed claims, with what the sources say of the changed facts that they are part of."""
    every = [(finding, each) for finding, each in told if is_told_of(finding) and finding.claim not in _WHOLE]
    return tuple(_filled(one, every) for one in found)


def _filled(one: Checked, told: Sequence[tuple[Finding, Told]]) -> Checked:
    answers = dict(one.answers)
    for finding, each in told:
        for side, own, at in ((finding.old, one.old, 0), (finding.new, one.new, 1)):
            if not _is_of(finding, side, own):
                continue
            for source, sides in each.items():
                answers[source] = answers.get(source) or sides[at]
    return replace(one, answers=answers) if answers != one.answers else one
