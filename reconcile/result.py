"""What a comparison comes to: findings, verdicts, disagreements."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Claim
from reconcile.fields import field, frozen
from reconcile.model import Document, Json, Label, Level, Pair, Relation
from reconcile.span import Span


@frozen(kw_only=True)
class Side:
    """One side of a finding: the text it is about and where it stands."""

    document: str  # document id
    text: str  # prose
    span: Span  # in the document's text
    value: Mapping[str, Json] | None = None  # as the report prints it; None where the text is no typed value
    sentences: tuple[int, ...] = ()  # indices of the document's sentences
    context: str = ""  # the whole sentence or sentences, for word diffs


@frozen(kw_only=True)
class Step:
    """One step of the score: which rule or weight moved it, to what, and why."""

    what: str
    score: float
    why: str


@frozen(kw_only=True)
class Evidence:
    """What one source says of a finding's two sides."""

    source: str  # document id
    old: Label | None  # what it says of the old side; None where there is none
    new: Label | None
    rule: str
    why: str
    text: str  # of the source, the sentence that decides
    span: Span  # of that sentence, in the source's text


@frozen(kw_only=True)
class MemberChange:
    """What became of the members of a list."""

    kept: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


@frozen(kw_only=True)
class Finding:
    """A relation or verdict worth telling."""

    id: str  # of the key and both values: the same change has the same id in every run
    key: str  # of the fact, whatever its values: document, claim type, subject, object, qualifiers
    kind: str  # change; source: one refutes a claim that did not change; internal: a document against itself
    rule: str  # the id of the rule that found it
    claim: str  # the claim type
    relation: Relation | None  # of the new value to the old one; None unless `kind` is change
    level: Level
    score: float  # 0 to 1, how likely it is that a reader sees a changed fact
    subject: str | None
    object: str | None
    message: str  # a sentence that is understood without the rest
    why: str  # what decided it
    old: Side | None  # None for what was added
    new: Side | None  # None for what was removed
    change: MemberChange | None = None  # of lists only
    places: tuple[tuple[Span | None, Span | None], ...] = ()  # all of them, when more than one
    evidence: tuple[Evidence, ...] = ()
    decision: Mapping[str, Json] = field(default_factory=lambda: {"status": "open"})
    steps: tuple[Step, ...] = ()
    parts: tuple[Claim, ...] = ()  # the claims inside a wholly added or removed sentence


@frozen(kw_only=True)
class Verdict:
    """What one source says of one claim of either version."""

    id: str
    type: str
    subject: str | None
    text: str  # the claim's words
    span: Span  # in the old version when `side` is old, else in the new one
    side: str  # old, new or both
    source: str
    label: Label
    score: float  # 0 to 1, how sure
    rule: str
    why: str
    evidence_text: str | None = None
    evidence_span: Span | None = None
    sentence: str = ""  # the claim's whole sentence
    value: Mapping[str, Json] | None = None  # of the claim, as the report prints it


@frozen(kw_only=True)
class Voice:
    """One value in a disagreement, and who says it where."""

    value: Json
    approximator: str | None
    attributed_to: str | None
    source: str
    text: str
    span: Span


@frozen(kw_only=True)
class Disagreement:
    """Several values stated of one subject, between or within documents."""

    id: str
    subject: str
    values: tuple[Voice, ...]


@frozen(kw_only=True)
class Result:
    """Everything a report says."""

    old: Document
    new: Document
    sources: tuple[Document, ...]
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    packs: tuple[str, ...] = ()

    def document(self, id: str) -> Document:
        """The document with this id; KeyError when there is none."""
        for document in (self.old, self.new, *self.sources):
            if document.id == id:
                return document
        raise KeyError(id)
