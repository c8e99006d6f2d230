"""Whether a text tells what was: a verb in its past form, other than one that only helps ("has been")."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table

_PRESENT = ("am", "are", "been")  # forms of be that are listed as irregular and tell no past


def tells_past(folded: Iterable[str], lexicon: Lexicon) -> bool:
    """True when one of the folded words is a frequent verb in the past: was, had, opened, fell."""
    irregular, frequent = word_table(lexicon, "irregular-forms"), word_set(lexicon, "frequent-verbs")
    for word in folded:
        if word.endswith("ing") or (word.endswith("s") and word != "was") or word in _PRESENT:
            continue
        base = irregular.get(word)
        if base in frequent or base in ("be", "have"):
            return True
        if base is None and word.endswith("ed") and lemma(word, lexicon) in frequent:
            return True
    return False
