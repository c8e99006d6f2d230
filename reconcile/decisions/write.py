"""Writing decisions: one small file each, atomically and under a lock; comments and unknown keys stay."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from reconcile.decisions.decision import FORMAT, Decision, Statement
from reconcile.decisions.names import OWN_NAME, SUFFIX, file_name, key_in
from reconcile.decisions.read import parse
from reconcile.decisions.replacing import replaces, same_place
from reconcile.errors import ConfigError, FatalError, ReadError
from reconcile.fields import frozen
from reconcile.files import lock, read_text, replace
from reconcile.model import Json

_NONE: Mapping[str, Collection[str]] = {}


@frozen
class Saved:
    """A decision that was written, and those of other findings that it replaced."""

    path: Path
    replaced: tuple[Decision, ...]


def save(folder: Path, decision: Decision) -> Path:
    """Write one decision, or rewrite the file it has; the path is returned. See `save_all`."""
    return save_all(folder, [decision])[0].path


def save_all(
    folder: Path, decisions: Iterable[Decision], *, apart: Mapping[str, Collection[str]] = _NONE
) -> tuple[Saved, ...]:
    """Write the decisions under the folder's lock, each file whole or not at all.

    Keys in `apart` get a file for each of the findings that share them, whose ids they map to. An older
    decision of the same fact is rewritten, see `replaces`. FatalError when the folder cannot be written,
    ConfigError when a file that is to be rewritten is broken.
    """
    with lock(folder):
        tidy(folder)
        files = _Files(folder)
        return tuple(_save(files, decision, apart.get(decision.key, ())) for decision in decisions)


def drop(folder: Path, decisions: Iterable[Decision]) -> tuple[Path, ...]:
    """Delete the files of these decisions, as `load` found them; the paths are returned."""
    with lock(folder):
        paths = [Path(decision.path) for decision in decisions if decision.path]
        for path in paths:
            unlink(path)
        return tuple(paths)


def unlink(path: Path) -> None:
    """Delete a file, if it is there; FatalError says why it cannot be."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FatalError(f"{path}: cannot be deleted: {error.strerror or error}") from error


def tidy(folder: Path) -> None:
    """Keep the lock and what a killed process left out of git, and clear the latter away."""
    for rest in folder.glob(".*.tmp"):
        with suppress(OSError):
            rest.unlink(missing_ok=True)
    if not (folder / ".gitignore").exists():
        replace(folder / ".gitignore", ".lock\n.*.tmp\n")


class _Files:
    """Which files the folder has, so that a decision is rewritten where it stands, renamed or not."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._names = {path.name for path in folder.glob(f"*{SUFFIX}")}
        self._read: dict[str, Decision | None] = {}

    def of(self, decision: Decision, siblings: Collection[str]) -> tuple[str, dict[str, Decision]]:
        """The name of the decision's file, and the files whose place it takes."""
        of_key = {name: one for name in sorted(self._near(decision)) if (one := self._decision(name))}
        older = {name: one for name, one in of_key.items() if replaces(decision, one, name, siblings)}
        name = file_name(decision, apart=bool(siblings))
        if older and name not in older:
            name = min(older, key=lambda name: (older[name].id != decision.id, name))
        elif name in of_key and name not in older and not same_place(decision, of_key[name]):
            name = file_name(decision, apart=True)
        self._names.add(name)
        return name, older

    def _near(self, decision: Decision) -> Iterator[str]:
        """The names that hold the key, and those a person has given."""
        return (name for name in self._names if key_in(name, decision) or not OWN_NAME.search(name))

    def _decision(self, name: str) -> Decision | None:
        """What is decided in a file; broken ones are for `load` to tell."""
        if name not in self._read:
            self._read[name] = None
            with suppress(ConfigError, ReadError):
                self._read[name] = parse(read_text(self.folder / name), name)
        return self._read[name]

    def changed(self, name: str, decision: Decision | None) -> None:
        """The file holds this now, or is gone."""
        self._read[name] = decision
        if decision is None:
            self._names.discard(name)


def _save(files: _Files, decision: Decision, siblings: Collection[str]) -> Saved:
    name, older = files.of(decision, siblings)
    path = files.folder / name
    before = read_text(path) if path.exists() else None
    replace(path, text_of(decision, before, path.as_posix()))
    files.changed(name, decision)
    for other in older.keys() - {name}:
        (files.folder / other).unlink(missing_ok=True)
        files.changed(other, None)
    return Saved(path, tuple(one for one in older.values() if one.id != decision.id))


# ---------------------------------------------------------------- YAML


def text_of(decision: Decision, before: str | None = None, path: str = "decision") -> str:
    """The YAML of a decision. `before` is the file it replaces: its comments and unknown keys are kept."""
    wanted = dict(_entries(decision))
    document = CommentedMap()
    if before is not None:
        parse(before, path)
        document = _yaml().load(before)
    for name, value in wanted.items():
        if name in document and _bare(document[name]) == value:
            continue
        document[name] = _node(value)
    for name in _OPTIONAL:
        if name not in wanted:
            document.pop(name, None)
    out = io.StringIO()
    _yaml().dump(document, out)
    return out.getvalue()


def _yaml() -> YAML:
    dialect = YAML()
    dialect.width = 4096
    dialect.preserve_quotes = True
    return dialect


def _entries(decision: Decision) -> Iterator[tuple[str, Json]]:
    yield "format", FORMAT
    yield "key", decision.key
    yield "id", decision.id
    yield "rule", decision.rule
    yield "documents", list(decision.documents)
    yield "claim", decision.claim
    yield "subject", decision.subject
    yield "object", decision.object
    if decision.qualifiers:
        yield "qualifiers", dict(decision.qualifiers)
    yield "status", decision.status
    yield "settled", [_statement(part) for part in decision.settled]
    yield "rejected", [_statement(part) for part in decision.rejected]
    yield "why", decision.why
    yield "by", decision.by
    yield "day", decision.day
    if decision.expires:
        yield "expires", decision.expires


def _statement(part: Statement) -> Json:
    data: dict[str, Json] = {"text": part.text}
    if part.value is not None:
        data["value"] = dict(part.value)
    if part.sources:
        data["sources"] = list(part.sources)
    if part.evidence is not None:
        data["evidence"] = part.evidence
    return data


def _bare(node: object) -> object:
    """A node of ruamel's as plain data, to see whether it is to be touched at all."""
    if isinstance(node, Mapping):
        return {str(name): _bare(item) for name, item in node.items()}
    if isinstance(node, list):
        return [_bare(item) for item in node]
    return str(node) if isinstance(node, str) else node


def _node(value: object, depth: int = 0) -> object:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, Mapping):
        node = CommentedMap((_text(str(name)), _node(item, depth + 1)) for name, item in value.items())
        if depth > 1:
            node.fa.set_flow_style()
        return node
    if isinstance(value, list | tuple):
        items = CommentedSeq(_node(item, depth + 1) for item in value)
        if not any(isinstance(item, Mapping) for item in value):
            items.fa.set_flow_style()
        return items
    return value


_OPTIONAL = ("qualifiers", "expires")
_RESOLVER: Any = yaml.resolver.Resolver()
_PLAIN = re.compile(r"[^\W\d_]([\w .'()/-]*[\w.')])?")


def _text(text: str) -> str:
    """Text that any YAML would take for something else (a number, a day, `no`) goes in quotation marks."""
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    plain = _PLAIN.fullmatch(text) and tag == "tag:yaml.org,2002:str"
    return text if plain else DoubleQuotedScalarString(text)
