"""Arithmetic that readers do in their heads: what the evidence comes to, though it does not say so.

Each module `derived_*` works out one kind of value for the figures of a claim that ask for it. Where the
evidence itself states the figure, nothing is worked out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from reconcile.fields import replace
from reconcile.model import Label
from reconcile.verdicts.derivation import Derivation, Pair
from reconcile.verdicts.derived_ages import ages
from reconcile.verdicts.derived_changes import changes
from reconcile.verdicts.derived_margins import margins
from reconcile.verdicts.derived_members import members
from reconcile.verdicts.derived_shares import shares
from reconcile.verdicts.derived_spans import spans
from reconcile.verdicts.derived_sums import sums
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.matching import Met

KIND = "arithmetic"
_NEAR = 1.0  # what is worked out for a figure is of the same thing
_WAYS: Sequence[Callable[[Pair], Iterator[Derivation | None]]] = (
    ages,
    spans,
    members,
    shares,
    sums,
    margins,
    changes,
)
_AMOUNTS = (changes,)  # by 25, from 40 to 25: the same figure twice, and not of the same


def derived(pair: Pair) -> tuple[Derivation, ...]:
    """What is worked out for the figures that the evidence does not state, by the first way there is."""
    found: list[Derivation] = []
    for way in _WAYS:
        for one in way(pair):
            if one and (way in _AMOUNTS or one.start not in pair.stated) and not _any(one, found):
                found.append(one)
    return tuple(found)


def _any(one: Derivation, found: Sequence[Derivation]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in found)


def with_derived(judged: Sequence[Judged], found: Sequence[Derivation]) -> tuple[Judged, ...]:
    """The figures with what was worked out in the place of what the evidence states."""
    made = [Judged(one.start, one.end, KIND, one.label, one.relation, _NEAR, why=one.why) for one in found]
    rest = [one for one in judged if not any(new.start < one.end and one.start < new.end for new in made)]
    return tuple(sorted((*rest, *made), key=lambda one: one.start))


def told_by(met: Sequence[Met], found: Sequence[Derivation]) -> tuple[Met, ...]:
    """The terms of the claim; the evidence has those that arithmetic tells."""
    told = {n for one in found if one.label is not Label.NOT_ENOUGH_INFO for n in one.told}
    return tuple(replace(one, grade=1.0) if one.term.first in told else one for one in met)
