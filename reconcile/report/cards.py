"""A finding as the page shows it: its record, its diff, and the anchors of all it points to."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.fields import frozen
from reconcile.model import Json, Label
from reconcile.report.anchors import Anchors
from reconcile.report.diff import Diff, focus, word_diff
from reconcile.report.order import by_importance
from reconcile.report.plain import Record
from reconcile.report.visible import visible
from reconcile.result import Finding, Result, Side


@frozen(kw_only=True)
class Card:
    """What the template of one finding needs."""

    record: Record  # the finding as in `record(result)`
    diff: Diff | None  # None where both sides say the same
    text: str  # what both sides say, where there is no diff
    anchors: dict[str, str | None]  # old, new
    evidence: tuple[tuple[Json, str | None], ...]  # evidence record and anchor
    verdicts: tuple[str, ...]  # the labels that occur, each once
    documents: tuple[str, ...]  # ids, as they are shown, of its sides' and its evidence's documents
    status: str  # of the decision, or why it is open again: open, reopened, conflicts, new, old …
    state: str  # open, settled, later, reopened, conflicts

    @property
    def index(self) -> list[Json]:
        """What the page filters by: id, level, claim, kind, verdicts, status, lower-case text, documents."""
        told = self.record
        sides = [side for side in (told["old"], told["new"]) if isinstance(side, dict)]
        texts = [told["message"], told["subject"], told["object"], told["rule"]]
        texts += [side["text"] for side in sides]
        searched = " ".join(str(text) for text in texts if text).lower()
        return [
            told["id"], told["level"], told["claim"], told["relation"] or told["kind"],
            list(self.verdicts), self.status, searched, list(self.documents),
        ]  # fmt: skip


def cards(result: Result, records: list[Record]) -> list[Card]:
    """The findings of `result` as cards, most important first; `records` are theirs, in their order."""
    anchors = Anchors(result)
    by_identity = {id(finding): told for finding, told in zip(result.findings, records, strict=True)}
    return [_card(finding, by_identity[id(finding)], anchors) for finding in by_importance(result.findings)]


def _card(finding: Finding, told: Record, anchors: Anchors) -> Card:
    status = str(finding.decision.get("status", "open"))
    state = str(finding.decision.get("state", "open" if status == "open" else "settled"))
    old, new = _context(finding.old), _context(finding.new)
    evidence = told["evidence"] if isinstance(told["evidence"], list) else []
    return Card(
        record=told,
        diff=finding_diff(finding),
        text=new or old,
        anchors={"old": anchors.side(finding.old), "new": anchors.side(finding.new)},
        evidence=tuple(
            (item, anchors.of(proof.source, proof.span))
            for item, proof in zip(evidence, finding.evidence, strict=True)
        ),
        verdicts=tuple(label.value for label in Label if label in set(_labels(finding))),
        documents=_documents(finding),
        status=state if status == "open" else status,
        state=state,
    )


def finding_diff(finding: Finding) -> Diff | None:
    """The diff of the two passages, with what lies outside the finding's own words set aside.

    None where both sides say the same.
    """
    old, new = _context(finding.old), _context(finding.new)
    if old == new:
        return None
    diff = word_diff(old, new)
    ranges = [_range(side, text) for side, text in ((finding.old, old), (finding.new, new))]
    return diff if diff.whole else Diff(parts=focus(diff, ranges[0], ranges[1]))


def _range(side: Side | None, context: str) -> tuple[int, int]:
    start = context.find(side.text) if side else -1
    return (start, start + len(side.text)) if side and start >= 0 else (0, len(context))


def _context(side: Side | None) -> str:
    return (side.context or side.text) if side else ""


def _documents(finding: Finding) -> tuple[str, ...]:
    sides = [side.document for side in (finding.old, finding.new) if side]
    named = dict.fromkeys([*sides, *(item.source for item in finding.evidence)])
    return tuple(map(visible, named))


def _labels(finding: Finding) -> Iterator[Label]:
    for item in finding.evidence:
        yield from (label for label in (item.old, item.new) if label)
