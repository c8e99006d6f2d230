"""Something that a document says against itself, and the finding that tells it."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Qualifiers
from reconcile.fields import frozen
from reconcile.identity import finding_id, key
from reconcile.model import Json, Level
from reconcile.result import Finding, Side
from reconcile.verdicts.reading import Reading

_KIND = "internal"  # in the key, where it tells what a document says against itself from what changed
_SCORES = {Level.ERROR: 0.95, Level.WARNING: 0.7, Level.NOTE: 0.3}


@frozen(kw_only=True)
class Flaw:
    """What is wrong at [start, end) of a sentence; `beside` are other sentences it is at odds with."""

    rule: str
    claim: str
    level: Level
    reading: Reading
    start: int
    end: int
    message: str
    why: str
    subject: str | None = None
    value: Mapping[str, Json] | None = None
    beside: tuple[int, ...] = ()


def finding(flaw: Flaw) -> Finding:
    """The flaw as a finding of kind internal."""
    sentence, document = flaw.reading.sentence, flaw.reading.document
    identity = key(document.id, flaw.claim, flaw.subject, _KIND, Qualifiers())
    value = dict(flaw.value) if flaw.value else {"text": sentence.text[flaw.start : flaw.end]}
    return Finding(
        id=finding_id(identity, None, value),
        key=identity,
        kind=_KIND,
        rule=flaw.rule,
        claim=flaw.claim,
        relation=None,
        level=flaw.level,
        score=_SCORES[flaw.level],
        subject=flaw.subject,
        object=None,
        message=flaw.message,
        why=flaw.why,
        old=None,
        new=Side(
            document=document.id,
            text=sentence.text[flaw.start : flaw.end],
            span=sentence.span_of(flaw.start, flaw.end),
            value=value,
            sentences=(sentence.index, *flaw.beside),
            context=sentence.text,
        ),
    )
