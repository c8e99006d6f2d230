"""From a written report back to a whole result: its documents are read and compared again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from reconcile import pipeline
from reconcile.claim import RuleBook
from reconcile.commands.folders import folder_of
from reconcile.commands.rules_in_force import rules_in_force
from reconcile.decisions.overlay import lay_over
from reconcile.decisions.read import load
from reconcile.errors import ReadError
from reconcile.files import read_bytes, read_text
from reconcile.model import Document
from reconcile.project import load_nearest
from reconcile.result import Result


def result_of(path: Path, arguments: Namespace) -> Result:
    """The result that the report at `path` tells of.

    ReadError when it is no report, or when a document has changed since it was written.
    """
    project = load_nearest(arguments.project)
    head = _head(path)
    packs = arguments.rules or head.get("packs") or project.rules
    book = rules_in_force(project, packs, project.root)
    documents = list(_documents(head, path, project.root, book))
    result = pipeline.compare(documents[0], documents[1], documents[2:], book)
    return lay_over(result, load(folder_of(arguments, project)))


def _head(path: Path) -> dict[str, Any]:
    try:
        data = yaml.load(read_text(path), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise ReadError(f"{path.as_posix()}: is no report; make one with: reconcile report") from error
    if not isinstance(data, dict) or not {"old", "new", "findings"} <= set(data):
        raise ReadError(f"{path.as_posix()}: is no report; make one with: reconcile report")
    return data


def _documents(head: dict[str, Any], path: Path, root: Path, book: RuleBook) -> Iterator[Document]:
    for told in (head["old"], head["new"], *(head.get("sources") or ())):
        name = told["path"]
        if not name:
            raise ReadError(f"{path.as_posix()}: document {told['id']} has no path; give OLD and NEW instead")
        place = root / name if (root / name).exists() else Path(name)
        document = pipeline.read(
            read_bytes(place),
            name,
            reader=told["reader"],
            id=told["id"],
            date=told["date"],
            title=told["title"],
            book=book,
        )
        if document.sha256 != told["sha256"]:
            raise ReadError(
                f"{name}: has changed since {path.as_posix()} was written; run reconcile report again"
            )
        yield document
