"""A name against words that say that nobody fills its place: "plays for Celtic", then "is a free agent"."""

from __future__ import annotations

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.task import Task
from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_role, word_set, word_table
from reconcile.text.phrases import Hit, Phrases
from reconcile.values.name import Name
from reconcile.values.status import statuses

_LEAD = 4  # words before a name among which the preposition stands that leads to it
_OVER = ("past", "ended", "earlier")


def vacancy(task: Task, placed: Placed, added: bool) -> Change | None:
    """The change that tells the name `placed`, which one side only has, and the words that deny one.

    None where the two speak of other times.
    """
    seen, lexicon = task.diff.seen_from(added), task.lexicon
    region = seen.region(placed.words)
    if not isinstance(placed.claim.value, Name) or region is None:
        return None
    own, its = region
    lead = _lead(seen.here, (own[0], placed.words[0]), lexicon)
    if lead is None or _tense(seen.here, own, lexicon) != _tense(seen.there, its, lexicon):
        return None
    filled = word_table(lexicon, "vacant-words")
    for hit in _vacant(lexicon).find(seen.there.text):
        words = range(*seen.there.word_range(hit.start, hit.end))
        untold = task.ledger.told[not added].isdisjoint(words)
        if untold and its[0] <= words[0] and words[-1] < its[1] and lead[1] in filled[hit.entry].split():
            return _change(task, placed, (seen.here.words[lead[0]].start, placed.range[1]), hit, added)
    return None


@per_lexicon
def _vacant(lexicon: Lexicon) -> Phrases:
    return Phrases(word_table(lexicon, "vacant-words"))


def _lead(here: Passage, words: Range, lexicon: Lexicon) -> tuple[int, str] | None:
    """The number of the last preposition among the words before a name, and the preposition."""
    prepositions = word_set(lexicon, "prepositions")
    for number in range(words[1] - 1, max(words[0], words[1] - _LEAD) - 1, -1):
        if here.words[number].folded in prepositions:
            return number, here.words[number].folded
    return None


def _tense(passage: Passage, words: Range, lexicon: Lexicon) -> bool:
    """True where words of the past stand among `words`: was held by, played for, formerly with."""
    if not words[0] < words[1]:
        return False
    told = passage.words[slice(*words)]
    if any(one.value.kind in _OVER for one in statuses(passage.text[told[0].start : told[-1].end], lexicon)):
        return True
    auxiliaries = word_set(lexicon, "auxiliaries").intersection(word.folded for word in told)
    if auxiliaries:
        return not auxiliaries.isdisjoint(word_role(lexicon, "past auxiliaries"))
    return any(
        word.text.endswith("ed") and word.text.islower() and lemma(word.text, lexicon) != word.text
        for word in told
    )


def _change(task: Task, placed: Placed, own: Range, hit: Hit, added: bool) -> Change:
    there = task.diff.seen_from(added).there
    name = there.text[hit.start : hit.end]
    other = replace(placed.claim, value=Name(name), start=hit.start, end=hit.end)
    before, after = (other, placed.claim) if added else (placed.claim, other)
    old, new = ((hit.start, hit.end), own) if added else (own, (hit.start, hit.end))
    return Change(
        rule=task.rule(placed),
        relation=Relation.CONFLICTING,
        before=before,
        after=after,
        old=old,
        new=new,
        why="the one words say that nobody fills the place that the others fill",
    )
