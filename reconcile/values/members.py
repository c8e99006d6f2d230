"""Lists of members: who belongs, how many are said to, and whether the list names them all.

Two lists that each name all members conflict as soon as they differ. A list that only gives examples
("including", "among others") may lose or gain one without being wrong: removed, added.
"""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.values.name import Name, key
from reconcile.values.name import relate as relate_names


@frozen
class Members:
    """Members as printed, in order; the stated count; True when the list is said to name them all.

    `kind` is what the members are said to be ("Central Asian countries").
    """

    members: tuple[str, ...]
    count: int | None = None
    exhaustive: bool = False
    kind: str | None = None

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
        if relate_names(Name(other), Name(member), lexicon) is Relation.EQUIVALENT:
            return other
    return None


def relate(before: Members, after: Members, lexicon: Lexicon) -> Relation:
    """What the list `after` is to `before`."""
    found = change(before, after, lexicon)
    if not found.added and not found.removed:
        return _of_same(before, after)
    if before.exhaustive and after.exhaustive:
        return Relation.CONFLICTING
    if before.exhaustive:
        return Relation.CONFLICTING if found.added else Relation.BROADER
    if after.exhaustive:
        return Relation.CONFLICTING if found.removed else Relation.NARROWER
    if found.added and found.removed:
        return Relation.UNSURE
    return Relation.ADDED if found.added else Relation.REMOVED


def _of_same(before: Members, after: Members) -> Relation:
    """Lists of the same members: they differ at most in their count, or in whether they are whole."""
    if before.count is not None and after.count is not None and before.count != after.count:
        return Relation.UNSURE
    if before.exhaustive == after.exhaustive:
        return Relation.EQUIVALENT
    return Relation.NARROWER if after.exhaustive else Relation.BROADER


def miscounted(members: Members) -> bool:
    """True when the stated count is not that of a whole list, or is less than the members named."""
    if members.count is None:
        return False
    listed = len(dict.fromkeys(members.members))
    return listed != members.count if members.exhaustive else listed > members.count
