"""Reading the folder of decisions: every mistake is told at once, each with its file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

import yaml

from reconcile.decisions.decision import Decision, Statement
from reconcile.decisions.names import SUFFIX
from reconcile.decisions.schema import Problem, problems
from reconcile.errors import ConfigError, ReadError
from reconcile.files import read_text
from reconcile.model import Json

Known = dict[Path, tuple[tuple[int, int, int], Decision]]  # what a file held when it was in this state


def load(folder: Path, known: Known | None = None) -> tuple[Decision, ...]:
    """All decisions of the folder, in the order of their file names; none when there is no such folder.

    `known` remembers files between calls, so that only those that changed are read again. ConfigError
    holds every mistake in every file.
    """
    found: list[Decision] = []
    wrong: list[str] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        try:
            found.append(_remembered(path, known) if known is not None else _read(path))
        except ConfigError as error:
            wrong += error.problems
        except (ReadError, FileNotFoundError):
            if path.exists():  # else somebody has just taken it back
                raise
    wrong += _twice(found)
    if wrong:
        raise ConfigError(wrong)
    return tuple(found)


def parse_all(texts: Mapping[str, str]) -> tuple[Decision, ...]:
    """The decisions of files that are given as texts, by their paths; ConfigError holds every mistake."""
    found: list[Decision] = []
    wrong: list[str] = []
    for path, text in texts.items():
        try:
            found.append(parse(text, path))
        except ConfigError as error:
            wrong += error.problems
    if wrong := [*wrong, *_twice(found)]:
        raise ConfigError(wrong)
    return tuple(found)


def _read(path: Path) -> Decision:
    return parse(read_text(path), path.as_posix())


def _remembered(path: Path, known: Known) -> Decision:
    state = path.stat()
    now = (state.st_ino, state.st_size, state.st_mtime_ns)
    if path not in known or known[path][0] != now:
        known[path] = now, _read(path)
    return known[path][1]


def parse(text: str, path: str) -> Decision:
    """The decision in the text of one file; ConfigError names `path`, line and column of each mistake."""
    data = _data(text, path)
    if wrong := list(problems(data)):
        raise ConfigError([_at(text, path, problem) for problem in wrong])
    return _decision(cast("dict[str, Any]", data), path)


def _decision(data: dict[str, Any], path: str) -> Decision:
    return Decision(
        key=data["key"],
        id=data["id"],
        rule=data.get("rule") or "",
        documents=tuple(data.get("documents") or ()),
        claim=data["claim"],
        subject=data.get("subject"),
        object=data.get("object"),
        qualifiers=data.get("qualifiers") or {},
        status=data["status"],
        settled=tuple(_statement(part) for part in data.get("settled") or ()),
        rejected=tuple(_statement(part) for part in data.get("rejected") or ()),
        why=data.get("why") or "",
        by=data.get("by") or "",
        day=data["day"],
        expires=data.get("expires"),
        path=path,
    )


def _statement(data: dict[str, Any]) -> Statement:
    evidence = data.get("evidence")
    return Statement(
        text=data["text"],
        value=data.get("value"),
        sources=tuple(str(source) for source in data.get("sources") or ()),
        evidence=None if evidence is None else str(evidence),
    )


def _twice(found: list[Decision]) -> Iterator[str]:
    """A problem for each finding that two files decide: a renamed file beside its successor."""
    first: dict[tuple[str, str], Decision] = {}
    for decision in found:
        other = first.setdefault((decision.key, decision.id), decision)
        if other is not decision:
            yield (
                f"{decision.path}:1:1: decides the same finding {decision.id} as {other.path}; "
                "keep one of the two files"
            )


# ---------------------------------------------------------------- YAML


class _Loader(yaml.CSafeLoader):
    """YAML in which days and `no`, `on`, `yes` stay the words they are."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _starts in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?$", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), _starts)


def _data(text: str, path: str) -> Json:
    marker = re.search(r"^(?:<{7}|>{7}|={7})", text, re.MULTILINE)
    if marker:
        line = text.count("\n", 0, marker.start()) + 1
        raise ConfigError(
            [f"{path}:{line}:1: holds both sides of a git conflict; keep one and delete the marks"]
        )
    try:
        data: Json = yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        what = error.problem or error.context
        raise ConfigError([f"{path}:{place}: is not YAML: {what}; mend it or delete the file"]) from error
    except (yaml.YAMLError, ValueError) as error:
        raise ConfigError([f"{path}:1:1: is not YAML: {error}; mend it or delete the file"]) from error
    return data


def _at(text: str, path: str, problem: Problem) -> str:
    node = yaml.compose(text, _Loader)
    for step in problem.where:
        node = _step(node, step) or node
    line, column = (node.start_mark.line + 1, node.start_mark.column + 1) if node else (1, 1)
    return f"{path}:{line}:{column}: {problem.what}"


def _step(node: yaml.Node | None, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        item: yaml.Node = node.value[step]
        return item
    return None
