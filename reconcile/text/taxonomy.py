"""Sisters: words that name two kinds of one thing, neither of which is the other's kind.

They stand in the table `taxonomy`, each with the kinds it is of, the widest first: "pony =
animal/mammal/horse". A word of several meanings has several such ways, with + between them, and a way that
ends in a slash is that of the kind itself: "foal = animal/mammal/horse/".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.text.lists import per_lexicon, word_set, word_table

_PLURALS = (
    ("men", "man"),
    ("es", ""),
    ("s", ""),
)  # what `lemma` must doubt, the table knows: irises, magpies
Ways = tuple[str, ...]  # from the widest kind down to a word, each with a slash at its end


def ways(forms: Sequence[str], lexicon: Lexicon) -> Ways:
    """The ways down to a word given in its forms, the likeliest first; none for what is not listed."""
    table = word_table(lexicon, "taxonomy")
    form = next((form for form in (*forms, *_singulars(forms[0])) if form in table), "")
    kinds = table[form].split(" + ") if form else ()
    return tuple(kind if kind.endswith("/") else f"{kind}/{form}/" for kind in kinds)


def _singulars(word: str) -> Iterator[str]:
    """The words that `word` is the plural of by its spelling, if of any."""
    return (word.removesuffix(end) + instead for end, instead in _PLURALS if word.endswith(end))


def sisters(ones: Ways, others: Ways) -> bool:
    """True for two kinds of one thing; symmetric."""
    pairs = [(a, b) for a in ones for b in others if _root(a) == _root(b)]
    return bool(pairs) and not any(a.startswith(b) or b.startswith(a) for a, b in pairs)


@per_lexicon
def _joint(lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    lines = sorted(word_set(lexicon, "joint-kinds"))
    return tuple(tuple(f"{kind.strip()}/" for kind in line.split(",")) for line in lines)


def joint(ones: Ways, others: Ways, lexicon: Lexicon) -> bool:
    """True for two kinds of which one person is often both: singer and songwriter; symmetric."""
    return any(
        any(way.startswith(kinds) for way in ones) and any(way.startswith(kinds) for way in others)
        for kinds in _joint(lexicon)
    )


def _root(way: str) -> str:
    return way.partition("/")[0]
