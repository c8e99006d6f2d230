"""The law of time: which source may refute which claim.

A source speaks of its own date. A later, undated or present-tense claim about something that may change
(members, holders of an office, counts, relations between states) is not refuted by an older source; a dated
or timeless claim is. A source without a date speaks now.
"""

from __future__ import annotations

from reconcile.claim import Claim, Lexicon
from reconcile.claims.event import event
from reconcile.fields import frozen
from reconcile.text.tense import tells_past
from reconcile.text.words import words
from reconcile.values.mentions import mentions
from reconcile.values.when import When
from reconcile.values.when_find import find
from reconcile.verdicts.reading import Reading

_LASTING = ("membership", "role", "count", "number")
_STATES = ("member",)  # events that are states: they hold until they end
_HAPPENED = ("count", "number")  # what both tell in the past: 40 were killed


@frozen
class Spoken:
    """A claim of some type, the sentence that makes it, and when its document speaks: EDTF or ISO 8601."""

    type: str
    sentence: str
    date: str | None


def may_refute(claim: Spoken, evidence: Reading, lexicon: Lexicon) -> bool:
    """True when the evidence can show a claim of what may change to be wrong, as far as time goes."""
    speaks = _moment(evidence.document.date, lexicon)
    if speaks is None:
        return True
    said = _moment(claim.date, lexicon)
    if said is not None and said.low is not None and speaks.low is not None and said.low <= speaks.low:
        return True
    if _dated_before(claim.sentence, speaks, lexicon):
        return True
    both = claim.sentence, evidence.sentence.text
    return claim.type in _HAPPENED and all(
        tells_past((word.folded for word in words(text)), lexicon) for text in both
    )


def changeable(claim: Claim) -> bool:
    """True for a claim of what may change: members, holders of an office, counts, states."""
    if claim.type == "event":
        return event(claim).event in _STATES
    return claim.type in _LASTING


def _dated_before(sentence: str, speaks: When, lexicon: Lexicon) -> bool:
    """True when the sentence tells a time that had come when the source spoke."""
    dates = [found.value for found in mentions(sentence, lexicon).dates]
    return any(
        when.high is not None and speaks.high is not None and when.high <= speaks.high for when in dates
    )


def _moment(date: str | None, lexicon: Lexicon) -> When | None:
    """A document's date, given in EDTF or ISO 8601; None without one."""
    if not date:
        return None
    found = find(date[:10], lexicon)
    return found[0].value if found else None
