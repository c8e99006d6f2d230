"""Phrases that say what one word says: "for instance", "took place", "told reporters".

They are the entries of `synonyms` that have several words, in any inflection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claim import Lexicon
from reconcile.text.fold import fold
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_table
from reconcile.text.words import Word, words

_Entries = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@per_lexicon
def _entries(lexicon: Lexicon) -> _Entries:
    """The phrases by the base form of their first word, the longest first, each with its plain word."""
    table = word_table(lexicon, "synonyms")
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, plain in sorted({**table, **{plain: plain for plain in table.values()}}.items()):
        if phrase.isalpha():  # one word
            continue
        parts = tuple(lemma(word.folded, lexicon) for word in words(phrase))
        if len(parts) > 1:
            found.setdefault(parts[0], []).append((parts, plain))
    return {first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in found.items()}


def plainly(text: Sequence[Word], lexicon: Lexicon) -> list[tuple[Word, int]]:
    """The words of a stretch of text, each phrase of several words made its plain word.

    Each comes with the number of its first word; a phrase's own words are left out.
    """
    entries = _entries(lexicon)
    found: list[tuple[Word, int]] = []
    at = 0
    while at < len(text):
        word = text[at]
        parts, plain = _phrase(text, at, entries, lexicon)
        if parts:
            last = text[at + parts - 1]
            word = Word(word.start, last.end, f"{word.text} … {last.text}", fold(plain))
        found.append((word, at))
        at += max(parts, 1)
    return found


def _phrase(text: Sequence[Word], at: int, entries: _Entries, lexicon: Lexicon) -> tuple[int, str]:
    """How many words the phrase at `at` has, and its plain word; 0 where none begins."""
    for parts, plain in entries.get(lemma(text[at].folded, lexicon), ()):
        if at + len(parts) <= len(text) and all(
            lemma(text[at + number].folded, lexicon) == part for number, part in enumerate(parts)
        ):
            return len(parts), plain
    return 0, ""
