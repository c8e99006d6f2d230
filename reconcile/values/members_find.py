"""Where lists stand in a prose text: coordinated names, and whatever a list word announces.

A list is *whole* when its announcement says so ("consists of", "five countries: ...") and nothing at its end
says that it goes on ("and others").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import partial

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import alternation, per_lexicon, per_text, word_role, word_set, word_table
from reconcile.text.phrases import Hit, Phrases
from reconcile.values.found import Found
from reconcile.values.members import Members
from reconcile.values.name import Name
from reconcile.values.name_find import find as find_names

_ASIDE = r"(?:\s*\([^()]{1,60}\))"
_ASIDE_BEGUN = late(r"\s*\(\s*[^()]{0,20}$")
_COLON = late(r"\s*:\s*")
_FIGURE = late(r"\d+")
_LETTER = late(r"(?<![\w.])([A-Z])\s*,\s*$")
_LEAD_REACH = 60  # code points between an announcement and its list, at most
_CLAUSE_REACH = 600  # code points of a clause that are looked at
_WORDS = 3  # of an item that only a number announces
_ITEM = 60  # code points of one item that is not a name, at most


@frozen
class _Lists:
    leads: Phrases
    kinds: Mapping[str, str]
    worth: Mapping[str, str]
    rests: re.Pattern[str]  # behind a list that goes on
    counts: re.Pattern[str]  # a number and what it counts
    cut: re.Pattern[str]  # between two items
    joint: re.Pattern[str]  # between two names
    opening: re.Pattern[str]  # small words before an item
    stop: re.Pattern[str]  # where a list ends


@frozen
class _Lead:
    """What is said before a list: whether it is whole or only a part, the stated count and kind."""

    whole: bool
    part: bool
    count: int | None
    kind: str | None


@per_lexicon
def _lists(lexicon: Lexicon) -> _Lists:
    def role(name: str) -> str:
        return alternation(word_role(lexicon, name))

    expression = partial(late, flags=re.IGNORECASE)
    kinds, worth = word_table(lexicon, "list-leads"), word_table(lexicon, "number-words")
    number = rf"(?P<count>\d{{1,3}}|{alternation(worth)})"
    rests = alternation(word_set(lexicon, "list-rests"))
    joints = word_table(lexicon, "list-joints")
    listed, joint = alternation(joints), alternation(one for one in joints if joints[one] == "anywhere")
    more = rf"(?:[,;]?\s*(?:{joint}|&)?\s*)(?:{number}\s+)?(?:[^\W\d]+\s+){{0,2}}?{rests}"
    plural = rf"(?:[^\W\d_][\w-]*s|{role('plurals')})"
    further = rf"(?!{alternation(worth)}\s)[^\W\d_][\w’'-]*\s+"  # no other number: 14 cases in three towns
    things = rf"(?!of\s)(?P<kind>(?:{further}){{0,4}}?{plural})"
    behind = rf"(?=\s*[:,(—–]|\s+-|\s*$|\s+{role('count ends')}\b)"
    return _Lists(
        leads=Phrases(kinds),
        kinds=kinds,
        worth=worth,
        rests=expression(rf"{_ASIDE}?{more}(?![^\W_])"),
        counts=expression(rf"(?<![\w.,-]){number}\s+{things}{behind}"),
        cut=expression(rf"\s*;\s*(?:{role('list joints')}\s+)?|\s*,\s*(?:{listed}\s+)?|\s+(?:{joint}|&)\s+"),
        joint=expression(
            rf"{_ASIDE}?\s*(?:[,;]\s*{listed}?|{joint}|&)\s*"
            rf"(?:{role('item adverbs')}\s+)?(?:{role('item articles')}\s+)?"
        ),
        opening=expression(rf"(?:{role('item openers')}\s+)+"),
        stop=expression(rf"[.!?](?=\s|$|[\"”])|[:—–]|\s-\s|\b{role('list ends')}\b"),
    )


def split_list(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The ranges of the items of a written-out list: "A, B, the C, and D"; "and others" is no item."""
    lists, end = _lists(lexicon), _items_end(text, lexicon)
    found = []
    at = 0
    for cut in [*lists.cut.finditer(text, 0, end), None]:
        stop = cut.start() if cut else end
        start, stop = _trimmed(text, at, stop, lists)
        if start < stop:
            found.append((start, stop))
        at = cut.end() if cut else end
    return found


def _trimmed(text: str, start: int, end: int, lists: _Lists) -> tuple[int, int]:
    """[start, end) without spaces, marks and articles around the item."""
    while start < end and text[start] in " \t\n,;.:":
        start += 1
    leading = lists.opening.match(text, start, end)
    if leading and leading.end() < end:
        start = leading.end()
    while end > start and text[end - 1] in " \t\n,;.:":
        end -= 1
    return start, end


def _items_end(text: str, lexicon: Lexicon) -> int:
    """Where the items of a written-out list end: before the words that say that it goes on."""
    lists = _lists(lexicon)
    for cut in lists.cut.finditer(text):
        if lists.rests.match(text, cut.start()):
            return cut.start()
    return len(text)


@per_text
def find(text: str, lexicon: Lexicon) -> tuple[Found[Members], ...]:
    """The lists in `text`, in order: three or more coordinated names, or two or more that are announced."""
    lists = _lists(lexicon)
    leads = list(lists.leads.find(text))
    if "," not in text and not leads and " and " not in text:
        return ()
    found = []
    for group in _groups(text, lexicon):
        if len({text[one.start : one.end] for one in group}) < 2:
            continue
        items = [*_letter_before(text, group[0]), *((one.start, one.end) for one in group)]
        lead = _lead(text, items[0][0], leads, lexicon)
        if len(items) >= 3 or lead:
            found.append(_listed(text, items, lead, lexicon))
    starts = [one.start for one in found]
    for hit in leads:
        last = bisect_left(starts, hit.end + _LEAD_REACH) - 1
        if last < 0 or found[last].end <= hit.start:
            plain = _announced(text, hit, leads, lexicon)
            if plain:
                found.append(plain)
    if ":" in text:
        found += [one for one in _counted(text, lexicon) if not any(map(one.meets, found))]
    return tuple(sorted(found, key=lambda one: one.start))


def _groups(text: str, lexicon: Lexicon) -> list[list[Found[Name]]]:
    """Names that are coordinated with one another."""
    groups: list[list[Found[Name]]] = []
    joint = _lists(lexicon).joint
    for one in find_names(text, lexicon):
        last = groups[-1][-1] if groups else None
        if last and _ASIDE_BEGUN.fullmatch(text, last.end, one.start) and text[one.end : one.end + 1] == ")":
            continue  # "the Long Name (LN)": the same member again
        if last and joint.fullmatch(text, last.end, one.start):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [group for group in groups if not all(one.value.kind == "adjective" for one in group)]


def _letter_before(text: str, first: Found[Name]) -> list[tuple[int, int]]:
    """The A of "A, B and C", which is no name where it stands alone."""
    before = (
        _LETTER.search(text, max(0, first.start - 4), first.start) if first.end - first.start == 1 else None
    )
    return [before.span(1)] if before else []


def _listed(text: str, items: list[tuple[int, int]], lead: _Lead | None, lexicon: Lexicon) -> Found[Members]:
    members = tuple(text[start:end] for start, end in items)
    end = items[-1][1]
    rest = _lists(lexicon).rests.match(text, end)
    count = lead.count if lead else None
    if rest:
        more = _number(rest["count"], lexicon)
        count = count if count is not None or more is None else len(members) + more
        end = rest.end()
    whole = bool(lead and lead.whole) and not rest
    partial = bool(rest or (lead and lead.part))
    return Found(items[0][0], end, Members(members, count, whole, lead.kind if lead else None, partial))


def _number(words: str | None, lexicon: Lexicon) -> int | None:
    if not words:
        return None
    worth = _lists(lexicon).worth.get(fold(words), words)
    return int(worth) if worth.isdigit() else None


def _lead(text: str, start: int, leads: list[Hit], lexicon: Lexicon) -> _Lead | None:
    """What announces the list that begins at `start`; None when nothing does."""
    lists = _lists(lexicon)
    first = bisect_left(leads, start - _LEAD_REACH, key=lambda hit: hit.end)
    last = bisect_right(leads, start, key=lambda hit: hit.end)
    near = [hit for hit in leads[first:last] if not re.search(r"[.;]\s", text[hit.end : start])]
    low = max(0, start - _CLAUSE_REACH)
    clause = max(text.rfind(". ", low, start), text.rfind("; ", low, start), low)
    counted = next(reversed(list(lists.counts.finditer(text, clause, start))), None)
    if counted and (_FIGURE.search(text, counted.end(), start) or _opens(text, counted, lexicon)):
        counted = None  # it counts something else
    near = [
        hit
        for hit in near
        if not _counts_between(text, hit.end, start, counted)
        and not (lists.kinds[hit.entry] == "names" and _is_placed(text, start, lexicon))
    ]
    count = _number(counted["count"], lexicon) if counted else None
    kind = counted["kind"] if counted else None
    if near:
        said = lists.kinds[near[-1].entry]
        return _Lead(said == "whole" or (said == "names" and count is not None), said == "part", count, kind)
    if counted and text[counted.end() : start].strip() in (":", "—", "–", "-", ",", "("):
        return _Lead(True, False, count, kind)
    if text[max(0, start - 8) : start].rstrip().endswith(":"):
        return _Lead(count is not None, False, count, kind)
    return None


def _opens(text: str, counted: re.Match[str], lexicon: Lexicon) -> bool:
    """True for a number in the words that lead into a sentence: "After ten rounds, Ann and Tom lead"."""
    before = text[: counted.start()].split()
    opening = len(before) == 1 and fold(before[0]) in word_set(lexicon, "prepositions")
    return opening and text[counted.end() :].lstrip().startswith(",")


def _is_placed(text: str, start: int, lexicon: Lexicon) -> bool:
    """True for names behind a preposition: "the 40 boats are in Bergen, Stavanger and Oslo"."""
    before = text[max(0, start - _LEAD_REACH) : start].split()
    return bool(before) and fold(before[-1]) in word_set(lexicon, "prepositions")


def _counts_between(text: str, start: int, end: int, counted: re.Match[str] | None) -> bool:
    """True when figures stand between an announcement and a list, besides the number of its items."""
    figures = [match.start() for match in _FIGURE.finditer(text, start, end)]
    return any(not (counted and counted.start() <= at < counted.end()) for at in figures)


def _announced(text: str, hit: Hit, leads: list[Hit], lexicon: Lexicon) -> Found[Members] | None:
    """The list of things behind an announcement, up to the end of its clause."""
    if _lists(lexicon).kinds[hit.entry] == "names":
        return None
    start = hit.end
    colon = text.find(":", start, start + _LEAD_REACH)
    if colon >= 0:
        start = colon + 1
    stop = _lists(lexicon).stop.search(text, start, start + _CLAUSE_REACH)
    end = stop.start() if stop else min(len(text), start + _CLAUSE_REACH)
    items = [(start + a, start + b) for a, b in split_list(text[start:end], lexicon)]
    if len(items) < 3 or any(b - a > _ITEM or _acts(text[a:b], lexicon) for a, b in items):
        return None
    return _listed(text, items, _lead(text, items[0][0], leads, lexicon), lexicon)


def _counted(text: str, lexicon: Lexicon) -> Iterator[Found[Members]]:
    """Lists of things that are as many as is said before a colon: "three parts: a lid, a hinge and a box"."""
    lists = _lists(lexicon)
    for stated in lists.counts.finditer(text):
        colon = _COLON.match(text, stated.end())
        stop = lists.stop.search(text, colon.end()) if colon else None
        if colon is None:
            continue
        start, end = colon.end(), stop.start() if stop else len(text)
        items = [(start + a, start + b) for a, b in split_list(text[start:end], lexicon)]
        plain = all(len(text[a:b].split()) <= _WORDS and not _acts(text[a:b], lexicon) for a, b in items)
        count = _number(stated["count"], lexicon)
        if plain and len(items) == count and count > 1:
            yield _listed(text, items, _Lead(True, False, count, stated["kind"]), lexicon)


def _acts(item: str, lexicon: Lexicon) -> bool:
    """True for a clause rather than a thing: "went home", "is gone", "it helps"."""
    word = fold(item.split()[0])
    persons = word_set(lexicon, "pronouns") - word_set(lexicon, "determiners") - {*_lists(lexicon).worth}
    if word in word_set(lexicon, "auxiliaries") or word in persons:
        return True
    past = lemma(word, lexicon) != word and not word.endswith(("s", "ing"))
    return past and lemma(word, lexicon) in word_set(lexicon, "frequent-verbs")
