"""Words that state nothing where they stand: what goes with a negator, short forms, references, datelines."""

from __future__ import annotations

import re

from reconcile.changes.initials import said_twice
from reconcile.changes.passage import Passage
from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import alternation, any_of, per_lexicon, word_set
from reconcile.values.polarity import negations

_DATELINE = late(
    r"[A-Z][A-Z.'’-]+(?:,? [A-Z][A-Za-z.'’]+){0,3}(?:,? \d{1,2})?(?: \([A-Z][\w ]+\))?"
    r" (?:[—–]|--?) (?=[\"“A-Z])"
)
_REFERENCE = late(r"\[\d{1,3}\]_?")  # "[24]", and "[24]_" of reStructuredText


@per_lexicon
def _leaning(lexicon: Lexicon) -> re.Pattern[str]:
    return any_of(word_set(lexicon, "negated-fillers"))


@per_lexicon
def _openers(lexicon: Lexicon) -> re.Pattern[str]:
    phrases = alternation(word_set(lexicon, "empty-openers"))
    return re.compile(rf"(?:(?<=[.!?]\s)|^){phrases},(?=\s)", re.IGNORECASE)


def fillers(here: Passage, there: Passage, lexicon: Lexicon) -> set[int]:
    """The numbers of the words of `here` that state nothing; a dateline does where the other side has one."""
    ranges = [
        word.span()
        for found in negations(here.text, lexicon)
        if not found.value.implicit
        for word in _leaning(lexicon).finditer(here.text, found.end, found.value.reach)
    ]
    if "," in here.text:
        ranges += [opener.span() for opener in _openers(lexicon).finditer(here.text)]
    ranges += [mark.span() for mark in _REFERENCE.finditer(here.text)]
    ranges += said_twice(here, there, lexicon)
    dateline = _DATELINE.match(here.text) if here.text[:2].isupper() else None
    if dateline and not _DATELINE.match(there.text):
        ranges.append(dateline.span())
    return {number for place in ranges for number in range(*here.word_range(*place))}
