"""Opposites: a word whose opposite in the same place cannot be true as well ("joined" and "left").

So are two words that answer the same question ("weeks" and "months"). Any content word is a candidate; only
two that exclude one another are ever related.

    passes: The price rose. -> The price went up.
    fails:  Profits increased. -> Profits decreased.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import of_rule
from reconcile.model import Relation, Sentence
from reconcile.text.fold import fold
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set
from reconcile.text.opposites import exclusive, opposite
from reconcile.text.words import words
from reconcile.values.plain import Text

TYPE = "opposite"
OPTIONS: frozenset[str] = frozenset()

level = of_rule


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every content word of the sentence."""
    small = word_set(lexicon, "function-words")
    for word in words(sentence.text):
        if word.folded.isalpha() and word.folded not in small:
            yield Claim(
                rule=rule.id,
                type=TYPE,
                subject=None,
                value=Text(word.text),
                sentence=sentence.index,
                start=word.start,
                end=word.end,
            )


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Opposites conflict, and so do two answers to one question; of other words nothing is said here."""
    return Relation.CONFLICTING if affinity(before, after, lexicon) else Relation.EQUIVALENT


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The word's base form."""
    return lemma(_word(claim), lexicon)


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """More than 0 for two words in the same place that exclude one another, 0 for any other two."""
    words = _word(before), _word(after)
    if opposite(*words, lexicon):
        return 0.9
    return 0.8 if exclusive(*words, lexicon) else 0.0


def alone(claim: Claim, added: bool, stands: bool) -> None:
    """A word without its opposite says nothing."""
    return


def _word(claim: Claim) -> str:
    assert isinstance(claim.value, Text)
    return fold(claim.value.text)
