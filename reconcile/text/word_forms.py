"""Words made of others, as far as opposites are told by how they are made: unhappy, largest, impatiently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

_TENSES = ("ed", "ing")
_LONGER = 5  # letters than which a superlative has more: the best, a nest
_SHORTEST_STEM = 3


def of_superlative(word: str) -> Iterator[str]:
    """The plain forms of a superlative, a single word: largest is to smallest what large is to small."""
    if word.endswith("est") and len(word) > _LONGER and " " not in word:
        stem = word[:-3]
        yield stem
        yield stem + "e"
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        if stem.endswith("i"):
            yield stem[:-1] + "y"


def stems(word: str) -> Iterator[str]:
    """What may be the base form of a verb, most of which no verb is: demot, demote; arm, arme."""
    suffix = next((end for end in _TENSES if word.endswith(end)), None)
    if suffix is None or len(word) - len(suffix) < _SHORTEST_STEM:
        return
    stem = word.removesuffix(suffix)
    yield stem
    yield stem + "e"
    if stem[-1] == stem[-2]:
        yield stem[:-1]


def other_manners(word: str, against: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The adverbs that deny an adverb by a prefix, as their adjectives do in `against`: impatiently.

    Others may be no opposites though their adjectives are: openly, closely.
    """
    for adjective in _adjectives(word) if word.endswith("ly") else ():
        for other in against.get(adjective, ()):
            if other.endswith(adjective):
                yield other.removesuffix(adjective) + word
            elif adjective.endswith(other):
                yield word.removeprefix(adjective.removesuffix(other))


def _adjectives(adverb: str) -> Iterator[str]:
    stem = adverb.removesuffix("ly")
    yield stem
    if stem.endswith("b"):
        yield stem + "le"
    if stem.endswith("ical"):
        yield stem.removesuffix("al")
    if stem.endswith("i"):
        yield stem[:-1] + "y"
