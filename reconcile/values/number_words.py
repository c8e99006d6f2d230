"""Figures: numbers as digits, words or both ("4.3 million", "twenty-three", "tens of thousands").

Only the number itself is read here; units, ranges and approximators are added by `quantity_find`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.fields import frozen, replace
from reconcile.text.late import late
from reconcile.values.number_forms import BLANK, Numbers, numbers_of, spoken
from reconcile.values.number_marks import factor, gloss_end, share, vulgar
from reconcile.values.number_sum import Sum
from reconcile.values.scan import starts

_LONGEST = 15  # digits; a longer run is an identifier
_SEPARATORS = late(rf",|{BLANK}")
_OF = late(r"\s+of\b")
_TOKEN = late(r"[^\W\d_]+")
_ARTICLE = late(r"(?<!\w)an?\s+$", re.IGNORECASE)


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


def figures(text: str, lexicon: Lexicon) -> Iterator[Figure]:
    """All figures of `text`, in order and without overlap."""
    numbers = numbers_of(lexicon)
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
            position = figure.end if figure.digits else gloss_end(text, figure.end, figure.value)
            yield figure if position == figure.end else replace(figure, end=position)


def _read(match: re.Match[str], numbers: Numbers) -> Figure | None:
    if match["digits"]:
        return _digits(match, numbers)
    if match["words"]:
        return _words(match, numbers)
    if match["fraction"]:
        return _fraction(match, numbers)
    if match["vague"]:
        return _vague(match, numbers)
    if match["lone"]:
        span, worth = match.span(), float(vulgar(match["lone"]))
        return Figure(start=span[0], end=span[1], value=worth, grain=0.02, kind="fraction", digits=True)
    start, end, words = match.start(), match.end(), spoken(match.group())
    if match["half"]:
        scale = numbers.scales[spoken(match["half_scale"])]
        return Figure(start=start, end=end, value=scale / 2, grain=max(scale / 10, 1))
    if match["times"]:
        return Figure(start=start, end=end, value=numbers.times[words], grain=1, kind="times")
    if match["bare"]:
        return Figure(start=start, end=end, value=0.5, grain=0.02, kind="fraction")
    value = float(words[:-2].replace(",", "")) if match["nth"] else _ordinal(words, numbers)
    return Figure(start=start, end=end, value=value, grain=1, kind="ordinal", digits=bool(match["nth"]))


def _ordinal(words: str, numbers: Numbers) -> float:
    *tens, last = words.replace("-", " ").replace("‑", " ").split()
    return sum(numbers.worth[word] for word in tens) + numbers.ordinals[last]


def _digits(match: re.Match[str], numbers: Numbers) -> Figure | None:
    plain = _SEPARATORS.sub("", match["digits"])
    if len(plain) > _LONGEST:
        return None
    scale = 1.0
    if match["scale"]:
        scale = numbers.scales[spoken(match["scale"])]
    elif match["mark"]:
        scale = numbers.marks[match["mark"]]
    scale *= factor(match)
    decimals, more = len(plain.partition(".")[2]), share(match)
    value = round((float(plain) + float(more)) * scale, 9)
    grain = scale / (more.denominator if more else 10**decimals)
    return Figure(
        start=match.start(),
        end=match.end(),
        value=value,
        grain=grain,
        digits=True,
        scale=scale,
        mark=match["mark"],
    )


def _fraction(match: re.Match[str], numbers: Numbers) -> Figure | None:
    """A part of a whole; "a third term" is not one, so an ordinal remains of it."""
    part, count = spoken(match["part"]), spoken(match["count"])
    whole = part.endswith("s") or match["join"] == "-" or bool(_OF.match(match.string, match.end()))
    if whole:
        value = numbers.worth.get(count, 1) / numbers.parts[part]
        return Figure(start=match.start(), end=match.end(), value=value, grain=0.02, kind="fraction")
    if part in numbers.ordinals:
        start, value = match.start("part"), numbers.ordinals[part]
        return Figure(start=start, end=match.end(), value=value, grain=1, kind="ordinal")
    return None


def _vague(match: re.Match[str], numbers: Numbers) -> Figure:
    words = spoken(match.group())
    first = next(phrase for phrase in numbers.vague_longest if words.startswith(phrase))
    low, high = numbers.vague[first]
    rest = words[len(first) :].removeprefix(" of").strip()
    scale = numbers.scales.get(rest) or (numbers.vague[rest][0] / 2 if rest else 1)
    start, end = match.start(), match.end()
    return Figure(start=start, end=end, value=low * scale, high=high * scale, grain=0, kind="vague")


def _words(match: re.Match[str], numbers: Numbers) -> Figure | None:
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
        times = numbers.scales[spoken(match["mixed_scale"])] if match["mixed_scale"] else 1
        value, grain = (value + 1 / numbers.parts[part]) * times, times / numbers.parts[part]
    scale = grain if grain >= 1000 else 1
    return Figure(start=match.start(), end=end, value=value, grain=grain, scale=scale)
