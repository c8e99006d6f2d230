"""When two statements say the same: their values are equal, whatever the words, the order or the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.decisions.decision import Statement
from reconcile.model import Json
from reconcile.text.fold import fold


def same(one: Statement, other: Statement) -> bool:
    """True when both state the same value.

    Values of one type are compared part by part, lists of members without regard to order. A value that
    was written by hand is text: it is compared with each way the other value can be written.
    """
    if _typed(one) and _typed(other):
        return _canonical(dict(one.value or {})) == _canonical(dict(other.value or {}))
    return bool(set(_readings(one)) & set(_readings(other)))


def _typed(statement: Statement) -> bool:
    return statement.value is not None and set(statement.value) != {"text"}


def _canonical(value: Json) -> Json:
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, list):
        return sorted((_canonical(item) for item in value), key=repr)
    if isinstance(value, Mapping):
        return {key: _canonical(item) for key, item in value.items() if item not in (None, [])}
    return value


def _readings(statement: Statement) -> Iterator[str]:
    """The ways to write a value, folded: the words it stood in, and short forms of the value itself."""
    yield _plain(statement.text)
    value = statement.value or {}
    for name in ("text", "edtf", "name", "words"):
        if isinstance(written := value.get(name), str):
            yield _plain(written)
    for listed in ("aliases",):
        if isinstance(names := value.get(listed), list):
            yield from (_plain(str(name)) for name in names)
    if isinstance(members := value.get("members"), list):
        yield _plain(", ".join(sorted(str(member) for member in members)))
    low = value.get("low")
    if isinstance(low, int | float) and low == value.get("high") and not value.get("approximator"):
        yield f"{low:g}" if abs(low) < 1e6 else str(int(low) if low == int(low) else low)
        if isinstance(unit := value.get("unit"), str):
            yield _plain(f"{low:g} {unit}")


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
