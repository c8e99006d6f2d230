"""The project keeps its own hook: the README's measured figures are settled, and none is bent."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout: there is no history to check against")
    target = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(target)], check=True)
    return target


def checked(folder: Path, old: str, new: str) -> subprocess.CompletedProcess[str]:
    readme = folder / "README.md"
    text = readme.read_text(encoding="utf-8")
    assert old in text
    readme.write_text(text.replace(old, new, 1), encoding="utf-8")
    subprocess.run(["git", "add", "README.md"], cwd=folder, check=True)
    command = [sys.executable, "-m", "reconcile", "check"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_another_word_passes(clone: Path) -> None:
    done = checked(clone, "Figures in\npercent", "The figures are in\npercent")
    assert done.returncode == 0, done.stdout


def test_a_bent_figure_is_stopped(clone: Path) -> None:
    figure = re.search(r"balanced accuracy ([\d.]+)", (clone / "README.md").read_text(encoding="utf-8"))
    assert figure
    done = checked(clone, f"balanced accuracy {figure[1]}", "balanced accuracy 99.9")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "contradicts" in done.stdout
