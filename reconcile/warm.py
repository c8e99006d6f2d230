"""Keeps between runs what Python would work out anew at every start, as it does with bytecode.

Half of the start of a small check is the compiling of regular expressions and of the methods that dataclasses
generate. Both depend on their source text alone, so what comes of it is kept by that text, in the folder of
the bytecode (whoever can write there can change the program anyway), for one version of Python. Where Python
is not as expected, or the folder cannot be written, everything goes on as without.
"""

from __future__ import annotations

import dataclasses
import gc
import marshal
import re
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reconcile.files import read_bytes, replace_bytes

_FORMAT = 2  # of what is kept
_SELDOM = 200_000  # new objects between two collections
_WORTH = 8  # new entries for which the file is written again
_Kept = dict[Any, Any]


@contextmanager
def warm() -> Iterator[None]:
    """Within, expressions and dataclasses that were met in an earlier run cost a look-up."""
    path = _file()
    kept = _load(path) if path else {}
    known = len(kept)
    undo = [_expressions(kept), _methods(kept)]
    often = gc.get_threshold()
    gc.set_threshold(_SELDOM)  # what is imported stays: there is nothing to collect as yet
    try:
        yield
    finally:
        gc.set_threshold(*often)
        for each in undo:
            each()
        if path and len(kept) >= known + _WORTH and not sys.dont_write_bytecode:
            _save(path, kept)


def _file() -> Path | None:
    """Beside the bytecode of this module; None where Python keeps none."""
    cached = __spec__.cached if __spec__ else None
    return Path(cached).with_suffix(".warm") if cached else None


def _version() -> tuple[object, ...]:
    return _FORMAT, sys.version, getattr(getattr(re, "_compiler", None), "MAGIC", None)


def _load(path: Path) -> _Kept:
    with suppress(Exception):  # a damaged file is as none
        version, kept = marshal.loads(read_bytes(path))
        if version == _version():
            return dict(kept)
    return {}


def _save(path: Path, kept: _Kept) -> None:
    kept_as: Any = (_version(), kept)
    with suppress(Exception):
        replace_bytes(path, marshal.dumps(kept_as), durable=False)


def _nothing() -> None:
    return None


def _methods(kept: _Kept) -> Callable[[], None]:
    """Dataclasses write source text and execute it: the second time it is compiled already."""

    def execute(source: str, *scopes: Any) -> None:
        code = kept.get(source)
        if code is None:
            code = kept[source] = compile(source, "<string>", "exec")
        exec(code, *scopes)

    names = vars(dataclasses)
    names["exec"] = execute
    return lambda: names.pop("exec", None)


def _expressions(kept: _Kept) -> Callable[[], None]:
    """The machine code of an expression is a list of numbers, from which `_sre` makes the pattern."""
    compiler = getattr(re, "_compiler", None)
    if compiler is None or not hasattr(compiler, "_code"):
        return _nothing
    original = compiler.compile

    def compiled(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str):
            return original(pattern, flags)
        key = (pattern, int(flags))
        if key not in kept:
            kept[key] = _worked_out(compiler, pattern, flags)
        made, code, groups, index, names = kept[key]
        return compiler._sre.compile(pattern, made, list(memoryview(code).cast("I")), groups, index, names)

    compiler.compile = compiled
    return lambda: setattr(compiler, "compile", original)


def _worked_out(compiler: Any, pattern: str, flags: int) -> tuple[Any, ...]:
    """What `re._compiler.compile` hands to `_sre.compile` behind the pattern."""
    parsed = compiler._parser.parse(pattern, flags)
    numbers = [int(number) for number in compiler._code(parsed, flags)]
    code = struct.pack(f"{len(numbers)}I", *numbers)
    groups = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    return int(flags | parsed.state.flags), code, parsed.state.groups - 1, groups, tuple(names)
