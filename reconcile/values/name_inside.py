"""Another name of the bearer within a name: Anna "Annie" Berg, Anna (Smith) Berg."""

from __future__ import annotations

from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.values.name_lists import Known

NONE = (-1, -1)
_WITHIN = late(r" (?:[\"“”][^\s\"“”()]+(?: [^\s\"“”()]+)?[\"“”]|\([^\s\"“”()]*[^\s\"“”()A-Z]\)) (?=(\w+))")
_INSIDE = late(r"(?<=\w) (?:\"([^\"()]+)\"|\(([^\"()]+)\))(?= \w)")


def byname(text: str, first: str, last: str, end: int, facts: Known) -> tuple[int, int]:
    """Where a byname stands in the name that the folded words from `first` to `last` begin, or `NONE`.

    It is followed by the rest of the name. What stands in brackets may be something else, unless a given name
    goes before it.
    """
    found = _WITHIN.match(text, end)
    if found is None or not found[1][0].isupper():
        return NONE
    given, rest = first in facts.given, fold(found[1])
    if last in facts.titles or not all(_may_name(word, facts) for word in (last, rest)):
        return NONE
    bears = given or (text[end + 1] != "(" and not facts.is_common(last) and not facts.is_common(rest))
    return found.span() if bears else (0, 0)


def _may_name(word: str, facts: Known) -> bool:
    other = word in facts.function or word in facts.calendar
    return not (other or facts.is_named(word) or word in facts.place or word in facts.organisation)


def bynames(name: str) -> frozenset[str]:
    """The bynames within a folded name."""
    return frozenset(one or other for one, other in _INSIDE.findall(name))


def without_bynames(name: str) -> str:
    """A folded name without its bynames."""
    return _INSIDE.sub("", name)
