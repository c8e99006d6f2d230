"""Files are read with a reason when they cannot be, and replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import files
from reconcile.errors import FatalError, ReadError
from reconcile.files import lock, read_bytes, read_text, replace


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=50))
def test_what_is_replaced_is_read_again(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new" / "a.txt"
        replace(path, text)
        assert read_bytes(path) == text.encode()
        assert read_text(path) == text.removeprefix("\ufeff")
        assert os.listdir(path.parent) == ["a.txt"]


def test_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    replace(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    replace(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


@pytest.mark.parametrize("broken", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files.os, broken, full)
    with pytest.raises(FatalError) as told:
        replace(path, "new")
    assert str(told.value) == f"{path}: cannot be written: No space left on device"
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x")
    with pytest.raises(FatalError, match=r"f/a\.txt: cannot be written: "):
        replace(tmp_path / "f" / "a.txt", "new")
    with pytest.raises(FatalError, match=r"f: cannot be written: "), lock(tmp_path / "f"):
        pytest.fail("the lock was given")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    with pytest.raises(ReadError) as told:
        read_bytes(path)
    assert str(told.value) == f"{path}: cannot be read: No such file or directory"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(ReadError) as told:
        read_bytes(path)
    assert str(told.value) == f"{path}: 67,108,865 bytes, over the limit of 67,108,864; split the file"


def test_text_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("café".encode("latin-1"))
    with pytest.raises(ReadError) as told:
        read_text(path)
    assert str(told.value) == f"{path}: not UTF-8 at byte 3; save the file as UTF-8"


def test_a_lock_keeps_others_out_until_it_is_left(tmp_path: Path) -> None:
    order: list[str] = []
    started = threading.Event()

    def other() -> None:
        started.set()
        with lock(tmp_path):
            order.append("other")

    thread = threading.Thread(target=other)
    with lock(tmp_path):
        thread.start()
        assert started.wait(5)
        thread.join(0.05)
        order.append("first")
    thread.join(5)
    assert order == ["first", "other"]


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from reconcile.files import lock\n"
        "with lock(Path(sys.argv[1])): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 9
    with lock(tmp_path):
        pass
