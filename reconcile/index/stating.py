"""Which figures and dates a document states so plainly that another document can contradict them.

A false alarm costs more than a miss, so a sentence counts only where its own subject is named (no pronoun),
where the figure stands in the clause of that subject, and where nothing says whose opinion it is. What
narrows a statement (years, places, other figures, conditions) becomes its scope.

    passes: The Union has 45 members. / In 2019 the Union had 44 members.
    fails:  The Union has 45 members. / The Union has 46 members.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import as_dict, frozen, replace
from reconcile.identity import digest
from reconcile.index.apart import Plain, Value, content, taken_apart
from reconcile.index.bounding import scope, settings_of
from reconcile.index.clauses import joined
from reconcile.index.row import Row
from reconcile.index.titled import full_name
from reconcile.model import BlockKind, Document, Json
from reconcile.span import Lines
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set
from reconcile.text.tense import tells_past
from reconcile.values.found import Found
from reconcile.values.name_find import find as find_names
from reconcile.values.quantity import ORDINAL, SCORE, Quantity
from reconcile.values.when import When
from reconcile.values.when_lives import life

PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_LIFE = ("born", "died")  # what the dates in brackets behind a name tell
_CLEAR = 3  # content words that tell of which thing a subject speaks


@frozen
class _Place:
    """Where a sentence stands: the headings above it, the outermost first, in which text."""

    above: tuple[str, ...]
    text: str
    lines: Lines


def rows(document: Document, lexicon: Lexicon, only: Collection[int] | None = None) -> Iterator[Row]:
    """The rows of a document with sentences, in order; of `only` these sentences where they are given."""
    lines = Lines(document.text)
    above: dict[int, str] = {}
    for sentence in document.sentences:
        if sentence.kind is BlockKind.HEADING:
            level = document.blocks[sentence.block].level
            above = {depth: told for depth, told in above.items() if depth < level}
            above[level] = sentence.text
        elif sentence.kind in PROSE and (only is None or sentence.index in only):
            plain = taken_apart(sentence, lexicon)
            if plain:
                yield from _rows(plain, _Place(tuple(above.values()), document.text, lines), lexicon)


def _rows(plain: Plain, place: _Place, lexicon: Lexicon) -> Iterator[Row]:
    for value in plain.values:
        clause = _clause_of(plain, value, lexicon)
        if clause is not None and _comparable(plain, value, clause, lexicon):
            frame = _frame(plain, value, *clause, lexicon)
            row = _row(plain, value, frame, scope(plain, value, clause, lexicon), place, lexicon)
            yield from (row,) if row else ()
    dates = [Found(one.start, one.end, one.value) for one in plain.values if isinstance(one.value, When)]
    for verb, date in zip(_LIFE, life(plain.sentence.text, plain.subject[1], dates) or (), strict=False):
        row = _row(plain, date, (lemma(verb, lexicon), "="), (), place, lexicon)
        yield from (replace(row, named=False),) if row else ()  # they may be the years of an office


def _row(
    plain: Plain,
    value: Value,
    frame: tuple[str, ...],
    within: tuple[str, ...],
    place: _Place,
    lexicon: Lexicon,
) -> Row | None:
    sentence, text = plain.sentence, plain.sentence.text
    about = text[slice(*plain.subject)]
    inside = [one.value.name for one in find_names(about, lexicon)]
    bare = list(content(about, lexicon))
    full = full_name(bare, place.above, place.text, lexicon) if not inside else None
    bare = list(content(full, lexicon)) if full else bare
    if (
        not bare
        or len({*bare, *frame} - {"=", "#", "@"}) < 2
        or (not full and _says_little(plain, bare, lexicon))
    ):
        return None
    headings = tuple(word for heading in place.above for word in content(heading, lexicon))
    span = sentence.span_of(value.start, value.end)
    line, column = place.lines.at(span.start)
    return Row(
        key=digest(" ".join(bare), list(frame)),
        subject=about,
        named=bool(inside) and any(name in about for name in inside),
        kind="date" if isinstance(value.value, When) else "count",
        value=_data(value.value),
        scope=within,
        headings=headings,
        bounds=tuple(word for word in headings if word not in {*bare, *word_set(lexicon, "section-words")}),
        vague=not inside and full is None and len(bare) < _CLEAR,
        text=text[value.start : value.end],
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        sentence=sentence.index,
        context=text,
    )


def _says_little(plain: Plain, bare: Sequence[str], lexicon: Lexicon) -> bool:
    """True for a subject that is told by where it stands: a bare attribute, or none at all ("Returns 5")."""
    shown = plain.sentence.text[slice(*plain.subject)]
    if len(bare) == 1 and plain.subject[0] == 0 and bare[0] in word_set(lexicon, "frequent-verbs"):
        return shown.endswith("s")
    named = {word for name in find_names(shown, lexicon) for word in content(name.value.name, lexicon)}
    return set(bare) - named <= word_set(lexicon, "bare-attributes") and bare[-1] not in named


def _data(value: Quantity | When) -> dict[str, Json]:
    told: dict[str, Json] = {}
    for name, item in as_dict(value).items():
        told[name] = list(item) if isinstance(item, tuple) else item
    return told


def _clause_of(plain: Plain, value: Value, lexicon: Lexicon) -> tuple[int, int] | None:
    """The value's clause where that is the subject's own, or what a turned sentence tells of it.

    It is also where the subject's clause goes on behind one aside: "The Union, founded in 1999, has …".
    """
    if plain.turn and plain.turn.holds(value.start, value.end):
        return plain.turn.told
    owner = next(n for n, (low, high) in enumerate(plain.clauses) if plain.subject[1] <= high)
    here = next((n for n, (low, high) in enumerate(plain.clauses) if low <= value.start < high), None)
    if here is None or plain.clauses[here][1] < value.end or value.start < plain.subject[1]:
        return None
    text = plain.sentence.text
    if here == owner or (
        here == owner + 1 and joined(text, plain.clauses[owner], plain.clauses[here], lexicon)
    ):
        return plain.clauses[here]
    bare = not text[plain.subject[1] : plain.clauses[owner][1]].strip()
    return plain.clauses[here] if here == owner + 2 and bare else None


def _comparable(plain: Plain, value: Value, clause: tuple[int, int], lexicon: Lexicon) -> bool:
    """Figures are comparable where they state how things are, dates where they can be but one."""
    past = _past(plain, clause, lexicon)
    if isinstance(value.value, When):
        once = word_set(lexicon, "once-events")
        return any(word.folded in once for word in plain.words) and not value.value.approximate
    if value.value.dimension in (ORDINAL, SCORE) or value.value.low is None:
        return False
    return not past or any(isinstance(other.value, When) for other in plain.values)


def _past(plain: Plain, clause: tuple[int, int], lexicon: Lexicon) -> bool:
    inside = (word.folded for word in plain.words if clause[0] <= word.start < clause[1])
    return tells_past(inside, lexicon)


def _frame(plain: Plain, value: Value, low: int, high: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The content words of the clause in their order; `=` stands for the value, `#` for other figures."""
    small = word_set(lexicon, "function-words") | word_set(lexicon, "having-verbs")
    kinds = word_set(lexicon, "member-nouns")
    settings = {start for start, *_ in settings_of(plain, value, lexicon)}
    found: list[str] = []
    for word in plain.words:
        if not low <= word.start < high or plain.subject[0] <= word.start < plain.subject[1]:
            continue
        base = lemma(word.folded, lexicon)
        if value.start <= word.start < value.end:
            found.append("=")
        elif any(one.start <= word.start < one.end for one in plain.values):
            found.append("#")
        elif name := next((one for one in plain.names if one[0] <= word.start < one[1]), None):
            found += [] if name[0] in settings else ["@"]
        elif word.folded[0].isalnum() and not {word.folded, base} & small:
            found += [] if found and found[-1] == "member" and base in kinds else [base]
    return tuple(one for n, one in enumerate(found) if n == 0 or one != found[n - 1])
