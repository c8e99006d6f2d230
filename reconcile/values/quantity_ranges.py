"""Figures that belong together: the two ends of a range, and the items of a list that share a unit."""

from __future__ import annotations

import re

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.text.lists import word_set
from reconcile.values.before import word_before
from reconcile.values.number_words import Figure
from reconcile.values.quantity import ORDINAL
from reconcile.values.quantity_measure import Measure

_JOIN = late(r"\s*(?:(?P<dash>[–—‑-])|(?P<to>to)|(?P<and>and)|(?P<or>or))\s*(?:[$£€]\s?)?$", re.IGNORECASE)
_LEAD = late(r"\b(?:(?P<between>between)|(?P<from>from))\s+(?:[$£€]\s?)?$", re.IGNORECASE)
_ITEM = late(r",\s*|(?P<last>,?\s+(?:and|or)\s+)", re.IGNORECASE)
_MOVED = 48  # characters before "from … to …" in which a verb of movement makes it a change


def ranges(text: str, measures: list[Measure], lexicon: Lexicon) -> list[Measure]:
    """Neighbours that are the two ends of one range made one."""
    made: list[Measure] = []
    for measure in measures:
        joined = _joined(text, made[-1], measure, lexicon) if made else None
        if joined:
            made[-1] = joined
        else:
            made.append(measure)
    return made


def _joined(text: str, first: Measure, second: Measure, lexicon: Lexicon) -> Measure | None:
    join = _JOIN.match(text, first.end, second.start)
    if first.to or not join or {first.figure.kind, second.figure.kind} != {"number"}:
        return None
    if first.unit and second.unit and first.unit.dimension != second.unit.dimension:
        return None
    low = _shared_scale(first.figure, second.figure)
    lead = _LEAD.search(text[max(0, first.start - 12) : first.start])
    if low.value >= second.figure.value or not _is_range(join, lead, low, second.figure):
        return None
    if join["to"] and _moves(text, first.start, lexicon):
        return None
    start = first.start - len(lead.group()) if lead else first.start
    return Measure(
        start=start,
        end=second.end,
        figure=low,
        to=second.figure,
        unit=second.unit or first.unit,
        mark=first.mark,
        limits=word_before(text, start).lower() in word_set(lexicon, "limit-leads"),
    )


def _is_range(join: re.Match[str], lead: re.Match[str] | None, low: Figure, high: Figure) -> bool:
    if join["and"]:
        return bool(lead and lead["between"])
    return not join["or"] or high.value - low.value == high.scale


def _moves(text: str, start: int, lexicon: Lexicon) -> bool:
    words = text[max(0, start - _MOVED) : start].lower().replace(",", " ").split()
    return not word_set(lexicon, "movement-verbs").isdisjoint(words)


def _shared_scale(low: Figure, high: Figure) -> Figure:
    """Both ends of "5 to 10 million" are millions."""
    if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
        return replace(low, value=low.value * high.scale, grain=low.grain * high.scale, scale=high.scale)
    return low


def sharing_units(text: str, measures: list[Measure]) -> list[Measure]:
    """The items of a list in the unit that stands behind its last one: "5, 10 and 20 mg"."""
    made: list[Measure] = []
    begun = False
    for measure in reversed(measures):
        item = _ITEM.fullmatch(text, measure.end, made[-1].start) if made else None
        begun = item is not None and bool(item["last"] or begun) and _shares(measure, made[-1])
        made.append(replace(measure, unit=made[-1].unit) if begun else measure)
    return made[::-1]


def _shares(item: Measure, behind: Measure) -> bool:
    unit, figure = behind.unit, item.figure
    named = unit is not None and unit.dimension != ORDINAL and not behind.mark
    return named and item.unit is None and figure.digits and figure.scale == 1
