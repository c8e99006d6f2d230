"""The day of the week that stands before a date and says no more than the date does."""

from __future__ import annotations

import re

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.fold import fold
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.found import Found
from reconcile.values.when import When

_REACH = 20  # characters before a date in which its weekday stands
_EPOCH = 3  # 1970-01-01, day 0, was a Thursday: three days after a Monday


@per_lexicon
def _lead(lexicon: Lexicon) -> re.Pattern[str]:
    names = alternation(word_table(lexicon, "weekdays"))
    return re.compile(rf"(?<!\w)({names}),?\s+(?:the\s+)?$", re.IGNORECASE)


def with_weekday(text: str, mention: Found[When], lexicon: Lexicon) -> Found[When]:
    """`mention` from its weekday on, where one stands before it and the calendar agrees."""
    when = mention.value
    if when.low is None or when.low != when.high:
        return mention
    near = max(0, mention.start - _REACH)
    lead = _lead(lexicon).search(text[near : mention.start])
    if lead is None:
        return mention
    number = int(word_table(lexicon, "weekdays")[fold(lead[1])])
    agrees = (when.low + _EPOCH) % 7 + 1 == number
    return replace(mention, start=near + lead.start()) if agrees else mention
