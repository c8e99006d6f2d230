"""git: states of files in real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from reconcile import git


def run(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    run(tmp_path, "init", "-q", "-b", "main")
    run(tmp_path, "config", "user.name", "A")
    run(tmp_path, "config", "user.email", "a@example.org")
    (tmp_path / "guide.md").write_bytes(b"one\r\n" * 9)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "é\nb.md").write_text("two", encoding="utf-8")
    run(tmp_path, "add", "-A")
    run(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_the_root_is_found_without_git(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert git.root(repository / "sub") == repository
    outside = tmp_path_factory.mktemp("outside")
    with pytest.raises(
        git.GitError, match=r"not in a git repository; run this inside one, or give two files$"
    ):
        git.root(outside)


def test_bytes_at_a_ref_staged_and_by_id(repository: Path) -> None:
    (repository / "guide.md").write_text("staged", encoding="utf-8")
    run(repository, "add", "guide.md")
    (repository / "guide.md").write_text("working", encoding="utf-8")
    assert git.show(repository, "HEAD:guide.md") == b"one\r\n" * 9
    assert git.show(repository, ":guide.md") == b"staged"
    assert git.show(repository / "sub", "HEAD:./é\nb.md") == b"two"
    with pytest.raises(git.GitError, match=r"^git has no HEAD:none.md; check the ref and the path"):
        git.show(repository, "HEAD:none.md")


def test_many_objects_cost_one_process(repository: Path) -> None:
    with git.Objects(repository) as objects:
        assert objects.get("HEAD:none") is None
        assert objects.get("HEAD:guide.md") == b"one\r\n" * 9
        process = objects._process
        assert objects.get("no-such-ref:guide.md") is None
        assert objects.get("HEAD:none\n") is None
        assert objects.get("HEAD:guide.md") == b"one\r\n" * 9
        assert objects._process is process
    assert process is not None
    assert process.returncode == 0


def test_changes_are_seen_with_renames(repository: Path) -> None:
    run(repository, "mv", "guide.md", "manual.md")
    (repository / "new.md").write_text("new", encoding="utf-8")
    (repository / "sub" / "é\nb.md").unlink()
    run(repository, "add", "-A")
    found = [(change.status, change.old, change.new) for change in git.changes(repository, "HEAD")]
    assert found == [("R", "guide.md", "manual.md"), ("A", None, "new.md"), ("D", "sub/é\nb.md", None)]
    run(repository, "commit", "-qm", "second")
    assert [
        (change.status, change.old, change.new) for change in git.changes(repository, "HEAD~1", "HEAD")
    ] == found
    added = git.changes(repository, "HEAD~1", "HEAD")[1]
    assert (added.old_mode, added.new_mode, set(added.old_blob)) == ("000000", "100644", {"0"})


def test_links_are_known_by_their_mode(repository: Path) -> None:
    (repository / "link.md").symlink_to("guide.md")
    run(repository, "add", "-A")
    (change,) = git.changes(repository, "HEAD")
    assert (change.status, change.new_mode) == ("A", git.LINK)


def test_the_index_and_a_tree_are_listed(repository: Path) -> None:
    entries = git.listed(git.ask_staged(repository))
    assert [entry.path for entry in entries] == ["guide.md", "sub/é\nb.md"]
    assert [(entry.mode, entry.stage) for entry in entries] == [("100644", 0)] * 2
    assert [(entry.path, entry.blob) for entry in git.tree(repository, "HEAD")] == [
        (entry.path, entry.blob) for entry in entries
    ]
    assert git.show(repository, entries[0].blob) == b"one\r\n" * 9


def test_the_sides_of_a_conflict_have_stages(repository: Path) -> None:
    run(repository, "checkout", "-qb", "other")
    (repository / "guide.md").write_text("theirs", encoding="utf-8")
    run(repository, "commit", "-qam", "theirs")
    run(repository, "checkout", "-q", "main")
    (repository / "guide.md").write_text("ours", encoding="utf-8")
    run(repository, "commit", "-qam", "ours")
    base = git.merge_base(repository, "main", "other")
    assert git.show(repository, f"{base}:guide.md") == b"one\r\n" * 9
    subprocess.run(["git", "merge", "other"], cwd=repository, check=False, capture_output=True)
    assert [entry.stage for entry in git.listed(git.ask_staged(repository))] == [1, 2, 3, 0]
    assert [change.status for change in git.changes(repository, "HEAD")] == ["U"]


def test_names_git_does_not_know(repository: Path) -> None:
    with pytest.raises(git.GitError, match=r"^git knows no HEAD and nobody; check the names \("):
        git.merge_base(repository, "HEAD", "nobody")
    with pytest.raises(git.GitError, match=r"^git diff-tree failed: "):
        git.changes(repository, "HEAD", "nobody")
    with pytest.raises(git.GitError, match=r"^'--output=x' is no name of a commit; check the names$"):
        git.changes(repository, "--output=x")
    with pytest.raises(git.GitError, match=r"^'-x' is no name of a commit; check the names$"):
        git.tree(repository, "-x")


def test_outside_a_repository_git_s_own_words_are_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    with pytest.raises(git.GitError, match=r"not a git repository"):
        git.listed(git.ask_staged(outside))
    with pytest.raises(git.GitError, match=r"^git cat-file stopped: .*not a git repository"):
        git.show(outside, "HEAD:x")


def test_without_git_it_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    for ask in (git.ask_staged, lambda folder: git.show(folder, "HEAD:x")):
        with pytest.raises(
            git.GitError, match=r"^git is not installed or not on the PATH; install it, or compare"
        ):
            ask(repository)


def test_files_that_change_places_and_a_file_that_leaves_a_line_behind(repository: Path) -> None:
    texts = {name: "".join(f"{name} says line {n}\n" for n in range(60)) for name in ("one.md", "two.md")}
    for name, text in texts.items():
        (repository / name).write_text(text, encoding="utf-8")
    run(repository, "add", "-A")
    run(repository, "commit", "-qm", "second")
    (repository / "one.md").write_text(texts["two.md"], encoding="utf-8")
    (repository / "two.md").write_text(texts["one.md"] + "and more\n", encoding="utf-8")
    run(repository, "add", "-A")
    found = [(change.status, change.old, change.new) for change in git.changes(repository, "HEAD")]
    assert found == [("R", "two.md", "one.md"), ("R", "one.md", "two.md")]
    run(repository, "reset", "-q", "--hard")
    (repository / "one.md").write_text("It has moved.\n", encoding="utf-8")
    (repository / "three.md").write_text(texts["one.md"] + "and more\n", encoding="utf-8")
    run(repository, "add", "-A")
    found = [(change.status, change.old, change.new) for change in git.changes(repository, "HEAD")]
    assert found == [("M", "one.md", "one.md"), ("C", "one.md", "three.md")]


def test_where_a_file_went_is_found_in_the_history(repository: Path) -> None:
    first = git.merge_base(repository, "HEAD", "HEAD")
    assert git.last_touched(repository, "HEAD", "guide.md") == first
    assert git.last_touched(repository, "HEAD", "never.md") is None
    assert {change.status for change in git.changes_in(repository, first)} == {"A"}
    run(repository, "mv", "guide.md", "manual.md")
    run(repository, "commit", "-qm", "second")
    second = git.merge_base(repository, "HEAD", "HEAD")
    assert git.last_touched(repository, "HEAD", "guide.md") == second
    (change,) = git.changes_in(repository, second)
    assert (change.status, change.old, change.new) == ("R", "guide.md", "manual.md")
    for asked in (git.last_touched, git.changes_in):
        with pytest.raises(git.GitError, match=r"^'--output=x' is no name of a commit; check the names$"):
            asked(repository, "--output=x", *(["x"] if asked is git.last_touched else []))
