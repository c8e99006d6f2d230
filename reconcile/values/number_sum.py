"""Number words added up: the grammar of English numerals."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.fields import slotted


@slotted
class Sum:
    """Number words added up, one after the other; the grammar of English numerals up to trillions."""

    total: float = 0
    current: float = -1  # below 0: nothing yet
    lowest: float = 1e18  # the last large scale; the next one must be smaller
    grain: float = 1

    @property
    def value(self) -> float:
        return self.total + max(self.current, 0)

    def add(self, word: str, worth: Mapping[str, float], scales: Mapping[str, float]) -> bool:
        """Whether `word` belongs to the number; it is then added."""
        if word in ("a", "an"):
            return self.current < 0
        if word == "and":
            return self.grain >= 100 or (self.current > 0 and self.current % 100 == 0)
        scale = scales.get(word)
        return self._unit(worth[word]) if scale is None else self._scale(scale)

    def _unit(self, worth: float) -> bool:
        fresh = self.current < 0
        hundreds = self.current > 0 and self.current % 100 == 0 and worth < 100
        tens = self.current > 0 and self.current % 100 >= 20 and self.current % 10 == 0 and 0 < worth < 10
        if not (fresh or hundreds or tens) or (worth == 0 and self.value):
            return False
        self.current, self.grain = max(self.current, 0) + worth, 1
        return True

    def _scale(self, scale: float) -> bool:
        count = 1 if self.current < 0 and not self.total else self.current
        if count < 1 or (scale < 1000 and count >= 100) or scale >= self.lowest:
            return False
        if scale < 1000:
            self.current, self.grain = count * scale, scale if self.total else 1
            return True
        self.total, self.current, self.lowest, self.grain = self.total + count * scale, -1, scale, scale
        return True
