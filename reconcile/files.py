"""Reading, and atomic replacing, of files. All bytes of the program pass through here."""

from __future__ import annotations

from pathlib import Path

from reconcile.errors import ReadError


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`; ReadError says why they cannot be had."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error


def read_text(path: Path) -> str:
    """The text of the UTF-8 file at `path`; ReadError where it is not UTF-8 or cannot be read."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
