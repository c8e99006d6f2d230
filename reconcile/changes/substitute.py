"""What the places of two values decide where the values by themselves do not.

Names and words conflict only where one stands in the place of the other. So does a member of a list whose
other members stayed: the list was neither continued nor cut. So do a few quoted words that the sentence is
built round ("called it mild", then "called it harsh"), where they are all that differs. Lists that give
examples may give another, and of longer quotations both may have been said. A member that the other passage
has beside its list is still named there. And a figure in a clause that was written anew need not measure what
the figure of the old clause did.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.anew import of_another_event, written_anew
from reconcile.changes.change import Range
from reconcile.changes.limits import other_limit
from reconcile.changes.objects import in_other_roles, nested, other_objects, told_further
from reconcile.changes.placed import Placed
from reconcile.changes.placing import same_place
from reconcile.changes.recut import recut, reordered
from reconcile.changes.regions import Comparison
from reconcile.changes.turned import of_other_kin, turned_round
from reconcile.claim import Lexicon
from reconcile.claims.traits import Traits
from reconcile.model import Relation
from reconcile.text.fold import fold
from reconcile.text.lists import word_role
from reconcile.text.opposites import converse, opposite
from reconcile.text.words import Word, words
from reconcile.values.members import Members, change, exchanged
from reconcile.values.quantity import Quantity
from reconcile.values.quote import Quote

_FEW = 3  # words of a quotation that are a part of the sentence


def by_place(
    traits: Traits, before: Placed, after: Placed, relation: Relation, diff: Comparison, lexicon: Lexicon
) -> tuple[Relation, str]:
    """The relation of two values that stand in `diff`, and why where their rule does not say it."""
    if traits.is_name and (recut(before, after, diff) or reordered(before, after, diff, lexicon)):
        return Relation.EQUIVALENT, ""
    if relation is Relation.CONFLICTING and traits.relative and turned_round(before, after, diff, lexicon):
        return (Relation.EQUIVALENT if _converse(before, after, lexicon) else Relation.UNSURE), ""
    if relation is Relation.CONFLICTING and traits.relative and told_further(before, after, diff, lexicon):
        return Relation.EQUIVALENT, ""
    if relation is Relation.CONFLICTING and traits.relative and _both_true(before, after, diff, lexicon):
        return Relation.UNSURE, ""
    if relation is Relation.CONFLICTING:
        apart = traits.needs_place and not same_place(before, after, diff)
        apart = apart or (not traits.relative and in_other_roles(before, after, diff, lexicon))
        if traits.measured and not traits.relative and written_anew(before, after, diff, lexicon):
            return Relation.UNSURE, "the words around the two figures are others too"
        if of_another_event(before, after, diff, lexicon):
            return Relation.UNSURE, "one of the dates is that of another event"
        doubtful = apart or _still_named(before, after, diff, lexicon)
        return (Relation.UNSURE if doubtful else relation), ""
    if relation is not Relation.EQUIVALENT and other_limit(before, after, diff, lexicon):
        return Relation.CONFLICTING, "a rule sets another limit"
    why = _in_place_of(before, after, diff, lexicon) if relation is Relation.UNSURE else None
    return (Relation.CONFLICTING, why) if why else (relation, "")


def _both_true(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for words that exclude one another only of the same thing: of other objects, places or items."""
    return (
        other_objects(before, after, diff, lexicon)
        or nested(before, after, diff, lexicon)
        or _recounted(before, after, diff, lexicon)
        or of_other_kin(before, after, diff, lexicon)
    )


def _recounted(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for kinds of things in an enumeration of more items or fewer: neither need stand for the other."""
    touched = diff.region_of_old(before.words)
    one, other = (fold(str(placed.claim.value.data["text"])) for placed in (before, after))
    if touched is None or touched != diff.region_of_new(after.words) or opposite(one, other, lexicon):
        return False
    joints = word_role(lexicon, "list joints") | {","}
    region = diff.regions[touched]
    sides = diff.old.words[slice(*region.old)], diff.new.words[slice(*region.new)]
    counts = {sum(word.folded in joints for word in side) for side in sides}
    return len(counts) > 1


def _converse(before: Placed, after: Placed, lexicon: Lexicon) -> bool:
    one, other = (str(placed.claim.value.data["text"]) for placed in (before, after))
    return converse(fold(one), fold(other), lexicon)


def _still_named(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for lists whose members changed for such as the other one has beside its members."""
    one, other = before.claim.value, after.claim.value
    if not isinstance(one, Members) or not isinstance(other, Members):
        return False
    found = change(one, other, lexicon)
    told = diff.old.words[slice(*before.words)], diff.new.words[slice(*after.words)]
    if not found.added or len(found.added) != len(found.removed):
        return False
    return any(
        all(_says(side, name) for name in names)
        for side, names in ((told[1], found.removed), (told[0], found.added))
    )


def _says(passage: Sequence[Word], name: str) -> bool:
    own, said = [word.folded for word in words(name)], [word.folded for word in passage]
    return any(said[at : at + len(own)] == own for at in range(len(said)))


def _in_place_of(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> str | None:
    """Why `after` excludes `before`, which no rule says of their values; None where both may be true."""
    one, other = before.claim.value, after.claim.value
    touched = [
        (range(*region.old), range(*region.new))
        for region in diff.regions
        if _meet(region.old, before.words) or _meet(region.new, after.words)
    ]
    if len(touched) != 1 or not all(touched[0]):
        return None
    if isinstance(one, Members) and isinstance(other, Members) and exchanged(one, other, lexicon):
        return "one member stands in the place of another, and the others stayed where they were"
    inside = all(map(_within, touched[0], (before.words, after.words)))
    if isinstance(one, Quantity) and isinstance(other, Quantity) and inside:
        alone = len(diff.regions) == 1 and one.figures == other.figures
        return "the same figure stands in another unit" if alone and one.measured and other.measured else None
    if isinstance(one, Quote) and isinstance(other, Quote) and inside and _few(one) and _few(other):
        return "other words are quoted in the same place of the sentence"
    return None


def _meet(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(numbers: range, claim: Range) -> bool:
    return claim[0] <= numbers.start and numbers.stop <= claim[1]


def _few(quote: Quote) -> bool:
    return len(quote.words.split()) <= _FEW
