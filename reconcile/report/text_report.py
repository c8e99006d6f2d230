"""The report for the terminal: counts first, then the findings, most important first, a few lines each.

error  conflicting membership  seeds/new.txt:12:5
  Economic Cooperation Organization: 4 added, 3 removed
  old  comprises five countries: …
  new  comprises 7 countries: …
  rferl-2005: supports old, refutes new
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reconcile.model import Label, Level
from reconcile.report.order import by_importance
from reconcile.report.pairs import KINDS, pair_kinds
from reconcile.report.plain import Places
from reconcile.report.visible import one_line
from reconcile.result import Evidence, Finding, Result, Side
from reconcile.text.plural import counted

NAME = "text"
SUFFIX = ".txt"
FORMAT = "text/plain"

_COLOURS = {Level.ERROR: "31;1", Level.WARNING: "33;1", Level.NOTE: "36"}
_LONGEST = 240  # code points of a passage; the other reports have all of it
Paint = Callable[[str, str], str]


def render(result: Result, *, colour: bool = False) -> str:
    """`result` as lines of text; with `colour`, ANSI escapes are put round words, none within them."""
    paint = _paint if colour else _bare
    lines = [*_head(result, paint)]
    places = Places(result)
    for finding in by_importance(result.findings):
        lines += ["", *_finding(finding, places, paint)]
    return "\n".join([*lines, ""])


def _paint(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if text else ""


def _bare(text: str, code: str) -> str:
    return text


def _head(result: Result, paint: Paint) -> Iterator[str]:
    for name, document in (("old", result.old), ("new", result.new)):
        yield f"{name}  {paint(one_line(document.id), '1')}  {one_line(document.path or '')}".rstrip()
    if result.sources:
        yield f"sources  {', '.join(one_line(source.id) for source in result.sources)}"
    kinds = pair_kinds(result)
    told = [f"{kinds.count(kind)} {kind}" for kind in reversed(KINDS) if kind in kinds]
    yield f"sentences: {', '.join(told) or 'none'}"
    counts = []
    for level in Level:
        number = sum(finding.level is level for finding in result.findings)
        counts.append(paint(counted(number, level.value), _COLOURS[level]) if number else f"0 {level.value}s")
    yield f"findings: {', '.join(counts)}"
    if result.verdicts:
        labels = [verdict.label for verdict in result.verdicts]
        yield f"verdicts: {', '.join(f'{labels.count(label)} {label.value}' for label in Label)}"


def _finding(finding: Finding, places: Places, paint: Paint) -> Iterator[str]:
    side = finding.new or finding.old
    level = paint(finding.level.value, _COLOURS[finding.level])
    what = f"{finding.relation.value if finding.relation else finding.kind} {finding.claim}"
    yield f"{level}  {what}  {paint(_where(side, places), '2')}  {paint(finding.id, '2')}".rstrip()
    yield f"  {paint(one_line(finding.message), '1')}"
    sides = [(name, part) for name, part in (("old", finding.old), ("new", finding.new)) if part]
    if not all(part.text in finding.message for _, part in sides):
        yield from (f"  {name}  {_shorten(one_line(part.text))}" for name, part in sides)
    for item in finding.evidence:
        if told := _verdicts(item):
            yield f"  {one_line(item.source)}: {told}"
    if finding.decision.get("status") != "open":
        yield f"  decision: {one_line(str(finding.decision.get('status')))}"


def _verdicts(item: Evidence) -> str:
    sides = (("old", item.old), ("new", item.new))
    return ", ".join(f"{label.value} {name}" for name, label in sides if label)


def _where(side: Side | None, places: Places) -> str:
    if side is None:
        return ""
    line, column = places.at(side.document, side.span.start)
    return f"{one_line(places.path(side.document) or side.document)}:{line}:{column}"


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
