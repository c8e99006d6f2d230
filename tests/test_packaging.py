"""The wheel and the editable install find their rule packs from any folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROBE = """
from reconcile.rulebook import load, packs
book = load(["core", "international-relations"])
print(packs.pack_folder("core").as_posix())
print(len(book.rules), book.lexicon.table("months")["may"])
import reconcile
print(reconcile.__file__)
"""


def python(folder: Path) -> str:
    """A Python of an environment of its own that borrows this one's dependencies, but not the package."""
    venv.create(folder, with_pip=False)
    inside = folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    borrowed = sysconfig.get_path("purelib")
    (inside / "borrowed.pth").write_text(borrowed, encoding="utf-8")
    return str(folder / "bin" / "python")


def run(arguments: list[str], folder: Path) -> str:
    done = subprocess.run(arguments, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def install(executable: str, folder: Path, *what: str) -> None:
    pip = [sys.executable, "-m", "pip", "--python", executable, "install", "--quiet", "--no-deps"]
    run([*pip, "--no-index", "--no-build-isolation", "--ignore-installed", *what], folder)


@pytest.mark.slow
def test_the_wheel_has_its_packs(tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
    ]
    run([*build, "--wheel-dir", str(tmp_path), str(ROOT)], tmp_path)
    executable = python(tmp_path / "env")
    install(executable, tmp_path, str(next(tmp_path.glob("*.whl"))))
    place, counted, package = run([executable, "-c", PROBE], tmp_path).splitlines()
    assert place.endswith("site-packages/reconcile/_packs/core")
    assert package.startswith(str(tmp_path))
    assert int(counted.split()[0]) > 5
    command = str(Path(executable).with_name("reconcile"))
    assert "membership-list" in run([command, "rules", "list"], tmp_path)
    for name, members in (("old", "Alba, Bora and Cira"), ("new", "Alba and Bora")):
        (tmp_path / f"{name}.txt").write_text(f"The Union comprises {members}.\n", encoding="utf-8")
    assert "1 error" in run([command, "report", "old.txt", "new.txt"], tmp_path)
    assert (tmp_path / "reports" / "report.html").is_file()
    assert (Path(package).parent / "py.typed").is_file()
    assert (Path(package).parent / "__init__.pyi").is_file()


@pytest.mark.slow
def test_an_editable_install_finds_the_packs_beside_the_package(tmp_path: Path) -> None:
    executable = python(tmp_path / "env")
    install(executable, tmp_path, "--editable", str(ROOT))
    place, _, package = run([executable, "-c", PROBE], tmp_path).splitlines()
    assert Path(place) == ROOT / "rules" / "core"
    assert Path(package) == ROOT / "reconcile" / "__init__.py"
