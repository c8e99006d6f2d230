"""Which changed words say the same again: inflections, spellings, slips, synonyms, function words."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.changes.passage import Passage
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lists import word_set
from reconcile.text.phrasing import plainly
from reconcile.text.sameness import SHORTEST_SLIP, meaning, same_word, slip
from reconcile.text.words import Word


def leftover(
    diff: Comparison, covered_old: frozenset[int], covered_new: frozenset[int], lexicon: Lexicon
) -> list[tuple[list[Word], list[Word]]]:
    """For each region, the content words of either side that have no counterpart on the other."""
    small = word_set(lexicon, "function-words")
    sides: list[tuple[list[Word], list[Word]]] = []
    for region in diff.regions:
        old = _content(diff.old.words, region.old, covered_old, small, lexicon)
        new = _content(diff.new.words, region.new, covered_new, small, lexicon)
        if _run_together(old, new):
            sides.append(([], []))
            continue
        old, new = _without_counterparts(old, new, lexicon)
        grammar = _grammar(diff.old, region.old, small), _grammar(diff.new, region.new, small)
        sides.append((_well_spelt(old, grammar[1], lexicon), _well_spelt(new, grammar[0], lexicon)))
    pool = [word for _, new in sides for word in new]
    back = [word for old, _ in sides for word in old]
    return [
        (
            [word for word in old if _counterpart(word, pool, lexicon) is None],
            [word for word in new if _counterpart(word, back, lexicon) is None],
        )
        for old, new in sides
    ]


def _content(
    words: tuple[Word, ...],
    part: tuple[int, int],
    covered: frozenset[int],
    small: frozenset[str],
    lexicon: Lexicon,
) -> list[Word]:
    return [
        word
        for word, n in plainly(words[slice(*part)], lexicon)
        if part[0] + n not in covered and word.folded not in small and word.folded[0].isalnum()
        if not _is_list_mark(words, part[0] + n)
    ]


def _is_list_mark(words: tuple[Word, ...], number: int) -> bool:
    """True for the 1 of "1. First item"."""
    return number == 0 and words[0].text.isdigit() and len(words) > 1 and words[1].text in (".", ")")


def _run_together(old: list[Word], new: list[Word]) -> bool:
    """True for words written as one and apart: homepage, home page."""
    one, other = ("".join(word.folded for word in side) for side in (old, new))
    if len(one) < SHORTEST_SLIP or any(mark.isdigit() for mark in one + other):
        return False
    return one == other or (len(old) != len(new) and slip(one, other))


def _grammar(passage: Passage, part: tuple[int, int], small: frozenset[str]) -> set[str]:
    return {word.folded for word in passage.words[slice(*part)] if word.folded in small}


def _well_spelt(words: list[Word], grammar: set[str], lexicon: Lexicon) -> list[Word]:
    """Without slips of the pen for words of the other side that carry no content: "situtated"."""
    return [
        word
        for word in words
        if meaning(word.folded, lexicon).known
        or not any(same_word(word.folded, other, lexicon) for other in grammar)
    ]


def _without_counterparts(
    old: list[Word], new: list[Word], lexicon: Lexicon
) -> tuple[list[Word], list[Word]]:
    left_new = list(new)
    left_old = []
    for word in old:
        other = _counterpart(word, left_new, lexicon)
        if other is None:
            left_old.append(word)
        else:
            left_new.remove(other)
    return left_old, left_new


def _counterpart(word: Word, others: Iterable[Word], lexicon: Lexicon) -> Word | None:
    return next((other for other in others if same_word(word.folded, other.folded, lexicon)), None)
