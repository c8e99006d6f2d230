"""One figure that is stated twice differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claim import RuleBook
from reconcile.model import BlockKind, Level, Relation
from reconcile.text.late import late
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name_find import find as find_names
from reconcile.values.quantity import ORDINAL, Quantity
from reconcile.values.quantity_relate import relate
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.speakers import speaker
from reconcile.verdicts.told import told

_DIGITS = late(r"\d[\d.,]*")
_YEAR = late(r"(?:1\d|20)\d\d[.,]?")
_Figure = tuple[Reading, Found[Quantity]]

_LEAST = 3  # content words of a sentence that can be recognised
_SAME = 0.8  # of the content words of two sentences that state one figure


def said_twice(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """The same sentence but for its figure, said twice: the bridge is 30 m long, and it is 40 m long.

    Three of them with three figures make a series, whose sentences speak of its parts.
    """
    seen: dict[tuple[str | None, ...], list[list[_Figure]]] = {}
    for reading in readings:
        figure = _only_figure(reading, book)
        if figure is None:
            continue
        groups = seen.setdefault((figure[1].value.dimension, figure[1].value.counted), [])
        own = next((group for group in groups if _alike(figure, group[0], book)), None)
        if own is None:
            groups.append([figure])
        else:
            own.append(figure)
    for group in (group for groups in seen.values() for group in groups):
        if len({_value(one) for one in group}) == 2:
            first = group[0]
            for one in group:
                if relate(first[1].value, one[1].value) is Relation.CONFLICTING:
                    yield _twice(one[0], one[1], *first)


def _only_figure(reading: Reading, book: RuleBook) -> _Figure | None:
    """The figure of a sentence that has but one, which measures or counts and is no part of a name."""
    text = reading.sentence.text
    if reading.sentence.kind is not BlockKind.PARAGRAPH or not _one_figure(text):
        return None
    figures = mentions(text, book.lexicon).quantities
    if len(figures) != 1 or not (figures[0].value.unit or figures[0].value.counted):
        return None
    names = find_names(text, book.lexicon)
    named = any(name.start < figures[0].start <= name.end + 1 for name in names)
    if figures[0].value.dimension == ORDINAL or (named and not figures[0].value.unit):
        return None
    return reading, figures[0]


def _value(figure: _Figure) -> tuple[float | None, float | None]:
    return figure[1].value.low, figure[1].value.high


def _one_figure(text: str) -> bool:
    """True when the digits of a text make one figure that does not look like a year."""
    found = _DIGITS.findall(text)
    return len(found) == 1 and not _YEAR.fullmatch(found[0])


def _alike(one: _Figure, other: _Figure, book: RuleBook) -> bool:
    """True when two sentences say the same in the same words, whatever their figures."""
    mine, theirs = one[0].terms, other[0].terms
    if len(mine) < _LEAST or len(mine & theirs) < _SAME * len(mine | theirs):
        return False
    if not (mine <= theirs or theirs <= mine):  # another word in the place of one is another thing
        return False
    if not _scope(one, book) or _scope(one, book) != _scope(other, book):
        return False
    voices = [speaker(each[0].sentence.text, each[1].start, book.lexicon) for each in (one, other)]
    return voices[0] == voices[1]


def _scope(one: _Figure, book: RuleBook) -> tuple[str, ...]:
    """Dates and names of the sentence: where they differ, so may the figure."""
    content = told(one[0].sentence.text, book.lexicon)
    dates = [date.value.edtf for date in content.dates]
    return (*dates, *sorted(name.value.name for name in content.names))


def _twice(reading: Reading, figure: Found[Quantity], first: Reading, before: Found[Quantity]) -> Flaw:
    text = reading.sentence.text
    here, earlier = text[figure.start : figure.end], first.sentence.text[before.start : before.end]
    return Flaw(
        rule="figure-said-twice",
        claim="number",
        level=Level.WARNING,
        reading=reading,
        start=figure.start,
        end=figure.end,
        message=f"{here} here, {earlier} in an earlier sentence that says the same",
        why="one document states one figure in two ways",
        value=figure.value.data,
    )
