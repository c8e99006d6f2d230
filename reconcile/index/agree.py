"""Whether two rows of the same key can both be true."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from reconcile.index.row import Row
from reconcile.model import Json, Relation
from reconcile.text.late import late
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_relate import relate as relate_quantities
from reconcile.values.when import When
from reconcile.values.when_relate import relate as relate_dates

_VERSIONED = late(r"[^\W_]*\d[^\W_]*")


def contradict(one: Row, other: Row, path: str, other_path: str) -> bool:
    """True when the rows, of documents at these paths, state different values of the same thing and scope."""
    if one.key != other.key or one.kind != other.kind or one.scope != other.scope:
        return False
    if _marks(one, path) != _marks(other, other_path):
        return False
    return relation(one, other) is Relation.CONFLICTING


def sure(one: Row, other: Row) -> bool:
    """True when the subject is named, or the headings above both are the same."""
    return one.named or (bool(one.headings) and one.headings == other.headings)


def data(row: Row) -> dict[str, Json]:
    """The row's value as the report prints it."""
    return (_when(row.value) if row.kind == "date" else _quantity(row.value)).data


def relation(one: Row, other: Row) -> Relation:
    """What the value of `other` is to that of `one`."""
    if one.kind == "date":
        return relate_dates(_when(one.value), _when(other.value))
    return relate_quantities(_quantity(one.value), _quantity(other.value))


def _marks(row: Row, path: str) -> frozenset[str]:
    """Figures in the path and the headings: versions, years and numbered editions bound what is said."""
    parts = " ".join(PurePosixPath(path).parts)
    figures = set(_VERSIONED.findall(parts)) | {word for word in row.headings if _VERSIONED.fullmatch(word)}
    return frozenset(figures)


def _quantity(data: Mapping[str, Json]) -> Quantity:
    fields: dict[str, Any] = dict(data)
    return Quantity(**{**fields, "figures": tuple(fields["figures"])})


def _when(data: Mapping[str, Json]) -> When:
    fields: dict[str, Any] = dict(data)
    return When(**fields)
