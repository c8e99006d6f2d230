"""What the evidence says of one figure or date of a claim, and how its counterpart is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.fields import frozen, replace
from reconcile.model import Label, Relation
from reconcile.values.found import Found
from reconcile.values.quantity import ORDINAL, Quantity
from reconcile.values.when import When

TELLING = 10  # small figures are equal, and of one size, by chance
_FAR = 4  # times a bound, from where on a figure is hardly what the bound was told of
_UNLIKE = 0.5  # the share of the larger figure below which the smaller one is not of its size


@frozen
class Judged:
    """A figure or date of the claim, its best counterpart, and what that says of it.

    `near` tells how alike the surroundings of the two are: 0 for nothing in common.
    """

    start: int
    end: int
    kind: str  # figure, date or arithmetic
    label: Label
    relation: Relation | None
    near: float = 0.0
    found: Found[Quantity] | Found[When] | None = None
    edition: bool = False  # a date that names the thing rather than telling when: the 2010 Games
    size: float = 0.0  # 1 for two figures of one size, to -1 for others
    ahead: float | None = None  # how much nearer it is than the nearest one that supports; None without one
    setting: str | None = None  # of what differs: the moment, edition or base of the figures beside it
    compared: bool = False  # a rank that the claimed one is compared with: above the fourth
    why: str = ""  # the arithmetic, where the evidence has no counterpart but comes to one

    @property
    def endless(self) -> bool:
        """True for a counterpart without an end, such as over 300, and for a rank that is compared with."""
        value = self.found.value if self.found else None
        return value is not None and (value.low is None or value.high is None or self.compared)


@frozen
class Rated:
    """A candidate: how alike its surroundings are, and whether it is of the claimed one's size."""

    near: float
    size: float
    label: Label
    relation: Relation
    found: Found[Quantity] | Found[When]

    @property
    def fit(self) -> float:
        """How well it fits the place."""
        return self.near + self.size


_ORDER = {Label.SUPPORTS: 0, Label.REFUTES: 1, Label.NOT_ENOUGH_INFO: 2}


def best(kind: str, start: int, end: int, rated: Sequence[Rated]) -> Judged:
    """The candidate that fits best, the first of equals."""
    if not rated:
        return Judged(start, end, kind, Label.NOT_ENOUGH_INFO, None)
    chosen = min(rated, key=lambda one: (-round(one.fit, 6), _ORDER[one.label]))
    supporting = [one.fit for one in rated if one.label is Label.SUPPORTS]
    ahead = chosen.fit - max(supporting) if supporting else None
    judged = Judged(start, end, kind, chosen.label, chosen.relation, chosen.near, chosen.found)
    return replace(judged, size=chosen.size, ahead=ahead)


def alike_in_size(claimed: Quantity, told: Quantity) -> float:
    """1 for two figures of one size to -1 for others: who states a bound states it near the figure."""
    sizes = sorted(abs(one.figures[0] * one.scale) for one in (claimed, told) if one.figures)
    if len(sizes) < 2 or sizes[1] < TELLING or claimed.dimension == ORDINAL:
        return 0.0
    return max(-1.0, (sizes[0] / sizes[1] - _UNLIKE) / (1 - _UNLIKE))


def is_far(one: Judged, claimed: Sequence[Found[Quantity]]) -> bool:
    """True for a bound set against a figure many times as large or small: over 300, and 12,000."""
    mine = next((figure.value for figure in claimed if figure.start == one.start), None)
    theirs = one.found.value if one.found else None
    return mine is not None and isinstance(theirs, Quantity) and far_apart(mine, theirs)


def far_apart(bound: Quantity, figure: Quantity) -> bool:
    """True for a figure many times as large or small as the bound.

    Who tells a bound tells one that is near; what lies far from it is a figure of something else.
    """
    edges = [edge for edge in (bound.low, bound.high) if edge]
    if len(edges) != 1 or not figure.low or not figure.high:
        return False
    return not edges[0] / _FAR <= figure.low <= figure.high <= edges[0] * _FAR
