"""A decision as a value: what was settled about a fact, by whom, on which day and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from reconcile.fields import field, frozen
from reconcile.model import Json, Label
from reconcile.result import Evidence, Finding
from reconcile.sha import sha256

FORMAT = 1
STATUSES = ("new", "old", "both", "neither", "false-alarm", "later")
SETTLING = ("new", "old", "both", "neither")  # say what is true; the other two do not
NO_EVIDENCE = "none"


@frozen(kw_only=True)
class Statement:
    """One way a fact is stated: in words and as a value, with what the sources said of it."""

    text: str
    value: Mapping[str, Json] | None = None
    sources: tuple[str, ...] = ()  # ids of the sources that support it
    evidence: str | None = None  # fingerprint of what the sources say; None when nobody looked


@frozen(kw_only=True)
class Decision:
    """What a person settled about the fact that `key` names."""

    key: str
    id: str  # of the finding that was decided
    rule: str
    documents: tuple[str, ...]
    claim: str
    subject: str | None
    object: str | None
    status: str  # one of STATUSES
    settled: tuple[Statement, ...] = ()  # empty: that the fact is not stated is right
    rejected: tuple[Statement, ...] = ()
    qualifiers: Mapping[str, Json] = field(default_factory=dict)
    why: str = ""
    by: str = ""
    day: str = ""  # YYYY-MM-DD
    expires: str | None = None  # YYYY-MM-DD, the last day it holds
    path: str | None = field(default=None, compare=False)  # the file it was read from

    @property
    def files(self) -> tuple[str, ...]:
        """Those of its documents that are named by their path, whatever the state; the others by their id."""
        names = (name.partition("@")[0] for name in self.documents)
        return tuple(dict.fromkeys(name for name in names if PurePosixPath(name).suffix))

    def holds_on(self, today: str) -> bool:
        """True when it has not expired on the day `today` (YYYY-MM-DD)."""
        return self.expires is None or today <= self.expires


def fingerprint(evidence: Iterable[Evidence], side: str) -> str:
    """What the sources say of the `old` or the `new` side, as 12 hexadecimal digits.

    Sources that have not enough information do not count, nor do lines, columns and reflowed space.
    """
    said = sorted(
        (row.source, str(label), " ".join(row.text.split()))
        for row in evidence
        if (label := row.old if side == "old" else row.new) in (Label.SUPPORTS, Label.REFUTES)
    )
    return sha256(repr(said).encode())[:12] if said else NO_EVIDENCE


def other(finding: Finding) -> Evidence | None:
    """What a source says instead, where the finding is that a source refutes this document."""
    if finding.kind != "source":
        return None
    refuting = (row for row in finding.evidence if Label.REFUTES in (row.old, row.new))
    return next(refuting, None)


def statement(finding: Finding, side: str) -> Statement | None:
    """What one side of a finding (`old` or `new`) states; None when it states nothing.

    Where a source refutes a claim that did not change, `new` is the document as it stands and `old` is what
    the source says.
    """
    if side == "old" and (said := other(finding)):
        return Statement(text=said.text, sources=(said.source,))
    stated = finding.old if side == "old" else finding.new
    if stated is None:
        return None
    labels = ((row.source, row.old if side == "old" else row.new) for row in finding.evidence)
    return Statement(
        text=stated.text,
        value=stated.value,
        sources=tuple(sorted({source for source, label in labels if label is Label.SUPPORTS})),
        evidence=fingerprint(finding.evidence, side),
    )
