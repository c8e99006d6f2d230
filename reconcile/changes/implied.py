"""A figure against words that say one without being one: "every two hours" and "every hour".

Such words are read as a figure only where the other passage has one in their place, and only where that
decides: the same again, or another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from reconcile.changes.change import Range
from reconcile.changes.matching import Matching
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.changes.task import Task
from reconcile.claim import Lexicon, Rule
from reconcile.claims.context import mentioned
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.text.lists import word_set
from reconcile.values.found import Found
from reconcile.values.implied import SOME, implied, implied_dates, implying_words
from reconcile.values.quantity import ORDINAL, Quantity
from reconcile.values.when import When

_READS: Mapping[str, Callable[[str, Lexicon], Iterable[Found[Quantity] | Found[When]]]] = {
    "count": implied,
    "date": implied_dates,
}
_BESIDE = 2  # content words of their region that may stand beside the two
_RULED = {"count": "number", "date": "date"}


def with_implied(found: Matching, claims: tuple[Sequence[Placed], Sequence[Placed]], task: Task) -> Matching:
    """`found` with the claims of one side paired with the words in their place that say another figure.

    `claims` are all of this type, of either side.
    """
    rule = next((rule for rule in task.rules.values() if rule.claim == _RULED.get(task.kind.TYPE)), None)
    if rule is None or not (found.removed or found.added or _telling(task.diff, task.lexicon)):
        return found
    said = [
        [
            words
            for words in _said(passage, rule, task)
            if task.ledger.free(side, words)
            if not any(_overlap(words, one) and not _is_rank(one, found) for one in claims[side])
        ]
        for side, passage in enumerate((task.diff.old, task.diff.new))
    ]
    changed, used = list(found.changed), set[int]()
    for before, after in _pairs(found, said[0], said[1], task.diff):
        again = _said_besides(after, [one for one in claims[0] if one is not before], task)
        if used.isdisjoint((id(before), id(after))) and not again and _decided(before, after, task):
            changed.append((before, after))
            used |= {id(before), id(after)}
    return replace(
        found,
        changed=tuple(sorted(changed, key=lambda pair: pair[1].range)),
        removed=tuple(one for one in found.removed if id(one) not in used),
        added=tuple(one for one in found.added if id(one) not in used),
    )


def _telling(diff: Comparison, lexicon: Lexicon) -> bool:
    """Whether words that may be read as figures stand on both sides of a difference."""
    telling = implying_words(lexicon)
    return any(
        any(word.folded in telling for word in diff.old.words[slice(*region.old)])
        and any(word.folded in telling for word in diff.new.words[slice(*region.new)])
        for region in diff.regions
    )


def _said(passage: Passage, rule: Rule, task: Task) -> Iterator[Placed]:
    """The words of a passage that may be read as figures or dates."""
    for sentence in passage.sentences:
        for one in _READS[task.kind.TYPE](sentence.text, task.lexicon):
            claim = mentioned(sentence, rule, one, task.lexicon)
            place = passage.offset(claim)
            yield Placed(claim, place, passage.word_range(*place))


def _pairs(
    found: Matching, old: Sequence[Placed], new: Sequence[Placed], diff: Comparison
) -> Iterator[tuple[Placed, Placed]]:
    """A figure with words of its region, and words with words."""
    for before, after in (*product(found.removed, new), *product(old, found.added), *product(old, new)):
        here = diff.region_of_old(before.words)
        if here is not None and here == diff.region_of_new(after.words):
            yield before, after


def _decided(before: Placed, after: Placed, task: Task) -> bool:
    kind, diff, lexicon = task.kind, task.diff, task.lexicon
    alike = kind.affinity(before.claim, after.claim, lexicon) > 0
    relation = kind.relate(before.claim, after.claim, lexicon) if alike else Relation.UNSURE
    if relation is not Relation.EQUIVALENT and (
        relation is not Relation.CONFLICTING or _is_some(before, after)
    ):
        return False
    region = diff.regions[diff.region_of_old(before.words) or 0]
    small = word_set(lexicon, "function-words")
    sides = (diff.old, region.old, before.words), (diff.new, region.new, after.words)
    return sum(_beside(*side, small) for side in sides) <= _BESIDE


def _said_besides(words: Placed, claims: Sequence[Placed], task: Task) -> bool:
    """Whether a figure of the other side says what the words do: from half an hour to one hour."""
    kind, lexicon = task.kind, task.lexicon
    return any(
        kind.affinity(one.claim, words.claim, lexicon) > 0
        and kind.relate(one.claim, words.claim, lexicon) is Relation.EQUIVALENT
        for one in claims
    )


def _is_some(*sides: Placed) -> bool:
    return any(
        isinstance(one.claim.value, Quantity) and one.claim.value.approximator == SOME for one in sides
    )


def _beside(passage: Passage, region: Range, claim: Range, small: frozenset[str]) -> int:
    """How many content words of a region stand beside the claim."""
    outside = (number for number in range(*region) if not claim[0] <= number < claim[1])
    return sum(passage.carries(number, small) for number in outside)


def _is_rank(placed: Placed, found: Matching) -> bool:
    """True for a rank that stands alone: "a third" may be both, and is a share where that is in its place."""
    value = placed.claim.value
    rank = isinstance(value, Quantity) and value.dimension == ORDINAL
    return rank and (placed in found.removed or placed in found.added)


def _overlap(one: Placed, other: Placed) -> bool:
    return one.words[0] < other.words[1] and other.words[0] < one.words[1]
