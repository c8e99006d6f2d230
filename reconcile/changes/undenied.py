"""What two denials assert and one denies: "the plan was not rejected", then "the plan was rejected".

The two cancel, so that no claim of either side tells them; the word that denies stands in both versions.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.changes.change import Change, Range
from reconcile.changes.grading import graded
from reconcile.changes.passage import Passage
from reconcile.changes.regions import View
from reconcile.changes.task import Task
from reconcile.claims.context import mentioned
from reconcile.model import Level, Relation
from reconcile.text.lemma import lemma
from reconcile.values.found import Found
from reconcile.values.polarity import Polarity, cancelled


def undenied(task: Task) -> Iterator[Change]:
    """The denials of one side that the other side has without the negator before them."""
    for added in (False, True):
        seen = task.diff.seen_from(added)
        taken = {n for pair in _pairs(seen.there, task) for n in range(*pair[1])}
        for negator, word in _pairs(seen.here, task):
            other = _alike(seen, negator, word, task)
            if other is not None and other not in taken:
                yield _told(task, seen, added, (negator[0], word[1]), other)


def _pairs(passage: Passage, task: Task) -> list[tuple[Range, Range]]:
    """The words of each two denials that cancel one another."""
    found = cancelled(passage.text, task.lexicon)
    return [(passage.word_range(*negator), passage.word_range(*word)) for negator, word in found]


def _alike(seen: View, negator: Range, word: Range, task: Task) -> int | None:
    """Where the other side has the word that denies, if it has no negator for the one before it."""
    region = seen.region(negator)
    if region is None or any(number in seen.across for number in range(*negator)):
        return None
    if word[0] in seen.across:
        return seen.across[word[0]]
    base = lemma(seen.here.words[word[0]].folded, task.lexicon)
    places = range(*region[1])
    return next((n for n in places if lemma(seen.there.words[n].folded, task.lexicon) == base), None)


def _told(task: Task, seen: View, added: bool, words: Range, other: int) -> Change:
    here, there = seen.here, seen.there
    rule = next(iter(task.rules.values()))
    own = here.words[words[0]].start, here.words[words[1] - 1].end
    its = there.words[other].start, there.words[other].end
    sentence, start = next(
        (one, begin)
        for one, begin in reversed(tuple(zip(here.sentences, here.starts, strict=True)))
        if begin <= own[0]
    )
    value = Polarity(negated=False, words=here.text[slice(*own)])
    claim = mentioned(sentence, rule, Found(own[0] - start, own[1] - start, value), task.lexicon)
    places = task.ledger.untold(task.diff) - 1
    task.ledger.tell(added, words)
    task.ledger.tell(not added, (other, other + 1))
    change = Change(
        rule=rule,
        relation=Relation.CONFLICTING,
        level=Level.ERROR,
        before=None if added else claim,
        after=claim if added else None,
        old=its if added else own,
        new=own if added else its,
    )
    return graded(change, max(places, 0))
