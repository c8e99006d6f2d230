"""When somebody was born and died, as a text tells it: "(3 May 1950 - 7 June 1984)", "born in 1950"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.values.when import When, edges
from reconcile.verdicts.told import Term, Told

_BRACKETS = late(r"\(([^()]*)\)")
_REACH = 8  # words between a birth or a death and its date, and between it and whose it is
_NEAR = 3  # words between a name and what leads to it: with the Basel botanist Jan Voss
_STOPS = frozenset({".", ";", ":", "!", "?"})


@frozen
class Life:
    """Whose it is, the first and the last day of it, and where in the text the dates stand."""

    name: Term
    birth: When | None
    death: When | None
    dates: tuple[int, ...]


@frozen
class _Day:
    kind: str  # birth or death
    when: When
    start: int
    name: Term | None


def life(told: Told, lexicon: Lexicon) -> Life | None:
    """The one life that the text tells; None where it tells none, or perhaps two."""
    days = [*_in_brackets(told, lexicon), *_by_words(told, lexicon)]
    births = [day for day in days if day.kind == "birth"]
    deaths = [day for day in days if day.kind == "death"]
    names = {day.name for day in days}
    name = names.pop() if len(names) == 1 else None
    if name is None or len(births) > 1 or len(deaths) > 1:
        return None
    birth, death = (found[0].when if found else None for found in (births, deaths))
    return Life(name, birth, death, tuple(day.start for day in days))


def _in_brackets(told: Told, lexicon: Lexicon) -> Iterator[_Day]:
    """Two dates in brackets behind a name, with no word between them that tells what they are."""
    for match in _BRACKETS.finditer(told.text):
        dates = [date for date in told.dates if match.start() < date.start < match.end()]
        name = _ending(told, match.start())
        led = dates and told.text[match.start() + 1 : dates[0].start].rstrip()
        if (
            name is None
            or (led and led[-1] not in ";,")
            or any(_is_life(told, n, lexicon) for n in told.numbers(*match.span()))
        ):
            continue
        found = edges(dates[0].value) if len(dates) == 1 else None
        if len(dates) == 2 and not any("/" in date.value.edtf for date in dates):
            found = dates[0].value, dates[1].value
        if found:
            yield _Day("birth", found[0], dates[0].start, name)
            yield _Day("death", found[1], dates[-1].start, name)


def _by_words(told: Told, lexicon: Lexicon) -> Iterator[_Day]:
    """The date behind each word of birth or death."""
    rows = word_table(lexicon, "life-words")
    words = told.words
    for n, word in enumerate(words):
        if not _is_life(told, n, lexicon):
            continue
        end = next((m for m in range(n + 1, len(words)) if _is_life(told, m, lexicon)), len(words))
        end = min(end, n + 1 + _REACH)
        for date in told.dates:
            if word.end <= date.start < words[end - 1].end:
                yield _Day(rows[word.folded], date.value, date.start, _owner(told, n, lexicon))
                break


def _is_life(told: Told, number: int, lexicon: Lexicon) -> bool:
    return told.words[number].folded in word_table(lexicon, "life-words")


def _ending(told: Told, end: int) -> Term | None:
    """The name right before a place in the text."""
    for term in told.terms:
        if term.kind == "name" and told.words[term.last - 1].end == len(told.text[:end].rstrip()):
            return term
    return None


def _owner(told: Told, number: int, lexicon: Lexicon) -> Term | None:
    """Whose birth or death the word tells; None where it is somebody's who is not named."""
    rows = word_table(lexicon, "owner-words")
    opened = told.text.rfind("(", 0, told.words[number].start)
    if opened > told.text.rfind(")", 0, told.words[number].start):
        return _ending(told, opened)
    parts_of = word_role(lexicon, "parts of")
    if number + 1 < len(told.words) and told.words[number + 1].folded in parts_of:
        return None
    for n in range(number - 1, max(-1, number - 1 - _REACH), -1):
        word = told.words[n]
        kind, term = rows.get(word.folded), told.by_number.get(n)
        if kind == "possessive" and n < number - 1:
            return None
        if kind == "relative":
            return _ending(told, told.words[n - 1].start if told.words[n - 1].folded == "," else word.start)
        if kind or word.folded in _STOPS:
            break
        if term and term.kind == "name" and not _led(told, term, lexicon):
            return term
    return main_name(told, lexicon)


def main_name(told: Told, lexicon: Lexicon) -> Term | None:
    """The first name that no preposition leads to."""
    names = (term for term in told.terms if term.kind == "name")
    return next((term for term in names if not _led(told, term, lexicon)), None)


def _led(told: Told, term: Term, lexicon: Lexicon) -> bool:
    """True for a name behind a preposition: in Basel, to the botanist Jan Voss."""
    prepositions = word_set(lexicon, "prepositions")
    for n in range(term.first - 1, max(-1, term.first - 1 - _NEAR), -1):
        if told.words[n].folded in prepositions:
            return True
        if not told.words[n].folded[0].isalpha():
            return False
    return False
