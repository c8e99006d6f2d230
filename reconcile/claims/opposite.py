"""Opposites: a word whose opposite in the same place cannot be true as well ("joined" and "left").

So are two words that answer the same question ("weeks" and "months"). Any content word is a candidate; only
two that exclude one another are ever related. A negator directly before the word belongs to it: what is not
closed may well be open.

    passes: The price rose. -> The price went up.
    fails:  Profits increased. -> Profits decreased.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Qualifiers, Rule
from reconcile.claims.alone import of_rule
from reconcile.model import Relation, Sentence
from reconcile.text.fold import fold
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_text, word_set
from reconcile.text.opposites import exclusive, has_opposite, opposite
from reconcile.text.words import words
from reconcile.values.plain import Text
from reconcile.values.polarity import negating_adverbs

TYPE = "opposite"
OPTIONS: frozenset[str] = frozenset()

level = of_rule


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every content word of the sentence."""
    denials = {end: start for start, end in negating_adverbs(sentence.text, lexicon)}
    for word in words(sentence.text):
        if word.folded.isalpha() and not _of_no_content(word.folded, lexicon):
            before = denials.get(word.start - 1)
            yield Claim(
                rule=rule.id,
                type=TYPE,
                subject=None,
                value=Text(word.text),
                sentence=sentence.index,
                start=word.start if before is None else before,
                end=word.end,
                qualifiers=Qualifiers(negated=before is not None),
            )


@per_text
def _of_no_content(word: str, lexicon: Lexicon) -> bool:
    """True for function words, but for those with an opposite: on and off, for and against."""
    return word in word_set(lexicon, "function-words") and not has_opposite(word, lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Opposites conflict, and so do two answers to one question; of other words nothing is said here.

    The opposite of what is denied says at least as much: what is open is not closed.
    """
    if not affinity(before, after, lexicon):
        return Relation.EQUIVALENT
    if before.qualifiers.negated == after.qualifiers.negated:
        return Relation.CONFLICTING
    return Relation.BROADER if after.qualifiers.negated else Relation.NARROWER


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The word's base form, and whether it is denied."""
    return f"{claim.qualifiers.negated} {lemma(_word(claim), lexicon)}"


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """More than 0 for two words in the same place that exclude one another, 0 for any other two."""
    words = _word(before), _word(after)
    if opposite(*words, lexicon):
        return 0.9
    if before.qualifiers.negated != after.qualifiers.negated:
        return 0.0
    return 0.8 if exclusive(*words, lexicon) else 0.0


def alone(claim: Claim, added: bool, stands: bool) -> None:
    """A word without its opposite says nothing."""
    return


def _word(claim: Claim) -> str:
    assert isinstance(claim.value, Text)
    return fold(claim.value.text)
