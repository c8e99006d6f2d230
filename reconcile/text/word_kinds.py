"""What kind of word a word mostly is."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table

_CLASSES = {"n": "noun", "v": "verb", "a": "adjective", "r": "adverb"}


def word_kind(folded: str, lexicon: Lexicon) -> str:
    """noun, verb, adjective, adverb, quantifier, number or unknown, for a folded word, which may be empty."""
    if folded in word_set(lexicon, "quantifiers"):
        return "quantifier"
    if folded[:1].isdigit():
        return "number"
    classes = word_table(lexicon, "word-classes")
    known = classes.get(folded) or classes.get(lemma(folded, lexicon))
    if known:
        return _CLASSES[known[0]]
    return "adverb" if folded.endswith("ly") else "unknown"
