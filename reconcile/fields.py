"""Classes that are their fields: what `dataclass(slots=True)` makes, without its cost at every start.

The standard decorator writes and compiles six methods of each class where it is defined; a short run pays
that for a hundred classes and uses a few. Here a method is written when it is first called. The functions
`replace`, `asdict` and `fields` of the standard library take such values too.

    @frozen(kw_only=True)
    class Place:
        name: str
        near: tuple[str, ...] = ()
        notes: Mapping[str, str] = field(default_factory=dict)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, cast, dataclass_transform, overload

T = TypeVar("T")
Method = Callable[..., Any]


class _Field:
    """What is said of a field beside its type."""

    __slots__ = ("compare", "default", "factory")

    def __init__(self, default: Any, factory: Callable[[], Any] | None, compare: bool) -> None:
        self.default, self.factory, self.compare = default, factory, compare


def field(
    *, default: Any = None, default_factory: Callable[[], Any] | None = None, compare: bool = True
) -> Any:
    """A field with a default, made anew for every value by `default_factory`; what is not compared."""
    return _Field(default, default_factory, compare)


@overload
def frozen(cls: type[T], /) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False, order: bool = False) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, /, *, kw_only: bool = False, order: bool = False) -> Any:
    """Make a class of annotated fields whose values never change; they are equal when their fields are.

    `kw_only`: made by keywords alone; `order`: the lesser by its fields in turn. Fields are not inherited.
    """
    own = {"__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduce}
    return _made(cls, kw_only, order, own) if cls else lambda cls: _made(cls, kw_only, order, own)


@dataclass_transform(field_specifiers=(field,))
def slotted(cls: type[T], /) -> type[T]:
    """Make a class of annotated fields whose values change; they are not hashed."""
    return cast(type[T], _made(cls, False, False, {"__hash__": None}))


def replace(value: T, /, **changes: Any) -> T:
    """A copy of `value` with some fields changed; TypeError for one that it does not have."""
    kept = {name: each for name, each in _fields(value) if name not in changes}
    return type(value)(**kept, **changes)


def as_dict(value: object) -> dict[str, Any]:
    """The fields of `value` by name, with those of frozen values among them, or in their tuples, likewise."""
    return {name: _plain(each) for name, each in _fields(value)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return as_dict(value) if "__dataclass_fields__" in vars(type(value)) else value


def _fields(value: Any) -> Iterable[tuple[str, Any]]:
    return ((name, getattr(value, name)) for name in value.__slots__)


def _made(cls: type, kw_only: bool, order: bool, own: Mapping[str, Any]) -> type:
    """The class anew, since slots must be there when a class begins."""
    body = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    names = tuple(body.get("__annotations__", ()))
    given = {name: body.pop(name) for name in names if name in body}
    compared = [name for name in names if not isinstance(given.get(name), _Field) or given[name].compare]
    methods: dict[str, Any] = {
        "__init__": _late("__init__", lambda cls: _init(cls, given, kw_only)),
        "__eq__": _late("__eq__", lambda _: _compare("__eq__", "==", compared)),
        "__hash__": _late("__hash__", lambda _: _hash(compared)),
        "__repr__": _repr,
        "__dataclass_fields__": _StandardFields(),
        **own,
    }
    if order:
        methods["__lt__"] = _late("__lt__", lambda _: _compare("__lt__", "<", compared))
    shape = {"__slots__": names, "__match_args__": () if kw_only else names, "__qualname__": cls.__qualname__}
    return type(cls)(cls.__name__, cls.__bases__, methods | body | shape)


def _late(name: str, write: Callable[[Any], Method]) -> Method:
    """The method `name`, written when it is first called."""

    def first(self: object, /, *values: Any, **named: Any) -> Any:
        cls = type(self)
        method = write(cls)
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        type.__setattr__(cls, name, method)
        return method(self, *values, **named)

    return first


def _init(cls: Any, given: Mapping[str, Any], kw_only: bool) -> Method:
    scope: dict[str, Any] = {"_NEW": object()}
    heads, lines = ["self", *(["*"] if kw_only and cls.__slots__ else [])], [" pass"]
    for name in cls.__slots__:
        head, value, default = name, name, given.get(name)
        scope[f"_set_{name}"] = vars(cls)[name].__set__  # the class itself refuses
        if isinstance(default, _Field) and default.factory:
            scope[f"_new_{name}"] = default.factory
            head, value = f"{name}=_NEW", f"_new_{name}() if {name} is _NEW else {name}"
        elif name in given:
            scope[f"_default_{name}"] = default.default if isinstance(default, _Field) else default
            head = f"{name}=_default_{name}"
        heads.append(head)
        lines.append(f" _set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    return _written("__init__", ", ".join(heads), lines, scope)


def _compare(name: str, sign: str, fields: Iterable[str]) -> Method:
    one, other = (f"({''.join(f'{side}.{field}, ' for field in fields)})" for side in ("self", "other"))
    lines = [
        " if other.__class__ is self.__class__:",
        f"  return {one} {sign} {other}",
        " return NotImplemented",
    ]
    return _written(name, "self, other", lines, {})


def _hash(fields: Iterable[str]) -> Method:
    values = "".join(f"self.{field}, " for field in fields)
    return _written("__hash__", "self", [f" return hash(({values}))"], {})


def _written(name: str, head: str, lines: Iterable[str], scope: dict[str, Any]) -> Method:
    exec("\n".join([f"def {name}({head}):", *lines]), scope)
    return cast(Method, scope[name])


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={value!r}" for name, value in _fields(self))
    return f"{type(self).__qualname__}({fields})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__} is frozen: its {name!r} stays as it is; use replace")


def _reduce(self: Any) -> tuple[Any, ...]:
    """For copy and pickle."""
    return _again, (type(self), dict(_fields(self)))


def _again(cls: type[T], fields: Mapping[str, Any]) -> T:
    return cls(**fields)


class _StandardFields:
    """What functions of the standard library ask a dataclass for: that of one with the same fields."""

    def __get__(self, value: object, cls: Any) -> Any:
        from dataclasses import make_dataclass  # with `inspect`, a tenth of a short run

        types = vars(cls).get("__annotations__", {})
        twin: Any = make_dataclass(cls.__name__, [(name, types[name]) for name in cls.__slots__])
        return twin.__dataclass_fields__
