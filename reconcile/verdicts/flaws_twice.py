"""One figure or date of one thing that is stated twice differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.claim import Lexicon, RuleBook
from reconcile.index.agree import contradict
from reconcile.index.apart import may_state
from reconcile.index.row import Row
from reconcile.index.stating import PROSE, rows
from reconcile.model import Level
from reconcile.text.late import late
from reconcile.text.lists import word_set
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_WORD = late(r"[^\W\d_]{2,}")
_STEM = 4  # letters by which two forms of a word are one
_SHARED = 3  # words of two sentences that may state one thing; of short ones all but one
_SHARE = 0.4  # of the words of the shorter one
_RARE = 5  # sentences that have a word which tells what they are about
_SERIES = 3  # values of one thing that tell of its parts one by one


def said_twice(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """The bridge is 30 m long, and it is 40 m long: each statement against the first that it contradicts.

    Three of them with three figures make a series, whose sentences speak of its parts.
    """
    known = {reading.sentence.index: reading for reading in _alike(readings, book)}
    if not known:
        return
    stated: dict[str, list[Row]] = {}
    for row in rows(readings[0].document, book.lexicon, known.keys()):
        stated.setdefault(row.key, []).append(row)
    for group in stated.values():
        if len({row.text for row in group}) >= _SERIES:
            continue
        for number, row in enumerate(group):
            before = (
                one for one in group[:number] if one.sentence != row.sentence and contradict(one, row, "", "")
            )
            first = next(before, None)
            if first:
                yield _twice(known[row.sentence], row, first)


def _alike(readings: Sequence[Reading], book: RuleBook) -> list[Reading]:
    """The sentences with a figure that share words with another one, one of them rare here.

    Others hardly state the same thing, and are not taken apart. Words are compared by how they begin, for
    their endings may differ.
    """
    prose = (one for one in readings if one.sentence.kind in PROSE)
    told = [one for one in prose if may_state(one.sentence.text, book.lexicon)]
    begins = [_begins(one.sentence.text, book.lexicon) for one in told]
    holding: dict[str, list[int]] = {}
    for number, stems in enumerate(begins):
        for stem in stems:
            holding.setdefault(stem, []).append(number)
    found: set[int] = set()
    for numbers in holding.values():
        for one, other in combinations(numbers, 2) if len(numbers) <= _RARE else ():
            shared, least = len(begins[one] & begins[other]), min(len(begins[one]), len(begins[other]))
            if shared >= max(2, min(_SHARED, least - 1), _SHARE * least):
                found |= {one, other}
    return [told[number] for number in sorted(found)]


def _begins(text: str, lexicon: Lexicon) -> frozenset[str]:
    small = word_set(lexicon, "function-words")
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in small)


def _twice(reading: Reading, row: Row, first: Row) -> Flaw:
    start = reading.sentence.text.find(row.text)
    return Flaw(
        rule="figure-said-twice",
        claim="date" if row.kind == "date" else "number",
        level=Level.WARNING,
        reading=reading,
        start=max(0, start),
        end=max(0, start) + len(row.text),
        message=f"{row.subject}: {row.text} here, {first.text} in line {first.line}",
        why="one document states one thing in two ways",
        subject=row.subject,
        beside=(first.sentence,),
    )
