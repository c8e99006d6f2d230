"""Digits that are no counts: results of games, ratings, versions, and what has to be passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_set
from reconcile.values.found import Found
from reconcile.values.number_marks import MIXED
from reconcile.values.quantity import RATING, SCORE, VERSION, Quantity
from reconcile.values.quantity_pairs import both, near_game, share
from reconcile.values.quantity_words import counted_noun
from reconcile.values.scan import has_digit
from reconcile.values.units import unit_behind

_NUMBER = r"\d{1,6}(?:\.\d+)?"
# Expressions begin with the digit itself, which lets `re` skip all other characters at once.
_PASSED_OVER = late(
    r"""\d(?<!\w\d)(?<![.,:-]\d)(?:
      \d?:\d{2}(?::\d{2}(?:\.\d+)?)?(?!\w)                        # times
    | \d?(?:[.:]\d\d)?\s?[ap]\.?m\b\.?
    | \d{2,3}\)?[ -]\d{3}-\d{4}(?!\w) | \d\d-\d{4}(?!\w)           # telephone and book numbers
    | \d{0,4}(?:-\d{1,12}){3,8}(?!\w)
    | (?:\.\d{1,3}|\d{1,2}\.\d{1,3})(?:\.\d{1,3}){2}(?![\w.])       # network addresses
    | (?:(?<=9)/11|(?<=2)4/7)(?!\w)
    )""",
    re.VERBOSE,
)
_MODEL = late(r"[A-Z](?<!\w[A-Z])\w{0,11}[-‑]\d+\w{0,5}")  # F-16, COVID-19
_MARKED = late(r"\[\s*[a-z]?\d{1,4}(?:\s*[,–-]\s*\d{1,4}){0,9}\s*\]|\+\d[\d ()-]{6,18}\d")
_MARKS = late(r"[\[+]")
_DOTTED = late(r"\d\.\d")
_DASHED = late(r"\d(?:[–‑-]| [–-] )\d")
_NUMBERING = late(r"\s*\(?\d{1,3}[.)](?:\s|$)")
_ADDRESS = late(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+")
_VERSION = late(r"(?<![\w.])v?(\d{1,4}(?:\.\d{1,4}){2})(?![\w]|\.\d)")
_SCORE = late(r"(?<![\w.,$£€–-])(\d{1,3})(?:[–‑-]| [–-] )(\d{1,3})(?:[–‑-](\d{1,3}))?(?![\w%]|[.,]\d|[–-]\w)")
_MIXED = late(rf"(?<![\d.,])\d[ \u00a0](?P<part>{MIXED})")
_RATING = late(rf"(?<![\w.,/])({_NUMBER})(?:\s?/\s?|\s+out\s+of\s+)(\d{{1,6}})(?![\w/%]|[.,]\d)")
_PLAIN_FRACTIONS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (1, 8), (1, 10)}


@per_lexicon
def _named_version(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(word_set(lexicon, "version-words"))
    return re.compile(rf"(?<!\w){words}\s+(\d{{1,4}}\.\d{{1,4}})(?![\w%]|\.\d)", re.IGNORECASE)


def passed_over(text: str) -> list[tuple[int, int]]:
    """Ranges whose digits say nothing: addresses, times, telephone numbers, reference marks, model names."""
    found = []
    if has_digit(text):
        patterns = (_PASSED_OVER, _MODEL, _MARKED) if _MARKS.search(text) else (_PASSED_OVER, _MODEL)
        found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    if numbering := _NUMBERING.match(text):
        found.append(numbering.span())
    if "://" in text or "www." in text or "@" in text:
        found += [match.span() for match in _ADDRESS.finditer(text)]
    return found


def specials(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """Versions, results and ratings, in no order."""
    if not has_digit(text):
        return
    if _DOTTED.search(text):
        for match in (*_VERSION.finditer(text), *_named_version(lexicon).finditer(text)):
            parts = tuple(int(part) for part in match[1].split("."))
            yield Found(match.start(1), match.end(1), _version(parts))
    if _DASHED.search(text):
        for match in _SCORE.finditer(text):
            if _is_score(match, lexicon):
                numbers = tuple(int(part) for part in match.groups() if part)
                yield Found(match.start(), match.end(), both(SCORE, numbers))
    if "/" in text or " out of " in text:
        mixed = {match.start("part") for match in _MIXED.finditer(text)}
        for match in _RATING.finditer(text):
            if match.start() in mixed or (_is_part(match) and unit_behind(text, match.end(), lexicon)):
                continue
            noun = counted_noun(text, match.end(), False, lexicon)
            rating = _rating(float(match[1]), match[1], int(match[2]))
            yield Found(match.start(), match.end(), replace(rating, counted=noun and noun[0]))


def _version(parts: Sequence[int]) -> Quantity:
    figures = tuple(float(part) for part in parts)
    return Quantity(low=None, high=None, unit=VERSION, dimension=VERSION, figures=figures)


def _is_score(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Descending figures or a word of games nearby; "5-10 people" is a range."""
    if match[3] or int(match[1]) >= int(match[2]):
        return True
    return near_game(match.string, match.start(), match.end(), lexicon)


def _is_part(match: re.Match[str]) -> bool:
    return (float(match[1]), int(match[2])) in _PLAIN_FRACTIONS and "/" in match.group()


def _rating(value: float, text: str, of: int) -> Quantity:
    grain = 10.0 ** -len(text.partition(".")[2])
    if (value, of) in _PLAIN_FRACTIONS and of:
        return share(value, of)
    return Quantity(
        low=value, high=value, unit=f"of {of}", dimension=RATING, figures=(value, float(of)), grain=grain
    )
