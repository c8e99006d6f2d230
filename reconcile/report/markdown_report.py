"""The report for a comment on a pull request: a table of counts, then the findings, the worst first.

Notes are folded away, and a comment has a longest length, so findings that no longer fit are counted, not
silently cut. Whatever a document says is escaped: it can neither format, link, mention nor close a fold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.model import Level
from reconcile.report.cards import finding_diff
from reconcile.report.diff import DELETE, EQUAL, Part
from reconcile.report.order import by_importance
from reconcile.report.pairs import KINDS, pair_kinds
from reconcile.report.plain import Places
from reconcile.report.visible import visible
from reconcile.result import Evidence, Finding, Result, Side
from reconcile.text.late import late
from reconcile.text.plural import counted

NAME = "markdown"
SUFFIX = ".md"
FORMAT = "text/markdown"

_SPECIAL = late(r"[\\`*_\[\]<>~|&]|:(?=//)|(?<=www)\.|^[-+=#:]")
_LISTED = late(r"^(\d{1,9})([.)])")
_CALLING = late(r"[@#](?=\w)")  # a person or an issue would be linked, and told of it
_LONGEST = 60_000  # characters; a comment on GitHub may have 65,536
_SIGNS = {Level.ERROR: "🔴", Level.WARNING: "🟠", Level.NOTE: "⚪"}


def render(result: Result) -> str:
    """`result` as GitHub-flavoured Markdown."""
    places = Places(result)
    told = [f for f in by_importance(result.findings) if f.level is not Level.NOTE]
    notes = [f for f in by_importance(result.findings) if f.level is Level.NOTE]
    head = "\n".join(_head(result))
    body = list(_fitting([_finding(finding, places) for finding in told], _LONGEST - len(head)))
    room = _LONGEST - len(head) - sum(map(len, body))
    folded = list(_fitting([_finding(finding, places) for finding in notes], room))
    if folded:
        count = counted(len(notes), "note")
        body += [f"<details><summary>{count}</summary>\n", *folded, "</details>\n"]
    return "\n".join([head, *body])


def escape(text: str) -> str:
    """`text` on one line, so that Markdown takes every character for itself."""
    escaped = _SPECIAL.sub(lambda match: f"\\{match.group()}", visible(" ".join(text.split())))
    escaped = _LISTED.sub(r"\1\\\2", escaped)
    return _CALLING.sub(lambda match: f"{match.group()}<!-- -->", escaped)


def _head(result: Result) -> Iterator[str]:
    yield f"### {escape(result.old.id)} → {escape(result.new.id)}: what changed\n"
    counts = [sum(finding.level is level for finding in result.findings) for level in Level]
    yield "| " + " | ".join(f"{_SIGNS[level]} {level.value}" for level in Level) + " |"
    yield "|" + " ---: |" * len(counts)
    yield "| " + " | ".join(map(str, counts)) + " |\n"
    kinds = pair_kinds(result)
    told = [f"{kinds.count(kind)} {kind}" for kind in reversed(KINDS) if kind in kinds]
    yield f"Sentences: {', '.join(told) or 'none'}.\n"


def _fitting(texts: Iterable[str], room: int) -> Iterator[str]:
    left = 0
    for text in texts:
        room -= len(text) + 1
        if room >= 0:
            yield text
        else:
            left += 1
    if left:
        yield f"… and {left} more; the YAML and HTML reports have all of them.\n"


def _finding(finding: Finding, places: Places) -> str:
    side = finding.new or finding.old
    what = f"{finding.relation.value if finding.relation else finding.kind} {finding.claim}"
    level, where = finding.level.value, _where(side, places)
    lines = [
        f"- {_SIGNS[finding.level]} **{escape(finding.message)}** — {level}, {escape(what)}{where}",
    ]
    if not side or side.text not in finding.message or finding.old is not None:
        lines.append(f"  > {_change(finding)}")
    lines += [f"  - {told}" for item in finding.evidence if (told := _evidence(item, places))]
    if finding.decision.get("status") != "open":
        lines.append(f"  - decision: {escape(str(finding.decision.get('status')))}")
    return "\n".join(lines) + "\n"


def _change(finding: Finding) -> str:
    """The passage with its words marked; elements, because ** and ~~ do not hold beside punctuation."""
    diff = finding_diff(finding)
    if diff is None:
        side = finding.new or finding.old
        return escape((side.context or side.text) if side else "")
    return " ".join("".join(map(_marked, diff.parts)).split())


def _marked(part: Part) -> str:
    core = part.text.strip()
    before = " " if part.text[:1].isspace() else ""
    after = " " if part.text[-1:].isspace() else ""
    if part.op == DELETE and part.aside:
        return before
    if part.op == EQUAL or part.aside or not core:
        return f"{before}{escape(core)}{after}"
    tag = "del" if part.op == DELETE else "ins"
    return f"{before}<{tag}>{escape(core)}</{tag}>{after}"


def _where(side: Side | None, places: Places) -> str:
    if side is None:
        return ""
    line, _ = places.at(side.document, side.span.start)
    return f", {escape(places.path(side.document) or side.document)} line {line}"


def _evidence(item: Evidence, places: Places) -> str:
    labels = [f"{label.value} {name}" for name, label in (("old", item.old), ("new", item.new)) if label]
    line, _ = places.at(item.source, item.span.start)
    return f"{escape(item.source)} line {line}: {', '.join(labels)}: “{escape(item.text)}”" if labels else ""
