"""Bounds that are denied: who does "not take more than 8" takes 8 at most."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.lists import word_set
from reconcile.text.phrases import Token, tokens
from reconcile.values.quantity_words import Approximator

_CONVERSE = {"over": "at-most", "at-least": "under", "under": "at-least", "at-most": "over"}
_REACH = 64  # characters before a bound that are looked at
_BETWEEN = 3  # words between the negator and the bound, at most


def denied(text: str, bound: Approximator | None, lexicon: Lexicon) -> Approximator | None:
    """`bound`, from its negator on and turned round where it has one."""
    if bound is None or bound.kind not in _CONVERSE:
        return bound
    low = max(0, bound.start - _REACH)
    head = text[low : bound.start]
    negator = _negator(head, tokens(head), lexicon)
    if negator is None:
        return bound
    words = f"{negator.folded} {bound.words}"
    return replace(bound, start=low + negator.start, words=words, kind=_CONVERSE[bound.kind])


def _negator(head: str, words: tuple[Token, ...], lexicon: Lexicon) -> Token | None:
    """The negator that the last words of `head` belong to: a verb, and perhaps its auxiliaries."""
    stops = word_set(lexicon, "noun-stops") | word_set(lexicon, "quantifiers")
    persons = (
        word_set(lexicon, "pronouns") - word_set(lexicon, "determiners") - word_set(lexicon, "relatives")
    )
    stops -= word_set(lexicon, "auxiliaries") | persons
    end = len(head)
    for word in words[: -_BETWEEN - 2 : -1]:
        if head[word.end : end].strip():
            return None
        if word.folded in word_set(lexicon, "negating-adverbs"):
            return word
        if word.folded in stops:
            return None
        end = word.start
    return None
