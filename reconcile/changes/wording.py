"""How much a difference in wording alone says that a fact changed, as steps of the score.

The weights stand in the table `wording-weights` with the counts they were set from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile.changes.exchange import exchanged
from reconcile.changes.regions import Comparison
from reconcile.changes.sameness import Left
from reconcile.claim import Lexicon
from reconcile.result import Step
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.text.word_kinds import word_kind
from reconcile.text.words import Word

_MOST = 3  # words of a class that count
_MOST_LENGTH = 4  # words more or less that count
_MOST_PLACES = 4  # further places of the sentence that count
_MANY = 3


def steps(diff: Comparison, left: Left, places: int, lexicon: Lexicon) -> tuple[Step, ...]:
    """What each feature of the difference adds.

    `places` is how many further places of the sentence differ in words alone.
    """
    weights = word_table(lexicon, "wording-weights")
    found = []
    for feature, times in _features(diff, left, places, lexicon):
        weight = round(float(weights.get(feature, "0")) * times, 3)
        if weight:
            found.append(Step(what=feature, score=weight, why=f"{times} ×" if times > 1 else ""))
    return tuple(found)


def _features(diff: Comparison, left: Left, places: int, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    old, new = left.old, left.new
    sides = diff.old.words[slice(*left.region.old)], diff.new.words[slice(*left.region.new)]
    if old and new:
        yield from _replaced(old, new, lexicon)
    else:
        what, here, there = ("added", *sides[::-1]) if new else ("removed", *sides)
        yield from _one_sided(what, old or new, here, lexicon)
        if _made_up_for(old or new, here, there, lexicon):
            yield "in exchange", 1
    yield "rewriting", min(places, _MOST_PLACES)


def _replaced(old: Sequence[Word], new: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    yield "replaced", 1
    for name in sorted({word_kind(word.folded, lexicon) for word in new}):
        yield f"replaced by {name}", 1
    for name in sorted({word_kind(word.folded, lexicon) for word in old}):
        yield f"replaced {name}", 1
    if (len(old), len(new)) != (1, 1):
        yield "several replaced", 1
    before, after = _ranks(old, lexicon), _ranks(new, lexicon)
    if before and after and not before & after:
        yield "another quantity", 1
    yield "longer", min(max(len(new) - len(old), 0), _MOST_LENGTH)
    yield "shorter", min(max(len(old) - len(new), 0), _MOST_LENGTH)


def _ranks(words: Sequence[Word], lexicon: Lexicon) -> frozenset[str]:
    ranks = word_table(lexicon, "quantifier-ranks")
    return frozenset(ranks[word.folded] for word in words if word.folded in ranks)


def _made_up_for(
    words: Sequence[Word], here: Sequence[Word], there: Sequence[Word], lexicon: Lexicon
) -> bool:
    """True where other words stand in the place of `words`; one preposition for another tells where."""
    prepositions = word_set(lexicon, "prepositions")
    return not any(word.folded in prepositions for word in words) and len(words) <= exchanged(here, there)


def _one_sided(
    what: str, words: Sequence[Word], around: Sequence[Word], lexicon: Lexicon
) -> Iterator[tuple[str, int]]:
    yield what, 1
    for name, count in sorted(Counter(word_kind(word.folded, lexicon) for word in words).items()):
        yield f"{what} {name}", min(count, _MOST)
    if len(words) >= _MANY:
        yield f"many {what}", 1
    joints = word_role(lexicon, "list joints") | {","}
    if any(word.folded in joints for word in around):
        yield f"{what} beside and", 1
