"""Writes prose out of a library's text by way of its runs, for Markdown and reStructuredText."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reconcile.model import Dropped
from reconcile.readers.lines import dropped
from reconcile.readers.markdown_places import Run
from reconcile.readers.prose import Prose
from reconcile.readers.roles import Step


class Writer:
    """Collects prose and what is left out; ranges are of the library's text, `runs` tie it to the file."""

    def __init__(self, text: str) -> None:
        self.prose = Prose(text)
        self.dropped: list[Dropped] = []
        self._text = text

    def copy(self, runs: Sequence[Run], low: int, high: int) -> None:
        """Copy [low, high); lines of the file are joined by a space."""
        at = low
        for run in _overlapping(runs, low, high):
            first, last = max(low, run.content), min(high, run.content + run.length)
            start = run.start + first - run.content
            if first > at:
                self.prose.space(start, start)
            self.prose.copy(start, start + last - first)
            at = last
        if at < high:
            self.gap(runs, at)

    def gap(self, runs: Sequence[Run], at: int) -> None:
        """A word ends at `at`."""
        before = bisect_right(runs, at, key=_content) - 1
        if before >= 0:
            run = runs[before]
            place = run.start + min(run.length, at - run.content)
            self.prose.space(place, place)

    def replace(self, shown: str, runs: Sequence[Run], low: int, high: int) -> None:
        """Show `shown` for [low, high)."""
        found = place(runs, low, high)
        if found is not None:
            self.prose.replace(shown, *found)

    def cite(self, note: str, runs: Sequence[Run], low: int, high: int) -> None:
        """A reference mark at [low, high) for `note`."""
        found = place(runs, low, high)
        if found is not None:
            self.prose.cite(note, *found)

    def drop(self, kind: str, runs: Sequence[Run], low: int, high: int) -> None:
        """Leave [low, high) out."""
        found = place(runs, low, high)
        if found is not None:
            self.dropped.append(dropped(kind, self._text, *found))

    def do(self, step: Step, runs: Sequence[Run]) -> None:
        """What the step says; "end" is nothing to do."""
        if step.do == "copy":
            self.copy(runs, step.low, step.high)
        elif step.do == "replace":
            self.replace(step.text, runs, step.low, step.high)
        elif step.do == "cite":
            self.cite(step.text, runs, step.low, step.high)
        elif step.do == "drop":
            self.drop(step.text, runs, step.low, step.high)
        elif step.do == "link":
            self.prose.open_link(step.text)
        elif step.do == "unlink":
            self.prose.close_link()


def place(runs: Sequence[Run], low: int, high: int) -> tuple[int, int] | None:
    """Where [low, high) stands in the file, from its first to its last character; None where nowhere."""
    found = list(_overlapping(runs, low, high))
    if not found:
        return None
    first, last = found[0], found[-1]
    start = first.start + max(0, low - first.content)
    return start, last.start + min(last.length, high - last.content)


def _content(run: Run) -> int:
    return run.content


def _overlapping(runs: Sequence[Run], low: int, high: int) -> Iterator[Run]:
    """The runs that share a character with [low, high)."""
    at = max(0, bisect_right(runs, low, key=_content) - 1)
    while at < len(runs) and runs[at].content < high:
        if runs[at].content + runs[at].length > low:
            yield runs[at]
        at += 1
