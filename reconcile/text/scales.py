"""Lines of a word list whose words exclude one another: "joined | left", "weeks | months | years"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Answers = Mapping[str, Mapping[int, int]]  # word -> question -> answer


def opponents(lines: Iterable[str]) -> Mapping[str, list[str]]:
    """Each word of lines of two sides, commas between words that say the same: those of the other side."""
    found: dict[str, list[str]] = {}  # no sets: of most words nobody asks
    for line in lines:
        left, _, right = unhyphenated(line).partition("|")
        ones, others = _words(left, ","), _words(right, ",")
        for words, against in ((ones, others), (others, ones)):
            for word in words:
                found[word] = [*found[word], *against] if word in found else against
    return found


def answers(lines: Iterable[str]) -> Answers:
    """Each word's questions, the lines it stands in, and which of their alternatives it is.

    Words that are the same alternative have + between them.
    """
    found: dict[str, dict[int, int]] = {}
    for question, line in enumerate(sorted(lines)):
        for answer, alternative in enumerate(unhyphenated(line).split("|")):
            for word in _words(alternative, "+"):
                found.setdefault(word, {})[question] = answer
    return found


def unhyphenated(words: str) -> str:
    """Words written with a hyphen as words apart: both are printed."""
    return words.replace("-", " ")


def _words(text: str, separator: str) -> list[str]:
    return list(filter(None, map(str.strip, text.split(separator))))
