"""What the documents of a project state today: where they contradict one another, and decisions."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.commands.check_across import Across, told
from reconcile.commands.check_claims import claim_of
from reconcile.commands.check_decided import AllDecided, Decided
from reconcile.commands.check_edits import Edits
from reconcile.commands.check_named import nothing_to_check, wanted
from reconcile.commands.check_one import Look, renamed_sides
from reconcile.commands.check_setup import Setup, Unreadable
from reconcile.commands.check_work import Checked, collect
from reconcile.fields import replace
from reconcile.model import Document
from reconcile.result import Finding


def check_all(edits: Edits, setup: Setup, across: Across, decided: AllDecided) -> Checked:
    """Every document under `check.documents`, or those of them that were named."""
    paths = wanted(edits, setup, setup.documents)
    notices = list(nothing_to_check(setup))
    documents = dict(_documents(paths, setup, notices))
    found: dict[str, list[Finding]] = {path: [] for path in documents}
    closed = 0
    on = {path: decided.at(path) for path in documents}
    for path, document in documents.items():
        for finding in _alone(document, setup, on[path]):
            judged = on[path].overlaid(finding)
            closed += judged is None
            found[path] += [judged] if judged else []
    for one, other in across.everything():
        here, there = (one, other) if one.path in documents else (other, one)
        if here.path in documents:
            if there.path not in documents:
                documents.update(_documents((there.path,), setup, notices))
            claim = claim_of(here.row, documents[here.path], setup.book)
            finding = told(
                here.row,
                _named(documents[here.path], here.path),
                there,
                _named(documents[there.path], there.path),
                claim,
            )
            judged = on[here.path].overlaid(finding)
            closed += judged is None
            found[here.path] += [judged] if judged else []
    looks = [
        (path, _look(path, documents, found[path], 0 if number else closed))
        for number, path in enumerate(found)
    ]
    checked = collect(looks, [*notices, *decided.notices()], ())
    return replace(checked, documents=tuple(_named(document, path) for path, document in documents.items()))


def _documents(paths: tuple[str, ...], setup: Setup, notices: list[str]) -> Iterator[tuple[str, Document]]:
    for path in paths:
        try:
            yield path, setup.read(setup.state.read(path), path)
        except Unreadable as error:
            notices.append(f"{path} was not checked: {str(error).removeprefix(f'{path}: ')}")


def _alone(document: Document, setup: Setup, decided: Decided) -> Iterator[Finding]:
    """What one document contradicts by itself: decisions, and its own words."""
    from reconcile.verdicts.internal import internal

    yield from decided.contradictions(document, document.sentences, set(), setup.book)
    yield from internal(document, setup.book, twice=False)


def _look(path: str, documents: dict[str, Document], findings: list[Finding], closed: int) -> Look:
    document = documents[path]
    renamed = tuple(renamed_sides(finding, {document.id: path}) for finding in findings)
    touched = frozenset(range(len(document.sentences)))
    return Look(documents=(_named(document, path),), findings=renamed, touched=touched, settled=closed)


def _named(document: Document, path: str) -> Document:
    return replace(document, id=path)
