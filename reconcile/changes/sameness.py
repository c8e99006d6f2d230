"""Which changed words say the same again: inflections, spellings, slips, synonyms, function words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.changes.change import Range
from reconcile.changes.regions import Comparison, Region
from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.lists import word_set
from reconcile.text.opposites import synonymous
from reconcile.text.phrasing import plainly
from reconcile.text.sameness import SHORTEST_SLIP, meaning, same_word, slip
from reconcile.text.words import Word


@frozen
class Left:
    """The content words of a region that have no counterpart on the other side, in order."""

    region: Region
    old: Sequence[Word]
    new: Sequence[Word]


def leftover(
    diff: Comparison, covered: tuple[frozenset[int], frozenset[int]], lexicon: Lexicon
) -> list[Left]:
    """What is left of each region besides the words `covered`; regions of which nothing is are left out."""
    small = word_set(lexicon, "function-words")
    grammar = _grammar(diff, small)
    sides: list[tuple[list[Word], list[Word]]] = []
    for region in diff.regions:
        joined = _written_apart(diff.old.words, region.old, diff.new.words, region.new)
        old = _content(diff.old.words, region.old, covered[0] | joined[0], small, lexicon)
        new = _content(diff.new.words, region.new, covered[1] | joined[1], small, lexicon)
        if _run_together(old, new):
            sides.append(([], []))
            continue
        old, new = _without_counterparts(old, new, lexicon)
        sides.append((_not_said_by(grammar[1], old, lexicon), _not_said_by(grammar[0], new, lexicon)))
    pool = [word for _, new in sides for word in new]
    back = [word for old, _ in sides for word in old]
    found = [
        Left(
            region,
            [word for word in old if _counterpart(word, pool, lexicon) is None],
            [word for word in new if _counterpart(word, back, lexicon) is None],
        )
        for region, (old, new) in zip(diff.regions, sides, strict=True)
    ]
    return [left for left in found if left.old or left.new]


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


def _written_apart(
    old: Sequence[Word], part: Range, new: Sequence[Word], other: Range
) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the words that one side writes as one and the other as two: sometimes, some times."""
    ones, others = _pairs(new, other, old, part), _pairs(old, part, new, other)
    return frozenset(ones[1] | others[0]), frozenset(ones[0] | others[1])


def _pairs(
    here: Sequence[Word], part: Range, there: Sequence[Word], other: Range
) -> tuple[set[int], set[int]]:
    """Two neighbours of `here` and the word of `there` that is both of them in one."""
    wholes = {there[number].folded: number for number in range(*other)}
    two: set[int] = set()
    one: set[int] = set()
    for number in range(part[0], part[1] - 1):
        whole = wholes.get(here[number].folded + here[number + 1].folded)
        if whole is not None:
            two |= {number, number + 1}
            one.add(whole)
    return two, one


def _grammar(diff: Comparison, small: frozenset[str]) -> tuple[set[str], set[str]]:
    """The words without content among those that differ, on either side."""
    old, new = (
        [word.folded for part in parts for word in passage.words[slice(*part)]]
        for passage, parts in (
            (diff.old, [region.old for region in diff.regions]),
            (diff.new, [region.new for region in diff.regions]),
        )
    )
    return set(old) & small, set(new) & small


def _not_said_by(grammar: set[str], words: list[Word], lexicon: Lexicon) -> list[Word]:
    """Those of `words` that no word of the other side without content says: employed, used; no slip of it."""
    return [
        word
        for word in words
        if not any(synonymous(word.folded, other, lexicon) for other in grammar)
        and (
            meaning(word.folded, lexicon).known
            or not any(same_word(word.folded, other, lexicon) for other in grammar)
        )
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
