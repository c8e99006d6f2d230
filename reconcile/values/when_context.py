"""Whether four digits are a year, and a month's name a month, by the words around them."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lists import word_set, word_table
from reconcile.values.before import word_before
from reconcile.values.quantity_words import counted_noun
from reconcile.values.units import unit_behind

_FIRST, _LAST = 1000, 2100
_SURE = 1800  # "in 1500 cases", but "in 1995 members joined"
_CLOSES = late(r"\s*(?:[).,;:!?–—]|$)")
_NEXT = late(r"[ ]([^\W\d_]+)")
_COMMA = late(r"([^\W\d_]+),\s$")
_OPENS = late(r"[(\[]\s?$")
_POSSESSIVE = late(r"['’]s?\s$")
_NAME = late(r"\s[A-Z][a-z]+")
_SCALE = late(r"\s(?:\d{3}\b|(?:hundred|thousand|million|billion)\b)")


def is_year(text: str, start: int, end: int, after_date: bool, lexicon: Lexicon) -> bool:
    """Whether the digits at [start, end) are a year; `after_date`: they continue a list or range of dates."""
    year = int(text[start:end])
    if not _FIRST <= year <= _LAST or _SCALE.match(text, end):
        return False
    if after_date:
        return True
    if unit_behind(text, end, lexicon) is not None:
        return False
    word, before = word_before(text, start), text[max(0, start - 24) : start]
    persons = _counts_persons(text, end, lexicon)
    if _leads(word, text, start, lexicon):
        return year >= _SURE or counted_noun(text, end, False, lexicon) is None
    if persons or year < _SURE - 100:
        return bool(_OPENS.search(before) and _CLOSES.match(text, end))
    return _stands_as_year(text, end, word, before, lexicon)


def _leads(word: str, text: str, start: int, lexicon: Lexicon) -> bool:
    """True for a word that makes a year of the digits at `start`: in, and since in "since around"."""
    known, modifiers = word_set(lexicon, "year-leads"), word_table(lexicon, "date-modifiers")
    about = "circa" in (modifiers.get(word.lower()), modifiers.get(f"{word.lower()}."))
    if word.lower() in known or not about:
        return word.lower() in known
    return word_before(text, text.rindex(word, 0, start)).lower() in known


def _stands_as_year(text: str, end: int, word: str, before: str, lexicon: Lexicon) -> bool:
    behind, closes = _NEXT.match(text, end), bool(_CLOSES.match(text, end))
    if _OPENS.search(before) or text[end : end + 1] == ")":
        return True
    if word.lower() in word_set(lexicon, "year-determiners") or _POSSESSIVE.search(before):
        return behind is not None
    comma = _COMMA.search(before)
    if comma:
        return closes and comma[1][:1].isupper()
    if not before.strip():
        return closes or (behind is not None and behind[1][:1].isupper())
    named = word[:1].isupper() and word.lower() not in word_set(lexicon, "label-words")
    return named and (closes or behind is None or counted_noun(text, end, False, lexicon) is None)


def _counts_persons(text: str, end: int, lexicon: Lexicon) -> bool:
    noun = counted_noun(text, end, False, lexicon)
    return noun is not None and noun[0] in word_set(lexicon, "person-nouns")


def is_month(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the month's name at [start, end), without day and year, is meant as one."""
    name = text[start:end].rstrip(".").lower()
    if name not in word_set(lexicon, "ambiguous-months"):
        return True
    return word_before(text, start).lower() in word_set(lexicon, "month-leads") and not _NAME.match(text, end)


def is_span(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether "1500-2000" is a span of years: no persons and no unit are counted by it."""
    return unit_behind(text, end, lexicon) is None and not _counts_persons(text, end, lexicon)
