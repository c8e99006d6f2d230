"""Quotations against a source: the very words, or words of the same speaker that were altered."""

from __future__ import annotations

from reconcile.claim import Claim, RuleBook
from reconcile.model import Label, Relation
from reconcile.values.quote import Quote, relate, spoken
from reconcile.values.quote_find import find
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.reading import Reading

_LEAST = 5  # words; shorter quotations are the same or different by chance


def of_quote(claim: Claim, evidence: Reading, book: RuleBook) -> Judgement | None:
    """What the evidence says of a quotation; None when it quotes nothing like it."""
    quote = claim.value
    assert isinstance(quote, Quote)
    if len(spoken(quote.words, book.lexicon)) < _LEAST:
        return None
    for found in find(evidence.sentence.text, book.lexicon):
        relation = relate(quote, found.value, book.lexicon)
        if relation in (Relation.EQUIVALENT, Relation.NARROWER):
            why = "the source quotes the same words"
            return Judgement(Label.SUPPORTS, 0.95, claim.rule, why, found.start, found.end)
        if relation is Relation.CONFLICTING:
            why = "the source quotes the words otherwise"
            return Judgement(Label.REFUTES, 0.85, claim.rule, why, found.start, found.end)
    return None
