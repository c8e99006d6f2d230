"""Which changed words say the same again: inflections, spellings, slips, synonyms, function words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma, stem_key
from reconcile.text.lists import per_lexicon, word_set, word_table
from reconcile.text.opposites import concept, opposite
from reconcile.text.words import Word

_SHORTEST_SLIP = 4  # letters; of shorter words one letter makes another word more often than a slip
_LONG = 8  # letters from which two may be wrong


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word is compared by."""

    lemma: str
    concept: str
    stem: str
    synsets: frozenset[str]
    known: bool  # an English word


def leftover(
    diff: Comparison, covered_old: frozenset[int], covered_new: frozenset[int], lexicon: Lexicon
) -> list[tuple[list[Word], list[Word]]]:
    """For each region, the content words of either side that have no counterpart on the other."""
    small = word_set(lexicon, "function-words")
    sides = []
    for region in diff.regions:
        old = _content(diff.old.words, region.old, covered_old, small)
        new = _content(diff.new.words, region.new, covered_new, small)
        sides.append(([], []) if _run_together(old, new) else _without_counterparts(old, new, lexicon))
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
    words: tuple[Word, ...], part: tuple[int, int], covered: frozenset[int], small: frozenset[str]
) -> list[Word]:
    return [
        words[n]
        for n in range(*part)
        if n not in covered and words[n].folded not in small and words[n].folded[0].isalnum()
    ]


def _run_together(old: list[Word], new: list[Word]) -> bool:
    """True for words written as one and apart: homepage, home page."""
    one, other = ("".join(word.folded for word in side) for side in (old, new))
    if len(one) < _SHORTEST_SLIP or any(mark.isdigit() for mark in one + other):
        return False
    return one == other or (len(old) != len(new) and _slip(one, other))


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


def same_word(one: str, other: str, lexicon: Lexicon) -> bool:
    """True when two folded words are one: equal, inflected, derived, misspelt, or synonyms."""
    if one == other:
        return True
    if any(character.isdigit() for character in one + other):
        return False
    a, b = meaning(one, lexicon), meaning(other, lexicon)
    if opposite(one, other, lexicon):
        return False
    if a.lemma == b.lemma or a.concept == b.concept or a.stem == b.stem:
        return True
    if not a.synsets.isdisjoint(b.synsets):
        return True
    return not (a.known and b.known) and one[0] == other[0] and _slip(one, other)


def _slip(one: str, other: str) -> bool:
    """True when a slip of the pen makes one word the other: a letter wrong, or two exchanged."""
    length = min(len(one), len(other))
    if length < _SHORTEST_SLIP:
        return False
    most = 2 if length >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def meaning(word: str, lexicon: Lexicon) -> Meaning:
    """What the folded `word` is compared by, worked out once."""
    kept = _kept(lexicon)
    found = kept.get(word)
    if found is None:
        base = lemma(word, lexicon)
        found = kept[word] = Meaning(
            lemma=base,
            concept=concept(word, lexicon),
            stem=stem_key(word, lexicon),
            synsets=frozenset(word_table(lexicon, "synsets").get(base, "").split()),
            known=_is_known(word, base, lexicon),
        )
    return found


def _is_known(word: str, base: str, lexicon: Lexicon) -> bool:
    classes, common = word_table(lexicon, "word-classes"), word_set(lexicon, "common-words")
    return word in classes or base in classes or word in common or base in common


@per_lexicon
def _kept(lexicon: Lexicon) -> dict[str, Meaning]:
    return {}
