"""Which claim of the old passage became which of the new one.

Equal values cancel wherever they moved; what is left over is related to what stands in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reconcile.changes.placed import Placed, share_a_word
from reconcile.changes.placing import same_place
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.claims import ClaimType
from reconcile.fields import frozen, replace
from reconcile.model import Relation
from reconcile.text.lists import word_set
from reconcile.values.counted import counts_others
from reconcile.values.quantity import Quantity


@frozen
class Matching:
    """What became of the claims of one type."""

    same: tuple[tuple[Placed, Placed], ...]  # equal values
    changed: tuple[tuple[Placed, Placed], ...]
    removed: tuple[Placed, ...]
    added: tuple[Placed, ...]


def match(
    before: Sequence[Placed],
    after: Sequence[Placed],
    diff: Comparison,
    kind: ClaimType,
    lexicon: Lexicon,
) -> Matching:
    """Match the claims of one type in two passages."""
    same, old, new = _cancel(before, after, diff, kind, lexicon)
    changed: list[tuple[Placed, Placed]] = []
    for pair in _candidates(old, new, diff, kind, lexicon):
        if pair[0] in old and pair[1] in new:
            changed.append(pair)
            old.remove(pair[0])
            new.remove(pair[1])
    changed.sort(key=lambda pair: pair[1].range)
    return Matching(
        tuple(same),
        tuple(changed),
        tuple(placed for placed in old if diff.region_of_old(placed.words) is not None),
        tuple(placed for placed in new if diff.region_of_new(placed.words) is not None),
    )


_RESTATED = {  # relations to a claim of the other side that make a claim a repetition of it
    "name": (Relation.EQUIVALENT, Relation.NARROWER, Relation.BROADER),
    "date": (Relation.EQUIVALENT, Relation.NARROWER, Relation.BROADER),
    "count": (Relation.EQUIVALENT,),
    "number": (Relation.EQUIVALENT,),
}


def without_restated(
    found: Matching, before: Sequence[Placed], after: Sequence[Placed], kind: ClaimType, lexicon: Lexicon
) -> Matching:
    """`found` without what is removed or added but said by the other side too, if in fewer or more words."""
    relations = _RESTATED.get(kind.TYPE, ())

    def restated(placed: Placed, others: Sequence[Placed]) -> bool:
        return any(
            _glued(kind, placed, other)
            or (
                kind.relate(other.claim, placed.claim, lexicon) in relations
                and not _of_others(placed, other, lexicon)
            )
            for other in others
        )

    return replace(
        found,
        removed=tuple(placed for placed in found.removed if not restated(placed, after)),
        added=tuple(placed for placed in found.added if not restated(placed, before)),
    )


def glosses(every: Sequence[Placed], told: Sequence[Placed]) -> list[Placed]:
    """Of what is restated on the other side, all that a bracket may put beside it: "(WTO)", "(7.5 mi)"."""
    keys = ("aliases", "unit")
    return [one for one in every if one not in told and any(one.claim.value.data.get(key) for key in keys)]


def _glued(kind: ClaimType, placed: Placed, other: Placed) -> bool:
    """True for a name that opens a passage and ends as another one: a heading that ran into its text."""
    if kind.TYPE != "name" or placed.words[0] != 0:
        return False
    return _printed(placed).endswith(" " + _printed(other))


def _printed(placed: Placed) -> str:
    return str(placed.claim.value.data.get("name", ""))


def _cancel(
    before: Sequence[Placed], after: Sequence[Placed], diff: Comparison, kind: ClaimType, lexicon: Lexicon
) -> tuple[list[tuple[Placed, Placed]], list[Placed], list[Placed]]:
    """Pairs of equal claims, wherever they moved."""
    old, new = list(before), list(after)
    keys = {id(placed): kind.key(placed.claim, lexicon) for placed in (*before, *after)}
    equal = [(one, other) for one in before for other in after if keys[id(one)] == keys[id(other)]]
    known = {keys[id(placed)] for placed in before}
    news = [placed for placed in after if keys[id(placed)] not in known]
    same = []
    for one, other in sorted(equal, key=lambda pair: _moved(pair[0], pair[1], diff, kind)):
        if one not in old or other not in new or _displaced(one, other, old, new, kind, lexicon):
            continue
        if not _replaced(one, other, news, diff, kind, lexicon):
            same.append((one, other))
            old.remove(one)
            new.remove(other)
    return same, old, new


def _moved(one: Placed, other: Placed, diff: Comparison, kind: ClaimType) -> tuple[bool, int, int]:
    """What is to be paired first: what stands in its place, then from the left what stands nearest to it."""
    there = diff.forward.get(one.words[0])
    apart = abs(other.words[0] - (one.words[0] if there is None else there))
    return kind.TRAITS.first_in_place and (there is None or apart > 0), one.words[0], apart


def _displaced(
    one: Placed,
    other: Placed,
    old: Sequence[Placed],
    new: Sequence[Placed],
    kind: ClaimType,
    lexicon: Lexicon,
) -> bool:
    """True for equal figures of different things where the other side has another figure for one of them."""
    if not _of_others(one, other, lexicon):
        return False
    rivals = [(one, rival) for rival in new] + [(rival, other) for rival in old]
    return any(kind.affinity(mine.claim, its.claim, lexicon) >= 1 for mine, its in rivals)


def _replaced(
    one: Placed, other: Placed, news: Sequence[Placed], diff: Comparison, kind: ClaimType, lexicon: Lexicon
) -> bool:
    """True for an equal word elsewhere where a new word in its very place excludes it."""
    if kind.TYPE != "opposite" or diff.forward.get(one.words[0]) == other.words[0]:
        return False
    return any(
        kind.affinity(one.claim, rival.claim, lexicon) > 0
        and same_place(one, rival, diff)
        and not _listed_with(other, rival, diff, lexicon)
        for rival in news
    )


def _listed_with(other: Placed, rival: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two items of one list, which has grown: the bobcat and the caracal."""
    first, second = sorted((other.words, rival.words))
    between = {word.folded for word in diff.new.words[first[1] : second[0]]}
    joins = word_set(lexicon, "joining-words") | {","}
    return bool(between & joins) and between <= joins | word_set(lexicon, "determiners")


def _of_others(one: Placed, other: Placed, lexicon: Lexicon) -> bool:
    """True for two figures that count different things."""
    before, after = one.claim.value, other.claim.value
    if not isinstance(before, Quantity) or not isinstance(after, Quantity):
        return False
    return counts_others(before, after, lexicon)


def _candidates(
    old: Sequence[Placed],
    new: Sequence[Placed],
    diff: Comparison,
    kind: ClaimType,
    lexicon: Lexicon,
) -> list[tuple[Placed, Placed]]:
    """Pairs that may be the same claim, the likeliest first."""
    rated = []
    shared = _overlapping(old, new, diff, kind, lexicon)
    for row, before in enumerate(old):
        here = diff.region_of_old(before.words)
        for column, after in enumerate(new):
            affinity = kind.affinity(before.claim, after.claim, lexicon)
            there = diff.region_of_new(after.words)
            if affinity <= 0 or (here is None and there is None) or _glossed(before, after, diff):
                continue
            apart = here != there and (row, column) not in shared
            if not apart or affinity >= 1.0:
                rated.append((apart, -affinity, abs(row - column), row, column, before, after))
    rated.sort(key=lambda entry: entry[:5])
    return [(entry[5], entry[6]) for entry in rated]


def _glossed(before: Placed, after: Placed, diff: Comparison) -> bool:
    """True where only one of two stands in brackets as another name of what stands before them: (WTO)."""
    one, other = (
        bool(placed.claim.value.data.get("aliases")) and passage.text[placed.range[0] - 1] == "("
        for passage, placed in ((diff.old, before), (diff.new, after))
    )
    return one != other


def _overlapping(
    old: Sequence[Placed], new: Sequence[Placed], diff: Comparison, kind: ClaimType, lexicon: Lexicon
) -> set[tuple[int, int]]:
    """The numbers of claims that share a word with one another and with no third: 5 °C, and -5 °C.

    Of names only those that are variants: the rest of a longer name is told by its words.
    """
    found = {
        (row, column)
        for row, before in enumerate(old)
        for column, after in enumerate(new)
        if share_a_word(before, after, diff)
    }
    rows, columns = Counter(row for row, _ in found), Counter(column for _, column in found)
    return {
        (row, column)
        for row, column in found
        if rows[row] == columns[column] == 1
        and (
            kind.TYPE != "name"
            or kind.relate(old[row].claim, new[column].claim, lexicon) is Relation.EQUIVALENT
        )
    }
