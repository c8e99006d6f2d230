"""The law of time: which source may refute which claim.

A source speaks of its own date. A later, undated or present-tense claim about something that may change
(members, holders of an office, counts, relations between states) is not refuted by an older source; a dated
or timeless claim is. A source without a date speaks now.
"""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.claims.event import event
from reconcile.model import Document
from reconcile.values.mentions import mentions
from reconcile.values.when import When
from reconcile.values.when_find import find
from reconcile.verdicts.stated import Stated

_LASTING = ("membership", "role", "count", "number")
_STATES = ("member",)  # events that are states: they hold until they end


def may_refute(claim: Stated, source: Document, lexicon: Lexicon) -> bool:
    """True when what the source says can show the claim to be wrong, as far as time goes."""
    speaks = _moment(source.date, lexicon)
    if speaks is None or not _changeable(claim):
        return True
    told = _moment(claim.reading.document.date, lexicon)
    if told is not None and told.low is not None and speaks.low is not None and told.low <= speaks.low:
        return True
    return _dated_before(claim, speaks, lexicon)


def _changeable(claim: Stated) -> bool:
    if claim.claim.type == "event":
        return event(claim.claim).event in _STATES
    return claim.claim.type in _LASTING


def _dated_before(claim: Stated, speaks: When, lexicon: Lexicon) -> bool:
    """True when the claim's sentence tells a time that had come when the source spoke."""
    dates = [found.value for found in mentions(claim.reading.sentence.text, lexicon).dates]
    return any(
        when.high is not None and speaks.high is not None and when.high <= speaks.high for when in dates
    )


def _moment(date: str | None, lexicon: Lexicon) -> When | None:
    """A document's date, given in EDTF or ISO 8601; None without one."""
    if not date:
        return None
    found = find(date[:10], lexicon)
    return found[0].value if found else None
