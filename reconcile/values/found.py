"""A mention: a value, and where in the prose it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """`value` is said by the prose range [start, end), in code points of the text searched."""

    start: int
    end: int
    value: T
