"""Numbers of things, as they are told to people."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`number` of what `noun` says in the singular: 1 finding, 2 findings."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
