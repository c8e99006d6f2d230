"""A claim that only one of two passages makes: whether that is a change, and which text it is a change of."""

from __future__ import annotations

import re

from reconcile.changes.change import Change, Range
from reconcile.changes.come_true import come_true
from reconcile.changes.counterpart import counterpart
from reconcile.changes.insertion import has_own
from reconcile.changes.objects import own_object
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.ranks import outranked
from reconcile.changes.recut import said_again
from reconcile.changes.regions import View
from reconcile.changes.task import Task
from reconcile.changes.undone import undone
from reconcile.claim import Lexicon, Rule
from reconcile.claims.alone import Judgement
from reconcile.claims.context import clause
from reconcile.model import Level, Relation
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_role, word_set
from reconcile.text.words import words
from reconcile.values.members import Members
from reconcile.values.name import Name
from reconcile.values.name_lists import known


@per_lexicon
def _town(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a country that is no item of an enumeration: "in Oslo "."""
    return late(rf"\b{alternation(word_role(lexicon, 'town leads'))}\s+(?:[^\W\d_][\w'’.-]*\s+){{1,3}}$")


@per_lexicon
def _goes_on(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands behind an item of an enumeration that has another behind it."""
    return late(rf",?\s+{alternation(word_role(lexicon, 'list joints'))}\s|,\s+[^\W\d_a-z]")


def lonely_change(task: Task, placed: Placed, added: bool) -> Change | None:
    """The change that `placed` is alone, None where its words or other claims tell as much.

    The other side's text is the statement it changes, if that stands there.
    """
    diff, lexicon, rule = task.diff, task.lexicon, task.rule(placed)
    seen = diff.seen_from(added)
    if _told_by_names(placed, seen.there) or said_again(placed, added, diff, lexicon):
        return None
    small = word_set(lexicon, "function-words")
    other, stands = counterpart(diff, placed.range, added, small)
    if task.traits.reaching and (
        has_own(diff, placed.range, added, lexicon) or own_object(placed, added, diff, lexicon)
    ):
        stands = False
    judgement = task.kind.alone(placed.claim, added, stands)
    if judgement is None:
        ranked = outranked(placed, added, diff, lexicon)
        return ranked and _change(rule, (Relation.CONFLICTING, None), placed, added, *ranked)
    relation, level = judgement
    if task.traits.reaching and other and undone(placed, added, diff, lexicon):
        relation, level = Relation.CONFLICTING, Level.ERROR
    if not added and come_true(placed, diff, lexicon):
        relation, level = Relation.NARROWER, None
    if _is_whole(placed, seen, lexicon):
        relation, other = Relation.NARROWER if added else Relation.BROADER, None
    told = other if level is not None or relation not in (Relation.ADDED, Relation.REMOVED) else None
    own = placed.range
    if told and relation not in (Relation.ADDED, Relation.REMOVED):
        own = _clause(seen.here.text, placed.range)
    return _change(rule, (relation, level), placed, added, own, told)


def _change(
    rule: Rule, judgement: Judgement, placed: Placed, added: bool, own: Range, other: Range | None
) -> Change:
    relation, level = judgement
    return Change(
        rule=rule,
        relation=relation,
        level=level,
        before=None if added else placed.claim,
        after=placed.claim if added else None,
        old=other if added else own,
        new=own if added else other,
    )


def _told_by_names(placed: Placed, there: Passage) -> bool:
    """True for a list most of whose members the other passage names too: the others are told as names."""
    value = placed.claim.value
    if not isinstance(value, Members) or value.exhaustive:
        return False
    said = {word.folded for word in there.words}
    shared = [name for name in value.members if all(word.folded in said for word in words(name))]
    return len(shared) * 2 > len(value.members)


def _is_whole(placed: Placed, seen: View, lexicon: Lexicon) -> bool:
    """True for the country that a town of both passages lies in, behind it: Oslo, Norway."""
    value = placed.claim.value
    if not isinstance(value, Name) or fold(value.name) not in known(lexicon).countries:
        return False
    here, comma = seen.here, placed.words[0] - 1
    if comma < 1 or here.words[comma].text != "," or comma - 1 not in seen.across:
        return False
    town = here.text[: here.words[comma].start] + " "
    return bool(_town(lexicon).search(town)) and not _goes_on(lexicon).match(here.text, placed.range[1])


def _clause(text: str, place: Range) -> Range:
    """The clause around a small word, so that what is told of it can be read by itself."""
    start, end = clause(text, *place)
    while start < place[0] and text[start].isspace():
        start += 1
    while end > place[1] and text[end - 1] in " .!?":
        end -= 1
    return start, end
