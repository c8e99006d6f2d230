"""The project file, `reconcile.yaml`: what is compared, with which rules, and where reports go.

Every part is optional:

    old: {path: guide-1.txt, id: first-edition}   # or a bare path; the default id is the file's stem
    new: guide-2.txt
    sources: [{path: minutes.txt, reader: plain, date: "2004-05-01", title: Minutes}]
    rules: [core]
    decisions: reconcile.decisions
    reports: {folder: reports, formats: [yaml, html]}
    check: {documents: ["**/*.md"], exclude: ["archive/**"], gate: conflicts}
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reconcile.errors import ConfigError, UsageError
from reconcile.fields import field, frozen
from reconcile.files import read_text

NAME = "reconcile.yaml"
GATES = ("conflicts", "changes", "none")


@frozen(kw_only=True)
class Entry:
    """A document that the project names."""

    path: str  # as it is written, seen from the project's folder, with forward slashes
    id: str
    reader: str | None = None
    date: str | None = None  # EDTF or ISO 8601
    title: str | None = None


@frozen(kw_only=True)
class Reports:
    """Where reports are written, and in which formats."""

    folder: str = "reports"
    formats: tuple[str, ...] = ("yaml", "html")


@frozen(kw_only=True)
class Check:
    """What `reconcile check` looks at: glob patterns from the project's folder, and what fails."""

    documents: tuple[str, ...] = ("**/*.md", "**/*.rst", "**/*.wiki", "**/*.wikitext", "**/*.mediawiki")
    exclude: tuple[str, ...] = ()
    gate: str = "conflicts"


@frozen(kw_only=True)
class Project:
    """A project file that has been read; the defaults are those of a folder without one."""

    root: Path = Path()  # the folder all its paths are seen from
    file: str | None = None  # the project file as it is shown to a person
    old: Entry | None = None
    new: Entry | None = None
    sources: tuple[Entry, ...] = ()
    rules: tuple[str, ...] = ("core",)
    decisions: str = "reconcile.decisions"
    reports: Reports = Reports()
    check: Check = Check()
    places: Mapping[str, str] = field(default_factory=dict, compare=False)  # file:line:column of each part

    def mistake(self, part: str, what: str) -> ConfigError:
        """The error that `what` is wrong with `part` (`decisions`, `rules[0]`), at its place in the file."""
        place = self.places.get(part) or self.file
        return ConfigError([f"{place}: {part}: {what}" if place else f"{part}: {what}"])

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Old, new and sources, in this order."""
        return (*(entry for entry in (self.old, self.new) if entry), *self.sources)


def find(start: Path) -> Path | None:
    """The project file of the folder `start`, or of the nearest folder above it."""
    start = start.absolute()
    return next((folder / NAME for folder in (start, *start.parents) if (folder / NAME).is_file()), None)


def load(path: Path) -> Project:
    """The project file at `path`; ReadError when it cannot be read, else as `parse`."""
    if path.is_dir():
        path = path / NAME
    return parse(read_text(path), path.as_posix(), path.parent)


def load_nearest(given: str | None = None) -> Project:
    """The project file `given`, or the nearest one upward of the working folder, or the defaults.

    Paths are kept relative where the file stands in the working folder or is given so.
    """
    if given is not None:
        return load(Path(given))
    found = find(Path())
    if found is None:
        return Project()
    here = found.parent == Path().absolute()
    return load(Path(NAME) if here else found)


def parse(text: str, file: str, root: Path = Path()) -> Project:
    """The project that `text` describes; `file` is its name in messages.

    ConfigError with every unknown key and every wrong value, one `file:line:column: …` line each.
    """
    from reconcile.project.reading import read  # YAML, which a check with a warm cache does without

    return read(text, file, root)


KEYS = ("old", "new", "sources", "rules", "decisions", "reports", "check")


def needs_versions(project: Project) -> tuple[Entry, Entry]:
    """The old and the new version; UsageError saying what to add when one is missing."""
    if project.old and project.new:
        return project.old, project.new
    if project.file is None:
        raise UsageError(
            f"no {NAME} here or above; give two files (reconcile report OLD NEW), or run: reconcile init"
        )
    missing = "old" if not project.old else "new"
    raise UsageError(f"{project.file}: no {missing!r} version; add a line `{missing}: PATH`, or give OLD NEW")
