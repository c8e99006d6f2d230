"""Quantities: an interval of numbers with a unit, and the word that made an interval of the figure."""

from __future__ import annotations

from reconcile.fields import frozen
from reconcile.model import Json

LABEL = "label"
RATING = "rating"
SCORE = "score"
VERSION = "version"
ORDINAL = "ordinal"
_NO_MEASURES = (LABEL, RATING, SCORE, VERSION, ORDINAL, "share", "times", "clock")


@frozen(kw_only=True)
class Quantity:
    """What a figure asserts: a number between `low` and `high`, both in `unit`.

    None means without bound. "more than 5" has low 5, low_open True and high None.
    `figures` are the numbers as stated, one, or two of a range; the parts of a score or a version, which
    are no interval; a rating and what it is out of. `grain` is the step of the last stated digit: 1 of "187",
    100000 of "4.3 million". A value in `unit` is `value * scale + shift` in the base unit of the dimension.
    `counted` is the lemma of the noun that is counted; it is no part of the comparison. The number that tells
    one thing of a kind from the others ("Article 5") has the dimension `LABEL`, and the kind in `unit`.
    `limits`: both ends are stated as such ("ages 5 to 11"), and not as all that is known of one figure.
    """

    low: float | None
    high: float | None
    unit: str | None = None
    approximator: str | None = None
    figures: tuple[float, ...] = ()
    grain: float = 1.0
    low_open: bool = False
    high_open: bool = False
    dimension: str | None = None
    scale: float = 1.0
    shift: float = 0.0
    counted: str | None = None
    limits: bool = False

    @property
    def measured(self) -> bool:
        """Whether it has a unit of measure, and is no share, rank, time of day or the like."""
        return self.unit is not None and self.dimension not in _NO_MEASURES

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints; a version, which is no number, is spelled out in `unit`."""
        unit = (
            f"version {'.'.join(str(int(part)) for part in self.figures)}"
            if self.dimension == VERSION
            else self.unit
        )
        return {
            "low": _plain(self.low),
            "high": _plain(self.high),
            "unit": unit,
            "approximator": self.approximator,
        }


def _plain(number: float | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else round(number, 9)
