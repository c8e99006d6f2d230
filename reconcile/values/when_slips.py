"""Dates whose month is misspelt: "7 Jume 2019", "Decenber 19, 2006".

Only between a day and a year, and only where one letter is wrong in the name of one month and the word is no
other.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import per_lexicon, word_table
from reconcile.text.sameness import SHORTEST_SLIP, meaning, slip
from reconcile.values.found import Found
from reconcile.values.when import When, on_day

_DATE = late(
    r"(?<![\w.,:/-])(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?P<month>[A-Z][a-z]{3,9})"
    r"|(?P<name>[A-Z][a-z]{3,9})\s+(?P<number>[0-3]?\d)(?:st|nd|rd|th)?),?\s+(?P<year>[12]\d{3})(?![\w%]|[.,:-]\d)"
)


@per_lexicon
def _months(lexicon: Lexicon) -> dict[str, int]:
    table = word_table(lexicon, "months")
    return {name: int(number) for name, number in table.items() if len(name.rstrip(".")) >= SHORTEST_SLIP}


def misspelt(text: str, lexicon: Lexicon) -> Iterator[Found[When]]:
    """The dates of `text` whose month is the name of one but for a letter."""
    for match in _DATE.finditer(text):
        month = _month(match["month"] or match["name"], lexicon)
        if month is None:
            continue
        when = on_day(int(match["year"]), month, int(match["day"] or match["number"]))
        if when is not None:
            yield Found(match.start(), match.end(), when)


def _month(name: str, lexicon: Lexicon) -> int | None:
    months = _months(lexicon)
    if name.lower() in months or meaning(name.lower(), lexicon).known:
        return None
    close = {
        number
        for month, number in months.items()
        if month[0] == name[0].lower() and slip(month, name.lower())
    }
    return close.pop() if len(close) == 1 else None
