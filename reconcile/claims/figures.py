"""Figures of a sentence, found once for the two claim types that share them.

A figure that counts things ("187 people") is a `count`; a measure, a rank, a share or a score is a `number`.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import Judgement, added_or_removed
from reconcile.claims.context import mentioned
from reconcile.fields import replace
from reconcile.model import Relation, Sentence
from reconcile.text.lists import word_table
from reconcile.values.counted import counted_alike, counts_others
from reconcile.values.mentions import mentions
from reconcile.values.quantity import LABEL, ORDINAL, RATING, Quantity
from reconcile.values.quantity_relate import relate as relate_quantities
from reconcile.values.units import is_money


def is_count(quantity: Quantity) -> bool:
    """True when the figure counts things rather than measuring or ranking them."""
    return quantity.unit is None and quantity.dimension is None and quantity.counted is not None


def claims(sentence: Sentence, rule: Rule, lexicon: Lexicon, counts: bool) -> Iterator[Claim]:
    """The counts of a sentence, or its other figures."""
    for found in mentions(sentence.text, lexicon).quantities:
        if is_count(found.value) == counts:
            yield mentioned(sentence, rule, found, lexicon)


def value(claim: Claim) -> Quantity:
    """The claim's figure."""
    assert isinstance(claim.value, Quantity)
    return claim.value


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Intervals, within the rounding of the coarser figure; figures of different things are unsure.

    One sum is not as much in another currency; of two sums in two currencies nobody knows. A count out of
    all there are ("12 out of 40 tests") says more than the count.
    """
    one, other = _read_alike(value(before), value(after), lexicon)
    relation = relate_quantities(one, other)
    if relation is Relation.EQUIVALENT and RATING in {value(before).dimension, value(after).dimension}:
        relation = _of_all(value(before), value(after))
    if relation is Relation.UNSURE and one.figures == other.figures and _two_currencies(one, other, lexicon):
        return Relation.CONFLICTING
    apart = relation is Relation.CONFLICTING and counts_others(one, other, lexicon)
    return Relation.UNSURE if apart else relation


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The interval and the unit."""
    quantity = value(claim)
    return repr((quantity.low, quantity.high, quantity.low_open, quantity.high_open, quantity.unit,
                 quantity.approximator or None,
                 quantity.figures if quantity.low is None and quantity.high is None else None))  # fmt: skip


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """1 for the same counted noun or measure, less for figures that may be the same, 0 for other dimensions.

    Sums of two currencies may be the same sum. Figures that count different things are the least alike.
    """
    one, other = _read_alike(value(before), value(after), lexicon)
    if one.dimension != other.dimension:
        both = is_money(one.dimension, lexicon) and is_money(other.dimension, lexicon)
        both = both or (one.figures == other.figures and one.measured and other.measured)
        return 0.3 if both or relate_quantities(one, other) is not Relation.UNSURE else 0.0
    if one.counted and one.counted == other.counted:
        return 1.0
    if one.unit != other.unit:
        return 0.4
    if one.unit and one.figures == other.figures:
        return 1.0
    return 0.2 if counts_others(one, other, lexicon) else 0.6


def _of_all(before: Quantity, after: Quantity) -> Relation:
    """What a part is to the same part of a whole that only one side tells."""
    if before.dimension == after.dimension:
        return Relation.EQUIVALENT
    return Relation.NARROWER if after.dimension == RATING else Relation.BROADER


def _two_currencies(one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """True for sums in currencies that are not both told by one sign, as all sorts of dollars may be."""
    names = one.dimension or "", other.dimension or ""
    kinds = {name.rsplit(" ", 1)[-1] for name in names}
    return len(kinds) == 2 and all(is_money(name, lexicon) for name in names)


def _read_alike(one: Quantity, other: Quantity, lexicon: Lexicon) -> tuple[Quantity, Quantity]:
    """Both figures, a unit with a namesake read as that where the other one is in it: 5 pounds beside £5."""
    return _read_as(one, other, lexicon), _read_as(other, one, lexicon)


def _read_as(one: Quantity, other: Quantity, lexicon: Lexicon) -> Quantity:
    if one.dimension == RATING and other.dimension is None and counted_alike(one, other, lexicon):
        return replace(one, high=one.low, figures=one.figures[:1], unit=None, dimension=None)
    if one.unit and word_table(lexicon, "shared-parts").get(other.dimension or "") == one.unit:
        return replace(one, dimension=other.dimension)
    namesake = word_table(lexicon, "unit-namesakes").get(one.unit or "")
    if namesake is None or namesake != other.unit:
        return one
    return replace(one, unit=namesake, dimension=other.dimension, scale=other.scale)


def alone(claim: Claim, added: bool, stands: bool) -> Judgement | None:
    """A figure more or less.

    A rank alone is left to the wording ("the first" is often only emphasis), the number of a thing told by it
    ("Article 5") with the thing, and so is a bare figure that opens a sentence, as the marks of lists and
    notes do.
    """
    quantity = value(claim)
    if quantity.dimension in (ORDINAL, LABEL):
        return None
    if claim.start == 0 and quantity.unit is None and quantity.counted is None:
        return None
    return added_or_removed(claim, added, stands)
