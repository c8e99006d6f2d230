"""A figure of a text with its unit, before the words around it are looked at."""

from __future__ import annotations

from reconcile.fields import frozen
from reconcile.values.number_words import Figure
from reconcile.values.units import Unit


@frozen(kw_only=True)
class Measure:
    """One figure, or two of a range, with its unit; [start, end) without approximators."""

    start: int
    end: int
    figure: Figure
    to: Figure | None = None
    unit: Unit | None = None
    mark: bool = False  # whether the unit is a sign before the figure
    limits: bool = False  # whether a range tells how far something goes
