"""Which words say the same again: equal, inflected, derived, misspelt, or synonyms."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.lemma import lemma, stem_key
from reconcile.text.lists import per_word, word_set, word_table
from reconcile.text.opposites import concept, opposite

SHORTEST_SLIP = 4  # letters; of shorter words one letter makes another word more often than a slip
_LONG = 8  # letters from which two may be wrong


@frozen
class Meaning:
    """What a word is compared by."""

    lemma: str
    concept: str
    stem: str
    synsets: frozenset[str]
    known: bool  # an English word


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
    return not (a.known and b.known) and one[0] == other[0] and slip(one, other)


def slip(one: str, other: str) -> bool:
    """True when a slip of the pen makes one word the other: a letter wrong, or two exchanged."""
    length = min(len(one), len(other))
    if length < SHORTEST_SLIP:
        return False
    most = 2 if length >= _LONG else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


@per_word
def meaning(word: str, lexicon: Lexicon) -> Meaning:
    """What the folded `word` is compared by, worked out once."""
    base = lemma(word, lexicon)
    return Meaning(
        lemma=base,
        concept=concept(word, lexicon),
        stem=stem_key(word, lexicon),
        synsets=frozenset(word_table(lexicon, "synsets").get(base, "").split()),
        known=_is_known(word, base, lexicon),
    )


def _is_known(word: str, base: str, lexicon: Lexicon) -> bool:
    classes, common = word_table(lexicon, "word-classes"), word_set(lexicon, "common-words")
    return word in classes or base in classes or word in common or base in common
