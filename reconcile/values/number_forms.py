"""The forms in which English prints a number, as one expression, and what the words of numbers are worth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.number_marks import MIXED, TAIL, VULGAR
from reconcile.values.scan import has_digit, has_word, words_of

BLANK = "[ \u00a0\u202f\u2009]"  # between groups of three digits
_DIGITS = (
    rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,2}}(?:,\d\d)+,\d{{3}}|"
    rf"\d{{1,3}}(?:{BLANK}\d{{3}})+(?![\d.,]\d|\d)|\d+(?:\.\d+)?"
)
_TOKEN = late(r"[^\W\d_]+")
_WORDED = ("number-words", "number-scales", "ordinal-words", "fractions", "multipliers")
_SMALL = frozenset({"a", "an", "and", "of", "the"})  # stand in everything
_ODD = "\u0131\u0130\u017f\u212a"  # letters that `re` takes for i, s and k where case does not matter
_BY_HALF = (
    r"(?<=by\s)half(?=\s*(?:[,.;:!?)]|$)"
    r"|\s+(?:in|from|since|over|to|between|after|and|or|but|this|last|on|during)\b)"
)
_SPACE = r"(?:\s+|-|‑)"


@frozen
class Numbers:
    """The words of numbers with what each is worth."""

    lexicon: Lexicon
    worth: Mapping[str, float]
    scales: Mapping[str, float]
    marks: Mapping[str, float]
    ordinals: Mapping[str, float]
    parts: Mapping[str, float]
    vague: Mapping[str, tuple[float, float]]
    vague_longest: tuple[str, ...]
    times: Mapping[str, float]
    begins: frozenset[str]
    words: frozenset[str]  # a number that has none of these is in digits

    def pattern(self, text: str) -> re.Pattern[str]:
        """The expression for the numbers that can stand in `text`."""
        plain = not has_word(text, self.words) and not any(sign in text for sign in _ODD)
        return _in_digits(self.lexicon) if plain else _in_words(self.lexicon)


def has_figure(text: str, lexicon: Lexicon) -> bool:
    """True for a text with a digit or a number word, as whatever states a figure or a date has."""
    return has_digit(text) or not _counting(lexicon).isdisjoint(_TOKEN.findall(text.lower()))


@per_lexicon
def _counting(lexicon: Lexicon) -> frozenset[str]:
    phrases = (*word_table(lexicon, "number-words"), *word_table(lexicon, "number-scales"))
    return frozenset(word for phrase in phrases for word in words_of(phrase))


def _floats(table: Mapping[str, str]) -> dict[str, float]:
    return {word: float(value) for word, value in table.items()}


@per_lexicon
def numbers_of(lexicon: Lexicon) -> Numbers:
    """The words of numbers that `lexicon` has."""
    vague = {
        word: (float(low), float(high))
        for word, (low, high) in (
            (word, value.split()) for word, value in word_table(lexicon, "number-vague").items()
        )
    }
    tables = {name: _floats(word_table(lexicon, name)) for name in (*_WORDED, "number-scale-marks")}
    worded = (word for table in tables.values() for word in table)
    return Numbers(
        lexicon,
        tables["number-words"],
        tables["number-scales"],
        tables["number-scale-marks"],
        tables["ordinal-words"],
        tables["fractions"],
        vague,
        tuple(sorted(vague, key=lambda phrase: (-len(phrase), phrase))),
        tables["multipliers"],
        frozenset(
            words.replace("-", " ").split()[0] for words in (*VULGAR, *worded, *vague, *_articled(vague))
        ),
        _telling((*vague, *(word for name in _WORDED for word in tables[name]))),
    )


def _telling(phrases: Iterable[str]) -> frozenset[str]:
    """The words of `phrases` without which none of them can stand in a text."""
    found = {word for phrase in phrases for word in words_of(phrase) - _SMALL or words_of(phrase)}
    return frozenset({"half", *found})


@per_lexicon
def _in_words(lexicon: Lexicon) -> re.Pattern[str]:
    numbers = numbers_of(lexicon)
    return _pattern(
        {
            "number-words": numbers.worth,
            "number-scales": numbers.scales,
            "number-scale-marks": numbers.marks,
            "number-vague": dict.fromkeys(numbers.vague, 0.0),
            "ordinal-words": numbers.ordinals,
            "fractions": numbers.parts,
            "multipliers": numbers.times,
        }
    )


@per_lexicon
def _in_digits(lexicon: Lexicon) -> re.Pattern[str]:
    """The same without any words, which is soon compiled."""
    return _pattern({"number-scale-marks": numbers_of(lexicon).marks})


def _articled(phrases: Iterable[str]) -> list[str]:
    """Phrases by what follows their article: "a couple of" begins with "couple"."""
    return [phrase.split(" ", 1)[1] for phrase in phrases if phrase.startswith("a ")]


def _pattern(some: Mapping[str, Mapping[str, float]]) -> re.Pattern[str]:
    tables: Mapping[str, Mapping[str, float]] = defaultdict(dict, some)
    words, scales = alternation(tables["number-words"]), alternation(tables["number-scales"])
    marks = "|".join(
        sorted(map(re.escape, tables["number-scale-marks"]), key=lambda mark: (-len(mark), mark))
    )
    vague, ordinals = alternation(tables["number-vague"]), alternation(tables["ordinal-words"])
    parts, times = alternation(tables["fractions"]), alternation(tables["multipliers"])
    tens = alternation(word for word, worth in tables["number-words"].items() if worth in range(20, 100, 10))
    half = rf"\s+and\s+an?\s+{parts}(?:\s+(?P<mixed_scale>{scales}))?"
    forms = (
        rf"(?P<vague>{vague}(?:(?:\s+of)?\s+(?:{vague}|{scales}))?)(?!\w)",
        rf"(?P<half>half{_SPACE}an?\s+(?P<half_scale>{scales}))(?!\w)",
        rf"(?P<fraction>(?P<count>an?|{words})(?P<join>\s+|-)(?P<part>{parts}))(?![\w-])",
        rf"(?P<bare>half(?=\s+(?:of|the|its|their|his|her|our|all|that|those|these)\b)|{_BY_HALF})",
        rf"(?P<times>{times})(?!\w)",
        r"(?P<nth>\d{1,4}(?:,\d{3})?(?:st|nd|rd|th))(?!\w)",
        rf"(?P<ordinal>(?:{tens}{_SPACE})?{ordinals})(?!\w)",
        rf"(?P<lone>(?<!¿)[{VULGAR}]|{MIXED})(?!\w)",  # "ï¿½" is a character that was lost
        (
            rf"(?P<digits>{_DIGITS}){TAIL}"
            rf"(?:(?:{_SPACE}(?P<scale>{scales})|(?P<mark>(?-i:{marks})))(?!\w))?(?![.,]?\d)"
        ),
        (
            rf"(?P<words>(?:an?\s+(?={scales}(?!\w)))?{words}(?:(?:\s+and\s+|\s+|[-‑]){words}(?!\w)){{0,20}})"
            rf"(?P<mixed>{half})?(?!\w)"
        ),
    )
    return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{'|'.join(forms)})", re.IGNORECASE)


def spoken(words: str) -> str:
    """The words as the tables have them: in small letters, with single spaces."""
    return " ".join(words.lower().split())
