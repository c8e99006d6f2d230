"""What a preposition stands before: before the war and after his marriage may both be true.

So may what is in the town and in the county.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_set
from reconcile.text.sameness import same_word
from reconcile.text.words import Word

_ROLES = ("sources", "recipients", "opponents")
_LOOK = 3  # content words of an object that are looked at


def other_objects(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two prepositions each of which has an object of its own."""
    sides = (diff.old, before), (diff.new, after)
    if not all(_is_preposition(passage, placed, lexicon) for passage, placed in sides):
        return False
    ones, others = (list(_object(passage, placed, lexicon)) for passage, placed in sides)
    return bool(ones and others) and not any(
        same_word(one.folded, other.folded, lexicon) for one in ones for other in others
    )


def told_further(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True where what one preposition leads to stands behind the same one on the other side, too.

    "Sold by Borg to Ann", then "sold to Ann by Borg".
    """
    sides = (diff.old, before, diff.new), (diff.new, after, diff.old)
    return all(_is_preposition(here, placed, lexicon) for here, placed, _ in sides) and any(
        _led(here, placed, there, lexicon) for here, placed, there in sides
    )


def _led(here: Passage, placed: Placed, there: Passage, lexicon: Lexicon) -> bool:
    own = [word.folded for word in _object(here, placed, lexicon)]
    said, lead = [word.folded for word in there.words], here.words[placed.words[1] - 1].folded
    found = (said[at + 1 : at + 2 + _LOOK] for at, word in enumerate(said) if word == lead)
    return bool(own) and any(own[0] in behind for behind in found)


def in_other_roles(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two values, one of who gives and the other of whom is given to: sold by Borg, sold to Lind.

    So are two figures: rose to 30, fell from 40.
    """
    one, other = (_role(*side, lexicon) for side in ((diff.old, before), (diff.new, after)))
    return one is not None and other is not None and one != other


def _role(passage: Passage, placed: Placed, lexicon: Lexicon) -> str | None:
    """What the preposition makes of a name that it stands before, or that begins with it."""
    at = placed.words[0]
    if passage.words[at].folded not in word_set(lexicon, "prepositions"):
        at = _before(passage, at, lexicon)
    lead = passage.words[at].folded if at >= 0 else ""
    return next((role for role in _ROLES if lead in word_role(lexicon, role)), None)


def _before(passage: Passage, number: int, lexicon: Lexicon) -> int:
    """The number of the word before that at `number`, articles aside; -1 for none."""
    number -= 1
    while number >= 0 and passage.words[number].folded in word_set(lexicon, "determiners"):
        number -= 1
    return number


def own_object(placed: Placed, added: bool, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for a preposition whose object only this side has: without pay."""
    seen = diff.seen_from(added)
    if not _is_preposition(seen.here, placed, lexicon):
        return False
    there = {word.folded for word in seen.there.words}
    own = list(_object(seen.here, placed, lexicon))
    return bool(own) and all(word.folded not in there for word in own)


def _is_preposition(passage: Passage, placed: Placed, lexicon: Lexicon) -> bool:
    return passage.words[placed.words[1] - 1].folded in word_set(lexicon, "prepositions")


def _object(passage: Passage, placed: Placed, lexicon: Lexicon) -> Iterator[Word]:
    """The first content words behind a preposition, up to a mark or another preposition; else `then`."""
    small, stops = word_set(lexicon, "function-words"), word_set(lexicon, "prepositions")
    found = 0
    for word in passage.words[placed.words[1] :]:
        if found == _LOOK or word.folded in stops or not word.text[0].isalnum():
            return
        if word.folded not in small or (not found and word.folded in word_role(lexicon, "times as objects")):
            found += 1
            yield word


def nested(before: Placed, after: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for two places, one of which may hold the other, that something is in: the town, the county."""
    sides = (diff.old, before), (diff.new, after)
    words = [passage.words[placed.words[1] - 1].folded for passage, placed in sides]
    areas = word_set(lexicon, "area-words")
    one, other = (areas.isdisjoint({word, lemma(word, lexicon)}) for word in words)
    return not (one and other) and all(_is_object(*side, lexicon) for side in sides)


def _is_object(passage: Passage, placed: Placed, lexicon: Lexicon) -> bool:
    """True for a word that a preposition leads to, an article between them."""
    at = _before(passage, placed.words[0], lexicon)
    return at >= 0 and passage.words[at].folded in word_set(lexicon, "prepositions")
