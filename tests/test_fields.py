"""Classes of fields behave as dataclasses do, the functions of the standard library included."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.fields import as_dict, field, frozen, replace, slotted
from reconcile.span import Span


@frozen
class Point:
    x: int
    y: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    x: int
    y: int = 0


@frozen(kw_only=True)
class Place:
    """A place."""

    name: str
    at: Point = Point(1, 2)
    near: tuple[Point, ...] = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    file: str | None = field(default=None, compare=False)

    @property
    def loud(self) -> str:
        return self.name.upper()


@frozen(order=True)
class Day:
    number: int

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError("no day")


@slotted
class Heap:
    size: int = 0
    parts: list[int] = field(default_factory=list)


NUMBERS = st.integers(-3, 3)


@given(NUMBERS, NUMBERS, NUMBERS, NUMBERS)
def test_values_are_equal_and_hashed_as_those_of_a_dataclass(a: int, b: int, c: int, d: int) -> None:
    assert (Point(a, b) == Point(c, d)) == (Standard(a, b) == Standard(c, d))
    assert hash(Point(a, b)) == hash(Standard(a, b))
    assert Point(a, b) != Standard(a, b)
    assert repr(Point(a, b)).replace("Point", "Standard") == repr(Standard(a, b))


def test_a_value_never_changes() -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match=r"Point is frozen: its 'x' stays as it is; use replace"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x
    with pytest.raises(AttributeError):
        point.z = 2  # type: ignore[attr-defined]
    assert not hasattr(point, "__dict__")


def test_defaults_are_given_and_made_anew() -> None:
    one, other = Place(name="a"), Place(name="a")
    assert (one.at, one.near, one.notes, one.file, one.loud) == (Point(1, 2), (), {}, None, "A")
    assert one.notes is not other.notes
    assert Place(name="a", file="b") == one
    assert Place(name="a", notes={"b": "c"}) != one


@pytest.mark.parametrize(
    "call", [lambda: Place("a"), lambda: Place(), lambda: Point(), lambda: Point(1, z=2)]
)
def test_wrong_fields_are_refused(call: object) -> None:
    with pytest.raises(TypeError, match="__init__"):
        call()  # type: ignore[operator]


def test_what_the_class_writes_itself_stays() -> None:
    with pytest.raises(ValueError, match="no day"):
        Day(0)
    assert Day(1) < Day(2)
    assert sorted([Span(2, 3), Span(0, 9), Span(0, 1)]) == [Span(0, 1), Span(0, 9), Span(2, 3)]
    assert Place.__doc__ == "A place."


def test_values_are_copied_with_changes() -> None:
    place = Place(name="a", near=(Point(1),))
    assert replace(place, name="b") == Place(name="b", near=(Point(1),))
    assert dataclasses.replace(place, name="b") == replace(place, name="b")
    with pytest.raises(TypeError, match="nmae"):
        replace(place, nmae="b")


def test_the_standard_library_takes_them() -> None:
    place = Place(name="a", near=(Point(1),))
    assert dataclasses.is_dataclass(place)
    assert [one.name for one in dataclasses.fields(place)] == ["name", "at", "near", "notes", "file"]
    assert dataclasses.asdict(place) == as_dict(place)
    assert as_dict(place)["near"] == ({"x": 1, "y": 0},)
    assert pickle.loads(pickle.dumps(place)) == place
    assert copy.deepcopy(place) == place


def test_positional_values_are_matched_by_their_places() -> None:
    match Point(1, 2):
        case Point(one, other):
            assert (one, other) == (1, 2)


def test_slotted_values_change_and_are_not_hashed() -> None:
    heap, other = Heap(), Heap()
    heap.parts.append(1)
    heap.size += 1
    assert (heap, other.parts) == (Heap(1, [1]), [])
    with pytest.raises(TypeError, match="unhashable"):
        hash(heap)
    with pytest.raises(AttributeError):
        heap.weight = 2  # type: ignore[attr-defined]
