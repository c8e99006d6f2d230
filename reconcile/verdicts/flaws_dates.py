"""Something that ended before it began: "(1950–1940)", "from 2005 to 2001", left before it joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claim import Claim, Lexicon, RuleBook
from reconcile.claims.event import event
from reconcile.model import BlockKind, Level
from reconcile.text.late import late
from reconcile.text.lists import per_lexicon, word_set
from reconcile.text.phrases import Phrases
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name import key as name_key
from reconcile.values.when import When
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_TWO_YEARS = late(r"\b\d{3,4}\b.{1,30}\b\d{3,4}\b", re.DOTALL)
_YEARS = late(r"\((?P<first>1\d{3}|20\d\d)\s?[–—-]\s?(?P<last>1\d{3}|20\d\d)\)")
_ITEM = late(
    r"(?P<first>1\d{3}|20\d\d)\s?[–—-]\s?(?P<last>1\d{3}|20\d\d)(?:[:,]\s|$)"
)  # what an item begins with
_DASH = late(r"\s*[–—-]\s*|\s+(?:to|until|till|through)\s+")
_FROM = late(r"\b(?:from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_BEGINS = late(r"\b(?:from|between)\s|\(", re.IGNORECASE)  # what `_FROM` and `_LIVED` need
_GOES_ON = late(r"[–—-]|\b(?:to|until|till|through)\b")  # what `_DASH` needs
_YEAR = late(r"\d{3}")
_LEAST = 3  # spaces in a sentence in which somebody left something in some year
_LIVED = late(r"\(\s*(?:born\s+|b\.\s*)?$")


def dates_out_of_order(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Ranges whose end lies before their beginning, and ends of states before their beginnings."""
    for reading in readings:
        text = reading.sentence.text
        if _TWO_YEARS.search(text) and _BEGINS.search(text) and _GOES_ON.search(text):
            if not any(_backwards(book.lexicon).find(text)):
                yield from _ranges(reading, mentions(text, book.lexicon).dates)
            yield from _lives(reading)
        elif reading.sentence.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL):
            yield from _years(reading, _ITEM.match(text))
    yield from _events(readings, book)


def _ranges(reading: Reading, dates: Sequence[Found[When]]) -> Iterator[Flaw]:
    text = reading.sentence.text
    for one, other in pairwise(dates):
        if not _DASH.fullmatch(text, one.end, other.start) or one.value.lasting or other.value.lasting:
            continue
        lead = text[: one.start]
        if not (_FROM.search(lead) or (_LIVED.search(lead) and text[other.end :].lstrip()[:1] in (")", ","))):
            continue
        if _before(other.value, one.value):
            yield _reversed(reading, one.start, other.end)


def _lives(reading: Reading) -> Iterator[Flaw]:
    """Years in brackets, the later one first; read as digits, for no list of dates takes them for a range."""
    for match in _YEARS.finditer(reading.sentence.text):
        yield from _years(reading, match)


def _years(reading: Reading, match: re.Match[str] | None) -> Iterator[Flaw]:
    if match and int(match["first"]) > int(match["last"]):
        yield _reversed(reading, match.start("first"), match.end("last"))


@per_lexicon
def _backwards(lexicon: Lexicon) -> Phrases:
    return Phrases(word_set(lexicon, "backward-words"))


def _reversed(reading: Reading, start: int, end: int) -> Flaw:
    return Flaw(
        rule="dates-out-of-order",
        claim="date",
        level=Level.ERROR,
        reading=reading,
        start=start,
        end=end,
        message=f"it ends before it begins: “{reading.sentence.text[start:end]}”",
        why="the end of a range of dates lies before its beginning",
    )


def _before(one: When, other: When) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _events(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """The same subject left a body before it joined it."""
    years = [
        one for one in readings if one.sentence.text.count(" ") >= _LEAST and _YEAR.search(one.sentence.text)
    ]
    ended = list(_dated(years, "ends"))
    if not ended:
        return
    begun: dict[tuple[str, str, str], When] = {}
    for _, claim, when in _dated(years, "event"):
        begun.setdefault((event(claim).event, *_who(claim, book)), when)
    for reading, claim, when in ended:
        began = begun.get((event(claim).ends or "", *_who(claim, book)))
        if began and _before(when, began):
            yield _too_early(reading, claim, began)


def _dated(readings: Sequence[Reading], option: str) -> Iterator[tuple[Reading, Claim, When]]:
    """The dated events, of rules with this option, of which somebody says that they happened."""
    for reading in readings:
        for claim in reading.of_type("event", option):
            when = event(claim).when
            if when and claim.object and not claim.qualifiers.negated:
                yield reading, reading.topics.named(claim), when


def _who(claim: Claim, book: RuleBook) -> tuple[str, str]:
    return name_key(claim.subject or "", book.lexicon), name_key(claim.object or "", book.lexicon)


def _too_early(reading: Reading, claim: Claim, began: When) -> Flaw:
    value = event(claim)
    ended = value.when.edtf if value.when else ""
    return Flaw(
        rule="dates-out-of-order",
        claim="event",
        level=Level.ERROR,
        reading=reading,
        start=claim.start,
        end=claim.end,
        message=f"{claim.subject} and {claim.object}: it ended in {ended} and began in {began.edtf}",
        why="an end is dated before its beginning",
        subject=claim.subject,
    )
