"""Where decisions lie, and by which day they are judged: all that commands need which only read them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from reconcile.decisions.make import is_day
from reconcile.errors import UsageError
from reconcile.project import Project, load_nearest


def add_folder(parser: ArgumentParser) -> None:
    """`--project` and `--decisions`, for commands that read decisions only."""
    parser.add_argument("--project", metavar="FILE", help="default: the nearest reconcile.yaml")
    parser.add_argument("--decisions", metavar="FOLDER", help="where decisions lie (default: the project's)")


def folder_of(arguments: Namespace, project: Project | None = None) -> Path:
    """The folder of decisions: that of `--decisions`, else the project's."""
    if arguments.decisions:
        return Path(arguments.decisions)
    project = project or load_nearest(arguments.project)
    return project.root / project.decisions


def today(given: str | None) -> str:
    """The day by which expiry is judged: `given` (YYYY-MM-DD), else the day of the run."""
    if given is not None and not is_day(given):
        raise UsageError(f'--today: "{given}" is no day; write it as 2031-12-31')
    return given or date.today().isoformat()
