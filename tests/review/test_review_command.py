"""`reconcile review` as a whole process: it prints its address, takes decisions, and is left by Ctrl-C."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

from reconcile.decisions.read import load


def test_a_review_from_start_to_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The River League has 5 members.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The River League has 4 members.\n", encoding="utf-8")
    command = [sys.executable, "-m", "reconcile", "review", "--no-browser", "--by", "Ana", "a.txt", "b.txt"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    told = re.fullmatch(r"reviewing 1 finding at (http://127\.0\.0\.1:\d+/[\w-]{20,}/)\n", first)
    assert told is not None, first + process.communicate()[1]
    page = httpx.get(told[1]).text
    id = re.search(r'id="f-(\w+)"', page)
    assert id is not None
    answer = httpx.post(
        f"{told[1]}decisions",
        json={"format": 1, "decisions": [{"id": id[1], "status": "new"}]},
        headers={"origin": told[1][: told[1].index("/", 8)]},
    )
    assert answer.status_code == 200
    process.send_signal(signal.SIGINT)
    assert process.stdout.readline() == "Ctrl-C ends the review\n"
    assert process.wait(timeout=30) == 0
    out, errors = process.communicate()
    assert errors == ""
    assert out.strip() == "1 of 1 settled"
    assert load(tmp_path / "reconcile.decisions")[0].by == "Ana"
