"""What bounds a statement: years, places, other figures, conditions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from reconcile.claim import Lexicon
from reconcile.index.apart import Plain, Value, content
from reconcile.index.clauses import joined
from reconcile.index.row import SETTING
from reconcile.text.fold import fold
from reconcile.text.lists import word_set
from reconcile.values.when import When


def settings_of(plain: Plain, value: Value, lexicon: Lexicon) -> Sequence[tuple[int, str, str]]:
    """Where a thing that happened once took place and by whom: names behind a preposition, each with that.

    A text may leave them out: founded in 1881 by Ann Holt, founded in 1881.
    """
    if not isinstance(value.value, When):
        return ()
    leads = word_set(lexicon, "prepositions")
    before = {word.start: other.folded for other, word in pairwise(plain.words)}
    return [(start, before[start], name) for start, _, name in plain.names if before.get(start) in leads]


def scope(plain: Plain, value: Value, clause: tuple[int, int], lexicon: Lexicon) -> tuple[str, ...]:
    """What bounds the statement of `value` in `clause`: marked words, in order. Equal ones may conflict."""
    text, turned = plain.sentence.text, plain.turn
    inside = turned is not None and clause == turned.told
    if inside:
        values = [one for one in plain.values if clause[0] <= one.start < clause[1]]
        names = {f"@ {name}" for start, _, name in plain.names if clause[0] <= start < clause[1]}
    else:
        values = [one for one in plain.values if not (turned and turned.holds(one.start, one.end))]
        names = {f"@ {name}" for start, end, name in plain.names if not (turned and turned.holds(start, end))}
    others = [each for each in plain.clauses if each != clause]
    beside = [each for each in others if _beside(text, each, clause, lexicon)]
    values = [one for one in values if not any(low <= one.start < high for low, high in beside)]
    found = {f"= {fold(text[one.start : one.end])}" for one in values if one is not value} | names
    if inside:
        return tuple(sorted(found))
    for low, high in others:
        if _bounds_subject(plain, low, high, lexicon):
            found |= set(content(text[low:high], lexicon))
    settings = settings_of(plain, value, lexicon)
    found -= {f"@ {name}" for _, _, name in settings}
    found |= {f"{SETTING} {lead} {name}" for _, lead, name in settings}
    found |= _bounds(plain, value, {start for start, *_ in settings}, lexicon)
    told = turned.told if turned else (0, 0)
    opening = text[told[1] : plain.subject[0]] if told[0] == 0 else text[: plain.subject[0]]
    return tuple(sorted(found | set(content(opening, lexicon))))


def _beside(text: str, one: tuple[int, int], other: tuple[int, int], lexicon: Lexicon) -> bool:
    """True for clauses of one subject that only "and" parts, in either order."""
    return joined(text, min(one, other), max(one, other), lexicon)


def _bounds_subject(plain: Plain, low: int, high: int, lexicon: Lexicon) -> bool:
    """True for a clause that tells under which condition something holds, or who is meant."""
    first = next(
        (word for word in plain.words if low <= word.start < high and word.folded[0].isalnum()), None
    )
    if first is None:
        return False
    leads = word_set(lexicon, "prepositions") | word_set(lexicon, "scope-words")
    which = first.folded in word_set(lexicon, "determiners") and 0 <= low - plain.subject[1] <= 1
    return which or first.folded in leads


def _bounds(plain: Plain, value: Value, but: Collection[int], lexicon: Lexicon) -> set[str]:
    """Words such as "on", "for" and "only" with the two that follow them, but where these are the value."""
    bounding = word_set(lexicon, "scope-words")
    found: set[str] = set()
    for at, word in enumerate(plain.words):
        if plain.turn and plain.turn.holds(word.start, word.end):
            continue
        behind = [other for other in plain.words[at + 1 : at + 3] if other.folded[0].isalnum()]
        told = behind and (value.start <= behind[0].start < value.end or behind[0].start in but)
        if word.folded in bounding and not told:
            found |= {f"? {word.folded}", *(f"? {other.folded}" for other in behind)}
    return found
