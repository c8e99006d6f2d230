"""When a decision takes the place of an older one of the same key: one word a fact, the newest."""

from __future__ import annotations

from collections.abc import Collection

from reconcile.decisions.decision import Decision
from reconcile.decisions.guard import find
from reconcile.decisions.names import OWN_NAME, plain_ending


def replaces(newer: Decision, older: Decision, name: str, siblings: Collection[str]) -> bool:
    """True when `older`, which stands in the file `name`, is to go when `newer` is written.

    `siblings` are the ids of findings that share the key and are decided one by one. Of those older than
    them only what contradicts the newer goes.
    """
    if older.key != newer.key or not same_place(newer, older):
        return False
    if older.id == newer.id:
        return True
    if older.id in siblings:
        return False
    alone = not siblings and (name.endswith(plain_ending(older)) or not OWN_NAME.search(name))
    return alone or _contradict(newer, older) or _contradict(older, newer)


def same_place(one: Decision, other: Decision) -> bool:
    """False when both are of named files and none of them is the same; an id may be that of any file."""
    here, there = one.files, other.files
    return not here or not there or not set(here).isdisjoint(there)


def _contradict(one: Decision, other: Decision) -> bool:
    return any(find(one.rejected, part) for part in other.settled)
