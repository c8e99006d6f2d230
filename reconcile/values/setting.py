"""What a date or a number is the setting of: the moment, the edition or the base of the figures beside it.

"As of May", "the census of 2011", "based on 30 reviews": none is a fact of its own, and figures of another
setting may be right as well. The words are those of `setting-leads` and `editions`.
"""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import per_lexicon, word_set, word_table
from reconcile.text.phrases import Phrases, tokens

MOMENT, EDITION, BASE = "moment", "edition", "base"

_BESIDE = 6  # words between a date and the edition it names, at most
_CLOCK, _SHORT = 3, 2  # words of a time of day, and their letters: 9 a.m., 3 PM
_STOP = late(r"[,;:.()]")


def setting(text: str, start: int, end: int, dated: bool, lexicon: Lexicon) -> str | None:
    """What the date (`dated`) or the number at [start, end) is the setting of; None for a plain fact."""
    kinds = word_table(lexicon, "setting-leads")
    for hit in _leads(lexicon).find(text[:start]):
        kind = kinds[hit.entry]
        if (kind != BASE) is dated and _leads_to(text[hit.end : start]):
            return kind
    return EDITION if dated and _names_edition(text, end, lexicon) else None


@per_lexicon
def _leads(lexicon: Lexicon) -> Phrases:
    return Phrases(word_table(lexicon, "setting-leads"))


def _leads_to(between: str) -> bool:
    """True for nothing between a lead and its date but the time of day: as of 9 a.m., 3 May."""
    words = tokens(between)
    return len(words) <= _CLOCK and all(len(word.folded) <= _SHORT or word.folded.isdigit() for word in words)


def _names_edition(text: str, end: int, lexicon: Lexicon) -> bool:
    """True for a date in front of an edition, the words of whose name may stand between."""
    editions = word_set(lexicon, "editions")
    stop = _STOP.search(text, end)
    for word in tokens(text[end : stop.start() if stop else len(text)])[: _BESIDE + 1]:
        if word.folded in editions:
            return True
        if not text[end + word.start].isupper():
            return False
    return False
