"""Where rule packs stand: in the wheel, beside the package in a checkout, or at a path of the user's."""

from __future__ import annotations

from pathlib import Path

from reconcile.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent.parent
_HOMES = (_PACKAGE / "_packs", _PACKAGE.parent / "rules")


def pack_folder(name: str, base: Path | None = None) -> Path:
    """The folder of the pack `name`, or of the path `name` seen from `base`.

    ConfigError when there is no such pack.
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
    raise ConfigError([f"rule pack {name!r} is neither one of {', '.join(known)} nor a folder"])
