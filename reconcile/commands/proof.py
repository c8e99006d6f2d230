"""Do rules keep their promises? Every example is run through the whole pipeline, as two small documents."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile import pipeline
from reconcile.claim import Example, Rule, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.model import Level
from reconcile.result import Finding


def broken(rule: Rule, book: RuleBook) -> Iterator[str]:
    """What the examples of `rule` promise and its findings do not keep, one sentence each.

    At a silent example no rule may say more than a note. A speaking one needs a finding of the rule's claim
    type with the relation and, where it is given, the level.
    """
    if not rule.speaks or len(rule.silent) < len(rule.speaks):
        yield (
            f"{rule.id}: {len(rule.silent)} silent and {len(rule.speaks)} speaking examples; "
            "give at least one of each, and no fewer silent than speaking"
        )
    for number, example in enumerate(rule.silent):
        for finding in _findings(example, book):
            if finding.level is not Level.NOTE:
                yield f"{rule.id}: examples.silent[{number}] is not silent: {_told(finding)}"
    for number, example in enumerate(rule.speaks):
        found = _findings(example, book)
        if not any(_as_promised(finding, rule, example) for finding in found):
            said = "; ".join(map(_told, found)) or "it says nothing"
            wanted = f"{example.relation} {example.level or ''}".strip()
            yield f"{rule.id}: examples.speaks[{number}] should be {wanted} ({rule.claim}): {said}"


def unknown_options(rule: Rule) -> Iterator[str]:
    """Options that the rule's claim type does not have, one sentence each."""
    if rule.claim in CLAIM_TYPES:
        known = claim_type(rule.claim).OPTIONS
        for option in sorted(set(rule.options) - known):
            listed = ", ".join(sorted(known)) or "none"
            yield f"{rule.id}: {rule.claim} has no option {option!r}; known: {listed}"


def _findings(example: Example, book: RuleBook) -> tuple[Finding, ...]:
    old, new = (
        pipeline.read(text.encode(), name, reader=example.reader, id=name, book=book)
        for text, name in ((example.old, "old"), (example.new, "new"))
    )
    return pipeline.compare(old, new, (), book).findings


def _as_promised(finding: Finding, rule: Rule, example: Example) -> bool:
    same = finding.claim == rule.claim and finding.relation is example.relation
    return same and example.level in (None, finding.level)


def _told(finding: Finding) -> str:
    return f"{finding.relation or finding.kind} {finding.level.value} ({finding.rule}), {finding.message}"
