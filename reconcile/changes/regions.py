"""Where two passages differ: runs of words, bridged over islands too small to mean anything."""

from __future__ import annotations

from reconcile.changes.change import Range
from reconcile.changes.passage import Passage
from reconcile.fields import frozen
from reconcile.text.words import Edit, edits

_ISLAND = 2  # equal words between two edits that are taken into one when none of them carries content


@frozen
class Region:
    """Word ranges that became one another; one of them may be empty."""

    old: Range
    new: Range


@frozen
class Comparison:
    """Two passages, where they differ, and which words stand in both."""

    old: Passage
    new: Passage
    regions: tuple[Region, ...]
    forward: dict[int, int]  # old word number -> new word number, for equal words
    backward: dict[int, int]

    def region_of_old(self, words: Range) -> int | None:
        """The number of the first region that old words [start, end) touch."""
        return _touched(words, [region.old for region in self.regions])

    def region_of_new(self, words: Range) -> int | None:
        """The number of the first region that new words [start, end) touch."""
        return _touched(words, [region.new for region in self.regions])


def comparison(old: Passage, new: Passage, small: frozenset[str]) -> Comparison:
    """How `new` differs from `old`; `small` are the words that carry no content."""
    script = edits(old.words, new.words)
    forward = {
        edit.old_start + n: edit.new_start + n
        for edit in script
        if edit.tag == "equal"
        for n in range(edit.old_end - edit.old_start)
    }
    return Comparison(
        old, new, _regions(script, old, small), forward, {there: here for here, there in forward.items()}
    )


def _regions(script: tuple[Edit, ...], old: Passage, small: frozenset[str]) -> tuple[Region, ...]:
    found: list[Region] = []
    island = True
    for edit in script:
        if edit.tag == "equal":
            words = old.words[edit.old_start : edit.old_end]
            island = len(words) <= _ISLAND and all(
                word.folded in small or not word.folded[0].isalnum() for word in words
            )
            continue
        region = Region((edit.old_start, edit.old_end), (edit.new_start, edit.new_end))
        if found and island:
            last = found.pop()
            region = Region((last.old[0], region.old[1]), (last.new[0], region.new[1]))
        found.append(region)
        island = False
    return tuple(found)


def _touched(words: Range, ranges: list[Range]) -> int | None:
    start, end = words
    for number, (low, high) in enumerate(ranges):
        if (low < end and start < high) or (low == high and start < low < end):
            return number
    return None
