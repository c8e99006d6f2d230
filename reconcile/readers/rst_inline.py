"""What is shown of a paragraph's raw text: docutils' inline nodes laid along it.

Passing: of "a *b* c" the ranges of "a ", "b" and " c". Failing: nodes that do not follow the raw text; the
paragraph is then dropped, and told, rather than guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes

from reconcile.fields import field, slotted
from reconcile.readers.roles import Step, role_steps
from reconcile.readers.rst_places import unescaped
from reconcile.text.late import late

_ROLE = late(r"(?::(?P<before>[\w:+.-]+):)?`(?P<body>[^`]+)`(?::(?P<behind>[\w:+.-]+):)?")
_ESCAPED_SPACE = late(r"(?:\\\s)*")


@slotted
class Names:
    """What the names of a document stand for."""

    targets: Mapping[str, str]  # external addresses
    notes: Mapping[str, str]  # footnotes and citations
    substitutions: Mapping[str, str]
    anonymous: list[str] = field(default_factory=list)  # addresses of `__` targets, in order
    numbered: list[str] = field(default_factory=list)  # footnotes "#" without a name, in order


class _Misfit(Exception):
    """The nodes do not follow the raw text."""


def plan(node: nodes.Element, raw: str, names: Names) -> list[Step] | None:
    """The steps that write the prose of `node`, whose raw text is `raw`; None where they do not fit."""
    steps: list[Step] = []
    at = 0
    try:
        for child in node.children:
            found = list(_child(child, raw, at, names))
            steps += found
            at = max([at, *(step.high for step in found)])
    except _Misfit:
        return None
    if raw[at:].strip(" \n:"):
        steps.append(Step("drop", at, len(raw), "classifier"))
    return steps


def _child(child: nodes.Node, raw: str, at: int, names: Names) -> Iterator[Step]:
    if isinstance(child, nodes.Text):
        yield from _text(raw, at, child.astext())
        return
    source = getattr(child, "rawsource", "")
    if not isinstance(child, nodes.Element) or (isinstance(child, nodes.target) and not child.children):
        return
    gap = _ESCAPED_SPACE.match(raw, at)
    low = gap.end() if gap else at
    if not source or not raw.startswith(source, low):
        raise _Misfit
    high = low + len(source)
    if isinstance(child, nodes.footnote_reference | nodes.citation_reference):
        yield Step("cite", low, high, _note(child, names))
    elif isinstance(child, nodes.image):
        yield Step("drop", low, high, "image")
    elif isinstance(child, nodes.substitution_reference):
        shown = names.substitutions.get(str(child.get("refname", "")))
        yield Step("replace", low, high, shown) if shown else Step("drop", low, high, "substitution")
    elif isinstance(child, nodes.problematic):
        yield from _unknown(raw, low, high)
    elif isinstance(child, nodes.reference):
        target = _target(child, names)
        yield Step("link", low, low, target)
        yield from _shown(child, raw, low, high)
        yield Step("unlink", high, high)
    else:
        yield from _shown(child, raw, low, high)


def _text(raw: str, at: int, text: str) -> Iterator[Step]:
    found = unescaped(raw, at, text)
    if found is None:
        raise _Misfit
    for low, high, _ in found:
        yield Step("copy", low, high)


def _shown(child: nodes.Element, raw: str, low: int, high: int) -> Iterator[Step]:
    """The words of a mark: copied from within it, or put in its place where they do not stand there."""
    text = child.astext()
    at = raw.find(text, low, high)
    if text and at >= 0:
        yield Step("copy", at, at + len(text))
    else:
        for start in range(low, min(high, low + 60)):
            found = unescaped(raw[:high], start, text)
            if found:
                yield from (Step("copy", *each[:2]) for each in found)
                break
        else:
            if text.strip():
                yield Step("replace", low, high, text)
    yield Step("end", high, high)


def _unknown(raw: str, low: int, high: int) -> Iterator[Step]:
    """A role docutils does not know, shown as Sphinx does."""
    match = _ROLE.fullmatch(raw, low, high)
    if match is None:
        yield Step("copy", low, high)
        return
    role = (match["before"] or match["behind"] or "").casefold()
    yield from role_steps(role, raw, match.span("body"), (low, high))


def _target(child: nodes.Element, names: Names) -> str:
    if child.get("refuri"):
        return str(child["refuri"])
    if child.get("anonymous"):
        return names.anonymous.pop(0) if names.anonymous else ""
    return names.targets.get(str(child.get("refname", "")), "")


def _note(child: nodes.Element, names: Names) -> str:
    name = str(child.get("refname", ""))
    if not name and child.get("auto") == 1 and names.numbered:
        return names.numbered.pop(0)
    return names.notes.get(name, name or child.astext())


def names_of(document: nodes.document) -> Names:
    """The names that a document defines."""
    targets: dict[str, str] = {}
    notes: dict[str, str] = {}
    substitutions: dict[str, str] = {}
    names = Names(targets, notes, substitutions)
    for node in document.findall(nodes.Element):
        given: list[object] = node.get("names", [])
        known = [str(name) for name in given]
        if isinstance(node, nodes.target) and node.get("refuri"):
            targets.update(dict.fromkeys(known, str(node["refuri"])))
            if node.get("anonymous"):
                names.anonymous.append(str(node["refuri"]))
        elif isinstance(node, nodes.footnote | nodes.citation):
            note = " ".join(each.astext() for each in node.children if not isinstance(each, nodes.label))
            notes.update(dict.fromkeys(known, " ".join(note.split())))
            if node.get("auto") == 1 and not known:
                names.numbered.append(" ".join(note.split()))
        elif isinstance(node, nodes.substitution_definition) and "replace::" in node.rawsource:
            substitutions.update(dict.fromkeys(known, node.astext()))
    return names
