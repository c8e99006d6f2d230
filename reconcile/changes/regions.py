"""Where two passages differ: runs of words, bridged over islands too small to mean anything."""

from __future__ import annotations

from collections.abc import Mapping

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
class View:
    """A comparison as one of its sides sees it: `here` is that side, `there` the other one."""

    here: Passage
    there: Passage
    across: Mapping[int, int]  # number of a word here -> of the equal word there
    regions: tuple[tuple[Range, Range], ...]  # the words here, and those there

    def region(self, words: Range) -> tuple[Range, Range] | None:
        """The first region that words [start, end) of this side touch, or None."""
        touched = _touched(words, [here for here, _ in self.regions])
        return None if touched is None else self.regions[touched]


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

    def seen_from(self, added: bool) -> View:
        """The comparison from the side that what was `added` stands on, the new one, or from the old one."""
        if added:
            return View(self.new, self.old, self.backward, tuple((one.new, one.old) for one in self.regions))
        return View(self.old, self.new, self.forward, tuple((one.old, one.new) for one in self.regions))


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
            words = range(edit.old_start, edit.old_end)
            island = len(words) <= _ISLAND and not any(old.carries(number, small) for number in words)
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
