"""Modality: how sure a statement is ("may", "must", "plans to", "reportedly").

passes: The mayor will sign. -> The mayor is going to sign.
fails:  The mayor may sign. -> The mayor must sign.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import Judgement, any_two, of_rule
from reconcile.claims.context import all_mentioned
from reconcile.claims.traits import Traits
from reconcile.model import Relation, Sentence
from reconcile.values.modality import BID_NOT, PLAIN, Modality, modals
from reconcile.values.modality import relate as relate_modalities

TYPE = "modality"
OPTIONS = frozenset({"graded"})
TRAITS = Traits(in_words=True, said_anew=True)

affinity = any_two
level = of_rule


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """The words of the sentence that say how sure it is."""
    return all_mentioned(sentence, rule, modals(sentence.text, lexicon), lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """What one degree of certainty is to another."""
    return relate_modalities(_modality(before), _modality(after))


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The degree, whichever words say it."""
    return _modality(claim).kind


def alone(claim: Claim, added: bool, stands: bool) -> Judgement | None:
    """Against the plain statement, where that stands in the other version; of "Do not" its negator tells."""
    if _modality(claim).kind == BID_NOT:
        return None
    if not stands:
        return (Relation.ADDED if added else Relation.REMOVED), None
    said = _modality(claim)
    return relate_modalities(*((PLAIN, said) if added else (said, PLAIN))), None


def _modality(claim: Claim) -> Modality:
    assert isinstance(claim.value, Modality)
    return claim.value
