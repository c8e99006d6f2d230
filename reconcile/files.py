"""Reading, and atomic replacing, of files. All bytes of the program pass through here."""

from __future__ import annotations

import os
import stat
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reconcile.errors import FatalError, ReadError

LARGEST = 64 * 1024 * 1024  # bytes; a larger file is refused before it fills the memory


def too_large(name: str, size: int) -> ReadError:
    """The error for a file of `size` bytes, over LARGEST."""
    return ReadError(f"{name}: {size:,} bytes, over the limit of {LARGEST:,}; split the file")


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`; ReadError says why they cannot be had, or that they are too many."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise too_large(str(path), size)
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}") from error


def read_text(path: Path) -> str:
    """The text of the UTF-8 file at `path`; ReadError where it is not UTF-8 or cannot be read."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error


def replace(path: Path, text: str, *, durable: bool = True) -> None:
    """Put `text`, as UTF-8 with its line ends as they are, in place of the file, whole or not at all.

    Folders are made as needed. An existing file keeps its mode, and a symbolic link stays one. FatalError
    says why it cannot be written; the old file is then untouched. What is not `durable`, as a cache, may be
    lost when the machine stops.
    """
    replace_bytes(path, text.encode("utf-8", "replace"), durable=durable)


def replace_bytes(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Put `data` in place of the file, as `replace` does."""
    target = path.resolve() if path.is_symlink() else path
    beside = target.with_name(f".{target.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(beside, "wb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            beside.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(beside, target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise FatalError(f"{path}: cannot be written: {error.strerror or error}") from error


def stamps(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of change (ns) of the program's own modules and of all files in `folders`.

    Together they change whenever the program or one of the folders does.
    """
    for folder in (Path(__file__).parent, *folders):
        for entry in sorted(_files_under(folder), key=lambda entry: entry.path):
            state = entry.stat()
            yield entry.path[len(str(folder)) :], state.st_size, state.st_mtime_ns


def _files_under(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if not entry.name.startswith(("_", ".")):
                    yield from _files_under(Path(entry.path))
            elif entry.name.endswith((".py", ".txt", ".yaml")):
                yield entry


def remove_folder(folder: Path) -> None:
    """Delete a folder and all in it as far as it can be deleted; nothing happens when there is none."""
    for child in folder.iterdir() if folder.is_dir() else ():
        if child.is_dir() and not child.is_symlink():
            remove_folder(child)
        else:
            with suppress(OSError):
                child.unlink()
    with suppress(OSError):
        folder.rmdir()


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Keep every other process that asks for this lock out of `folder`, which is made when it is missing.

    The lock is the operating system's: a killed process leaves none behind. FatalError when the folder
    cannot be written.
    """
    path = folder / ".lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = open(path, "ab")  # noqa: SIM115
    except OSError as error:
        raise FatalError(f"{folder}: cannot be written: {error.strerror or error}") from error
    with file:
        _hold(file.fileno())
        yield


def _hold(handle: int) -> None:
    """Wait for the lock on an open file; it is released when the file is closed."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX)
