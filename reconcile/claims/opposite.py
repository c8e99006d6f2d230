"""Opposites: a word whose opposite in the same place cannot be true as well ("joined" and "left").

So are two words that answer the same question ("weeks" and "months"). Any content word is a candidate; only
two that exclude one another are ever related. A negator directly before the word belongs to it: what is not
closed may well be open.

    passes: The price rose. -> The price went up.
    fails:  Profits increased. -> Profits decreased.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.claim import Claim, Lexicon, Qualifiers, Rule
from reconcile.claims.alone import of_rule
from reconcile.claims.traits import Traits
from reconcile.model import Relation, Sentence
from reconcile.text.fold import fold
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_word, word_role, word_set
from reconcile.text.opposites import exclusive, go_together, has_opposite, opposed_phrases, opposite
from reconcile.text.words import Word, words
from reconcile.values.plain import Text
from reconcile.values.polarity import negating_adverbs

TYPE = "opposite"
OPTIONS: frozenset[str] = frozenset()
TRAITS = Traits(measured=True, first_in_place=True, needs_place=True, changes_places=True, relative=True)

level = of_rule


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every content word of the sentence; a phrase that has an opposite is one word."""
    denials = _denials(sentence.text, lexicon)
    for start, end in _terms(sentence.text, lexicon):
        before = denials.get(start)
        yield Claim(
            rule=rule.id,
            type=TYPE,
            subject=None,
            value=Text(sentence.text[start:end]),
            sentence=sentence.index,
            start=start if before is None else before,
            end=end,
            qualifiers=Qualifiers(negated=before is not None),
        )


def _denials(text: str, lexicon: Lexicon) -> dict[int, int]:
    """Where each word stands that a negator denies -> where that negator stands: not closed, not a hit."""
    negators = {end: start for start, end in negating_adverbs(text, lexicon)}
    if not negators:
        return {}
    leads = word_set(lexicon, "determiners") - word_set(lexicon, "quantifiers")
    found = {}
    for before, word in pairwise(words(text)):
        start = negators.get(before.end)
        if start is not None and word.folded in leads:
            negators[word.end] = start
        elif start is not None:
            found[word.start] = start
    return found


def _terms(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The places of all listed phrases, of words with a denying prefix, and of the other content words."""
    behind = 0
    phrases = {hit.start: hit.end for hit in opposed_phrases(lexicon).find(text)}
    found = words(text)
    for number, word in enumerate(found):
        if word.start < behind:
            continue
        end = phrases.get(word.start) or _denied_end(found, number, lexicon)
        if end or (word.folded.isalpha() and not _of_no_content(word.folded, lexicon)):
            behind = end or word.end
            yield word.start, behind


def _denied_end(found: Sequence[Word], number: int, lexicon: Lexicon) -> int | None:
    """The end of the word that the prefix at `number` denies with a hyphen: non-stop."""
    prefixes = word_role(lexicon, "denying prefixes")
    if found[number].folded not in prefixes or number + 2 >= len(found):
        return None
    hyphen, word = found[number + 1 : number + 3]
    return word.end if hyphen.text == "-" and word.folded.isalpha() else None


@per_word
def _of_no_content(word: str, lexicon: Lexicon) -> bool:
    """True for function words, but for those with an opposite: on and off, for and against."""
    return word in word_set(lexicon, "function-words") and not has_opposite(word, lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Opposites conflict, and so do two answers to one question; of other words nothing is said here.

    The opposite of what is denied says at least as much: what is open is not closed. Of three answers two may
    be denied together, and of two callings that go together one person may have both.
    """
    if not affinity(before, after, lexicon):
        return Relation.EQUIVALENT
    if before.qualifiers.negated != after.qualifiers.negated:
        return Relation.BROADER if after.qualifiers.negated else Relation.NARROWER
    words = _word(before), _word(after)
    listed = opposite(*words, lexicon)
    if not listed and (before.qualifiers.negated or go_together(*words, lexicon)):
        return Relation.UNSURE
    return Relation.CONFLICTING


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The word's base form, and whether it is denied."""
    return f"{claim.qualifiers.negated} {lemma(_word(claim), lexicon)}"


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
