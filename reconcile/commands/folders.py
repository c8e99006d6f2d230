"""Where decisions lie, and by which day they are judged: all that commands need which only read them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from reconcile.commands.arguments import add_project_file
from reconcile.decisions.make import is_day
from reconcile.errors import ConfigError, UsageError
from reconcile.project import Project, load_nearest


def add_folder(parser: ArgumentParser) -> None:
    """`--project` and `--decisions`, for commands that read decisions only."""
    add_project_file(parser)
    parser.add_argument("--decisions", metavar="FOLDER", help="where decisions lie (default: the project's)")


def folder_of(arguments: Namespace, project: Project | None = None) -> Path:
    """The folder of decisions: that of `--decisions`, else the project's. An error where that is a file."""
    if arguments.decisions:
        folder = Path(arguments.decisions)
        if folder.is_file():
            raise UsageError(f"--decisions: {folder.as_posix()} is a file; give a folder")
        return folder
    return decided_in(project or load_nearest(arguments.project))


def decided_in(project: Project) -> Path:
    """The project's folder of decisions; ConfigError where that is a file."""
    folder = project.root / project.decisions
    if folder.is_file():
        raise no_folder(project)
    return folder


def no_folder(project: Project) -> ConfigError:
    """The error that the project's `decisions` is a file."""
    return project.mistake(
        "decisions", f"{project.decisions!r} is a file; give a folder, such as {Project().decisions}"
    )


def today(given: str | None) -> str:
    """The day by which expiry is judged: `given` (YYYY-MM-DD), else the day of the run."""
    if given is not None and not is_day(given):
        raise UsageError(f'--today: "{given}" is no day; write it as 2031-12-31')
    return given or date.today().isoformat()
