"""Claims that a rule's patterns find, with their slots."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Match, Rule


def matches(text: str, rule: Rule) -> Iterator[Match]:
    """Where the rule's patterns stand in `text`: the first pattern that fits a place has it."""
    taken: list[tuple[int, int]] = []
    for pattern in rule.patterns:
        for match in pattern.find(text):
            if all(match.end <= start or end <= match.start for start, end in taken):
                taken.append((match.start, match.end))
                yield match


def slot(text: str, match: Match, name: str) -> str | None:
    """The words that fill the slot `name`, None when it is empty."""
    place = match.slots.get(name)
    return text[slice(*place)] if place else None
