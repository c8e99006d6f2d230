"""Two figures that belong together: "one in five", "16:9", "by two games to one", "in 2:03:59"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import alternation, any_of, per_lexicon, word_set, word_table
from reconcile.values.found import Found
from reconcile.values.quantity import SCORE, Quantity
from reconcile.values.quantity_words import counted_noun
from reconcile.values.units import unit_behind

_RATIO = late(r"(?<![\w.,:/$£€–-])(\d{1,3}):(\d{1,4})(?![\w%]|[:.,/–-]\d)")
_CLOCK = late(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_LASTING = late(r"(?<![\w.,:/-])(\d{1,3}):([0-5]\d):([0-5]\d(?:\.\d+)?)(?![\w:]|[.,]\d)")
_COLON = late(r"\d:\d")
_NEAR = 60  # characters looked at, either way, for a word of games
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10000, 100000, 1000000})
_REACH = 40  # characters before the word between two figures in which the first one stands
_MINUTE, _HOUR = 60, 3600
# From the word between the two figures one looks behind it, and only then before it.
_LINK = late(r"\s+(?:(?P<of>out\s+of|in(?:\s+every)?)|to)\s+", re.IGNORECASE)


@per_lexicon
def _figure(lexicon: Lexicon) -> str:
    return rf"(\d{{1,3}}(?:,\d{{3}}){{0,2}}|{alternation(_worth(lexicon))})"


@per_lexicon
def _behind(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{_figure(lexicon)}(?![\w%-]|[.,:]\d)", re.IGNORECASE)


@per_lexicon
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/$£€–-]){_figure(lexicon)}(?:\s+(?P<noun>[^\W\d_]{{3,12}}))?$", re.IGNORECASE
    )


@per_lexicon
def _worth(lexicon: Lexicon) -> dict[str, int]:
    table = word_table(lexicon, "number-words")
    return {word: int(worth) for word, worth in table.items() if 0 <= int(worth) <= 100}


@per_lexicon
def _game(lexicon: Lexicon) -> re.Pattern[str]:
    return any_of(word_set(lexicon, "score-words"))


@per_lexicon
def _ratio(lexicon: Lexicon) -> re.Pattern[str]:
    return any_of(word_set(lexicon, "ratio-words"))


def near_game(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word of games or votes stands near [start, end)."""
    return _game(lexicon).search(text, max(0, start - _NEAR), end + _NEAR) is not None


def pairs(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """Shares, ratios, results told with "to", and times of hours, minutes and seconds, in no order."""
    if _COLON.search(text):
        for match in _LASTING.finditer(text):
            yield Found(match.start(), match.end(), _seconds(match))
        for match in _RATIO.finditer(text):
            if not _CLOCK.fullmatch(match.group()) or _ratio(lexicon).search(text):
                yield Found(match.start(), match.end(), both("ratio", (int(match[1]), int(match[2]))))
    for link in _LINK.finditer(text):
        after = _behind(lexicon).match(text, link.end())
        before = _before(lexicon).search(text[: link.start()][-_REACH:]) if after else None
        if after and before and not (before[1].isdecimal() and link["of"] == "out of"):  # that is a rating
            start = link.start() - len(before.group())
            numbers = _number(before[1], lexicon), _number(after[1], lexicon)
            if link["of"]:
                value = None if before["noun"] else _share(text, after.end(), numbers, lexicon)
            else:
                value = _result(text, start, after.end(), numbers, before["noun"], lexicon)
            if value is not None:
                yield Found(start, after.end(), value)


def both(unit: str, numbers: tuple[int, ...]) -> Quantity:
    """Figures that belong together; as an interval they are the first and the second of a result."""
    figures = tuple(float(number) for number in numbers)
    return Quantity(low=figures[0], high=figures[1], unit=unit, dimension=SCORE, figures=figures)


def share(part: float, whole: float) -> Quantity:
    """A part of a whole."""
    value = part / whole
    return Quantity(low=value, high=value, unit="fraction", dimension="share", figures=(value,), grain=0.02)


def _seconds(match: re.Match[str]) -> Quantity:
    value = int(match[1]) * _HOUR + int(match[2]) * _MINUTE + float(match[3])
    return Quantity(low=value, high=value, unit="second", dimension="duration", figures=(value,))


def _number(words: str, lexicon: Lexicon) -> int:
    plain = words.lower().replace(",", "")
    return int(plain) if plain.isdecimal() else _worth(lexicon)[plain]


def _share(text: str, end: int, numbers: tuple[int, int], lexicon: Lexicon) -> Quantity | None:
    """One in five; but not five in two cars, nor one in ten minutes."""
    part, whole = numbers
    if not 0 < part < whole or whole not in _WHOLES or unit_behind(text, end, lexicon):
        return None
    return share(part, whole)


def _result(
    text: str, start: int, end: int, numbers: tuple[int, int], noun: str | None, lexicon: Lexicon
) -> Quantity | None:
    """Two games to one; but not two games to one fan, nor from two to one, nor fell two points to one."""
    before = text[max(0, start - _NEAR) : start].lower().split()
    if before[-1:] == ["from"] or not word_set(lexicon, "movement-verbs").isdisjoint(before):
        return None
    if unit_behind(text, end, lexicon) or counted_noun(text, end, numbers[1] == 1, lexicon):
        return None
    if noun:
        told = before[-1:] == ["by"] or near_game(text, start, end, lexicon)
        return both(SCORE, numbers) if told and numbers[0] >= numbers[1] else None
    return both(SCORE, numbers) if numbers[0] > numbers[1] else None
