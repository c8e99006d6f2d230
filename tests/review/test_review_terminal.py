"""The review in the terminal: one key each, taken up where it was left."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from review_cases import DAY, result

from reconcile.decisions.read import load
from reconcile.review.desk import Desk
from reconcile.review.terminal import HELP, Terminal, commands, review


class Script:
    """A terminal in which the keys and lines are given beforehand."""

    def __init__(self, keys: str, lines: tuple[str, ...] = ()) -> None:
        self.keys, self.lines, self.said = iter(keys), iter(lines), []
        self.terminal = Terminal(key=self.key, ask=lambda prompt: next(self.lines), say=self.said.append)

    def key(self, prompt: str) -> str:
        return next(self.keys, "")


def desk(folder: Path, number: int = 4) -> Desk:
    return Desk(findings=result(number).findings, folder=folder, by="Ana", day=DAY)


def statuses(at: Desk) -> list[str | None]:
    state = at.state()
    return [state[one.id]["status"] if one.id in state else None for one in at.findings]


def test_nothing_to_do_asks_nothing(tmp_path: Path) -> None:
    assert review(desk(tmp_path, 0), Script("n").terminal) == 0


def test_one_key_each(tmp_path: Path) -> None:
    at = desk(tmp_path, 9)
    left = review(at, Script("naorbxfls", ("7 members",)).terminal)
    assert statuses(at) == ["new", "new", "old", "old", "both", "neither", "false-alarm", "later", None]
    assert left == 2
    assert [one.settled[0].text for one in load(tmp_path) if one.status == "neither"] == ["7 members"]


def test_it_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    at = desk(tmp_path)
    assert review(at, Script("nsq").terminal) == 3
    script = Script("oo" + "\x04")
    assert review(at, script.terminal) == 1
    assert statuses(at) == ["new", "old", "old", None]
    assert script.said[0] == "\n[1 of 4 settled]"


def test_undo_goes_back_to_what_was_decided_last(tmp_path: Path) -> None:
    at = desk(tmp_path)
    script = Script("nsuon" + "n" * 9)
    review(at, script.terminal)
    assert statuses(at) == ["old", "new", "new", "new"]
    assert f"taken back: {at.findings[0].message}" in script.said


def test_a_reason_stays_until_another_is_given(tmp_path: Path) -> None:
    at = desk(tmp_path)
    review(at, Script("wnnwon", ("counted", "seen")).terminal)
    assert [at.state()[one.id]["why"] for one in at.findings] == ["counted", "counted", "seen", "seen"]


def test_neither_without_a_value_asks_again(tmp_path: Path) -> None:
    at = desk(tmp_path, 1)
    script = Script("x?uf", ("",))
    assert review(at, script.terminal) == 0
    assert statuses(at) == ["false-alarm"]
    assert any("neither" in line for line in script.said)
    assert HELP in script.said


def test_put_off_and_reopened_ones_say_so(tmp_path: Path) -> None:
    at = desk(tmp_path, 1)
    review(at, Script("wl", ("ask Bo",)).terminal)
    assert f"  put off on {DAY} ask Bo" in list(commands(at))
    review(at, Script("n").terminal)
    newer = replace(at.findings[0], id="f" * 12, old=at.findings[0].new, new=at.findings[0].old)
    lines = list(commands(replace(at, findings=(newer,))))
    assert any(line.startswith("  open again: “0 members” was rejected on") for line in lines)


def test_the_commands_are_exact(tmp_path: Path) -> None:
    at = desk(tmp_path, 2)
    lines = list(commands(at))
    assert lines[:5] == [
        "000000000000  error  count  Town 0: 0 members became 1",
        "  old  Town 0 of the league has 0 members and a harbour.",
        "  new  Town 0 of the league has 1 members and a harbour.",
        "  gazette supports old, refutes new: The gazette counts 0 of them.",
        '  reconcile decide 000000000000 new|old|both|neither|false-alarm|later --why "…"',
    ]
    assert lines[-1] == "0 of 2 settled, 2 open"


def test_what_steers_a_terminal_is_shown_instead(tmp_path: Path) -> None:
    made = replace(result(1).findings[0], message="a\x1b[2Jb\u202ec")
    text = "\n".join(commands(Desk(findings=(made,), folder=tmp_path, by="", day=DAY)))
    assert "\x1b" not in text
    assert "a⟨U+001B⟩[2Jb⟨U+202E⟩c" in text


PROJECT = {
    "a.txt": "The River League has 5 members. Its seat is in Port Salin.\n",
    "b.txt": "The River League has 4 members. Its seat is in Port Salin.\n",
    "reconcile.yaml": "old: a.txt\nnew: b.txt\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in PROJECT.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


COMMAND = [sys.executable, "-m", "reconcile", "review", "--terminal"]


def test_without_a_terminal_it_prints_commands_and_fails(project: Path) -> None:
    done = subprocess.run(COMMAND, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    id = re.search(r"reconcile decide (\w+)", done.stdout)
    assert id is not None
    settle = [
        sys.executable,
        "-m",
        "reconcile",
        "decide",
        id[1][:6],
        "new",
        "--why",
        "counted",
        "--by",
        "Ana",
    ]
    assert subprocess.run(settle, cwd=project, check=False, capture_output=True).returncode == 0
    done = subprocess.run(COMMAND, cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "1 of 1 settled, 0 open\n")


def test_in_a_real_terminal_a_key_is_enough(project: Path) -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        COMMAND, cwd=project, stdin=follower, stdout=follower, stderr=subprocess.STDOUT, close_fds=True
    )
    os.close(follower)
    seen = b""
    while b"quit, ?" not in seen:
        seen += os.read(leader, 4096)
    time.sleep(0.05)
    os.write(leader, b"n")
    assert process.wait(timeout=30) == 0
    os.close(leader)
    assert [one.status for one in load(project / "reconcile.decisions")] == ["new"]
