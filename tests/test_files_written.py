"""Files are replaced whole or not at all, and locks keep others out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import files
from reconcile.errors import FatalError, ReadError


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff")))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("f") / "deep" / "a.txt"
    files.replace(path, text)
    files.replace(path, text)
    assert files.read_text(path) == text
    assert os.listdir(path.parent) == ["a.txt"]


def test_a_file_that_cannot_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    files.replace(path, "first")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FatalError, match=r"a\.txt: cannot be written: No space left on device"):
        files.replace(path, "second")
    assert files.read_text(path) == "first"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    with pytest.raises(FatalError, match=r"cannot be written"), files.lock(tmp_path / "a" / "b"):
        pass
    with pytest.raises(ReadError, match=r"a/b: cannot be read: Not a directory"):
        files.read_bytes(tmp_path / "a" / "b")


def test_what_is_not_utf_8_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"caf\xe9")
    with pytest.raises(ReadError, match=r"a: not UTF-8 at byte 3; save the file as UTF-8"):
        files.read_text(tmp_path / "a")


def test_a_lock_keeps_another_process_out(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from reconcile.files import lock\n"
        "print('asking', flush=True)\n"
        f"with lock(pathlib.Path({str(tmp_path)!r})):\n"
        f"    print((pathlib.Path({str(tmp_path)!r}) / 'a').read_text(), flush=True)\n"
    )
    with files.lock(tmp_path):
        other = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert other.stdout
        assert other.stdout.readline() == "asking\n"
        files.replace(tmp_path / "a", "done")
    assert other.communicate()[0] == "done\n"
    assert other.returncode == 0
