"""Word lists as functions use them: absent ones are empty, what is built from them is built once.

A pack of another language may lack a list; the words it would name are then simply not recognised.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import TypeVar

from reconcile.claim import Lexicon

T = TypeVar("T")
_KEPT = 8  # a program uses one or two lexicons; tests make more
_TEXTS_KEPT = 512
_WORDS_KEPT = 8192
_EMPTY: Mapping[str, str] = {}


def word_set(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The word list `name`, or an empty one."""
    return lexicon.sets.get(name, frozenset())


def word_table(lexicon: Lexicon, name: str) -> Mapping[str, str]:
    """The table `name`, or an empty one."""
    return lexicon.maps.get(name, _EMPTY)


def per_lexicon(build: Callable[[Lexicon], T]) -> Callable[[Lexicon], T]:
    """`build`, called once for each lexicon; the last few results are kept."""
    # Keyed by identity, since a lexicon is too large to hash; holding it keeps its identity unique.
    kept: dict[int, tuple[Lexicon, T]] = {}

    def built(lexicon: Lexicon) -> T:
        hit = kept.get(id(lexicon))
        if hit is None:
            while len(kept) >= _KEPT:
                kept.pop(next(iter(kept)), None)
            hit = kept[id(lexicon)] = (lexicon, build(lexicon))
        return hit[1]

    return built


def per_text(find: Callable[[str, Lexicon], T]) -> Callable[[str, Lexicon], T]:
    """`find`, remembering its answers for the last few texts: several claim types ask about one sentence."""
    return _remembering(find, _TEXTS_KEPT)


def per_word(find: Callable[[str, Lexicon], T]) -> Callable[[str, Lexicon], T]:
    """`find`, remembering its answers for a few thousand words, which come again and again."""
    return _remembering(find, _WORDS_KEPT)


def word_role(lexicon: Lexicon, name: str) -> frozenset[str]:
    """The words that have this role in the table `word-roles`, or none."""
    return _roles(lexicon).get(name, frozenset())


@per_lexicon
def _roles(lexicon: Lexicon) -> Mapping[str, frozenset[str]]:
    return {role: frozenset(row.split()) for role, row in word_table(lexicon, "word-roles").items()}


def _remembering(find: Callable[[str, Lexicon], T], most: int) -> Callable[[str, Lexicon], T]:
    @per_lexicon
    def memo(lexicon: Lexicon) -> dict[str, T]:
        return {}

    @wraps(find)
    def remembered(text: str, lexicon: Lexicon) -> T:
        answers = memo(lexicon)
        if text not in answers:
            if len(answers) >= most:
                answers.clear()
            answers[text] = find(text, lexicon)
        return answers[text]

    return remembered


def alternation(phrases: Iterable[str]) -> str:
    """A regular expression for any of `phrases`, the longest first; any space and apostrophe will do.

    It never matches when there are no phrases.
    """
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        return r"(?!)"
    escaped = (re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]") for phrase in ordered)
    return "(?:" + "|".join(escaped) + ")"


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """An expression that finds any of `phrases` as whole words, in whatever case."""
    return re.compile(rf"(?<!\w){alternation(phrases)}(?!\w)", re.IGNORECASE)
