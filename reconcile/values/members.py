"""Lists of members: who belongs, how many are said to, and whether the list names them all.

Two lists that each name all members conflict as soon as they differ. A list that only gives examples
("including", "among others"), or fewer than it says there are, may lose or gain one without being wrong:
removed, added. A longer form of a member's name is no other member.
"""

from __future__ import annotations

from itertools import zip_longest

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.text.fold import fold
from reconcile.text.sameness import same_word
from reconcile.values.name import Name, key
from reconcile.values.name import relate as relate_names

_FRAME = 2  # members that stayed, at least, to tell that one stands in the place of another


@frozen
class Members:
    """Members as printed, in order; the stated count; True when the list is said to name them all.

    `kind` is what the members are said to be ("Central Asian countries"); `partial` says that there are
    others ("including").
    """

    members: tuple[str, ...]
    count: int | None = None
    exhaustive: bool = False
    kind: str | None = None
    partial: bool = False

    @property
    def complete(self) -> bool:
        """True for a list said to be whole that names as many as it says there are."""
        return self.exhaustive and (self.count is None or len(self.members) >= self.count)

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"members": list(self.members), "count": self.count, "exhaustive": self.exhaustive}


@frozen
class Change:
    """What became of the members: names of `after` where kept or added, of `before` where removed."""

    kept: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]


def change(before: Members, after: Members, lexicon: Lexicon) -> Change:
    """Which members were kept, added and removed; spelling variants of one name are kept."""
    left = list(dict.fromkeys(before.members))
    kept, added = [], []
    for member in dict.fromkeys(after.members):
        same = _partner(member, left, lexicon)
        if same is None:
            added.append(member)
        else:
            left.remove(same)
            kept.append(member)
    return Change(tuple(kept), tuple(added), tuple(left))


def _partner(member: str, others: list[str], lexicon: Lexicon) -> str | None:
    """The one of `others` that is the same as `member`: by key if possible, else by likeness."""
    own = key(member, lexicon)
    for other in others:
        if other == member or key(other, lexicon) == own:
            return other
    for other in others:
        alike = _same_words(other, member, lexicon)
        if alike or relate_names(Name(other), Name(member), lexicon) is Relation.EQUIVALENT:
            return other
    return None


def _same_words(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for things, which are no names, in words of the same meaning: a sofa, a couch."""
    if not (one.islower() and other.islower()):
        return False
    pairs = list(zip_longest(fold(one).split(), fold(other).split(), fillvalue=""))
    return all(a and b and same_word(a, b, lexicon) for a, b in pairs)


def relate(before: Members, after: Members, lexicon: Lexicon) -> Relation:
    """What the list `after` is to `before`; two stated counts cannot both be true, whoever is named."""
    if before.count is not None and after.count is not None and before.count != after.count:
        return Relation.CONFLICTING
    found = change(before, after, lexicon)
    if not found.added and not found.removed:
        return _of_same(before, after)
    if _lengthened(found):
        return Relation.UNSURE
    if before.complete and after.complete:
        return Relation.UNSURE if _reworded(found) else Relation.CONFLICTING
    if (before.complete and found.added) or (after.complete and found.removed):
        return Relation.CONFLICTING
    if found.added and found.removed:
        return Relation.UNSURE
    if before.complete and not after.exhaustive:
        return Relation.BROADER
    if after.complete and not before.exhaustive:
        return Relation.NARROWER
    return Relation.ADDED if found.added else Relation.REMOVED


def _lengthened(found: Change) -> bool:
    """True where each new name is one of those gone, in more words or fewer."""
    if len(found.added) != len(found.removed):
        return False
    words = [[set(fold(name).split()) for name in names] for names in (found.removed, found.added)]
    return all(one <= other or other <= one for one, other in zip(*words, strict=True))


def _reworded(found: Change) -> bool:
    """True where a thing stands for a thing, which may be the same in other words, and hardly any stayed."""
    things = all(name.islower() for name in (*found.added, *found.removed))
    return things and len(found.added) == len(found.removed) and len(found.kept) < _FRAME


def exchanged(before: Members, after: Members, lexicon: Lexicon) -> bool:
    """True where one member stands in the place of another among others that stayed where they were."""
    found = change(before, after, lexicon)
    if before.partial or after.partial or len(before.members) != len(after.members):
        return False
    if len(found.added) != 1 or len(found.removed) != 1 or len(found.kept) < _FRAME:
        return False
    one, other = found.removed[0], found.added[0]
    same_place = before.members.index(one) == after.members.index(other)
    return same_place and relate_names(Name(one), Name(other), lexicon) is Relation.CONFLICTING


def _of_same(before: Members, after: Members) -> Relation:
    """Lists of the same members: they differ at most in whether they are whole."""
    if before.exhaustive == after.exhaustive:
        return Relation.EQUIVALENT
    return Relation.NARROWER if after.exhaustive else Relation.BROADER


def miscounted(members: Members) -> bool:
    """True when the stated count is not that of a whole list, or is less than the members named."""
    if members.count is None:
        return False
    listed = len(dict.fromkeys(members.members))
    return listed != members.count if members.exhaustive else listed > members.count
