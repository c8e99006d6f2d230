"""Finding dates in prose."""

from __future__ import annotations

import re

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.values.found import Found
from reconcile.values.scan import Ranges, starts
from reconcile.values.when import When, between
from reconcile.values.when_context import is_month, is_span, is_year
from reconcile.values.when_forms import forms
from reconcile.values.when_modify import modified
from reconcile.values.when_read import read
from reconcile.values.when_relative import before_anchor, in_year_of, relative
from reconcile.values.when_slips import misspelt
from reconcile.values.when_weekday import with_weekday

_JOIN = late(r"\s?(?:(?P<dash>[–—‑−-])|(?P<to>to|until|till|through)|(?P<and>and)|(?P<comma>,(?: and)?))\s?$")
_PRESENT = late(r"\s?(?:[–—-]\s?(?:present|now|today)|(?:to|until)\s+(?:the\s+present|today|date|now))\b")
_LEAD = late(r"\b(?:(?P<between>between)|(?P<from>from))\s+(?:the\s+)?$", re.IGNORECASE)
_CONTINUES = late(r"\s?(?:[–—-]|,|,?\s?(?:and|or|to|until|through))\s?$")


def find(text: str, lexicon: Lexicon, *, anchor: When | None = None) -> tuple[Found[When], ...]:
    """All dates that `text` mentions, in order and without overlap.

    `anchor` is when the text speaks; with it "last year" and "in May" are resolved, without it the first
    are left out and the second have no year.
    """
    found = _joined(text, _with_years(text, _spelt(text, lexicon)))
    if anchor is not None:
        found = [_resolved(mention, anchor) for mention in found]
    found = _modified(text, found, lexicon)
    if anchor is not None:
        taken = Ranges((mention.start, mention.end) for mention in found)
        found += [m for m in relative(text, anchor, lexicon) if taken.free(m.start, m.end)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _spelt(text: str, lexicon: Lexicon) -> list[Found[When]]:
    """Each date by itself, the name of its month perhaps misspelt."""
    slips = list(misspelt(text, lexicon))
    taken = Ranges((mention.start, mention.end) for mention in slips)
    found = slips + [m for m in _alone(text, lexicon) if taken.free(m.start, m.end)]
    return sorted(found, key=lambda mention: mention.start)


def _alone(text: str, lexicon: Lexicon) -> list[Found[When]]:
    """Each date by itself, without the words around it."""
    known, found, position = forms(lexicon), list[Found[When]](), 0
    begins = starts(text, known.begins)
    if not begins:
        return found
    pattern = known.pattern(text)
    for begin in begins:
        tick = begin > position and text[begin - 1] in "'’"
        match = pattern.match(text, begin - tick) if begin >= position else None
        if match is None:
            continue
        start, end = match.span()
        position = end
        when = read(match, known) if _meant(match, found[-1].end if found else -1, lexicon) else None
        if when is not None:
            found.append(Found(start, end, when))
    return found


def _meant(match: re.Match[str], last: int, lexicon: Lexicon) -> bool:
    """Whether a date is meant, where digits or a name alone may be something else.

    `last` is where the date before ends, -1 when there is none.
    """
    text, (start, end) = match.string, match.span()
    if match.lastgroup == "year":
        after_date = last >= 0 and bool(_CONTINUES.fullmatch(text, last, start))
        return is_year(text, start, end, after_date, lexicon)
    if match.lastgroup == "years":
        return is_span(text, end, lexicon)
    return match.lastgroup != "month" or is_month(text, start, end, lexicon)


def _with_years(text: str, found: list[Found[When]]) -> list[Found[When]]:
    """ "March 3 and April 5, 2009": the first has the year of the second."""
    made: list[Found[When]] = []
    later: Found[When] | None = None
    for mention in reversed(found):
        if mention.value.month is not None and later is not None and later.value.year is not None:
            dated = in_year_of(mention.value, later.value.year)
            if dated and later.value.high != dated.low and _JOIN.fullmatch(text, mention.end, later.start):
                mention = Found(mention.start, mention.end, dated)
        made.append(mention)
        later = mention
    return made[::-1]


def _joined(text: str, found: list[Found[When]]) -> list[Found[When]]:
    """Neighbours that are the two ends of one range made one."""
    made: list[Found[When]] = []
    for mention in found:
        both = _range(text, made[-1], mention) if made else None
        if both:
            made[-1] = both
        else:
            made.append(_to_present(text, mention))
    return made


def _range(text: str, first: Found[When], second: Found[When]) -> Found[When] | None:
    join = _JOIN.fullmatch(text, first.end, second.start)
    if not join or first.value.lasting or join["comma"]:
        return None
    lead = _LEAD.search(text[max(0, first.start - 16) : first.start])
    if join["and"] and not (lead and lead["between"]):
        return None
    when = between(first.value, second.value, lasting=not join["and"])
    start = first.start - len(lead.group()) if lead else first.start
    return Found(start, second.end, when) if when else None


def _to_present(text: str, mention: Found[When]) -> Found[When]:
    present = _PRESENT.match(text, mention.end)
    when = between(mention.value, None, lasting=True) if present and mention.value.low is not None else None
    return Found(mention.start, present.end(), when) if present and when else mention


def _resolved(mention: Found[When], anchor: When) -> Found[When]:
    when = before_anchor(mention.value, anchor) if mention.value.month is not None else None
    return replace(mention, value=when) if when else mention


def _modified(text: str, found: list[Found[When]], lexicon: Lexicon) -> list[Found[When]]:
    made: list[Found[When]] = []
    for mention in found:
        mention = with_weekday(text, mention, lexicon)
        start, when = modified(text, mention.start, mention.value, lexicon)
        made.append(Found(start, mention.end, when))
    return made
