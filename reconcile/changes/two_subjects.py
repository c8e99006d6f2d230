"""Sentences that tell two things of two subjects: "the north is hilly", then "the south is flat".

Where the subject is another one, what is told of it may be another thing too, and both may be true. An
exchange in the subject alone, or in what is told of it alone, still excludes what the other version says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.claim import Claim, Lexicon
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.text.subject import subject
from reconcile.values.plain import Text
from reconcile.values.quantity import LABEL, ORDINAL, Quantity

_OTHERS = (Relation.CONFLICTING, Relation.UNSURE)
_WHY = "what is told differs, and so does what it is told of"


def of_two_subjects(
    changes: Sequence[Change], old: Passage, new: Passage, lexicon: Lexicon
) -> Iterator[Change]:
    """The changes of two passages, those of another subject and of what is told of it in doubt."""
    places = {id(one): _told_of(one, old, new, lexicon) for one in changes if one.relation in _OTHERS}
    subjects = {
        _sentences(one) for one in changes if places.get(id(one)) is True and _tells_which(one.before)
    }
    told = {_sentences(one) for one in changes if places.get(id(one)) is False}
    for change in changes:
        apart = places.get(id(change)) is not None and _sentences(change) in subjects & told
        if apart and change.relation is Relation.CONFLICTING:
            yield replace(change, relation=Relation.UNSURE, level=None, why=_WHY)
        else:
            yield change


def _tells_which(claim: Claim | None) -> bool:
    """True for a word or a number that tells one thing from another: the north, the first, Version 2."""
    value = claim.value if claim else None
    if isinstance(value, Quantity):
        return value.dimension in (LABEL, ORDINAL)
    return isinstance(value, Text)


def _told_of(change: Change, old: Passage, new: Passage, lexicon: Lexicon) -> bool | None:
    """True for a change within both subjects, False for one outside of both, None for any other."""
    if change.before is None or change.after is None or change.old is None or change.new is None:
        return None
    inside = {
        _in_subject(passage, claim, place, lexicon)
        for passage, claim, place in ((old, change.before, change.old), (new, change.after, change.new))
    }
    return inside.pop() if len(inside) == 1 else None


def _in_subject(passage: Passage, claim: Claim, place: Range, lexicon: Lexicon) -> bool:
    for sentence, start in zip(passage.sentences, passage.starts, strict=True):
        if sentence.index == claim.sentence:
            found = subject(sentence.text, lexicon)
            return found is not None and start + found[0] <= place[0] and place[1] <= start + found[1]
    return False


def _sentences(change: Change) -> tuple[int | None, ...]:
    return tuple(claim.sentence if claim else None for claim in (change.before, change.after))
