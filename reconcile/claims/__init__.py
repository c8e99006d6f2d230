"""The claim types: one module each, what a claim of that type is and how two of them are related."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from reconcile.claim import TYPES, Claim, Lexicon, Rule
from reconcile.claims.alone import Judgement
from reconcile.claims.traits import Traits
from reconcile.model import Level, Relation, Sentence

CLAIM_TYPES: Mapping[str, str] = {name: f"reconcile.claims.{name}" for name in TYPES}

# Types that are matched with one another: 47 athletes in one version may be a bare 47 in the other.
TOGETHER = {"number": "count"}

# Types that find nothing in a text without any of these marks, so that their modules need not be loaded.
MARKS: Mapping[str, frozenset[str]] = {"quote": frozenset("\"“”„‟«»'‘’")}


class ClaimType(Protocol):
    """The door of a claim type's module."""

    TYPE: str
    OPTIONS: frozenset[str]
    TRAITS: Traits

    def extract(self, sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
        """The claims of this type that `rule` finds in the sentence, in order."""

    def relate(self, before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
        """What `after` is to `before`, given that both speak of the same thing."""

    def level(self, before: Claim, after: Claim, relation: Relation, lexicon: Lexicon) -> Level | None:
        """The level of a relation between two claims of this type; None leaves it to the rule."""

    def key(self, claim: Claim, lexicon: Lexicon) -> str:
        """Equal for claims whose values are the same however they are printed."""

    def affinity(self, before: Claim, after: Claim, lexicon: Lexicon) -> float:
        """0 when the two cannot be the same claim, 1 when they are even if they stand far apart."""

    def alone(self, claim: Claim, added: bool, stands: bool) -> Judgement | None:
        """What a claim means that only one version makes, None where that means nothing.

        None for the level leaves it to the rule.

        `stands`: the other version makes the same statement without it.
        """


def speaks(name: str, *texts: str) -> bool:
    """Whether the claim type `name` may find anything in one of `texts`."""
    marks = MARKS.get(name)
    return marks is None or not all(marks.isdisjoint(text) for text in texts)


@cache
def claim_type(name: str) -> ClaimType:
    """The module of the claim type `name`; KeyError for an unknown one."""
    return cast(ClaimType, import_module(CLAIM_TYPES[name]))
