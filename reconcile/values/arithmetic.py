"""What readers work out in their heads: a sum, a share, a growth, the number of a list; `arithmetic_time` has
ages and lengths of time.

What is worked out is an interval: round numbers give a share to within their rounding, two years a length to
within a year on either side. It is related to a stated figure as two stated figures are.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.fields import frozen, replace
from reconcile.model import Relation
from reconcile.values.members import Members
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_relate import relate as relate_quantities

_SAYS = (Relation.EQUIVALENT, Relation.NARROWER)
_NEAR, _OFF = 0.03, 0.12  # a third of 100 are 33 or 34, and 25 are no third
_TIMES_NEAR, _TIMES_OFF = 0.06, 0.2  # 1.9 times as much has doubled, 1.5 times as much has not
_PERCENT = Quantity(low=0, high=0, unit="percent", dimension="share", scale=0.01, grain=0)
_TIMES = Quantity(low=0, high=0, unit="times", dimension="times", grain=0)


@frozen(kw_only=True)
class Computed:
    """A value worked out from others.

    `value` is what they come to as stated, `bounds` the least and the most that it may be, and `sum` the
    arithmetic written out. A figure told exactly may be off by the share `near` of itself and still be right;
    it is wrong where it is off by more than the share `off`. With `rounded`, a step of its last digit may be
    more than that.
    """

    value: Quantity
    bounds: Quantity
    sum: str
    near: float = 0.0
    off: float = 0.0
    rounded: bool = True


def relate(claimed: Quantity, computed: Computed) -> Relation:
    """What the computed value is to the claimed figure; unsure where it may be right but need not be."""
    step = claimed.grain if computed.rounded else 0.0
    off = max(computed.off * _size(claimed), step) if computed.off else 0.0
    relation = relate_quantities(_widened(claimed, off), computed.bounds)
    if relation is Relation.CONFLICTING or (relation in _SAYS and not off):
        return relation
    near = max(computed.near * _size(claimed), step / 2) if computed.near else 0.0
    relation = relate_quantities(_widened(claimed, near), computed.value)
    return relation if relation in _SAYS else Relation.UNSURE


def number(members: Members) -> Computed | None:
    """How many members a list names; at least as many where it does not name all.

    None where another count is stated with it.
    """
    listed = len(dict.fromkeys(members.members))
    if members.count not in (None, listed):
        return None
    value = Quantity(low=listed, high=listed if members.complete else None, figures=(listed,))
    told = f"{', '.join(members.members)}: {'' if members.complete else 'at least '}{listed}"
    return Computed(value=value, bounds=value, sum=told)


def total(parts: Sequence[Quantity]) -> Computed | None:
    """What parts told in one unit add up to; None where one of them has but one end."""
    ends = [end for part in parts if (end := _ends(part))]
    if len(ends) < len(parts) or len({(part.dimension, part.unit) for part in parts}) != 1:
        return None
    low, high = sum(low for low, _ in ends), sum(high for _, high in ends)
    value = replace(_like(parts[0], low, high), grain=max(part.grain for part in parts))
    return Computed(value=value, bounds=value, sum=f"{' + '.join(map(_shown, parts))} = {_shown(value)}")


def share(part: Quantity, whole: Quantity) -> Computed | None:
    """How many percent of a whole a part of it is; None where it is larger, or not told between two ends."""
    ones, all_ = _rounding(part), _rounding(whole)
    if ones is None or all_ is None or all_[0] <= 0 or ones[0] < 0 or part.unit != whole.unit:
        return None
    exact, low = 100 * _middle(part) / _middle(whole), 100 * ones[0] / all_[1]
    if exact > 100:
        return None
    high = min(100.0, 100 * ones[1] / all_[0])
    told = f"{_shown(part)} of {_shown(whole)}: {figure(exact)} percent"
    return _computed(_PERCENT, exact, low, high, told)


def others(share: Computed) -> Computed:
    """What is left of the whole, in percent, where a share of it is taken away."""
    unit = share.value.scale / _PERCENT.scale
    low, high = _ends(share.bounds) or (0.0, 1 / share.value.scale)
    exact = 100 - _middle(share.value) * unit
    return _computed(
        _PERCENT, exact, 100 - high * unit, 100 - low * unit, f"{share.sum}, {figure(exact)} the others"
    )


def part(whole: Quantity, share: Quantity) -> Computed | None:
    """How many of a whole a share of it is; None where either is not told between two ends."""
    ones, all_ = _ends(share), _rounding(whole)
    if ones is None or all_ is None or share.dimension != "share":
        return None
    exact = _middle(share) * share.scale * _middle(whole)
    low, high = ones[0] * share.scale * all_[0], ones[1] * share.scale * all_[1]
    told = f"{figure(100 * _middle(share) * share.scale)} percent of {_shown(whole)}: {figure(exact)}"
    return _computed(replace(whole, grain=0), exact, low, high, told)


def growth(before: Quantity, after: Quantity) -> Computed | None:
    """By how many percent a value grew; below 0 where it shrank."""
    if (found := _ratio(before, after)) is None:
        return None
    exact, low, high = (100 * (ratio - 1) for ratio in found)
    told = f"{_from_to(before, after)}: {figure(abs(exact))} percent {'less' if exact < 0 else 'more'}"
    return _computed(_PERCENT, exact, low, high, told)


def times(before: Quantity, after: Quantity) -> Computed | None:
    """How many times as much a value became."""
    if (found := _ratio(before, after)) is None:
        return None
    told = f"{_from_to(before, after)}: {figure(found[0])} times as much"
    return replace(_computed(_TIMES, *found, told), near=_TIMES_NEAR, off=_TIMES_OFF, rounded=False)


def step(before: Quantity, after: Quantity) -> Computed | None:
    """By how much a value grew, in its own unit; below 0 where it shrank."""
    old, new = _rounding(before), _rounding(after)
    if old is None or new is None or not _one_unit(before, after):
        return None
    exact = _middle(after) - _middle(before)
    told = f"{_from_to(before, after)}: {figure(abs(exact))} {'less' if exact < 0 else 'more'}"
    made = _computed(after, exact, new[0] - old[1], new[1] - old[0], told)
    return replace(made, near=0.0, off=0.0)


def figure(number: float) -> str:
    """A number as a message prints it."""
    return f"{number:,.0f}" if round(number, 1) == round(number) else f"{number:,.1f}"


def _ratio(before: Quantity, after: Quantity) -> tuple[float, float, float] | None:
    """As stated, at the least and at the most."""
    old, new = _rounding(before), _rounding(after)
    if old is None or new is None or old[0] <= 0 or new[0] < 0 or not _one_unit(before, after):
        return None
    return _middle(after) / _middle(before), new[0] / old[1], new[1] / old[0]


def _one_unit(before: Quantity, after: Quantity) -> bool:
    """True where the first of two figures has the unit of the second, or leaves it out: 200 to 220 tonnes."""
    return before.unit in (None, after.unit)


def _computed(like: Quantity, exact: float, low: float, high: float, told: str) -> Computed:
    value, bounds = _like(like, exact, exact), _like(like, low, high)
    return Computed(value=value, bounds=bounds, sum=told, near=_NEAR, off=_OFF)


def _like(figure: Quantity, low: float, high: float) -> Quantity:
    """An interval in the unit of the figure."""
    return Quantity(
        low=low,
        high=high,
        unit=figure.unit,
        figures=(low,) if low == high else (low, high),
        grain=figure.grain,
        dimension=figure.dimension,
        scale=figure.scale,
        shift=figure.shift,
    )


def _ends(figure: Quantity) -> tuple[float, float] | None:
    return None if figure.low is None or figure.high is None else (figure.low, figure.high)


def _rounding(figure: Quantity) -> tuple[float, float] | None:
    """The ends of what was rounded to the figure; a figure that counts ones is taken as counted."""
    ends, half = _ends(figure), 0.0 if figure.grain == 1 else figure.grain / 2
    return ends and (ends[0] - half, ends[1] + half)


def _middle(figure: Quantity) -> float:
    low, high = _ends(figure) or (0.0, 0.0)
    return figure.figures[0] if len(figure.figures) == 1 else (low + high) / 2


def _size(figure: Quantity) -> float:
    return abs(figure.figures[0]) if figure.figures else 0.0


def _widened(figure: Quantity, reach: float) -> Quantity:
    """An exact figure as the interval of all that is no farther off; any other as it is."""
    if not reach or figure.low is None or figure.low != figure.high:
        return figure
    return replace(figure, low=figure.low - reach, high=figure.low + reach)


def _shown(value: Quantity) -> str:
    low, high = value.figures[0], value.figures[-1]
    return figure(low) if low == high else f"{figure(low)} to {figure(high)}"


def _from_to(before: Quantity, after: Quantity) -> str:
    return f"from {_shown(before)} to {_shown(after)}"
