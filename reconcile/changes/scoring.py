"""The score: how likely it is that a reader sees a changed fact.

    score = 1 / (1 + exp(-z)),   z = the rule's weight for the relation + the weight of each step

and, so that a score and a level never disagree, kept in [0.5, 1) at `warning` and `error` and in (0, 0.5)
below. Weights are log-odds. A step names what moved the score and why.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from reconcile.model import Level, Relation
from reconcile.result import Step

_RELATION = {  # log-odds that a reader sees a changed fact, before a rule says otherwise
    Relation.CONFLICTING: 3.5,
    Relation.ADDED: 1.2,
    Relation.REMOVED: 1.2,
    Relation.UNSURE: 0.6,
    Relation.NARROWER: -0.4,
    Relation.BROADER: -0.4,
    Relation.EQUIVALENT: -3.0,
}
_LEVEL = {
    Relation.CONFLICTING: Level.ERROR,
    Relation.ADDED: Level.WARNING,
    Relation.REMOVED: Level.WARNING,
    Relation.UNSURE: Level.WARNING,
    Relation.NARROWER: Level.NOTE,
    Relation.BROADER: Level.NOTE,
    Relation.EQUIVALENT: Level.NOTE,
}
_LOWEST_SEEN = 0.5
_HIGHEST_UNSEEN = 0.49


def default_level(relation: Relation) -> Level:
    """The level of a relation where no rule says otherwise."""
    return _LEVEL[relation]


def base_weight(relation: Relation) -> float:
    """The log-odds of a relation where no rule says otherwise."""
    return _RELATION[relation]


def score(weights: Sequence[float], level: Level) -> float:
    """The score of a finding at `level` from the log-odds of its steps, rounded to three digits."""
    plain = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(weights)))))
    if level is Level.NOTE:
        return round(min(plain, _HIGHEST_UNSEEN), 3)
    return round(max(plain, _LOWEST_SEEN), 3)


def log_odds(weight: float) -> float:
    """The log-odds of a rule's weight, a probability of 0 to 1."""
    weight = min(max(weight, 0.001), 0.999)
    return math.log(weight / (1 - weight))


def starting_weight(relation: Relation, weights: Mapping[Relation, float]) -> float:
    """The log-odds a score starts from: a rule's own weight for the relation, else that of the relation."""
    return log_odds(weights[relation]) if relation in weights else base_weight(relation)


def steps_of(
    relation: Relation, weights: Mapping[Relation, float], extra: Sequence[Step]
) -> tuple[Step, ...]:
    """The steps of a score: the relation's or the rule's own weight first, then what moved it."""
    whose = "rule" if relation in weights else "relation"
    weight = round(starting_weight(relation, weights), 3)
    return (Step(what=f"relation {relation}", score=weight, why=f"weight of the {whose}"), *extra)
