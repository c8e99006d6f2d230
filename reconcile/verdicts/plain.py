"""Whether two sentences state a figure or a date of the same thing and in the same respect.

Only where they plainly do may the one refute the other: the same subject, the same verb and tense, the same
things counted, and nothing beside (a place, a time, a part, a condition) that only one of them says. The
question is symmetrical: neither sentence is more the measure than the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from reconcile.claim import Lexicon, RuleBook
from reconcile.fields import frozen
from reconcile.model import Relation
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import alternation, per_lexicon, word_role, word_set, word_table
from reconcile.text.opposites import concept
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.found import Found
from reconcile.values.name import Name
from reconcile.values.name import key as name_key
from reconcile.values.name import relate as relate_names
from reconcile.values.quantity import Quantity
from reconcile.values.when import When
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.told import Told, told

_Values = Sequence[Found[Quantity] | Found[When]]
_TOPICAL = 3  # sentences from which on a document has a topic of its own


@frozen
class Statement:
    """A figure or date with what is said around it: `said` are the plain words outside its subject."""

    subject: str
    verb: str
    said: frozenset[str]
    small: frozenset[str]
    dates: frozenset[str]
    value: Found[Quantity] | Found[When]


def same(one: Statement, other: Statement, readings: tuple[Reading, Reading], book: RuleBook) -> bool:
    """True when two statements cannot both be right with values that conflict."""
    fillers = word_set(book.lexicon, "filling-words")
    return (
        one.verb == other.verb
        and one.said == other.said
        and one.dates == other.dates
        and one.small ^ other.small <= fillers
        and _same_subject(one.subject, other.subject, book.lexicon)
        and (_named(one.subject) or _one_topic(readings, book.lexicon))
    )


def statements(reading: Reading, book: RuleBook, *, dated: bool) -> tuple[Statement, ...]:
    """The statements of the sentence whose figures, or dates, may be set against those of another."""
    content = told(reading.sentence.text, book.lexicon)
    values: _Values = content.dates if dated else content.figures
    place = subject(content.text, book.lexicon)
    named = _subject(reading, place, book.lexicon)
    if place is None or named is None or content.text.rstrip().endswith("?"):
        return ()
    made = (_statement(value, content, place, named, book.lexicon, dated) for value in values)
    return tuple(one for one in made if one is not None)


def _subject(reading: Reading, place: tuple[int, int] | None, lexicon: Lexicon) -> str | None:
    """The subject's words; for a pronoun those of the sentence before, where the document is about them."""
    if place is None:
        return None
    own = reading.sentence.text[slice(*place)]
    if not is_pronoun(own, lexicon):
        return own
    index = reading.sentence.index
    meant = reading.topics.of(index)
    return meant if index and meant and reading.topics.of(index - 1) == meant else None


def _statement(
    value: Found[Quantity] | Found[When],
    content: Told,
    place: tuple[int, int],
    named: str,
    lexicon: Lexicon,
    dated: bool,
) -> Statement | None:
    numbers = _scope(content, place, value, lexicon)
    rivals: _Values = content.dates if dated else content.figures
    if len(_inside(rivals, numbers, content)) != 1:
        return None
    inside = set(content.numbers(*place))
    busy = {n for one in (*content.figures, *content.dates) for n in content.numbers(one.start, one.end)}
    free = [n for n in sorted(numbers - inside - busy) if content.words[n].folded[0].isalpha()]
    free = _without_agent(free, content, lexicon) if dated else free
    verb = _event(free, content, lexicon) if dated else _standing(free, place, content, lexicon)
    if verb is None or (dated and not _tells_when(value, content, lexicon)):
        return None
    small = word_set(lexicon, "function-words")
    words = {content.words[n].folded for n in free}
    verbs = {word for word in words if _is_verb(word, dated, lexicon)}
    said = words - small - verbs - word_set(lexicon, "filling-words")
    if dated and _again(named, verbs, len(said), lexicon):
        return None
    dates = [] if dated else _inside(content.dates, numbers, content)
    return Statement(
        subject=named,
        verb=verb,
        said=frozenset(concept(word, lexicon) for word in said),
        small=frozenset(words & small),
        dates=frozenset(one.value.edtf for one in dates if isinstance(one.value, When)),
        value=value,
    )


def _inside(values: _Values, numbers: set[int], content: Told) -> _Values:
    """The values among the words of these numbers."""
    return [one for one in values if not numbers.isdisjoint(content.numbers(one.start, one.end))]


@per_lexicon
def _breaks(lexicon: Lexicon) -> re.Pattern[str]:
    return late(rf"[;()\[\]]|\s[–—-]\s|—|,?\s{alternation(word_role(lexicon, 'part ends'))}\s")


def _scope(
    content: Told, place: tuple[int, int], value: Found[Quantity] | Found[When], lexicon: Lexicon
) -> set[int]:
    """The words that bear on the value: all up to the subject's end, its own part, and bare asides (2020)."""
    found = set(content.numbers(0, place[1]))
    telling = content.by_number.keys()
    start = place[1]
    for mark in [*_breaks(lexicon).finditer(content.text, place[1]), None]:
        end = mark.start() if mark else len(content.text)
        numbers = set(content.numbers(start, end)) if start < end else set()
        if start <= value.start < end or numbers.isdisjoint(telling):
            found |= numbers
        start = mark.end() if mark else end
    return found


def _standing(free: Sequence[int], place: tuple[int, int], content: Told, lexicon: Lexicon) -> str | None:
    """What the first word behind the subject says, where it is a verb of what stands; None for others."""
    fillers = word_set(lexicon, "filling-words")
    verbs = word_table(lexicon, "standing-verbs")
    for n in free:
        word = content.words[n]
        if word.start >= place[1] and (word.folded in verbs or word.folded not in fillers):
            return verbs.get(word.folded)
    return None


def _event(free: Sequence[int], content: Told, lexicon: Lexicon) -> str | None:
    """The base form of the one verb that tells what happened once."""
    found = {lemma(content.words[n].folded, lexicon) for n in free if _once(content.words[n].folded, lexicon)}
    return next(iter(found)) if len(found) == 1 else None


def _once(word: str, lexicon: Lexicon) -> bool:
    return word in word_set(lexicon, "once-events") or word in word_table(lexicon, "first-events")


def _again(subject: str, verbs: Set[str], said: int, lexicon: Lexicon) -> bool:
    """True where what happened may have happened twice: a season opens each year, a house is sold again."""
    least = word_table(lexicon, "first-events")
    repeats = lemma(subject.split()[-1].casefold(), lexicon) in word_set(lexicon, "recurring-things")
    return repeats or any(said < int(least.get(verb, "0")) for verb in verbs)


def _is_verb(word: str, dated: bool, lexicon: Lexicon) -> bool:
    return _once(word, lexicon) if dated else word in word_table(lexicon, "standing-verbs")


def _without_agent(free: list[int], content: Told, lexicon: Lexicon) -> list[int]:
    """The words without "by the king": who did it does not change when."""
    agents, ends = word_role(lexicon, "agents"), word_role(lexicon, "agent ends")
    starts = [n for n in free if content.words[n].folded in agents]
    if not starts:
        return free
    first = starts[0]
    end = first + 1
    while end in free and content.words[end].folded not in ends:
        end += 1
    return [n for n in free if not first <= n < end]


def _tells_when(value: Found[Quantity] | Found[When], content: Told, lexicon: Lexicon) -> bool:
    """True for "in 1990" and "(born 1990)", not for "since 1990" or the 1990 games."""
    inside = content.numbers(value.start, value.end)
    if not inside:
        return False
    leads = word_role(lexicon, "day leads") | {"("}
    before = content.words[inside[0] - 1].folded if inside[0] else "("
    if content.words[inside[0]].folded not in leads and before not in leads:
        return False
    after = content.words[inside[-1] + 1].folded if inside[-1] + 1 < len(content.words) else "."
    return not after[0].isalnum() or after in word_set(lexicon, "function-words")


def _same_subject(one: str, other: str, lexicon: Lexicon) -> bool:
    if _words(one) == _words(other) or name_key(one, lexicon) == name_key(other, lexicon):
        return True
    if not (_named(one) and _named(other)) or set(_words(one)) & set(_words(other)):
        return False  # a name and a part of it may be two of one family
    return relate_names(Name(one), Name(other), lexicon) is Relation.EQUIVALENT


def _words(text: str) -> list[str]:
    return [word for word in text.casefold().split() if word != "the"]


def _named(text: str) -> bool:
    """True when the subject is told by a name rather than as the bridge or the choir."""
    return any(word[:1].isupper() for word in text.split()[1:]) or (
        text[:1].isupper() and len(text.split()) == 1
    )


def _one_topic(readings: tuple[Reading, Reading], lexicon: Lexicon) -> bool:
    """False where two documents are about different names: the bridge of one is not that of the other."""
    topics = [
        reading.topics.topic
        for reading in readings
        if len(reading.document.sentences) >= _TOPICAL and reading.topics.topic
    ]
    named = [topic for topic in topics if _named(topic)]
    return len(named) < 2 or _same_subject(named[0], named[1], lexicon)
