"""Which changed words say the same again: inflections, spellings, synonyms, function words."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import DamerauLevenshtein

from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table
from reconcile.text.opposites import concept
from reconcile.text.words import Word

_SHORTEST_TYPO = 5  # letters; shorter words one letter apart are different words more often than slips


def leftover(
    diff: Comparison, covered_old: frozenset[int], covered_new: frozenset[int], lexicon: Lexicon
) -> list[tuple[list[Word], list[Word]]]:
    """For each region, the content words of either side that have no counterpart on the other."""
    small = word_set(lexicon, "function-words")
    sides = []
    for region in diff.regions:
        old = _content(diff.old.words, region.old, covered_old, small)
        new = _content(diff.new.words, region.new, covered_new, small)
        sides.append(_without_counterparts(old, new, lexicon))
    pool = [word for _, new in sides for word in new]
    moved = {id(word) for old, _ in sides for word in old if _counterpart(word, pool, lexicon)}
    back = [word for old, _ in sides for word in old]
    returned = {id(word) for word in pool if _counterpart(word, back, lexicon)}
    return [
        ([w for w in old if id(w) not in moved], [w for w in new if id(w) not in returned])
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
    """True when two folded words are one: equal, inflected, misspelt, spelt elsewhere, or synonyms."""
    if one == other:
        return True
    if any(character.isdigit() for character in one + other):
        return False
    lemmas = lemma(one, lexicon), lemma(other, lexicon)
    if lemmas[0] == lemmas[1]:
        return True
    if concept(one, lexicon) == concept(other, lexicon) or _share_synset(lemmas, lexicon):
        return True
    if min(len(one), len(other)) < _SHORTEST_TYPO or one[0] != other[0]:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=1) <= 1


def _share_synset(lemmas: tuple[str, str], lexicon: Lexicon) -> bool:
    """True when the two words are synonyms in one of their usual senses."""
    synsets = word_table(lexicon, "synsets")
    one, other = (synsets.get(word, "").split() for word in lemmas)
    return not set(one).isdisjoint(other)
