"""What a check says on the terminal: one line a finding, or all of it with the words that changed.

guide.md:12:23: error same-fact: The Union: “46 members” here, “45 members” in README.md:3  [1f3a9c02b7de]
   12 | The Union has 46 members.
      |               ^^^^^^^^^^
    in README.md:3: The Union has 45 members.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.commands.check_work import Checked
from reconcile.model import Level
from reconcile.report.order import by_importance
from reconcile.report.visible import one_line, visible
from reconcile.result import Evidence, Finding, Side
from reconcile.span import Lines
from reconcile.text.plural import counted

_MOST_ASIDE = 40  # warnings listed below errors; the rest are counted
_COLOURS = {Level.ERROR: "31;1", Level.WARNING: "33;1", Level.NOTE: "36"}
_WIDEST = 160  # code points of a line that is shown


class Printer:
    """Prints the findings of one check."""

    def __init__(self, checked: Checked, *, full: bool, colour: bool, settled_by: str) -> None:
        """`full` shows lines, words and evidence; `settled_by` is as in `advice`."""
        self._checked, self._full, self._colour = checked, full, colour
        self._settled_by = settled_by
        self._documents = {document.id: document for document in checked.documents}
        self._lines: dict[str, Lines] = {}

    def lines(self, failed: bool, gate: str) -> Iterator[str]:
        """Everything that is to be printed; nothing for a check without findings and notices."""
        found = by_importance(one for one in self._checked.findings if one.level is not Level.NOTE)
        errors = [one for one in found if one.level is Level.ERROR]
        others = [one for one in found if one.level is not Level.ERROR]
        for one in errors:
            yield from self.finding(one, full=self._full)
        for one in others[:_MOST_ASIDE]:
            yield from self.finding(one, full=self._full and not errors)
        if len(others) > _MOST_ASIDE:
            yield f"… and {len(others) - _MOST_ASIDE} further warnings; -o FILE writes them all"
        if found:
            yield from self._end(errors, others, failed, gate)

    def finding(self, one: Finding, *, full: bool = True) -> Iterator[str]:
        """The lines that tell one finding."""
        side = one.new or one.old
        where = self._place(side) if side else ""
        level = self._paint(one.level.value, _COLOURS[one.level])
        yield f"{where}: {level} {one.rule}: {one_line(one.message)}  [{one.id}]"
        if not full or side is None:
            return
        yield from self._shown(side)
        if one.kind == "change" and one.old and one.new:
            yield f"    {self._diff(one.old, one.new)}"
        elif one.old and one.new:
            yield f"    {self._place(one.old)}: {_cut(one_line(one.old.context or one.old.text))}"
        for item in one.evidence:
            if item.new or item.old:
                yield f"    {self._evidence(item)}"
        if one.why:
            yield f"    because {one_line(one.why)}"

    def _shown(self, side: Side) -> Iterator[str]:
        """The line of the file with the words underlined."""
        document = self._documents.get(side.document)
        if document is None:
            return
        line, column = self._at(side.document, side.span.start)
        begin = side.span.start - column + 1
        text = document.text[begin:].split("\n", 1)[0].rstrip("\r")
        shift = max(0, column - _WIDEST // 2) if len(text) > _WIDEST else 0
        width = min(side.span.end, begin + len(text)) - side.span.start
        shown = text[shift : shift + _WIDEST]
        width = max(1, min(width, len(shown) - (column - 1 - shift)))
        number = f"{line:>5} | "
        yield f"{number}{visible(shown.replace(chr(9), ' '))}"
        yield f"{' ' * (len(number) - 2)}| {' ' * (column - 1 - shift)}{'^' * width}"

    def _diff(self, old: Side, new: Side) -> str:
        from reconcile.report.diff import word_diff

        parts = []
        for part in word_diff(old.context or old.text, new.context or new.text).parts:
            text = visible(part.text.replace("\n", " ").replace("\r", ""))
            if part.op == "equal":
                parts.append(_middle(text))
            elif part.op == "delete":
                parts.append(self._paint(f"[-{text}-]", "31"))
            else:
                parts.append(self._paint(f"{{+{text}+}}", "32"))
        return "".join(parts).strip()

    def _evidence(self, item: Evidence) -> str:
        says = [
            f"{label.value} the {name} text"
            for name, label in (("new", item.new), ("old", item.old))
            if label
        ]
        place = self._place(Side(document=item.source, text="", span=item.span))
        return f"{place}: {', '.join(says)}: {_cut(one_line(item.text))}"

    def _place(self, side: Side) -> str:
        document = self._documents.get(side.document)
        if document is None:
            return side.document
        line, column = self._at(side.document, side.span.start)
        path = document.path or document.id
        old = f" ({side.document.rsplit('@', 1)[1]})" if side.document.startswith(f"{path}@") else ""
        return f"{one_line(path)}:{line}:{column}{old}"

    def _at(self, id: str, offset: int) -> tuple[int, int]:
        if id not in self._lines:
            self._lines[id] = Lines(self._documents[id].text)
        return self._lines[id].at(offset)

    def _end(
        self, errors: Sequence[Finding], others: Sequence[Finding], failed: bool, gate: str
    ) -> Iterator[str]:
        checked = self._checked
        counts = [counted(len(errors), "error"), counted(len(others), "warning")]
        counts += [f"{checked.ignored} ignored"] if checked.ignored else []
        counts += [f"{checked.settled} settled"] if checked.settled else []
        yield f"{', '.join(counts)} in {counted(len(checked.files), 'document')}"
        if failed and errors:
            yield advice(errors[0], self._settled_by)
        elif gate == "none" or not failed:
            yield _passed([*errors, *others], self._settled_by)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text


def _passed(found: Sequence[Finding], settled_by: str) -> str:
    """What may be done where nothing fails."""
    first = next((one for one in found if one.kind != "comment"), None) if settled_by else None
    if first is None:
        return "next: nothing stops this edit; look at the lines above"
    settle = f'reconcile decide {first.id} new {settled_by} --why "…"'
    return f"next: nothing stops this edit; to hold the new text against later edits, settle it: {settle}"


def advice(first: Finding, settled_by: str) -> str:
    """What to do about findings, for the first of them.

    `settled_by` is the option by which `reconcile decide` finds them; empty where it cannot.
    """
    if not settled_by:
        comment = f"<!-- reconcile: ignore[{first.rule}] reason -->"
        return f"next: mend the text, or silence it with its reason: {comment}"
    return (
        f'next: mend the text, or settle it: reconcile decide {first.id} new {settled_by} --why "…" '
        "(old, both, false-alarm …) and git add the decision"
    )


def explained(finding: Finding) -> Iterator[str]:
    """All that is known of one finding."""
    yield f"  kind {finding.kind}, claim {finding.claim}, rule {finding.rule}, key {finding.key}"
    yield f"  subject {finding.subject or '–'}, object {finding.object or '–'}"
    for name, side in (("old", finding.old), ("new", finding.new)):
        if side and side.value is not None:
            yield f"  {name} read as {', '.join(f'{key} {value}' for key, value in side.value.items())}"
    yield f"  score {finding.score:g}"
    for number, step in enumerate(finding.steps, 1):
        yield f"  {number}. {step.score:+.3f}  {step.what}: {step.why}"
    yield f"  decision: {finding.decision.get('reason') or finding.decision.get('status')}"


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _middle(text: str) -> str:
    """An unchanged stretch of a diff, shortened in its middle."""
    return text if len(text) <= 80 else f"{text[:38]} … {text[-38:]}"
