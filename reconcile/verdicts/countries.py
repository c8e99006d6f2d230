"""Which countries a term tells of, by its name or by an adjective: Norway, Norwegian."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lists import word_table
from reconcile.values.name_lists import known

_PART = late(r"[\s–-]+")


def countries(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The countries, or regions, that a term names: two for Mexican-American, often none."""
    demonyms, name = word_table(lexicon, "demonyms"), fold(text)
    adjectives = frozenset(demonyms[word] for word in _PART.split(name) if word in demonyms)
    if adjectives:
        return adjectives
    name = word_table(lexicon, "country-aliases").get(name, name)
    return frozenset({name} if name in word_table(lexicon, "place-parts") else ())


def inside(one: str, other: str, lexicon: Lexicon) -> bool:
    """True when a term tells of a part of what the other tells of: Scottish, British."""
    ones, others = countries(one, lexicon), countries(other, lexicon)
    return ones.isdisjoint(others) and any(
        place in _within(part, lexicon) for part in sorted(ones) for place in sorted(others)
    )


def apart(ones: frozenset[str], others: frozenset[str], lexicon: Lexicon) -> bool:
    """True for countries none of which is one of the others, or a part of it."""
    pairs = [(one, other) for one in sorted(ones) for other in sorted(others)]
    return bool(pairs) and not any(
        one in _within(other, lexicon) or other in _within(one, lexicon) for one, other in pairs
    )


def _within(place: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The place and all that it is a part of, the nearest first."""
    return place, *known(lexicon).wholes(place)
