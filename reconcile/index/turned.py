"""Sentences that state a figure or date elsewhere than behind their subject.

There are 46 members in the choir.      -> the choir: 46 members
Founded in 1881, the museum is closed.  -> the museum: founded in 1881
The museum (founded 1881) is closed.    -> the museum: founded 1881
"""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lists import word_set
from reconcile.text.subject import subject

_THERE = late(
    r"There (?:is|are) (?P<told>[^,;:()]+?) (?:in|of|at|on|within) (?P<subject>[^,;:()]+?)[.]?\s*\Z"
)
_OPENING = late(r"(?P<told>(?P<verb>[^\W\d_]+)\s[^,;:()]*),\s+(?P<rest>\S)")
_ASIDE = late(r"\s*[,(]\s*(?:(?:which|who|that)\s+was\s+)?(?P<told>(?P<verb>[^\W\d_]+)\b[^,;:()]*)[,)]")


@frozen
class Turn:
    """The subject's range, and the range of what is told of it."""

    subject: tuple[int, int]
    told: tuple[int, int]

    def holds(self, start: int, end: int) -> bool:
        """Whether [start, end) is told."""
        return self.told[0] <= start and end <= self.told[1]


def turn(text: str, lexicon: Lexicon) -> Turn | None:
    """The turned statement of a sentence; None where it has none."""
    there = _THERE.match(text)
    if there:
        return Turn(there.span("subject"), there.span("told"))
    once = word_set(lexicon, "once-events")
    opening = _OPENING.match(text)
    if opening and fold(opening["verb"]) in once:
        begin = opening.start("rest")
        found = subject(text[begin:], lexicon)
        return Turn((begin + found[0], begin + found[1]), opening.span("told")) if found else None
    place = subject(text, lexicon)
    aside = _ASIDE.match(text, place[1]) if place else None
    if place and aside and fold(aside["verb"]) in once:
        return Turn(place, aside.span("told"))
    return None
