"""A mention: a value, and where in the prose it stands."""

from __future__ import annotations

from typing import Generic, TypeVar

from reconcile.fields import frozen

T = TypeVar("T", covariant=True)


@frozen
class Found(Generic[T]):
    """`value` is said by the prose range [start, end), in code points of the text searched."""

    start: int
    end: int
    value: T

    def meets(self, other: Found[object]) -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end
