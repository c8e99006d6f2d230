"""Digits that are no counts: results of games, ratings, versions, and what has to be passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.text.lists import alternation, per_lexicon, word_set
from reconcile.values.found import Found
from reconcile.values.quantity import SCORE, VERSION, Quantity

_NUMBER = r"\d{1,6}(?:\.\d+)?"
_PASSED_OVER = re.compile(
    r"""https?://\S+ | www\.\S+ | \S+@\w+\.\S+
    | \[\s*[a-z]?\d{1,4}(?:\s*[,–-]\s*\d{1,4})*\s*\]          # reference marks
    | (?<![\w:])\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?!\w)       # times
    | (?<![\w.,])\d{1,2}(?:[.]\d\d)?\s?[ap]\.?m\b\.?
    | \+\d[\d ()-]{6,18}\d | (?<![\w.,])\(?\d{3,4}\)?[ -]\d{3}-\d{4}(?!\w) | (?<!\w)\d{3}-\d{4}(?!\w)
    | (?<![\w-])\d+(?:-\d+){3,}(?!\w)                          # telephone and book numbers
    | (?<!\w)(?:9/11|24/7)(?!\w)
    | [#№]\s?\d+
    | (?<!\w)(?:[A-Z]\w{0,11}[-‑]\d+\w{0,5})                   # F-16, COVID-19
    | (?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])               # network addresses
    """,
    re.VERBOSE,
)
_VERSION = re.compile(r"(?<![\w.])v?(\d{1,4}(?:\.\d{1,4}){2})(?![\w]|\.\d)")
_SCORE = re.compile(r"(?<![\w.,$£€–-])(\d{1,3})[–‑-](\d{1,3})(?:[–‑-](\d{1,3}))?(?![\w%]|[.,]\d|[–-]\w)")
_RATING = re.compile(rf"(?<![\w.,/])({_NUMBER})(?:\s?/\s?|\s+out\s+of\s+)(\d{{1,6}})(?![\w/%]|[.,]\d)")
_PLAIN_FRACTIONS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 8), (1, 10)}
_NEAR = 60  # characters looked at, either way, for a word of games


@per_lexicon
def _game(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_set(lexicon, 'score-words'))}(?!\w)", re.IGNORECASE)


@per_lexicon
def _named_version(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(word_set(lexicon, "version-words"))
    return re.compile(rf"(?<!\w){words}\s+(\d{{1,4}}\.\d{{1,4}})(?![\w%]|\.\d)", re.IGNORECASE)


def passed_over(text: str) -> list[tuple[int, int]]:
    """Ranges whose digits say nothing: addresses, times, telephone numbers, reference marks, model names."""
    return [match.span() for match in _PASSED_OVER.finditer(text)]


def specials(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """Versions, results and ratings, in no order."""
    for match in (*_VERSION.finditer(text), *_named_version(lexicon).finditer(text)):
        parts = tuple(int(part) for part in match[1].split("."))
        yield Found(match.start(1), match.end(1), _whole(VERSION, parts))
    for match in _SCORE.finditer(text):
        if _is_score(match, lexicon):
            numbers = tuple(int(part) for part in match.groups() if part)
            yield Found(match.start(), match.end(), _whole(SCORE, numbers))
    for match in _RATING.finditer(text):
        yield Found(match.start(), match.end(), _rating(float(match[1]), match[1], int(match[2])))


def _whole(kind: str, parts: Sequence[int]) -> Quantity:
    """Parts that belong together; as an interval they are the first and the second of a result."""
    low, high = (parts[0], parts[1]) if kind == SCORE else (None, None)
    figures = tuple(float(part) for part in parts)
    return Quantity(low=low, high=high, unit=kind, dimension=kind, figures=figures)


def _is_score(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Descending figures or a word of games nearby; "5-10 people" is a range."""
    if match[3] or int(match[1]) >= int(match[2]):
        return True
    start, end = max(0, match.start() - _NEAR), match.end() + _NEAR
    return _game(lexicon).search(match.string, start, end) is not None


def _rating(value: float, text: str, of: int) -> Quantity:
    grain = 10.0 ** -len(text.partition(".")[2])
    if (value, of) in _PLAIN_FRACTIONS and of:
        share = value / of
        return Quantity(
            low=share, high=share, unit="fraction", dimension="share", figures=(share,), grain=0.02
        )
    unit = f"of {of}"
    return Quantity(low=value, high=value, unit=unit, dimension=unit, figures=(value,), grain=grain)
