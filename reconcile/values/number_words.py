"""Figures: numbers as digits, words or both ("4.3 million", "twenty-three", "tens of thousands").

Only the number itself is read here; units, ranges and approximators are added by `quantity_find`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.number_sum import Sum
from reconcile.values.scan import has_digit, has_word, starts, words_of

_LONGEST = 15  # digits; a longer run is an identifier
_BLANK = "[ \u00a0\u202f\u2009]"
_DIGITS = (
    rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,2}}(?:,\d\d)+,\d{{3}}|"
    rf"\d{{1,3}}(?:{_BLANK}\d{{3}})+(?![\d.,]\d|\d)|\d+(?:\.\d+)?"
)
_SEPARATORS = late(rf",|{_BLANK}")
_OF = late(r"\s+of\b")
_TOKEN = late(r"[^\W\d_]+")
_ARTICLE = late(r"(?<!\w)an?\s+$", re.IGNORECASE)
_WORDED = ("number-words", "number-scales", "ordinal-words", "fractions", "multipliers")
_SMALL = frozenset({"a", "an", "and", "of", "the"})  # stand in everything
_ODD = "\u0131\u0130\u017f\u212a"  # letters that `re` takes for i, s and k where case does not matter
_BY_HALF = (
    r"(?<=by\s)half(?=\s*(?:[,.;:!?)]|$)"
    r"|\s+(?:in|from|since|over|to|between|after|and|or|but|this|last|on|during)\b)"
)
_SPACE = r"(?:\s+|-|‑)"


@frozen(kw_only=True)
class Figure:
    """A number at [start, end). `kind` is number, ordinal, fraction, times or vague (then `high` is set).

    `grain` is the step of its last stated digit; `digits` says that digits, not words, begin it. `scale` is
    what a word or a letter at its end multiplied it by (1 for none), `mark` that letter.
    """

    start: int
    end: int
    value: float
    grain: float
    kind: str = "number"
    high: float | None = None
    digits: bool = False
    scale: float = 1.0
    mark: str | None = None


@frozen
class _Numbers:
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
def _numbers(lexicon: Lexicon) -> _Numbers:
    vague = {
        word: (float(low), float(high))
        for word, (low, high) in (
            (word, value.split()) for word, value in word_table(lexicon, "number-vague").items()
        )
    }
    tables = {name: _floats(word_table(lexicon, name)) for name in (*_WORDED, "number-scale-marks")}
    return _Numbers(
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
            words.replace("-", " ").split()[0]
            for words in (*(word for table in tables.values() for word in table), *vague, *_articled(vague))
        ),
        _telling((*vague, *(word for name in _WORDED for word in tables[name]))),
    )


def _telling(phrases: Iterable[str]) -> frozenset[str]:
    """The words of `phrases` without which none of them can stand in a text."""
    found = {word for phrase in phrases for word in words_of(phrase) - _SMALL or words_of(phrase)}
    return frozenset({"half", *found})


@per_lexicon
def _in_words(lexicon: Lexicon) -> re.Pattern[str]:
    numbers = _numbers(lexicon)
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
    return _pattern({"number-scale-marks": _numbers(lexicon).marks})


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
        rf"(?P<digits>{_DIGITS})(?:(?:{_SPACE}(?P<scale>{scales})|(?P<mark>(?-i:{marks})))(?!\w))?(?![.,]?\d)",
        (
            rf"(?P<words>(?:an?\s+(?={scales}(?!\w)))?{words}(?:(?:\s+and\s+|\s+|[-‑]){words}(?!\w)){{0,20}})"
            rf"(?P<mixed>{half})?(?!\w)"
        ),
    )
    return re.compile(rf"(?<!\w)(?<!\d[.,])(?:{'|'.join(forms)})", re.IGNORECASE)


def figures(text: str, lexicon: Lexicon) -> Iterator[Figure]:
    """All figures of `text`, in order and without overlap."""
    numbers = _numbers(lexicon)
    begins = starts(text, numbers.begins)
    if not begins:
        return
    pattern = numbers.pattern(text)
    position = 0
    for start in begins:
        if start < position:
            continue
        article = _ARTICLE.search(text, max(position, start - 4), start)
        match = pattern.match(text, article.start() if article else start)
        if match is None and article:
            match = pattern.match(text, start)
        figure = _read(match, numbers) if match else None
        if figure is not None:
            position = figure.end
            yield figure


def _read(match: re.Match[str], numbers: _Numbers) -> Figure | None:
    if match["digits"]:
        return _digits(match, numbers)
    if match["words"]:
        return _words(match, numbers)
    if match["fraction"]:
        return _fraction(match, numbers)
    if match["vague"]:
        return _vague(match, numbers)
    start, end, words = match.start(), match.end(), _key(match.group())
    if match["half"]:
        scale = numbers.scales[_key(match["half_scale"])]
        return Figure(start=start, end=end, value=scale / 2, grain=max(scale / 10, 1))
    if match["times"]:
        return Figure(start=start, end=end, value=numbers.times[words], grain=1, kind="times")
    if match["bare"]:
        return Figure(start=start, end=end, value=0.5, grain=0.02, kind="fraction")
    value = float(words[:-2].replace(",", "")) if match["nth"] else _ordinal(words, numbers)
    return Figure(start=start, end=end, value=value, grain=1, kind="ordinal", digits=bool(match["nth"]))


def _key(words: str) -> str:
    return " ".join(words.lower().split())


def _ordinal(words: str, numbers: _Numbers) -> float:
    *tens, last = words.replace("-", " ").replace("‑", " ").split()
    return sum(numbers.worth[word] for word in tens) + numbers.ordinals[last]


def _digits(match: re.Match[str], numbers: _Numbers) -> Figure | None:
    plain = _SEPARATORS.sub("", match["digits"])
    if len(plain) > _LONGEST:
        return None
    scale = 1.0
    if match["scale"]:
        scale = numbers.scales[_key(match["scale"])]
    elif match["mark"]:
        scale = numbers.marks[match["mark"]]
    decimals = len(plain.partition(".")[2])
    value = round(float(plain) * scale, 9)
    grain = scale / 10**decimals
    return Figure(
        start=match.start(),
        end=match.end(),
        value=value,
        grain=grain,
        digits=True,
        scale=scale,
        mark=match["mark"],
    )


def _fraction(match: re.Match[str], numbers: _Numbers) -> Figure | None:
    """A part of a whole; "a third term" is not one, so an ordinal remains of it."""
    part, count = _key(match["part"]), _key(match["count"])
    whole = part.endswith("s") or match["join"] == "-" or bool(_OF.match(match.string, match.end()))
    if whole:
        value = numbers.worth.get(count, 1) / numbers.parts[part]
        return Figure(start=match.start(), end=match.end(), value=value, grain=0.02, kind="fraction")
    if part in numbers.ordinals:
        start, value = match.start("part"), numbers.ordinals[part]
        return Figure(start=start, end=match.end(), value=value, grain=1, kind="ordinal")
    return None


def _vague(match: re.Match[str], numbers: _Numbers) -> Figure:
    words = _key(match.group())
    first = next(phrase for phrase in numbers.vague_longest if words.startswith(phrase))
    low, high = numbers.vague[first]
    rest = words[len(first) :].removeprefix(" of").strip()
    scale = numbers.scales.get(rest) or (numbers.vague[rest][0] / 2 if rest else 1)
    start, end = match.start(), match.end()
    return Figure(start=start, end=end, value=low * scale, high=high * scale, grain=0, kind="vague")


def _words(match: re.Match[str], numbers: _Numbers) -> Figure | None:
    """The longest beginning of the words that is one number; None for "million" without a count."""
    if match["words"].lower() in numbers.scales:
        return None
    sum_ = Sum()
    end = match.end("words")
    for token in _TOKEN.finditer(match.string, match.start("words"), match.end("words")):
        word = token.group().lower()
        if not sum_.add(word, numbers.worth, numbers.scales):
            break
        if word != "and":
            end = token.end()
    value, grain = sum_.value, sum_.grain
    if match["mixed"] and end == match.end("words"):
        end = match.end()
        part = match["mixed"].split()[2].lower()
        times = numbers.scales[_key(match["mixed_scale"])] if match["mixed_scale"] else 1
        value, grain = (value + 1 / numbers.parts[part]) * times, times / numbers.parts[part]
    scale = grain if grain >= 1000 else 1
    return Figure(start=match.start(), end=end, value=value, grain=grain, scale=scale)
