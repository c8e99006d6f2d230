"""Which words of two passages have been told, so that one changed fact is one finding."""

from __future__ import annotations

from reconcile.changes.change import Change, Range
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.fields import field, slotted

_BESIDE = 2  # words beside a claim that only one side makes, told with it


@slotted
class Ledger:
    """Word numbers of either side: told by a change, or accounted for by an equal claim too."""

    told: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    accounted: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    measured: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    alone: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))  # told of one side only

    def free(self, side: int, placed: Placed) -> bool:
        """True for a claim none of whose words is told, and not all of whose words are those of a figure."""
        words = range(*placed.words)
        return self.told[side].isdisjoint(words) and not self.measured[side].issuperset(words)

    def told_alone(self, side: int, placed: Placed) -> bool:
        """True for a claim within words that are told as what only their side says."""
        return self.alone[side].issuperset(range(*placed.words))

    def untold(self, diff: Comparison) -> int:
        """In how many places the passages differ in words that no change has told."""
        return sum(
            self.told[0].isdisjoint(range(*region.old))
            and self.told[1].isdisjoint(range(*region.new))
            and not (
                self.accounted[0].issuperset(range(*region.old))
                and self.accounted[1].issuperset(range(*region.new))
            )
            for region in diff.regions
        )

    def tells(self, change: Change, diff: Comparison, small: frozenset[str]) -> bool:
        """True for a word or two beside a claim told of one side: ", 140 of them girls"."""
        if (change.old is None) == (change.new is None):
            return False
        side, passage = (0, diff.old) if change.old else (1, diff.new)
        words = range(*passage.word_range(*(change.old or change.new or (0, 0))))
        rest = [n for n in words if n not in self.accounted[side] and passage.carries(n, small)]
        return len(rest) <= _BESIDE and not self.alone[side].isdisjoint(words)

    def leave_out(self, side: int, words: set[int]) -> None:
        """Words that state nothing."""
        self.accounted[side].update(words)
        self.measured[side].update(words)

    def account(self, old: Range, new: Range, measured: bool) -> None:
        """Words of two equal claims; `measured`: the claims say all that these words say."""
        for side, words in enumerate((old, new)):
            self.accounted[side].update(range(*words))
            if measured:
                self.measured[side].update(range(*words))

    def tell(self, side: int, words: Range) -> None:
        """Words of one side that a change tells."""
        self.told[side].update(range(*words))
        self.accounted[side].update(range(*words))
