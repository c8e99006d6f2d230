"""Whether a source says as much as a passage in other words, where no typed claim is told.

Only support is ever found so: words that differ refute nothing.
"""

from __future__ import annotations

from itertools import pairwise

from reconcile.claim import RuleBook
from reconcile.evidence.shelf import Shelf, families
from reconcile.model import Label
from reconcile.text.lists import word_set
from reconcile.values.polarity import negations
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.matching import LACKED, Met
from reconcile.verdicts.reading import Reading
from reconcile.verdicts.signals import Signals, signals

RULE = "same-said"
_LEAST = 4  # terms of the passage that the source must have
_SHARE = 0.5  # of their weight
_ORDER = 0.1  # how much the order of the words counts: who asked whom
_QUALIFIER = 0.5  # the weight of an adjective, of a noun's
_DECISIVE = ("opposite", "exclusive", "country")


def of_passage(passage: str, evidence: Reading, shelf: Shelf, book: RuleBook) -> Judgement | None:
    """Support for the passage, or None."""
    found = signals(passage, evidence.sentence.text, book.lexicon)
    small = word_set(book.lexicon, "prepositions")
    every = [one for one in found.topic + found.stated if one.term.text.casefold() not in small]
    had = [one for one in every if one.grade >= LACKED and one.places]
    if len(had) < _LEAST or not _consistent(found, book):
        return None
    total = sum(_weight(one, shelf, book) for one in every)
    got = sum(_weight(one, shelf, book) * one.grade for one in had)
    if got < _SHARE * total or not any(one.term.kind != "name" for one in had):
        return None
    lacking = ", ".join(one.term.text for one in every if one.grade < LACKED)
    why = "the source says as much in other words" + (f"; it does not say {lacking}" if lacking else "")
    score = (1 - _ORDER) * got / total + _ORDER * _in_order(had)
    return Judgement(Label.SUPPORTS, round(score, 3), RULE, why, 0, len(evidence.sentence.text))


def _in_order(had: list[Met]) -> float:
    """The share of neighbouring terms that stand in the same order in both texts, 0 to 1."""
    pairs = list(pairwise(had))
    return sum(min(one.places) < max(other.places) for one, other in pairs) / len(pairs)


def _consistent(found: Signals, book: RuleBook) -> bool:
    """True when nothing differs: no figure, no date, no denial, no opposite, no other subject."""
    values = found.figures + found.dates
    if any(one.label is not Label.SUPPORTS for one in values):
        return False
    if any(rival.kind in _DECISIVE for rival in found.rivals):
        return False
    if any(one.grade < LACKED and one.term.kind == "name" for one in found.topic):
        return False
    plain = [
        sum(not one.value.implicit for one in negations(text, book.lexicon)) % 2
        for text in (found.claim.text, found.evidence.text)
    ]
    return plain[0] == plain[1]


def _weight(one: Met, shelf: Shelf, book: RuleBook) -> float:
    """How telling a term is; what only qualifies counts half."""
    heaviest = max((shelf.weight(family) for family in families(one.term.text, book.lexicon)), default=0.0)
    return heaviest * (_QUALIFIER if one.term.kind in ("adjective", "adverb", "quantifier") else 1.0)
