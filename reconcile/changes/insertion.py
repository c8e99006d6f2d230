"""Words put in as a part of their own: "the guests who {are not members and} are not ready".

Equal words on both ends of an insertion let it stand in several places ("members and are not" behind
"are not" is the same insertion); it is a part of its own if it is one in any of them.
"""

from __future__ import annotations

from reconcile.changes.change import Range
from reconcile.changes.passage import Passage
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lists import word_set


def has_own(diff: Comparison, place: Range, added: bool, lexicon: Lexicon) -> bool:
    """True for a word at `place` that was put in together with all that stands behind it in its part."""
    seen = diff.seen_from(added)
    words = seen.here.word_range(*place)
    region = seen.region(words)
    small = word_set(lexicon, "function-words")
    if region is None or any(seen.there.carries(number, small) for number in range(*region[1])):
        return False
    return any(
        first >= start and _is_part(seen.here, start, last, end, lexicon)
        for first, last, start, end in _turned(seen.here, words, region[0])
    )


def _turned(here: Passage, words: Range, region: Range) -> list[tuple[int, int, int, int]]:
    """`words` and `region` as they stand, and moved to the left as long as the insertion is the same."""
    (first, last), (start, end) = words, region
    found = [(first, last, start, end)]
    while start > 0 and here.words[start - 1].folded == here.words[end - 1].folded:
        if first <= end - 1 < last:
            first, last = first - (end - start), last - (end - start)
        start, end = start - 1, end - 1
        found.append((first, last, start, end))
    return found


def _is_part(here: Passage, start: int, behind: int, end: int, lexicon: Lexicon) -> bool:
    """True where words [behind, end) say something, and [start, end) is parted from what follows."""
    small = word_set(lexicon, "function-words")
    if not any(here.carries(number, small) for number in range(behind, end)):
        return False
    ends = end == len(here.words) or not here.words[end].folded[0].isalnum()
    edges = {here.words[start].folded, here.words[end - 1].folded}
    return ends or not edges.isdisjoint(word_set(lexicon, "joining-words"))
