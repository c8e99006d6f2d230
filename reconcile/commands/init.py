"""Writes reconcile.yaml into the working folder, with every key described. It never overwrites one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reconcile.errors import UsageError
from reconcile.files import replace
from reconcile.project import NAME

TEMPLATE = """\
# What `reconcile` compares and checks. Every part is optional; remove the # of what you need.
# Paths are seen from this file's folder.

# Two versions of one document: `reconcile report` says which facts changed.
# old: {path: guide-2023.md, id: guide-2023}    # or a bare path; the default id is the file's stem
# new: guide.md

# Documents that speak of the same things. They are evidence and are never edited.
# sources:
# - {path: minutes.txt, date: "2004-05-01"}     # also: id, reader, title

# Rule packs: those that come with reconcile, by name, and folders of your own, by path.
rules: [core]

# One small file for each finding that somebody has settled.
decisions: reconcile.decisions

# yaml and json for programs, html, markdown and text for people.
reports: {folder: reports, formats: [yaml, html]}

# What `reconcile check` looks at before a commit. gate: conflicts stops what contradicts a decision, a source
# or another document; changes stops every fact that changed until it is settled; none only reports.
check: {documents: ["**/*.md"], exclude: ["reports/**"], gate: conflicts}
"""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile init`."""
    parser.add_argument("folder", nargs="?", default=".", help="where to write it (default: here)")


def run(arguments: Namespace) -> int:
    """Write the file; UsageError when there is one already."""
    path = Path(arguments.folder) / NAME
    if path.exists():
        raise UsageError(f"{path.as_posix()} is there already; edit it, or delete it first")
    replace(path, TEMPLATE)
    print(f"written: {path.as_posix()}; name your documents in it, then run: reconcile report")
    return 0
