"""What the commands cost as whole processes, beside a Python that does nothing.

python tests/bench/startup.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]


def table(rounds: int) -> None:
    """Print the medians of `rounds` runs of each command, taken in turns."""
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "python -c pass": ["-c", "pass"],
            "reconcile --help": ["-m", "reconcile", "--help"],
            "reconcile --version": ["-m", "reconcile", "--version"],
            "reconcile report, on the seeds": ["-m", "reconcile", "report", "-o", folder],
        }
        found: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, arguments in commands.items():
                found[name].append(seconds([sys.executable, *arguments]))
    bare = median(found["python -c pass"])
    print(f"\n{'whole process':<34}{'× bare':>8}{'aim':>7}{'ms':>8}")
    for name, times in found.items():
        aim = "4" if name.endswith("--help") else ""
        print(f"{name:<34}{median(times) / bare:>8.1f}{aim:>7}{median(times) * 1000:>8.0f}")


def seconds(command: list[str]) -> float:
    """The CPU seconds, user and system, of one run; an error ends the benchmark."""
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read() if child.stderr else b""
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.stderr:
        child.stderr.close()
    if child.returncode:
        raise SystemExit(f"{' '.join(command)}: {said.decode()}")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    table(7)
