"""Plain values: words as they stand, and events with their date."""

from __future__ import annotations

from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.values.when import When


@frozen
class Text:
    """Words as they stand in the document."""

    text: str

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"text": self.text}


@frozen(kw_only=True)
class Event:
    """Something that happened. `ends` names the event whose state it brings to an end, None for any other."""

    event: str
    when: When | None = None
    ends: str | None = None

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"event": self.event, "date": self.when.edtf if self.when else None}


def of_words(before: frozenset[str], after: frozenset[str]) -> Relation:
    """What a set of words is to another: one that says more is narrower, and two that differ are unsure."""
    if before == after:
        return Relation.EQUIVALENT
    if before < after:
        return Relation.NARROWER
    return Relation.BROADER if after < before else Relation.UNSURE
