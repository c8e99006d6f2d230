"""Phrases that end where something begins: "at least" before a figure, "since early" before a date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Endings = Mapping[str, tuple[str, ...]]

_REACH = 40  # characters; a longer phrase is not found
_OPENING = "([{\"'“‘—–"


def endings(phrases: Iterable[str]) -> Endings:
    """The phrases by their last word, the longest first."""
    table: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        table.setdefault(phrase.rsplit(" ", 1)[-1].lower(), []).append(phrase.lower())
    return {last: tuple(group) for last, group in table.items()}


def phrase_before(text: str, start: int, known: Endings) -> tuple[int, str] | None:
    """Where the longest phrase that ends at `start` (spaces aside) begins, and the phrase, lower-case."""
    head = text[max(0, start - _REACH) : start]
    tail = head.rstrip()
    if not tail or (len(tail) == len(head) and tail[-1].isalnum()):
        return None
    low = tail.lower().replace("\u00a0", " ")
    last = low[low.rfind(" ") + 1 :].lstrip(_OPENING)
    for phrase in known.get(last) or known.get(low[-1], ()):
        begin = len(low) - len(phrase)
        if low.endswith(phrase) and (begin == 0 or not (low[begin - 1].isalnum() or low[begin - 1] == "-")):
            return start - len(head) + begin, phrase
    return None


def word_before(text: str, start: int) -> str:
    """The word directly before `start`, as it stands; empty when something else stands there."""
    end = start
    while end > 0 and (text[end - 1].isspace() or text[end - 1] == "-"):
        end -= 1
    if end == start:
        return ""
    if end > 0 and text[end - 1] == ".":
        end -= 1
    begin = end
    while begin > 0 and text[begin - 1].isalpha() and end - begin < _REACH:
        begin -= 1
    return text[begin:end]
