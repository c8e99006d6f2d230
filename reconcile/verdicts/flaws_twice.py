"""One figure or date of one thing that is stated twice differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claim import RuleBook
from reconcile.index.agree import contradict
from reconcile.index.row import Row
from reconcile.index.stating import rows
from reconcile.model import Level
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_SERIES = 3  # values of one thing that tell of its parts one by one


def said_twice(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """The bridge is 30 m long, and it is 40 m long: each statement against the first that it contradicts.

    Three of them with three figures make a series, whose sentences speak of its parts.
    """
    known = {reading.sentence.index: reading for reading in readings}
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
