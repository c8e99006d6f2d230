"""The claims that a document makes, each told once, with the sentence it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claim import Claim, RuleBook
from reconcile.claims import claim_type
from reconcile.fields import frozen
from reconcile.identity import digest
from reconcile.span import Span
from reconcile.values.name import key as name_key
from reconcile.verdicts.reading import Reading

CHECKED = ("membership", "event", "role", "quote", "count", "number", "date")


@frozen
class Stated:
    """A claim and the sentence that makes it."""

    claim: Claim
    reading: Reading

    @property
    def span(self) -> Span:
        """Where the claim stands in its document's file."""
        return self.reading.sentence.span_of(self.claim.start, self.claim.end)

    @property
    def text(self) -> str:
        """The claim's own words."""
        return self.reading.sentence.text[self.claim.start : self.claim.end]


def stated(readings: Sequence[Reading], book: RuleBook) -> Mapping[str, Stated]:
    """The typed claims of one document's sentences that sources are asked about, by what they state."""
    found: dict[str, Stated] = {}
    for reading in readings:
        for claim in reading.claims:
            if claim.type in CHECKED:
                found.setdefault(_identity(claim, book), Stated(claim, reading))
    return found


def _identity(claim: Claim, book: RuleBook) -> str:
    """Equal for claims that state the same, however their names are spelt."""
    names = [name_key(name or "", book.lexicon) for name in (claim.subject, claim.object)]
    return digest(claim.type, *names, claim_type(claim.type).key(claim, book.lexicon))
