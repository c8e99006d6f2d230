"""Sisters: words that name two kinds of one thing, neither of which is the other's kind.

They stand in the table `taxonomy`, each with the kinds it is of, the widest first: "pony =
animal/mammal/horse". A word of several meanings has several such ways, with + between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.claim import Lexicon
from reconcile.text.lists import per_lexicon, word_table


def sisters(one: Iterable[str], other: Iterable[str], lexicon: Lexicon) -> bool:
    """True for two kinds of one thing, each given in its forms, the likeliest first; symmetric."""
    ones, others = _paths(one, lexicon), _paths(other, lexicon)
    pairs = [(a, b) for a in ones for b in others if _root(a) == _root(b)]
    return bool(pairs) and not any(_is_kind(a, b) or _is_kind(b, a) for a, b in pairs)


@per_lexicon
def kinds(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The ways from the widest kind down to each word."""
    table = word_table(lexicon, "taxonomy")
    return {
        word.replace("-", " "): tuple(f"{kind.strip()}/{word}/" for kind in found.split("+"))
        for word, found in table.items()
    }


def _paths(forms: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
    known = kinds(lexicon)
    found: Iterator[tuple[str, ...]] = (known[form] for form in forms if form in known)
    return next(found, ())


def _root(path: str) -> str:
    return path.partition("/")[0]


def _is_kind(path: str, of: str) -> bool:
    return path.startswith(of)
