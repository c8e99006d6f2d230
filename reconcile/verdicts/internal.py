"""One document against itself: a count and its own list, a body's members, dates out of order, sums, figures.

    passes: Four states joined: A, B, C and D.
    fails:  Four states joined: A, B and C.

A sentence is read only where cheap marks (figures, commas, colons) say that it may hold something to check;
all but the lists of members are checked by figures.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from reconcile.claim import RuleBook
from reconcile.model import Document
from reconcile.result import Finding
from reconcile.verdicts.flaws import Flaw, finding
from reconcile.verdicts.flaws_dates import dates_out_of_order
from reconcile.verdicts.flaws_lengths import wrong_lengths
from reconcile.verdicts.flaws_listed import counts_before_lists
from reconcile.verdicts.flaws_lives import flawed_lives
from reconcile.verdicts.flaws_members import flawed_lists
from reconcile.verdicts.flaws_shares import wrong_shares, wrong_ways
from reconcile.verdicts.flaws_sums import parts_beyond, wrong_sums
from reconcile.verdicts.flaws_tables import wrong_totals
from reconcile.verdicts.flaws_twice import said_twice
from reconcile.verdicts.reading import Reading, readings

_CHECKS: Sequence[Callable[[Sequence[Reading], RuleBook], Iterator[Flaw]]] = (
    counts_before_lists,
    dates_out_of_order,
    flawed_lives,
    wrong_lengths,
    wrong_shares,
    wrong_ways,
    wrong_sums,
    parts_beyond,
    wrong_totals,
    said_twice,
)


def internal(
    document: Document, book: RuleBook, but: Collection[str] = frozenset(), *, twice: bool = True
) -> tuple[Finding, ...]:
    """What the document says against itself, in the order of its text; `new` is the side of the findings.

    Sentences whose prose is among `but` are left out: those another version has too. Without `twice` what is
    stated in two ways is left to those who compare all documents with one another.
    """
    return inside(readings(document, book, but), book, twice=twice)


def inside(sentences: Sequence[Reading], book: RuleBook, *, twice: bool = True) -> tuple[Finding, ...]:
    """The same of sentences of one document that are read already."""
    figured = [one for one in sentences if one.figured]
    checks = [check for check in _CHECKS if twice or check is not said_twice]
    flaws = [*flawed_lists(sentences, book), *(flaw for check in checks for flaw in check(figured, book))]
    flaws.sort(key=lambda flaw: (flaw.reading.sentence.index, flaw.rule, flaw.start))
    found: dict[str, Finding] = {}
    for flaw in _once(flaws):
        made = finding(flaw)
        found.setdefault(made.id, made)
    return tuple(found.values())


def _once(flaws: Sequence[Flaw]) -> Iterator[Flaw]:
    """One flaw of a kind a place: two checks may come to the same."""
    last: Flaw | None = None
    for flaw in flaws:
        same = last and (last.rule, last.reading) == (flaw.rule, flaw.reading)
        if not (last and same and flaw.start < last.end):
            yield flaw
            last = flaw
