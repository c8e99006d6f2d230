"""Claims by sources: what each source says of each claim of the two versions."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.fields import frozen
from reconcile.model import Label
from reconcile.report.anchors import Anchors
from reconcile.result import Result, Verdict


@frozen(kw_only=True)
class Cell:
    """A verdict, and the anchor of its evidence."""

    label: str
    why: str
    evidence: str | None
    href: str | None


@frozen(kw_only=True)
class Line:
    """A claim and its verdicts, one a source; None where a source was not asked."""

    type: str
    subject: str | None
    text: str
    side: str
    href: str | None
    cells: tuple[Cell | None, ...]

    @property
    def labels(self) -> set[str]:
        """The labels of its verdicts."""
        return {cell.label for cell in self.cells if cell}

    @property
    def silent(self) -> bool:
        """True when no source supports or refutes the claim."""
        return self.labels <= {Label.NOT_ENOUGH_INFO.value}


def matrix(result: Result) -> list[Line]:
    """One line a claim: refuted ones first, then supported ones, then the silent, else in their order."""
    groups: dict[tuple[object, ...], list[Verdict]] = {}
    for verdict in result.verdicts:
        claim = (verdict.side, verdict.type, verdict.subject, verdict.span, verdict.text)
        groups.setdefault(claim, []).append(verdict)
    anchors = Anchors(result)
    lines = [_line(result, verdicts, anchors) for verdicts in groups.values()]
    return sorted(lines, key=lambda line: (Label.REFUTES not in line.labels, line.silent))


def _line(result: Result, verdicts: Sequence[Verdict], anchors: Anchors) -> Line:
    first = verdicts[0]
    version = result.old if first.side == "old" else result.new
    href = anchors.of(version.id, first.span)
    by_source: dict[str, Verdict] = {}
    for verdict in verdicts:
        known = by_source.get(verdict.source)
        if known is None or known.label is Label.NOT_ENOUGH_INFO:
            by_source[verdict.source] = verdict
    return Line(
        type=first.type, subject=first.subject, text=first.text, side=first.side, href=href,
        cells=tuple(_cell(by_source.get(source.id), anchors) for source in result.sources),
    )  # fmt: skip


def _cell(verdict: Verdict | None, anchors: Anchors) -> Cell | None:
    if verdict is None:
        return None
    return Cell(
        label=verdict.label.value, why=verdict.why, evidence=verdict.evidence_text,
        href=anchors.of(verdict.source, verdict.evidence_span),
    )  # fmt: skip
