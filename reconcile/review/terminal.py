"""The review for those without a browser: one finding at a time, one key each.

A decision is written at once, so a review can be left at any time and taken up where it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reconcile.decisions.bundle import Word
from reconcile.fields import field, frozen, slotted
from reconcile.model import Json
from reconcile.report.visible import one_line, visible
from reconcile.result import Finding, Side
from reconcile.review.desk import UNDO, Desk

KEYS = {"n": "new", "a": "new", "o": "old", "r": "old", "b": "both", "x": "neither", "f": "false-alarm"}
KEYS |= {"l": "later"}
HELP = """\
  n or a  the new text is right (accept)     o or r  the old text is right (reject)
  b       both hold                          x       neither: you are asked what is right
  f       false alarm                        l       later
  s or Enter  skip      w  type a reason for the next decisions      u  undo the last one
  q       leave; what is decided stays       ?       this help"""


@frozen(kw_only=True)
class Terminal:
    """A terminal: one key, one line of text after a prompt, and a line that is written."""

    key: Callable[[str], str]  # shows a prompt; "" at the end of input
    ask: Callable[[str], str]
    say: Callable[[str], None]


@slotted
class _Sitting:
    why: str = ""
    done: list[tuple[int, Finding]] = field(default_factory=list)  # with their positions
    left: bool = False


def review(desk: Desk, terminal: Terminal) -> int:
    """Go through the pending findings; the number of those still open at the end is returned."""
    sitting = _Sitting()
    todo = list(desk.pending())
    total = len(desk.findings)
    position = 0
    while position < len(todo) and not sitting.left:
        settled = total - len(todo) + len(sitting.done)
        finding, said = todo[position]
        terminal.say(f"\n[{settled} of {total} settled]")
        for line in told(finding, said):
            terminal.say(line)
        position = _turn(desk, terminal, sitting, finding, position)
    return len(desk.pending())


def _turn(desk: Desk, terminal: Terminal, sitting: _Sitting, finding: Finding, position: int) -> int:
    """Ask until the finding is decided or left; the position to go on at."""
    while True:
        key = terminal.key("new/old/both/x/false/later, skip, why, undo, quit, ? ").lower()
        if key in ("q", "", "\x03", "\x04"):
            sitting.left = True
            return position
        if key in ("s", "\r", "\n"):
            return position + 1
        if key == "w":
            sitting.why = terminal.ask("reason: ").strip()
        elif key == "u" and sitting.done:
            back, last = sitting.done.pop()
            desk.settle([Word(id=last.id, status=UNDO)])
            terminal.say(f"taken back: {visible(last.message)}")
            return back
        elif key in KEYS:
            if _decided(desk, terminal, sitting, finding, KEYS[key]):
                sitting.done.append((position, finding))
                return position + 1
        else:
            terminal.say(HELP)


def _decided(desk: Desk, terminal: Terminal, sitting: _Sitting, finding: Finding, status: str) -> bool:
    value = terminal.ask("what is right? ").strip() if status == "neither" else ""
    problems = desk.settle([Word(id=finding.id, status=status, why=sitting.why, value=value or None)])
    for problem in problems:
        terminal.say(problem)
    if not problems:
        terminal.say(f"→ {status}")
    return not problems


def told(finding: Finding, said: Mapping[str, Json]) -> Iterator[str]:
    """A finding in a few lines, with what the sources say and why it is open again."""
    yield f"{finding.id}  {finding.level.value}  {finding.claim}  {one_line(finding.message)}"
    for name, side in (("old", finding.old), ("new", finding.new)):
        yield f"  {name}  {_side(side)}"
    for row in finding.evidence:
        labels = (("old", row.old), ("new", row.new))
        verdicts = ", ".join(f"{label.value} {name}" for name, label in labels if label)
        yield f"  {one_line(row.source)} {verdicts}: {one_line(row.text)}"
    if reason := said.get("reason"):
        yield f"  open again: {one_line(str(reason))}"
    elif said["status"] == "later":
        yield f"  put off on {said.get('day')} {one_line(str(said.get('why') or ''))}".rstrip()


def commands(desk: Desk) -> Iterator[str]:
    """The pending findings and the exact command for each, for where there is no terminal."""
    pending = desk.pending()
    for finding, said in pending:
        yield from told(finding, said)
        yield f'  reconcile decide {finding.id} new|old|both|neither|false-alarm|later --why "…"'
        yield ""
    total = len(desk.findings)
    yield f"{total - len(pending)} of {total} settled, {len(pending)} open"


def _side(side: Side | None) -> str:
    return one_line(side.context or side.text) if side else "(not stated)"
