"""Decisions under real git, real kills, real locks and a disk that takes no more."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from decision_cases import DAY, finding

from reconcile.decisions.make import decide
from reconcile.decisions.read import load
from reconcile.decisions.write import save
from reconcile.errors import ConfigError, FatalError

WRITER = Path(__file__).with_name("decision_writer.py")


def writer(folder: Path, first: int, last: int, status: str = "new", **more) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WRITER), str(folder), str(first), str(last), status],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **more,
    )


def numbers(folder: Path) -> set[int]:
    return {int(one.key, 16) for one in load(folder)}


def test_a_killed_writer_loses_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    chance = random.Random(7)
    saved: set[int] = set()
    kills = 0
    while len(saved) < 200:
        process = writer(tmp_path, len(saved), 200)
        assert process.stdout is not None
        patience = chance.randrange(1, 60)
        told = []
        for line in process.stdout:
            told.append(int(line))
            if len(told) == patience:
                time.sleep(chance.random() * 0.004)
                process.send_signal(signal.SIGKILL)
                kills += 1
                told += [int(rest) for rest in process.stdout if rest.endswith("\n")]
                break
        process.wait()
        process.stdout.close()
        saved |= set(told)
        assert saved <= numbers(tmp_path)  # load() raises on a broken file
        saved = set(range(len(numbers(tmp_path))))
    assert kills >= 3
    save(tmp_path, decide(finding(key="f" * 12), "new", day=DAY))
    assert len(load(tmp_path)) == 201
    assert not list(tmp_path.glob(".*.tmp"))


def test_two_writers_at_once(tmp_path: Path) -> None:
    writers = [writer(tmp_path, 0, 60, "new"), writer(tmp_path, 30, 90, "old")]
    for process in writers:
        _, errors = process.communicate()
        assert (process.returncode, errors) == (0, "")
    assert numbers(tmp_path) == set(range(90))
    by_number = {int(one.key, 16): one.status for one in load(tmp_path)}
    assert {by_number[number] for number in range(30)} == {"new"}
    assert {by_number[number] for number in range(60, 90)} == {"old"}


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = save(tmp_path, decide(finding(0, 1, key="0" * 12, subject="Subject 0"), "old", day=DAY))
    before = path.read_bytes()

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))

    process = writer(tmp_path, 0, 1, preexec_fn=full)
    _, errors = process.communicate()
    assert process.returncode == 2
    assert errors == f"{path}: cannot be written: File too large\n"
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*.tmp"))


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_read_only_folder_is_told() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        folder = Path(place) / "decisions"
        path = save(folder, decide(finding(0, 1, key="0" * 12, subject="Subject 0"), "old", day=DAY))
        before = path.read_bytes()
        folder.chmod(0o555)
        _, errors = writer(folder, 0, 1, env={**os.environ, "WRITE_AS_NOBODY": "1"}).communicate()
        folder.chmod(0o755)
        assert errors == f"{folder}: cannot be written: Permission denied\n"
        assert path.read_bytes() == before


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "decisions").write_text("", encoding="utf-8")
    with pytest.raises(FatalError, match="decisions: cannot be written: "):
        save(tmp_path / "decisions", decide(finding(), "new", day=DAY))


# ---------------------------------------------------------------- git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "config", "user.name", "Ana")
    git(tmp_path, "config", "user.email", "ana@example.org")
    (tmp_path / "guide.md").write_text("The River League has 5 members.\n", encoding="utf-8")
    commit(tmp_path, "start")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode and arguments[0] != "merge":
        raise AssertionError(done.stderr)
    return done.stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def settle(folder: Path, branch: str, key: str, status: str) -> None:
    git(folder, "checkout", "-q", "-b", branch, "main")
    one = finding(key=key * 12, subject=f"Subject {key}")
    save(folder / "reconcile.decisions", decide(one, status, day=DAY, why=branch, by=branch))
    commit(folder, branch)


def test_first_decisions_of_two_branches_merge(repository: Path) -> None:
    settle(repository, "one", "a", "new")
    settle(repository, "two", "b", "old")
    git(repository, "checkout", "-q", "main")
    git(repository, "merge", "-q", "--no-edit", "one")
    git(repository, "merge", "-q", "--no-edit", "two")
    assert git(repository, "status", "--porcelain") == ""
    decided = load(repository / "reconcile.decisions")
    assert [(one.subject, one.status) for one in decided] == [("Subject a", "new"), ("Subject b", "old")]


def test_one_key_settled_differently_is_a_conflict_in_one_small_file(repository: Path) -> None:
    settle(repository, "one", "a", "new")
    settle(repository, "two", "a", "old")
    git(repository, "merge", "-q", "--no-edit", "one")
    wrong = git(repository, "diff", "--name-only", "--diff-filter=U").split()
    assert wrong == ["reconcile.decisions/subject-a-aaaaaaaaaaaa.yaml"]
    with pytest.raises(ConfigError, match="both sides of a git conflict; keep one"):
        load(repository / "reconcile.decisions")


def test_one_key_settled_alike_on_two_branches_is_no_conflict(repository: Path) -> None:
    settle(repository, "one", "a", "new")
    git(repository, "checkout", "-q", "-b", "two", "main")
    one = finding(key="a" * 12, subject="Subject a")
    save(repository / "reconcile.decisions", decide(one, "new", day=DAY, why="one", by="one"))
    commit(repository, "two")
    git(repository, "merge", "-q", "--no-edit", "one")
    assert git(repository, "status", "--porcelain") == ""


def test_the_lock_stays_out_of_git(repository: Path) -> None:
    settle(repository, "one", "a", "new")
    assert (repository / "reconcile.decisions" / ".lock").exists()
    assert "lock" not in git(repository, "ls-files").replace(".gitignore", "")
