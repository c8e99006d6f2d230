"""The words of the other version that say the rest of what a claim's clause says."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.changes.change import Range
from reconcile.changes.passage import Passage
from reconcile.changes.regions import Comparison
from reconcile.claims.context import clause

_SHARE = 0.6  # of the clause's content words that must stand on the other side
_LED = 3  # words that may stand for those at `place` before the clause goes on
_FRAME = 3  # content words around a word put in that are enough by themselves


def counterpart(
    diff: Comparison, place: Range, added: bool, small: frozenset[str]
) -> tuple[Range | None, bool]:
    """Where the other passage has the clause around `place`, and whether it stands there as a statement.

    It does when most of the clause's content words outside of `place` are there too, or when `put_in`.
    """
    seen = diff.seen_from(added)
    here, there, across = seen.here, seen.there, seen.across
    low, high = here.word_range(*clause(here.text, *place))
    inside = range(*here.word_range(*place))
    around = [n for n in range(low, high) if n not in inside]
    mapped_here = [n for n in around if n in across]
    mapped = sorted(across[n] for n in mapped_here)
    if not mapped:
        return None, False
    content = [n for n in around if here.carries(n, small)]
    shared = [n for n in content if n in across]
    start, end = _run(mapped)
    stands = bool(content) and len(shared) >= _SHARE * len(content)
    stands = stands or put_in(diff, place, added, small)
    if inside.stop <= mapped_here[0]:
        start = _led(there, start, {*across.values()})
    return (there.words[start].start, there.words[end - 1].end), stands


def _led(there: Passage, start: int, mapped: set[int]) -> int:
    """Where the clause begins whose word `start` is, if few words stand before it and only there."""
    first, _ = there.word_range(*clause(there.text, there.words[start].start, there.words[start].end))
    led = range(first, start)
    return first if len(led) <= _LED and mapped.isdisjoint(led) else start


def put_in(diff: Comparison, place: Range, added: bool, small: frozenset[str]) -> bool:
    """True where nothing but the words at `place` was put into a run of words that stands on both sides."""
    seen = diff.seen_from(added)
    frame = _frame(range(*seen.here.word_range(*place)), seen.across)
    return sum(seen.here.carries(number, small) for number in frame) >= _FRAME


def _frame(inside: range, across: Mapping[int, int]) -> range:
    """The words around `inside` whose like stand in one run in the other passage."""
    low, high = inside.start - 1, inside.stop
    if low not in across or across.get(high) != across[low] + 1:
        return range(0)
    while across.get(low - 1) == across[low] - 1:
        low -= 1
    while across.get(high + 1) == across[high] + 1:
        high += 1
    return range(low, high + 1)


def _run(numbers: list[int]) -> Range:
    """The longest run of `numbers` without a large hole, so that a stray word does not widen the text."""
    best = current = [numbers[0]]
    for number in numbers[1:]:
        current = [*current, number] if number - current[-1] <= 8 else [number]
        best = max(best, current, key=len)
    return best[0], best[-1] + 1
