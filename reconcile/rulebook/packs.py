"""Where rule packs stand: in the wheel, beside the package in a checkout, or at a path of the user's.

A pack may also be given as texts, when it is not what the disk holds that counts but a state of git.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath

from reconcile.errors import ConfigError
from reconcile.fields import frozen
from reconcile.files import read_text

_PACKAGE = Path(__file__).resolve().parent.parent
_HOMES = (_PACKAGE / "_packs", _PACKAGE.parent / "rules")


class UnknownPack(ConfigError):
    """There is no rule pack `name`."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__([f"rule pack {name!r} is neither one of {', '.join(known)} nor a folder"])
        self.name = name


@frozen
class PackFile:
    """One file of a pack."""

    place: PurePosixPath  # inside the pack: rules.yaml, en/months.txt
    shown: str  # its path in messages
    read: Callable[[], str]


def pack_files(name: str, base: Path | None = None, given: Mapping[str, str] | None = None) -> list[PackFile]:
    """The files of the pack `name` in the order of their places: those `given`, else those on disk."""
    if given is not None:
        return [
            PackFile(PurePosixPath(place), f"{name}/{place}", partial(str, text))
            for place, text in sorted(given.items())
        ]
    return _folder_files(pack_folder(name, base))


def _folder_files(folder: Path) -> list[PackFile]:
    """The files of the pack in `folder`, rules first."""
    with os.scandir(folder) as entries:
        found = {entry.name: entry.is_dir() for entry in entries}
    places = [name for name in sorted(found) if name.endswith(".yaml")]
    for name in sorted(name for name, is_folder in found.items() if is_folder):
        places += [f"{name}/{text}" for text in sorted(os.listdir(folder / name)) if text.endswith(".txt")]
    shown = folder.as_posix()
    return [
        PackFile(PurePosixPath(place), f"{shown}/{place}", partial(read_text, folder / place))
        for place in places
    ]


def shipped() -> tuple[Path, ...]:
    """The folders in which the packs that come with the program stand."""
    return tuple(home for home in _HOMES if home.is_dir())


def pack_folder(name: str, base: Path | None = None) -> Path:
    """The folder of the pack `name`, or of the path `name` seen from `base`.

    UnknownPack when there is no such pack.
    """
    for home in _HOMES:
        if "/" not in name and (home / name).is_dir():
            return home / name
    path = (base or Path()) / name
    if path.is_dir():
        return path
    known = sorted(
        {child.name for home in _HOMES if home.is_dir() for child in home.iterdir() if child.is_dir()}
    )
    raise UnknownPack(name, known)
