"""Whether two rows of the same key can both be true."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from reconcile.index.row import SETTING, Row
from reconcile.model import Json, Relation
from reconcile.text.late import late
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_relate import relate as relate_quantities
from reconcile.values.when import When
from reconcile.values.when_relate import relate as relate_dates

_VERSIONED = late(r"[^\W_]*\d[^\W_]*")


def contradict(one: Row, other: Row, path: str, other_path: str) -> bool:
    """True when the rows, of documents at these paths, state different values of the same thing and scope."""
    if one.key != other.key or one.kind != other.kind or not _same_scope(one, other):
        return False
    if _marks(one, path) != _marks(other, other_path) or _set_apart(one, other):
        return False
    return relation(one, other) is Relation.CONFLICTING


def _same_scope(one: Row, other: Row) -> bool:
    """True for equal scopes; a place or an agent may be told by one of them alone."""
    if one.scope == other.scope:
        return True
    bound = [{told for told in row.scope if not told.startswith(SETTING)} for row in (one, other)]
    mine, theirs = _settings(one), _settings(other)
    leads = {lead for lead, _ in mine} & {lead for lead, _ in theirs}
    return bound[0] == bound[1] and not any(lead in leads for lead, _ in mine ^ theirs)


def _settings(row: Row) -> set[tuple[str, str]]:
    """The places and agents of a row, each behind its preposition."""
    parts = (told.split(" ", 2) for told in row.scope if told.startswith(SETTING))
    return {(lead, name) for _, lead, name in parts}


def sure(one: Row, other: Row, same: bool = False) -> bool:
    """True when the subject is named, or the headings above both are the same.

    Sections of the `same` document may speak of two things under one name.
    """
    if one.named:
        return not (same and all(_apart(one, other)))
    return bool(one.headings) and one.headings == other.headings


def data(row: Row) -> dict[str, Json]:
    """The row's value as the report prints it."""
    return (_when(row.value) if row.kind == "date" else _quantity(row.value)).data


def relation(one: Row, other: Row) -> Relation:
    """What the value of `other` is to that of `one`."""
    if one.kind == "date":
        return relate_dates(_when(one.value), _when(other.value))
    return relate_quantities(_quantity(one.value), _quantity(other.value))


def _set_apart(one: Row, other: Row) -> bool:
    """True where headings tell that two things are spoken of: the free plan and the team plan.

    A subject told by its kind alone, "the harbour", is that of its headings.
    """
    mine, theirs = _apart(one, other)
    if not mine or not theirs:
        return False
    return bool(mine & theirs) or one.vague


def _apart(one: Row, other: Row) -> tuple[frozenset[str], frozenset[str]]:
    """What bounds each of two rows behind the headings that both have."""
    shared = 0
    while shared < min(len(one.bounds), len(other.bounds)) and one.bounds[shared] == other.bounds[shared]:
        shared += 1
    mine, theirs = frozenset(one.bounds[shared:]), frozenset(other.bounds[shared:])
    return (mine, theirs) if mine != theirs else (frozenset(), frozenset())


def _marks(row: Row, path: str) -> frozenset[str]:
    """Figures in the path and the headings: versions, years and numbered editions bound what is said."""
    parts = " ".join(PurePosixPath(path).parts)
    figures = set(_VERSIONED.findall(parts)) | {word for word in row.headings if _VERSIONED.search(word)}
    return frozenset(figures)


def _quantity(data: Mapping[str, Json]) -> Quantity:
    fields: dict[str, Any] = dict(data)
    return Quantity(**{**fields, "figures": tuple(fields["figures"])})


def _when(data: Mapping[str, Json]) -> When:
    fields: dict[str, Any] = dict(data)
    return When(**fields)
