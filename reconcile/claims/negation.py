"""Negation: whether something is denied.

passes: The bridge did not open. -> The bridge didn't open.
fails:  The bridge was never closed. -> The bridge was closed.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import Judgement, any_two, of_rule
from reconcile.claims.context import mentioned
from reconcile.claims.traits import Traits
from reconcile.model import Level, Relation, Sentence
from reconcile.values.found import Found
from reconcile.values.polarity import Polarity, negations
from reconcile.values.polarity import relate as relate_polarities

TYPE = "negation"
OPTIONS = frozenset({"graded"})
TRAITS = Traits(in_words=True, first_in_place=True, reaching=True)

affinity = any_two
level = of_rule


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """The negators of the sentence that are not cancelled by another."""
    for found in negations(sentence.text, lexicon):
        denied = Polarity(negated=True, words=found.value.word, implicit=found.value.implicit)
        yield mentioned(sentence, rule, Found(found.start, found.end, denied), lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Two denials deny alike."""
    return relate_polarities(_polarity(before), _polarity(after))


def key(claim: Claim, lexicon: Lexicon) -> str:
    """Any negator denies."""
    return "negated"


def alone(claim: Claim, added: bool, stands: bool) -> Judgement:
    """Where the statement stands in the other version without its negator, the two cannot both be true.

    Of verbs that deny by their meaning ("failed to") that is not sure.
    """
    if stands and _polarity(claim).implicit:
        return Relation.UNSURE, Level.WARNING
    if stands:
        return Relation.CONFLICTING, Level.ERROR
    return (Relation.ADDED if added else Relation.REMOVED), Level.WARNING


def _polarity(claim: Claim) -> Polarity:
    assert isinstance(claim.value, Polarity)
    return claim.value
