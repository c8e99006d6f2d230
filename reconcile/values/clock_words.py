"""Times of day in words alone: "at noon", "half past nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.text.lists import any_of, per_lexicon, word_set, word_table
from reconcile.values.before import word_before
from reconcile.values.clock import TIME, time_of
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity
from reconcile.values.scan import has_word

_HOUR = late(r"\s+(\w+)(?:\s+o['’]clock)?(?![\w:]|[.,]\d)", re.IGNORECASE)


@per_lexicon
def _phrases(lexicon: Lexicon) -> re.Pattern[str]:
    return any_of(word_table(lexicon, "clock-words"))


@per_lexicon
def _last_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(words.split()[-1] for words in word_table(lexicon, "clock-words"))


def worded_times(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """The times of day that `text` tells in words, in order."""
    if not has_word(text, _last_words(lexicon)):
        return
    table = word_table(lexicon, "clock-words")
    for match in _phrases(lexicon).finditer(text):
        minutes = table[" ".join(match.group().lower().split())]
        found = (
            _named(match, int(minutes), lexicon)
            if minutes.isdecimal()
            else _from_hour(match, int(minutes), lexicon)
        )
        if found:
            yield found


def _named(match: re.Match[str], minutes: int, lexicon: Lexicon) -> Found[Quantity] | None:
    """Noon and midnight, unless they are part of a name or of another thing: midnight sun."""
    leads = word_before(match.string, match.start()).lower() in word_set(lexicon, "clock-leads")
    time = time_of(*divmod(minutes, 60)) if leads and match.group().islower() else None
    return Found(match.start(), match.end(), replace(time, unit=TIME)) if time else None


def _from_hour(match: re.Match[str], minutes: int, lexicon: Lexicon) -> Found[Quantity] | None:
    behind = _HOUR.match(match.string, match.end())
    hour = word_table(lexicon, "number-words").get(behind[1].lower(), behind[1]) if behind else ""
    if behind is None or not hour.isdecimal() or not 1 <= int(hour) <= 12:
        return None
    time = time_of(*divmod((int(hour) % 12 or 12) * 60 + minutes, 60))
    return Found(match.start(), behind.end(), time) if time else None
