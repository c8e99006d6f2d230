"""Counts: how many things of a kind there are ("187 people", "thirty partners").

The option `updated_by` names the settings (edition, speaker, moment, base) whose change makes another value
an update.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import of_rule
from reconcile.claims.figures import affinity, alone, claims, key, relate
from reconcile.claims.traits import Traits
from reconcile.model import Sentence

TYPE = "count"
OPTIONS = frozenset({"updated_by"})
TRAITS = Traits(measured=True, first_in_place=True, changes_places=True)

level = of_rule

__all__ = ["OPTIONS", "TYPE", "affinity", "alone", "extract", "key", "level", "relate"]


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every count of the sentence."""
    return claims(sentence, rule, lexicon, counts=True)
