"""What a text says that its subject is: "X is a Norwegian singer and actress", a singer and an actress.

What is of one sort is not of another (`noun-sorts`): a person is no place, a film no firm. Two words of one
sort may both be true.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table
from reconcile.verdicts.told import Term, Told

_MARKS = frozenset({".", ";", ":", "(", ")", "–", "—", "who", "which", "that", "whose", "where"})
_NOUNS = ("noun", "unknown")


def heads(told: Told, lexicon: Lexicon) -> Iterator[Term]:
    """The nouns of the definition that nothing qualifies any more, in order."""
    terms = told.by_number
    stops = word_set(lexicon, "prepositions") | _MARKS
    last: Term | None = None
    for n in told.definition:
        term, word = terms.get(n), told.words[n].folded
        done = last is not None and term is not None and term.kind not in _NOUNS and word.endswith("ed")
        if last is not None and (term is None or done):
            yield last
        if word in stops or done:
            return
        last = None if term is None else term if term.kind in _NOUNS else last


def sorts(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The sorts of things that a folded noun may mean; none where that is not known."""
    table = word_table(lexicon, "noun-sorts")
    return frozenset((table.get(word) or table.get(lemma(word, lexicon)) or "").split())
