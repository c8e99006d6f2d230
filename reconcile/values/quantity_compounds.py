"""One measure in two units: "two hours and 50 minutes", "6 ft 2 in"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.text.lists import word_role
from reconcile.values.quantity_measure import Measure

_GAP = late(r",?\s(?:\s*([^\W\d_]+)\s)?\s*")


def compounds(text: str, measures: Sequence[Measure], lexicon: Lexicon) -> list[Measure]:
    """`measures`, each with the smaller measure of the same kind that follows it added to it."""
    found: list[Measure] = []
    for measure in measures:
        whole = _added(text, found[-1], measure, lexicon) if found else None
        if whole:
            found[-1] = whole
        else:
            found.append(measure)
    return found


def _added(text: str, first: Measure, second: Measure, lexicon: Lexicon) -> Measure | None:
    one, other = first.unit, second.unit
    if not one or not other or not one.dimension or one.dimension != other.dimension or one.shift:
        return None
    if {first.figure.kind, second.figure.kind} != {"number"} or first.mark or second.mark:
        return None
    gap = _GAP.fullmatch(text, first.end, second.start)
    if not gap or (gap[1] and gap[1].lower() not in word_role(lexicon, "sum joints")):
        return None
    ratio = one.scale / other.scale
    if first.figure.value != int(first.figure.value) or not 0 < second.figure.value < ratio:
        return None
    value = round(first.figure.value * ratio + second.figure.value, 9)
    figure = replace(second.figure, start=first.figure.start, value=value)
    return replace(second, start=first.start, figure=figure)
