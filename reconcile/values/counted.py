"""What two figures count: the same things, perhaps under another name, or others."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.text.sameness import same_word
from reconcile.values.quantity import Quantity


def same_counted(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for nouns that are counted alike: nations and countries, fatalities and deaths."""
    alike = word_table(lexicon, "counted-alike")
    return one == other or alike.get(one, one) == alike.get(other, other) or same_word(one, other, lexicon)


def are_persons(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for people and a word that tells which: 1,200 people, 1,200 employees."""
    both = {one, other}
    return both <= word_set(lexicon, "person-nouns") and not both.isdisjoint(
        word_role(lexicon, "persons at large")
    )


def counted_alike(one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """True when both count the same things by name, persons by whatever name."""
    if not one.counted or not other.counted:
        return False
    persons = word_set(lexicon, "person-nouns")
    both = one.counted in persons and other.counted in persons
    return both or same_counted(one.counted, other.counted, lexicon)


def counts_others(one: Quantity, other: Quantity, lexicon: Lexicon) -> bool:
    """True when each counts something by name, and not the same things."""
    return bool(one.counted and other.counted) and not counted_alike(one, other, lexicon)
