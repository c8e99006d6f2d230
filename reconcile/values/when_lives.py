"""The two dates of a life in the brackets behind a name: "Ann Holt (3 May 1950 – 1984) was a painter"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.text.late import late
from reconcile.values.found import Found
from reconcile.values.when import When

_BRACKET = late(r"\((?P<inside>[^()]*)\)\s+(?:was|were|is)\s")
_SPACE = late(r"\s*")
_DASH = late(r"[–—-]")
_SHORTEST = 16 * 365  # days; brackets that span fewer tell how long somebody held an office


def has_life(text: str) -> bool:
    """Whether brackets stand in `text` in which the two dates of a life may be told."""
    return "(" in text and _BRACKET.search(text) is not None


def life(text: str, at: int, dates: Sequence[Found[When]]) -> tuple[Found[When], Found[When]] | None:
    """Beginning and end, in the brackets at offset `at` before "was"; `dates` are those of the text."""
    behind = _SPACE.match(text, at)
    bracket = _BRACKET.match(text, behind.end() if behind else at)
    if bracket is None:
        return None
    start, end = bracket.span("inside")
    inside = [one for one in dates if start <= one.start and one.end <= end]
    if not inside or inside[-1].end != end:
        return None
    both = _two_dates(text, inside)
    spans = both and (both[1].value.low or 0) - (both[0].value.high or 0) >= _SHORTEST
    return both if spans else None


def _two_dates(text: str, inside: Sequence[Found[When]]) -> tuple[Found[When], Found[When]] | None:
    last = inside[-1]
    if len(inside) == 2 and _DASH.search(text, inside[0].end, last.start):
        return inside[0], last
    if len(inside) > 1 or last.value.first is None or last.value.last is None:
        return None
    first, _, until = last.value.edtf.partition("/")
    begin = When(edtf=first, low=last.value.low, high=last.value.first)
    end = When(edtf=until, low=last.value.last, high=last.value.high)
    return Found(last.start, last.end, begin), Found(last.start, last.end, end)
