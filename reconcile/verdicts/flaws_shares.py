"""Percentages that their own figures do not give, and changes that lead the other way.

passes: 100 of the 400 workers (25 percent) joined. Sales rose from 15 to 20 boats.
fails:  100 of the 400 workers (30 percent) joined. Sales rose from 20 to 15 boats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import replace
from reconcile.model import Level, Relation
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_set, word_table
from reconcile.text.phrases import Phrases, tokens
from reconcile.values.arithmetic import growth, relate, share
from reconcile.values.clock import CLOCK
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.quantity import LABEL, ORDINAL, RATING, SCORE, VERSION, Quantity
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_PERCENT = late(r"\d\s?(?:%|per\s?cent\b)")
_FROM_TO = late(r"\bfrom\b.*\d.*\bto\b.*\d")
_FROM = late(r",?\s+from\s+(?:[$€£]\s?)?$")
_TO = late(r"(?:\s+[^\W\d_]+){0,2}(?:\s+in\s+\d{4})?\s+to\s+(?:[$€£]\s?)?")
_BY = late(r",?\s+from\s+")
_OF = late(
    r"\s+(?:[^\W\d_]+\s+)?(?:out\s+)?of\s+(?:(?:the|its|their|all|these|those|a\s+total\s+of)\s+){0,2}"
)
_ASIDE = late(r"(?:\s+[^\W\d_]+){0,3}\s*(?:\(|,\s+or\s+|\s[–—]\s)")
_CLOSED = late(r"\s*\)")
_STARTS = late(r"(?:^|[.;:]\s+)[Oo]f\s+(?:(?:the|its|their|all|these|those)\s+){0,2}$")
_CLAUSE = late(r"[^.;:()]*?,\s[^.;:()]*?")
_REACH = 5  # words before "from" among which the verb is
_NO_WAY = (ORDINAL, LABEL, VERSION, SCORE, RATING, CLOCK)
_WAYS = {True: "the figures lead down, not up", False: "the figures lead up, not down"}

_Figure = Found[Quantity]


def wrong_shares(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Percentages beside the part and the whole that they are worked out from."""
    for reading in readings:
        text = reading.sentence.text
        if not _PERCENT.search(text):
            continue
        figures = mentions(text, book.lexicon).quantities
        for part, whole, told in _cases(text, figures, book.lexicon):
            computed = share(_bare(part.value), _bare(whole.value))
            if computed and relate(told.value, computed) is Relation.CONFLICTING:
                yield _flaw(
                    "share-against-figures", reading, (part, whole, told), f"the figures give {computed.sum}"
                )


def _cases(
    text: str, figures: Sequence[_Figure], lexicon: Lexicon
) -> Iterator[tuple[_Figure, _Figure, _Figure]]:
    """Part, whole and percentage: "100 of 400 (30 %)", "30 % (100 of 400)", "of 400, 100 (30 %)"."""
    for at, (one, other) in enumerate(pairwise(figures)):
        behind = figures[at + 2] if at + 2 < len(figures) else None
        before = figures[at - 1] if at else None
        if _plain(one) and _plain(other) and _OF.fullmatch(text, one.end, other.start):
            if behind and _is_aside(text, other, behind) and _percent(behind):
                yield one, other, behind
            elif before and _percent(before) and _is_aside(text, before, one, other):
                yield one, other, before
        elif (
            before
            and _is_base(text, before, one, lexicon)
            and _percent(other)
            and _is_aside(text, one, other)
        ):
            yield one, before, other


def _is_aside(text: str, one: _Figure, other: _Figure, last: _Figure | None = None) -> bool:
    """True where `other`, up to `last`, stands in brackets of its own behind `one`, or behind "or"."""
    gap = _ASIDE.fullmatch(text, one.end, other.start)
    closed = _CLOSED.match(text, (last or other).end)
    return gap is not None and (not gap.group().endswith("(") or closed is not None)


def _is_base(text: str, whole: _Figure, part: _Figure, lexicon: Lexicon) -> bool:
    """True for the whole that a clause begins with, of which the part comes next."""
    if not (_plain(whole) and _plain(part)) or not _STARTS.search(text[: whole.start]):
        return False
    return _CLAUSE.fullmatch(text, whole.end, part.start) is not None and not any(
        _inside(lexicon).find(text[whole.end : part.start])
    )


@per_lexicon
def _inside(lexicon: Lexicon) -> Phrases:
    return Phrases(word_table(lexicon, "part-words"))


def _plain(one: _Figure) -> bool:
    """True for an exact count."""
    value = one.value
    return value.dimension is None and value.low is not None and value.low == value.high and value.low > 0


def _percent(one: _Figure) -> bool:
    return one.value.dimension == "share" and one.value.unit == "percent"


def _bare(value: Quantity) -> Quantity:
    return replace(value, counted=None)


def wrong_ways(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Changes that lead the other way, or by another share, than their figures: "rose from 20 to 15"."""
    for reading in readings:
        text = reading.sentence.text
        if not _FROM_TO.search(text) or any(_turned(book.lexicon).find(text)):
            continue
        found = mentions(text, book.lexicon)
        for at, (one, other) in enumerate(pairwise(found.quantities)):
            up = _direction(text[: one.start], book.lexicon) if _is_change(text, one, other) else None
            if up is None or not _comparable(one.value, other.value):
                continue
            if ((other.value.low or 0) > (one.value.low or 0)) is not up:
                yield _flaw("change-against-figures", reading, (one, other), _WAYS[up])
            elif at and not found.dates:
                yield from _other_growth(reading, (found.quantities[at - 1], one, other), up)


def _is_change(text: str, one: _Figure, other: _Figure) -> bool:
    """True for "from 20 boats to 15"."""
    return bool(_FROM.search(text[: one.start]) and _TO.fullmatch(text, one.end, other.start))


def _direction(lead: str, lexicon: Lexicon) -> bool | None:
    """Whether the verb before "from" leads up; None where there is none, or it is denied."""
    words = [word.folded for word in tokens(_FROM.sub("", lead))][-_REACH:]
    if not word_set(lexicon, "negators").isdisjoint(words):
        return None
    ways = [way for word in words if (way := word_table(lexicon, "directions").get(lemma(word, lexicon)))]
    return ways[-1] == "up" if ways else None


def _comparable(one: Quantity, other: Quantity) -> bool:
    """True for two exact figures in one unit, or of what is counted in a unit told but once."""
    exact = all(value.low is not None and value.low == value.high and value.low > 0 for value in (one, other))
    if not exact or {one.dimension, other.dimension} & set(_NO_WAY):
        return False
    return one.unit == other.unit


def _other_growth(reading: Reading, figures: tuple[_Figure, _Figure, _Figure], up: bool) -> Iterator[Flaw]:
    """ "rose 50 percent, from 100 to 120": the share between the verb and the figures is another."""
    told, one, other = figures
    text = reading.sentence.text
    shares = one.value.dimension == "share"
    if shares or not _percent(told) or not _BY.fullmatch(text, told.end, one.start) or told.value.low is None:
        return
    computed, sign = growth(_bare(one.value), _bare(other.value)), 1 if up else -1
    low, high = sorted(sign * (end or 0) for end in (told.value.low, told.value.high))
    claimed = replace(told.value, low=low, high=high, figures=(sign * told.value.figures[0],))
    if told.value.high is not None and computed and relate(claimed, computed) is Relation.CONFLICTING:
        yield _flaw("share-against-figures", reading, figures, f"the figures give {computed.sum}")


def _flaw(rule: str, reading: Reading, figures: Sequence[_Figure], message: str) -> Flaw:
    start, end = min(one.start for one in figures), max(one.end for one in figures)
    return Flaw(
        rule=rule,
        claim="number",
        level=Level.ERROR,
        reading=reading,
        start=start,
        end=end,
        message=f"“{reading.sentence.text[start:end]}”: {message}",
        why="what is worked out from figures of one sentence must agree with them",
    )


@per_lexicon
def _turned(lexicon: Lexicon) -> Phrases:
    return Phrases(word for word, way in word_table(lexicon, "directions").items() if way == "turned")
