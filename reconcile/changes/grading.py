"""Claims that weigh less the more of their sentence was reworded: how sure, still, not.

A modal verb put in is a changed fact where nothing else changed; where the whole sentence was written anew it
mostly came with the new words. Rules with the option `graded` are weighed so, and their level follows.
A value that one side lacks is a fact in any case: only its score tells how much else was written anew.
"""

from __future__ import annotations

from reconcile.changes.change import Change
from reconcile.changes.scoring import base_weight, starting_weight
from reconcile.fields import replace
from reconcile.model import Level, Relation
from reconcile.result import Step

_EACH_PLACE = -0.8  # log-odds for each other place of the sentence that differs in words alone
_MOST_PLACES = 4
# Log-odds for a value put in or left out where nothing else differs (575 facts to 11), and for each other
# place that does: 131 facts to 10 for one place, 69 to 12 for more.
_NOTHING_ELSE, _EACH_BESIDE = 1.0, -0.4
_SURE = 1.5  # log-odds under which a conflict is no more than unsure


def graded(change: Change, places: int) -> Change:
    """`change` weighed by the number of other reworded places of its sentence."""
    if not change.rule.options.get("graded"):
        return _valued(change, places)
    if change.level is Level.ERROR and not places:
        return change
    step = Step(what="rewriting", score=_EACH_PLACE * min(places, _MOST_PLACES), why=f"{places} other places")
    total = starting_weight(change.relation, change.rule.weights) + step.score
    if change.relation is Relation.CONFLICTING:
        if total >= _SURE:
            return replace(change, steps=(*change.steps, step))
        change = replace(change, relation=Relation.UNSURE)
        total = total - base_weight(Relation.CONFLICTING) + base_weight(Relation.UNSURE)
    level = Level.WARNING if total >= 0 else Level.NOTE
    return replace(change, level=level, steps=(*change.steps, step) if places else change.steps)


def _valued(change: Change, places: int) -> Change:
    """A value that one side lacks with the steps of its score."""
    if change.relation not in (Relation.ADDED, Relation.REMOVED):
        return change
    if not places:
        step = Step(what="nothing else differs", score=_NOTHING_ELSE, why="")
    else:
        score = round(_EACH_BESIDE * min(places, _MOST_PLACES), 3)
        step = Step(what="rewriting", score=score, why=f"{places} other places")
    return replace(change, steps=(*change.steps, step))
