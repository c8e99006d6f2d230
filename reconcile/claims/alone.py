"""What a claim means that only one version makes, and other answers that most claim types share.

`stands` tells whether the other version makes the same statement otherwise: most of the words around the
claim are there too.
"""

from __future__ import annotations

from reconcile.claim import Claim, Lexicon
from reconcile.model import Level, Relation

Judgement = tuple[Relation, Level | None]


def added_or_removed(claim: Claim, added: bool, stands: bool) -> Judgement:
    """A claim more or less, at the level of its rule."""
    return (Relation.ADDED if added else Relation.REMOVED), None


def any_two(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """The affinity of types of which any two claims may be the same."""
    return 0.5


def of_rule(before: Claim, after: Claim, relation: Relation, lexicon: Lexicon) -> None:
    """The level of a relation is left to the rule."""
    return
