"""Of which part of a thing a figure is told: 62 cases, 45 of them in Osby and nine in Lund.

A figure's own place is the name that "in" leads to before the next figure stands. Where one text tells a part
by its place, another place's figure says nothing of it, nor does the figure of the whole.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claim import Lexicon
from reconcile.model import Relation
from reconcile.text.lists import word_role
from reconcile.values.found import Found
from reconcile.values.name import Name
from reconcile.values.name import relate as relate_names
from reconcile.values.quantity import Quantity
from reconcile.verdicts.told import Told

_REACH = 9  # words between a figure and the name of its place
_STOPS = frozenset({".", ",", ";", "!", "?", ":", "(", ")"})


def own_places(told: Told, lexicon: Lexicon) -> Mapping[int, str]:
    """The own place of each figure that has one, by where the figure starts."""
    names = {term.first: term for term in told.terms if term.kind == "name"}
    busy = {n for one in told.figures for n in told.numbers(one.start, one.end)}
    found = {}
    for figure in told.figures:
        inside = told.numbers(figure.start, figure.end)
        at = _place(told, inside[-1] + 1, busy, lexicon) if inside else None
        if at in names:
            found[figure.start] = names[at].text
    return found


def _place(told: Told, start: int, busy: set[int], lexicon: Lexicon) -> int | None:
    """The number of the word that may name the place of a figure that ends before `start`."""
    leads, articles = word_role(lexicon, "place leads"), word_role(lexicon, "articles")
    for n in range(start, min(start + _REACH, len(told.words) - 1)):
        word = told.words[n].folded
        if n in busy or word in _STOPS:
            return None
        if word in leads:
            return n + 2 if told.words[n + 1].folded in articles else n + 1
    return None


def of_place(
    mine: str | None, figures: Sequence[Found[Quantity]], told: Told, lexicon: Lexicon
) -> Sequence[Found[Quantity]]:
    """Those of the figures that the evidence tells of the place `mine`, none without a place."""
    parts = own_places(told, lexicon) if mine else {}
    return [one for one in figures if one.start in parts and _same(mine or "", parts[one.start], lexicon)]


def _same(one: str, other: str, lexicon: Lexicon) -> bool:
    relation = relate_names(Name(one), Name(other), lexicon)
    return relation in (Relation.EQUIVALENT, Relation.NARROWER, Relation.BROADER)
