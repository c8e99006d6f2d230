"""The claims of a sentence by key, and the one that stands where a row of the index does."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.claims.subjects import Topics
from reconcile.identity import claim_key, digest
from reconcile.index.row import Row
from reconcile.model import Document, Sentence


def claims(sentence: Sentence, topics: Topics, id: str, book: RuleBook) -> Iterator[tuple[str, Claim]]:
    """Every typed claim of a sentence with its key."""
    for rule in book.rules:
        if rule.claim in CLAIM_TYPES:
            for claim in claim_type(rule.claim).extract(sentence, rule, book.lexicon):
                named = topics.named(claim)
                yield claim_key(id, named), named


def claim_of(row: Row, document: Document, book: RuleBook) -> tuple[str, str, str | None]:
    """Key, type and object of the claim that stands where the row does, so that decisions find it."""
    sentence = document.sentences[row.sentence]
    for key, claim in claims(sentence, Topics(document, book.lexicon), document.id, book):
        span = sentence.span_of(claim.start, claim.end)
        if claim.type in ("count", "number", "date") and span.start <= row.start < span.end:
            return key, claim.type, claim.object
    return digest(document.id, row.key), row.kind, None
