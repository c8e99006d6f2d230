"""Which figures and dates a document states so plainly that another document can contradict them.

A false alarm costs more than a miss, so a sentence counts only where its own subject is named (no pronoun),
where the figure stands in the clause of that subject, and where nothing says whose opinion it is. What
narrows a statement (years, places, other figures, conditions) becomes its scope.

    passes: The Union has 45 members. / In 2019 the Union had 44 members.
    fails:  The Union has 45 members. / The Union has 46 members.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import as_dict, frozen
from reconcile.identity import digest
from reconcile.index.row import Row
from reconcile.index.turned import Turn, turn
from reconcile.model import BlockKind, Document, Json, Sentence
from reconcile.span import Lines
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import alternation, per_lexicon, word_set, word_table
from reconcile.text.subject import is_pronoun, subject
from reconcile.text.tense import tells_past
from reconcile.text.words import Word, words
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name import key as name_key
from reconcile.values.name_find import find as find_names
from reconcile.values.quantity import ORDINAL, SCORE, Quantity
from reconcile.values.when import When

_CUT = late(r"[;:()–—]|,(?=\s)")
_QUOTED = late(r"[\"“”«»]")
_FIGURE = late(r"\d")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LONGEST = 60  # words; what is said in a longer sentence is hardly said plainly

Value = Found[Quantity] | Found[When]


@frozen
class _Plain:
    """A sentence taken apart."""

    sentence: Sentence
    words: tuple[Word, ...]
    subject: tuple[int, int]
    values: tuple[Value, ...]
    names: tuple[tuple[int, int, str], ...]  # outside of the subject
    clauses: tuple[tuple[int, int], ...]
    turn: Turn | None  # what is told elsewhere than behind the subject


def rows(document: Document, lexicon: Lexicon, only: Collection[int] | None = None) -> Iterator[Row]:
    """The rows of a document with sentences, in order; of `only` these sentences where they are given."""
    lines = Lines(document.text)
    above: dict[int, tuple[str, ...]] = {}
    for sentence in document.sentences:
        if sentence.kind is BlockKind.HEADING:
            level = document.blocks[sentence.block].level
            above = {depth: told for depth, told in above.items() if depth < level}
            above[level] = _content(sentence.text, lexicon)
        elif sentence.kind in _PROSE and (only is None or sentence.index in only):
            headings = tuple(word for told in above.values() for word in told)
            plain = _plain(sentence, lexicon)
            for value in plain.values if plain else ():
                if plain and (row := _row(plain, value, headings, lines, lexicon)):
                    yield row


@per_lexicon
def _figures(lexicon: Lexicon) -> re.Pattern[str]:
    """A digit or a number word, which whatever states a figure or a date has."""
    told = (*word_table(lexicon, "number-words"), *word_table(lexicon, "number-scales"))
    return re.compile(rf"\d|\b{alternation(told)}\b", re.IGNORECASE)


def _content(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    small = word_set(lexicon, "function-words")
    return tuple(
        lemma(word.folded, lexicon)
        for word in words(text)
        if word.folded[0].isalnum() and word.folded not in small
    )


def _plain(sentence: Sentence, lexicon: Lexicon) -> _Plain | None:
    text = sentence.text
    if text.endswith("?") or not _figures(lexicon).search(text) or _QUOTED.search(text):
        return None
    turned = turn(text, lexicon)
    place = turned.subject if turned else subject(text, lexicon)
    if place is None or is_pronoun(text[slice(*place)], lexicon) or _FIGURE.search(text[slice(*place)]):
        return None
    found = mentions(text, lexicon)
    both: list[Value] = [*found.quantities, *found.dates]
    values = sorted(both, key=lambda one: one.start)
    split = words(text)
    if not values or len(split) > _LONGEST or _hedged(split, values, text.startswith("There "), lexicon):
        return None
    names = tuple(
        (name.start, name.end, name_key(name.value.name, lexicon))
        for name in find_names(text, lexicon)
        if name.end <= place[0] or place[1] <= name.start
    )
    return _Plain(sentence, split, place, tuple(values), names, tuple(_clauses(text)), turned)


def _hedged(split: Sequence[Word], values: Sequence[Value], there: bool, lexicon: Lexicon) -> bool:
    """Somebody's words, a denial or a possibility: no plain statement. "45 member states" states nothing."""
    lists = ("reporting-verbs", "negators", "hedges", "modals", "implicit-negators", "pronouns")
    counted = {
        n + step
        for n, word in enumerate(split)
        for step in (1, 2)
        if any(isinstance(one.value, Quantity) and one.start <= word.start < one.end for one in values)
    }
    said = [word.folded for n, word in enumerate(split) if n not in counted and (n or not there)]
    folded = {*said, *(lemma(word, lexicon) for word in said)}
    tables = (word_set(lexicon, name) or word_table(lexicon, name).keys() for name in lists)
    return any(not folded.isdisjoint(words) for words in tables)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _CUT.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _row(
    plain: _Plain, value: Value, headings: tuple[str, ...], lines: Lines, lexicon: Lexicon
) -> Row | None:
    clause = _clause_of(plain, value)
    if clause is None or not _comparable(plain, value, clause, lexicon):
        return None
    sentence, text = plain.sentence, plain.sentence.text
    low, high = clause
    about = text[slice(*plain.subject)]
    inside = [one.value.name for one in find_names(about, lexicon)]
    bare = list(_content(about, lexicon))
    frame = _frame(plain, value, low, high, lexicon)
    if not bare or len({*bare, *frame} - {"=", "#", "@"}) < 2 or _says_little(plain, bare, lexicon):
        return None
    scope = _scope(plain, value, clause, lexicon)
    span = sentence.span_of(value.start, value.end)
    line, column = lines.at(span.start)
    return Row(
        key=digest(" ".join(bare), list(frame)),
        subject=about,
        named=bool(inside) and any(name in about for name in inside),
        kind="date" if isinstance(value.value, When) else "count",
        value=_data(value.value),
        scope=scope,
        headings=headings,
        text=text[value.start : value.end],
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        sentence=sentence.index,
        context=text,
    )


def _says_little(plain: _Plain, bare: Sequence[str], lexicon: Lexicon) -> bool:
    """True for a subject that is told by where it stands: a bare attribute, or none at all ("Returns 5")."""
    shown = plain.sentence.text[slice(*plain.subject)]
    if len(bare) == 1 and plain.subject[0] == 0 and bare[0] in word_set(lexicon, "frequent-verbs"):
        return shown.endswith("s")
    named = {word for name in find_names(shown, lexicon) for word in _content(name.value.name, lexicon)}
    return set(bare) - named <= word_set(lexicon, "bare-attributes") and bare[-1] not in named


def _data(value: Quantity | When) -> dict[str, Json]:
    told: dict[str, Json] = {}
    for name, item in as_dict(value).items():
        told[name] = list(item) if isinstance(item, tuple) else item
    return told


def _clause_of(plain: _Plain, value: Value) -> tuple[int, int] | None:
    """The value's clause where that is the subject's own, or what a turned sentence tells of it.

    It is also where the subject's clause goes on behind one aside: "The Union, founded in 1999, has …".
    """
    if plain.turn and plain.turn.holds(value.start, value.end):
        return plain.turn.told
    owner = next(n for n, (low, high) in enumerate(plain.clauses) if plain.subject[1] <= high)
    here = next((n for n, (low, high) in enumerate(plain.clauses) if low <= value.start < high), None)
    if here is None or plain.clauses[here][1] < value.end or value.start < plain.subject[1]:
        return None
    if here == owner:
        return plain.clauses[here]
    bare = not plain.sentence.text[plain.subject[1] : plain.clauses[owner][1]].strip()
    return plain.clauses[here] if here == owner + 2 and bare else None


def _comparable(plain: _Plain, value: Value, clause: tuple[int, int], lexicon: Lexicon) -> bool:
    """Figures are comparable where they state how things are, dates where they can be but one."""
    past = _past(plain, clause, lexicon)
    if isinstance(value.value, When):
        once = word_set(lexicon, "once-events")
        return any(word.folded in once for word in plain.words) and not value.value.approximate
    if value.value.dimension in (ORDINAL, SCORE) or value.value.low is None:
        return False
    return not past or any(isinstance(other.value, When) for other in plain.values)


def _past(plain: _Plain, clause: tuple[int, int], lexicon: Lexicon) -> bool:
    inside = (word.folded for word in plain.words if clause[0] <= word.start < clause[1])
    return tells_past(inside, lexicon)


def _frame(plain: _Plain, value: Value, low: int, high: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The content words of the clause in their order; `=` stands for the value, `#` for other figures."""
    small = word_set(lexicon, "function-words") | word_set(lexicon, "having-verbs")
    kinds = word_set(lexicon, "member-nouns")
    found: list[str] = []
    for word in plain.words:
        if not low <= word.start < high or plain.subject[0] <= word.start < plain.subject[1]:
            continue
        base = lemma(word.folded, lexicon)
        if value.start <= word.start < value.end:
            found.append("=")
        elif any(one.start <= word.start < one.end for one in plain.values):
            found.append("#")
        elif any(start <= word.start < end for start, end, _ in plain.names):
            found.append("@")
        elif word.folded[0].isalnum() and not {word.folded, base} & small:
            found += [] if found and found[-1] == "member" and base in kinds else [base]
    return tuple(one for n, one in enumerate(found) if n == 0 or one != found[n - 1])


def _scope(plain: _Plain, value: Value, clause: tuple[int, int], lexicon: Lexicon) -> tuple[str, ...]:
    text, turned = plain.sentence.text, plain.turn
    inside = turned is not None and clause == turned.told
    if inside:
        values = [one for one in plain.values if clause[0] <= one.start < clause[1]]
        names = {f"@ {name}" for start, _, name in plain.names if clause[0] <= start < clause[1]}
    else:
        values = [one for one in plain.values if not (turned and turned.holds(one.start, one.end))]
        names = {f"@ {name}" for start, end, name in plain.names if not (turned and turned.holds(start, end))}
    found = {f"= {fold(text[one.start : one.end])}" for one in values if one is not value} | names
    if inside:
        return tuple(sorted(found))
    leads = word_set(lexicon, "prepositions") | word_set(lexicon, "scope-words")
    for low, high in plain.clauses:
        words = [word for word in plain.words if low <= word.start < high and word.folded[0].isalnum()]
        if (low, high) != clause and words and words[0].folded in leads:
            found |= set(_content(text[low:high], lexicon))
    found |= _bounds(plain, value, lexicon)
    told = turned.told if turned else (0, 0)
    opening = text[told[1] : plain.subject[0]] if told[0] == 0 else text[: plain.subject[0]]
    return tuple(sorted(found | set(_content(opening, lexicon))))


def _bounds(plain: _Plain, value: Value, lexicon: Lexicon) -> set[str]:
    """Words such as "on", "for" and "only" with the two that follow them, but where these are the value."""
    bounding = word_set(lexicon, "scope-words")
    found: set[str] = set()
    for at, word in enumerate(plain.words):
        if plain.turn and plain.turn.holds(word.start, word.end):
            continue
        behind = [other for other in plain.words[at + 1 : at + 3] if other.folded[0].isalnum()]
        if word.folded in bounding and not (behind and value.start <= behind[0].start < value.end):
            found |= {f"? {word.folded}", *(f"? {other.folded}" for other in behind)}
    return found
