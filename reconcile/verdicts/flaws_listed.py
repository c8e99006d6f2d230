"""A count before a list, in its sentence or below: "The kit has three tools:", and four of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import frozen
from reconcile.model import Block, BlockKind, Document, Level
from reconcile.text.excerpt import excerpt
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_set, word_table
from reconcile.text.phrases import Phrases, tokens
from reconcile.values.found import Found
from reconcile.values.members import Members
from reconcile.values.members_find import split_list
from reconcile.values.mentions import mentions
from reconcile.values.quantity import Quantity
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_MOST = 20  # a longer list is seldom given whole
_TIMES = 2  # a list so many times as long as it was announced, or as short, lists something else
_COUNT = late(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|[a-z]*teen|ten|eleven|twelve|twenty)\b", re.I
)
_MARK = late(r"[\s>]*(?:(?P<sign>[-+•‣◦·–*])\s|(?P<wiki>[*#]+)|\(?(?P<number>\d+|[A-Za-z]|[ivx]+|#)[.)]\s)")
_HEAD = late(r"[^:(–—.]*")
_PLAIN_LIST = late(r"[^:;()–—…\d]+\.?")
_JOINED = late(r",?\s(?:and|or|&)\s")
_WORDS = 4  # of an item; a longer one is a clause
_SEVERAL = late(r",|/|&|…|\.\.\.|\b(?:and|or|to)\b|\d\s?[-–]\s?\d")


@frozen
class _Items:
    """The items right below a sentence, and whether more may follow elsewhere."""

    blocks: tuple[int, ...]  # of the document
    open: bool


def counts_before_lists(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Sentences that announce a number of items, behind or below which another number of them stands."""
    for reading in readings:
        lead, colon, behind = reading.sentence.text.partition(":")
        if not colon or (behind and "," not in behind) or not _COUNT.search(lead):
            continue
        count = _announced(lead, book.lexicon)
        if count and behind:
            told = _told(behind, int(count.value.low or 0), book.lexicon)
            if told:
                yield _miscounted(reading, count, told)
        elif count:
            items = _items(reading.document, reading.sentence.block)
            if items and _at_odds(int(count.value.low or 0), items, reading.document):
                yield _miscounted_below(reading, count, items.blocks)


def _told(text: str, count: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The items of a list that ends its sentence, where they are not `count`; nothing where it is unclear.

    An aside may look like an item: "Ann Holt, a nurse, and Per Lund, a cook"; and two words joined by "and"
    at the end may be one: "sales, research and development".
    """
    if not _PLAIN_LIST.fullmatch(text) or any(_unlike_items(lexicon).find(text)):
        return ()
    items = tuple(text[start:end] for start, end in split_list(text, lexicon))
    joined = _JOINED.findall(text)
    if len(joined) != 1 or len(set(items)) < len(items) or len(items) == count or _wide(count, len(items)):
        return ()
    if len(items) == count + 1 and not joined[0].startswith(","):
        return ()
    starts = [start for start, _ in split_list(text, lexicon)]
    articles = word_set(lexicon, "determiners")
    led = {text[:start].rstrip().rpartition(" ")[2].casefold() in articles for start in starts}
    alike = len(led) == 1 and len({item[0].isupper() for item in items}) == 1
    return items if alike and all(len(item.split()) <= _WORDS for item in items) else ()


@per_lexicon
def _unlike_items(lexicon: Lexicon) -> Phrases:
    """Words that keep what stands between two commas from being an item."""
    lists = ("relatives", "list-rests", "pronouns", "auxiliaries", "verb-adverbs", "number-words")
    return Phrases(word for name in lists for word in word_set(lexicon, name) or word_table(lexicon, name))


def _wide(count: int, listed: int) -> bool:
    """True where the list is so much longer or shorter that it lists something else."""
    return listed >= count * _TIMES or listed * _TIMES <= count


def _announced(text: str, lexicon: Lexicon) -> Found[Quantity] | None:
    """The count of the items that are to follow, where the sentence tells of no other figure."""
    found = mentions(text, lexicon)
    if len(found.quantities) != 1 or found.dates:
        return None
    (count,) = found.quantities
    value = count.value
    if not value.counted or value.dimension or value.low != value.high or not 1 < (value.low or 0) <= _MOST:
        return None
    return count if _heralds(text, count, lexicon) else None


def _heralds(text: str, count: Found[Quantity], lexicon: Lexicon) -> bool:
    """True where what is counted, and nothing behind it, is what the sentence announces."""
    table = word_table(lexicon, "list-heralds")
    told = [word for word in tokens(text) if not count.start <= word.start < count.end]
    behind = [word.folded for word in told if word.start >= count.end]
    noun = next((n for n, word in enumerate(behind) if lemma(word, lexicon) == count.value.counted), None)
    if noun is None or any(table.get(word.folded) == "never" for word in told):
        return False
    rest = behind[noun + 1 :]
    if any(table.get(word) == "not behind" for word in rest):
        return False
    return not rest or (table.get(rest[0]) == "behind" and not _breaks_off(rest[-1], lexicon))


def _breaks_off(last: str, lexicon: Lexicon) -> bool:
    """True for a preposition at the end: "ten tests in:" has a list of what they are in."""
    return last in word_set(lexicon, "prepositions") and last != "below"


def _items(document: Document, lead: int) -> _Items | None:
    """The list right behind block `lead`; None where there is none, or where two run into each other."""
    level = document.blocks[lead].level if document.blocks[lead].kind is BlockKind.LIST_ITEM else 0
    found: list[int] = []
    marks: set[str] = set()
    for number, block in enumerate(document.blocks[lead + 1 :], lead + 1):
        if block.kind is not BlockKind.LIST_ITEM or block.level <= level:
            break
        mark = _mark(document, block) if not found or block.level == document.blocks[found[0]].level else ""
        if mark:
            found.append(number)
            marks.add(mark)
    return _Items(tuple(found), _goes_on(document, found[-1], level)) if len(marks) == 1 else None


def _mark(document: Document, block: Block) -> str:
    """The kind of mark an item begins with; nothing for a further paragraph of an item."""
    start = block.pieces[0].start
    line = document.text.rfind("\n", 0, start) + 1
    match = _MARK.match(document.text, line)
    if match is None or match.end() > start:
        return ""
    return match["sign"] or match["wiki"] or "1"


def _goes_on(document: Document, last: int, level: int) -> bool:
    """True where another list, or something that was left out, follows before the next heading."""
    end = len(document.text)
    for block in document.blocks[last + 1 :]:
        if block.kind is BlockKind.HEADING:
            end = block.pieces[0].start
            break
        if block.kind is BlockKind.LIST_ITEM and block.level > level:
            return True
    begin = document.blocks[last].pieces[0].start
    return any(begin <= one.span.start < end for one in document.dropped)


def _at_odds(count: int, items: _Items, document: Document) -> bool:
    listed = len(items.blocks)
    if listed == count or _wide(count, listed):
        return False
    several = any(_holds_several(document.blocks[number].text) for number in items.blocks)
    return listed > count or not (items.open or several)


def _holds_several(text: str) -> bool:
    head = _HEAD.match(text)
    return head is not None and _SEVERAL.search(head.group()) is not None


def _miscounted_below(reading: Reading, count: Found[Quantity], items: Sequence[int]) -> Flaw:
    blocks = reading.document.blocks
    beside = tuple(one.index for one in reading.document.sentences if one.block in items)
    return _miscounted(reading, count, [excerpt(blocks[number].text, 0, 0) for number in items], beside)


def _miscounted(
    reading: Reading, count: Found[Quantity], items: Sequence[str], beside: tuple[int, ...] = ()
) -> Flaw:
    announced = int(count.value.low or 0)
    return Flaw(
        rule="count-against-list",
        claim="membership",
        level=Level.ERROR,
        reading=reading,
        start=count.start,
        end=count.end,
        message=f"{announced} are announced and {len(items)} are listed: “{'”, “'.join(items)}”",
        why="a count and the list that it announces must agree",
        value=Members(tuple(items), announced, exhaustive=True).data,
        beside=beside,
    )
