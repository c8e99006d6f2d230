"""What a commit pays: `reconcile check` of one small edited file, warm cache, beside bare Python.

    python tests/bench/check.py [--documents 1000] [--runs 15]

Builds a repository in a temporary folder, edits one file of each form, and prints the median wall time of the
whole process as a multiple of that of `python -c pass`, both measured in turns in one run, with bytecode.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

KINDS = ("md", "txt", "wiki", "rst")
ENVIRONMENT = {
    **{
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "PRE_COMMIT")) and name != "PYTHONDONTWRITEBYTECODE"
    },
    "GIT_CONFIG_GLOBAL": os.devnull,
}
PROJECT = 'check: {documents: ["**/*.md", "**/*.rst", "**/*.wiki", "**/*.txt"]}\n'
WORDS = (
    "service client record table queue worker script package folder message report server value result "
    "reads writes keeps sends opens closes holds takes gives makes small large new old common simple"
).split()


def main() -> None:
    """Build, warm up, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as bytecode:
        ENVIRONMENT["PYTHONPYCACHEPREFIX"] = bytecode  # compiled, as an installed wheel is
        _build(Path(folder), arguments.documents)
        start = time.perf_counter()
        _edit(Path(folder), "md", 0)
        _check(Path(folder))
        print(f"first check of {arguments.documents} documents: {time.perf_counter() - start:.1f} s")
        for kind in KINDS:
            print(f"check, one small {kind:<4} file: {_ratio(Path(folder), kind, arguments.runs):.1f} × bare")


def _build(root: Path, count: int) -> None:
    chance = random.Random(1)
    (root / "reconcile.yaml").write_text(PROJECT, encoding="utf-8")
    for number in range(count):
        path = root / f"part{number % 20}" / f"page{number}.{KINDS[number % len(KINDS)]}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(_text(number, chance), encoding="utf-8")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "first")):
        _git(root, *command)


def _text(number: int, chance: random.Random) -> str:
    lines = [f"Page {number} of the manual", ""]
    for _ in range(6):
        sentences = [f"The {' '.join(chance.choices(WORDS, k=9))}." for _ in range(chance.randrange(2, 5))]
        lines += [" ".join(sentences), ""]
    name = "".join(chance.choices("abcdefgh", k=8)).capitalize()
    lines.append(f"The {name} Harbour has {chance.randrange(20, 900)} active members.")
    return "\n".join([*lines, ""])


def _edit(root: Path, kind: str, run: int) -> None:
    """Stages another figure in one file; no two runs stage the same."""
    path = next(path for path in sorted((root / "part0").parent.glob(f"part*/page*.{kind}")))
    _git(root, "checkout", "-q", "HEAD", "--", str(path))
    text = path.read_text(encoding="utf-8")
    at = text.index("Harbour has ") + len("Harbour has ")
    end = text.index(" ", at)
    path.write_text(f"{text[:at]}{1000 + run}{text[end:]}", encoding="utf-8")
    _git(root, "add", str(path))


def _ratio(root: Path, kind: str, runs: int) -> float:
    taken, bare = [], []
    for run in range(runs + 2):
        _edit(root, kind, run)
        bare.append(_timed([sys.executable, "-c", "pass"], root))
        taken.append(_timed([sys.executable, "-m", "reconcile", "check"], root))
        _git(root, "reset", "-q", "--hard")
    return statistics.median(taken[2:]) / statistics.median(bare[2:])


def _check(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "check"],
        cwd=root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1), done.stderr


def _timed(command: list[str], root: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True)
    return time.perf_counter() - start


def _git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=root, env=ENVIRONMENT, check=True)


if __name__ == "__main__":
    main()
