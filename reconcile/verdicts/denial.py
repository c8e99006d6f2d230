"""Whether one of two texts denies what the other asserts: the same words, with a negator on one side."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.text.sameness import meaning
from reconcile.text.words import Word
from reconcile.values.found import Found
from reconcile.values.polarity import Negation, negations
from reconcile.verdicts.matching import LACKED, Met
from reconcile.verdicts.told import Told

_REACH = 30  # characters behind a negator that it surely denies
_NEXT = 12  # and behind a verb that denies: refused to sign
_SURE = 0.8  # a grade from which on a term is the same on both sides


def denied(claim: Told, evidence: Told, found: Sequence[Met], lexicon: Lexicon) -> bool:
    """True when most of the shared words that stand under a negator do so in one of the two texts only."""
    mine = negations(claim.text, lexicon)
    theirs = negations(evidence.text, lexicon)
    if not mine and not theirs:
        return False
    own, other_side = _unshared(mine, theirs, lexicon), _unshared(theirs, mine, lexicon)
    differing = alike = lost = 0
    first = _first(claim, found, own)
    for one in found:
        here = _under(claim.words[one.term.first], own)
        if here and one.grade < LACKED:
            if one in first or one.term.kind == "name":
                return False  # not an American series, and a French one: both may be true
            lost += 1
        if one.grade < _SURE or not one.places or one.term.kind == "name":
            continue
        there = [_under(evidence.words[n], other_side) for n in one.places]
        if here or any(there):
            differing += all(other != here for other in there)
            alike += any(other == here for other in there)
    return differing > alike + lost / 2


def _unshared(
    mine: Sequence[Found[Negation]], theirs: Sequence[Found[Negation]], lexicon: Lexicon
) -> Sequence[Found[Negation]]:
    """`mine` without the verbs of denial that the other side has too: refused, and refusal."""
    stems = {meaning(one.value.word.casefold(), lexicon).stem for one in theirs if one.value.implicit}
    return [
        one
        for one in mine
        if not (one.value.implicit and meaning(one.value.word.casefold(), lexicon).stem in stems)
    ]


def _first(claim: Told, found: Sequence[Met], negators: Sequence[Found[Negation]]) -> list[Met]:
    """The terms that the negators of the claim deny first of all: not, derive."""
    behind = ([met for met in found if claim.words[met.term.first].start >= one.end] for one in negators)
    return [min(terms, key=lambda met: met.term.first) for terms in behind if terms]


def _under(word: Word, negators: Sequence[Found[Negation]]) -> bool:
    """True for an odd number of negators that reach over the word."""
    over = [
        one
        for one in negators
        if one.end <= word.start < min(one.value.reach, one.end + (_NEXT if one.value.implicit else _REACH))
    ]
    return len(over) % 2 == 1
