"""What is kept between starts is what Python would have worked out."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile import warm

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = "Ab1 Ünion 45\nx=y (a, b) ÄÖ kelvin K 東京"
PATTERNS = [
    (r"\w+", 0),
    (r"(?P<name>[^\W\d_]+)\s(?P<number>\d+)?", re.IGNORECASE | re.MULTILINE),
    (r"(?i:k)|[a-zÀ-ÿ東]{2,}", re.UNICODE),
    (r"(?x) \( (a), # a comment" + "\n b \\)", 0),
    (r"^x(?==)|y$", re.MULTILINE),
    (r"(?s).*?45.", re.ASCII),
    (r"(a)|b(?!\1)", 0),
]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "x.warm"
    monkeypatch.setattr(warm, "_file", lambda: path)
    monkeypatch.setattr(warm, "_WORTH", 1)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield path
    re.purge()


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_a_kept_expression_is_the_same_expression(path: Path, pattern: str, flags: int) -> None:
    re.purge()
    plain = re.compile(pattern, flags)
    for _ in range(2):  # worked out, then kept
        re.purge()
        with warm.warm():
            kept = re.compile(pattern, flags)
        assert (kept.flags, kept.groups, kept.groupindex) == (plain.flags, plain.groups, plain.groupindex)
        found = [(match.span(), match.groups(), match.lastgroup) for match in kept.finditer(TEXT)]
        assert found == [(match.span(), match.groups(), match.lastgroup) for match in plain.finditer(TEXT)]
    assert path.exists()


def test_a_dataclass_is_the_same_dataclass(path: Path) -> None:
    for _ in range(2):
        with warm.warm():

            @dataclasses.dataclass(frozen=True, slots=True, kw_only=True, order=True)
            class Point:
                x: int
                y: tuple[int, ...] = ()

        assert repr(Point(x=1)).endswith("Point(x=1, y=())")
        assert Point(x=1) < Point(x=2)
        assert len({Point(x=1), Point(x=1, y=())}) == 1
        with pytest.raises(dataclasses.FrozenInstanceError):
            Point(x=1).x = 2  # type: ignore[misc]
    assert "exec" not in vars(dataclasses)


@pytest.mark.parametrize("data", [b"", b"nonsense", b"\x00" * 99])
def test_a_damaged_file_is_as_none(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    re.purge()
    with warm.warm():
        assert re.compile("a(b)c{1,3}").match("abcc")
    assert path.read_bytes() != data


def test_a_mistake_in_an_expression_is_the_same_mistake(path: Path) -> None:
    with warm.warm(), pytest.raises(re.error, match="unterminated"):
        re.compile("a(b")


def test_nothing_is_written_where_python_writes_no_bytecode(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    re.purge()
    with warm.warm():
        re.compile("abc[d-f]")
    assert not path.exists()


def test_a_process_keeps_what_it_worked_out_for_the_next(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "pyc"), "PYTHONDONTWRITEBYTECODE": ""}
    (tmp_path / "a.md").write_text("The Union has 45 members.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("The Union has 46 members.\n", encoding="utf-8")
    command = [sys.executable, "-m", "reconcile", "check", "b.md", "--against", "a.md"]
    said = [
        subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True).stdout
        for _ in range(2)
    ]
    assert said[0] == said[1] != ""
    assert list((tmp_path / "pyc").rglob("*.warm"))
