"""The words around a figure: approximators, and the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import alternation, per_lexicon, word_set, word_table
from reconcile.values.before import Endings, endings, phrase_before

_PHRASE = 5  # words a noun phrase behind a figure may have
_SOFT = 0.1  # how far "about", "nearly" and "just over" reach, as a share of the figure, or of a range
_STEPS = 5  # and in steps of its last digit that is no zero: about 5,432 is none of 5,500
_WORD = late(r"[^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,3}")
_GAP = late(r"[\s-]+")


@frozen
class _Around:
    before: Endings
    behind: re.Pattern[str]
    kinds: Mapping[str, str]
    kinds_behind: Mapping[str, str]


@per_lexicon
def _around(lexicon: Lexicon) -> _Around:
    kinds, behind = word_table(lexicon, "approximators"), word_table(lexicon, "approximators-after")
    return _Around(
        endings(kinds),
        re.compile(
            rf",?\s{{0,2}}{alternation(behind)}(?!\w|\s*[$£€\d]|\s{_followers(kinds, behind)}\b)",
            re.IGNORECASE,
        ),
        kinds,
        behind,
    )


def _followers(before: Iterable[str], behind: Iterable[str]) -> str:
    """What follows the last word of a phrase behind where it begins one before: 58 and more *than* 40."""
    last = {phrase.rpartition(" ")[2] for phrase in behind}
    parted = (phrase.partition(" ") for phrase in before)
    return alternation({rest for first, _, rest in parted if rest and first in last})


@frozen
class Approximator:
    """`words` as stated, lower-case, at [start, end), and the kind of interval it makes."""

    start: int
    end: int
    words: str
    kind: str


def approximator_before(text: str, start: int, lexicon: Lexicon) -> Approximator | None:
    """The approximator that ends at `start`."""
    around = _around(lexicon)
    found = phrase_before(text, start, around.before)
    return found and Approximator(found[0], start, found[1], around.kinds[found[1]])


def approximator_behind(text: str, end: int, lexicon: Lexicon) -> Approximator | None:
    """The approximator that begins at `end`."""
    around = _around(lexicon)
    match = around.behind.match(text, end)
    if match is None:
        return None
    words = " ".join(match.group().lower().replace(",", "").split())
    return Approximator(end, match.end(), words, around.kinds_behind[words])


@frozen
class Bounds:
    """An interval, and whether its ends are left out."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


def bounds(kind: str, low: float, high: float, grain: float) -> Bounds:
    """The interval that an approximator of this kind makes of the figures from `low` to `high`.

    `grain` is the step of their last stated digit.
    """
    reach = _reach(max(abs(low), abs(high)), grain) if low == high else (high - low) * _SOFT
    made = {
        "about": Bounds(low - reach, high + reach),
        "nearly": Bounds(low - reach, high, high_open=True),
        "slightly-over": Bounds(low, high + reach, low_open=True),
        "over": Bounds(low, None, low_open=True),
        "at-least": Bounds(low, None),
        "under": Bounds(None, high, high_open=True),
        "at-most": Bounds(None, high),
    }
    return made.get(kind) or Bounds(low, high)


def _reach(figure: float, grain: float) -> float:
    step = grain
    while step and step < figure and (figure / step / 10).is_integer():
        step *= 10
    return min(figure * _SOFT, step * _STEPS) if step else figure * _SOFT


def counted_noun(text: str, end: int, single: bool, lexicon: Lexicon) -> tuple[str, int] | None:
    """The lemma of the noun counted by a figure that ends at `end`, and where the noun ends.

    Without a parser: of the words up to the next function word or mark, the first plural; the last word
    when one thing is counted (`single`), and the first one behind a hyphen ("a 13-point lead").
    """
    stops, irregular = word_set(lexicon, "noun-stops"), word_table(lexicon, "irregular-forms")
    persons = word_set(lexicon, "person-nouns")
    best: tuple[str, int] | None = None
    for _ in range(_PHRASE):
        gap = _GAP.match(text, end)
        word = _WORD.match(text, gap.end()) if gap else None
        if word is None or word.group().lower() in stops:
            break
        end, folded = word.end(), word.group().lower()
        base = lemma(folded, lexicon)
        plural = folded in persons or (base != folded and (folded.endswith("s") or folded in irregular))
        if gap and gap.group() == "-":
            return base, end
        if plural and not folded.endswith(("ed", "ing")):
            best = (base, end)
            break
        if single and not folded.endswith(("ed", "ly")):
            best = (base, end)
    return best
