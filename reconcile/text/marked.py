"""YAML with the line and column of every value, for files that people write: rules and the project file.

A file may hold many mistakes and a person wants them all at once, so the getters of `Marked` write a
mistake down and go on with a harmless value; `check` raises them together. Scalars are taken as they are
written: a plain `no` or `2008` is a text here.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from typing import Protocol

import yaml

from reconcile.errors import ConfigError
from reconcile.model import Json
from reconcile.text.late import late

Node = yaml.nodes.Node
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40
_BRACKET = late(r"[\[\]{}]")
# An alias, or block nesting that is deep by its dashes or its indentation.
_SUSPICIOUS = late(r"(?m)\*[^\s*]|^[ ]*(?:[-?:][ ]+){9}|^[ ]{80}")


class _Mark(Protocol):
    """A place in a file, as either of PyYAML's parsers gives it; both count from 0."""

    line: int
    column: int


class Marked:
    """The nodes of one YAML file, typed getters for them, and the mistakes found so far."""

    def __init__(self, text: str, file: str) -> None:
        """Parse `text`; ConfigError where it is not YAML."""
        self.file = file
        self._mistakes: list[tuple[int, int, str]] = []
        try:
            _refuse_traps(text, file)
            self.root: Node | None = yaml.compose(text, Loader=_LOADER)
        except yaml.MarkedYAMLError as error:
            raise ConfigError([_syntax(file, error)]) from error
        except yaml.YAMLError as error:
            raise ConfigError([f"{file}: not YAML: {' '.join(str(error).split())}"]) from error

    def mistake(self, node: Node, what: str, shift: int | None = None) -> None:
        """Write down that `what` is wrong at `node`, or `shift` code points into the text it holds."""
        column = node.start_mark.column + 1
        if shift is not None:
            column += shift + (getattr(node, "style", None) in ("'", '"'))
        self._mistakes.append((node.start_mark.line + 1, column, what))

    def place(self, node: Node) -> str:
        """`file:line:column` of the node."""
        return _at(self.file, node.start_mark)

    @property
    def problems(self) -> list[str]:
        """All mistakes, in the order of the file, as `file:line:column: what`."""
        return [f"{self.file}:{line}:{column}: {what}" for line, column, what in sorted(self._mistakes)]

    def check(self) -> None:
        """ConfigError with every mistake, when there is any."""
        if self._mistakes:
            raise ConfigError(self.problems)

    def fields(self, node: Node, known: Collection[str], where: str) -> dict[str, Node]:
        """The values of a mapping by key; keys not `known` and keys given twice are mistakes."""
        found: dict[str, Node] = {}
        for key, value in self.items(node, where):
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name not in known:
                self.mistake(key, f"{_in(where)}unknown key {name!r}; {suggest(name, known)}")
            elif name in found:
                self.mistake(key, f"{_in(where)}key {name!r} is given twice; keep one")
            else:
                found[name] = value
        return found

    def items(self, node: Node, where: str) -> list[tuple[Node, Node]]:
        """The keys and values of a mapping; anything else is a mistake."""
        if isinstance(node, yaml.MappingNode):
            return list(node.value)
        self.mistake(node, f"{_in(where)}{kind(node)}; give a mapping (key: value)")
        return []

    def list(self, node: Node, where: str) -> list[Node]:
        """The elements of a list; anything else is a mistake."""
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.mistake(node, f"{_in(where)}{kind(node)}; give a list")
        return []

    def text(self, node: Node, where: str) -> str:
        """A text that is not empty, as it is written; "" after a mistake."""
        if isinstance(node, yaml.ScalarNode) and not node.tag.endswith(":null") and node.value.strip():
            return str(node.value)
        self.mistake(node, f"{_in(where)}{kind(node)}; give a text")
        return ""

    def texts(self, node: Node, where: str) -> tuple[str, ...]:
        """A list of texts."""
        elements = self.list(node, where)
        return tuple(self.text(element, f"{where}[{number}]") for number, element in enumerate(elements))

    def choice(self, node: Node, among: Collection[str], where: str) -> str | None:
        """One of the words `among`; None after a mistake."""
        text = self.text(node, where)
        if text and text not in among:
            self.mistake(node, f"{_in(where)}{text!r} is not one of them; {suggest(text, among)}")
        return text if text in among else None

    def data(self, node: Node, where: str) -> Json:
        """Any value, read as YAML types say; a date is a text, and keys are texts."""
        if isinstance(node, yaml.MappingNode):
            return {
                self.text(key, where): self.data(value, f"{where}.{key.value}") for key, value in node.value
            }
        if isinstance(node, yaml.SequenceNode):
            return [self.data(value, f"{where}[{number}]") for number, value in enumerate(node.value)]
        return _scalar(node)


def suggest(word: str, known: Collection[str]) -> str:
    """What would be right instead of `word`: the nearest of the known words, or all of them."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {str(near[0])!r}?" if near else f"known: {', '.join(sorted(known))}"


def kind(node: Node) -> str:
    """What `node` is, in a few words, as a mistake tells it."""
    if isinstance(node, yaml.MappingNode):
        return "a mapping stands here"
    if isinstance(node, yaml.SequenceNode):
        return "a list stands here"
    return f"{node.value!r} stands here" if node.value else "nothing stands here"


def _scalar(node: Node) -> Json:
    value = _LOADER("").construct_object(node)
    return value if isinstance(value, bool | int | float | str | None) else str(node.value)


def _refuse_traps(text: str, file: str) -> None:
    """ConfigError for nesting that would overflow the parser's stack, and for aliases, which can explode."""
    if not _SUSPICIOUS.search(text) and _depth(text) <= _DEEPEST:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        place = _at(file, event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise ConfigError([f"{place}: an alias stands here; write the value out"])
        if depth > _DEEPEST:
            raise ConfigError([f"{place}: nested more than {_DEEPEST} deep; write it flatter"])


def _depth(text: str) -> int:
    """How deep the brackets of `text` go at most, those inside texts counted too."""
    deepest = depth = 0
    for bracket in _BRACKET.findall(text):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _syntax(file: str, error: yaml.MarkedYAMLError) -> str:
    place = _at(file, error.problem_mark or error.context_mark)
    return f"{place}: not YAML: {error.problem or error.context}; quote a text that holds : or # or {{"


def _at(file: str, mark: _Mark | None) -> str:
    return f"{file}:{mark.line + 1}:{mark.column + 1}" if mark else file


def _in(where: str) -> str:
    return f"{where}: " if where else ""
