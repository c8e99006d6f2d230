"""A document that is renamed takes what was settled about its facts along, in that edit and after it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from check_repository import ENVIRONMENT, Repository

from reconcile import git
from reconcile.cli import run
from reconcile.commands import moves
from reconcile.decisions.read import load

Caught = pytest.CaptureFixture[str]
FILLER = "\n".join(f"Paragraph {word} says nothing of any weight, at some length.\n" for word in "uvwxyzabcd")
GUIDE = (
    "# Guide\n\nThe Harbour Union has {} members. The council meets in Oslo.\n\n"
    + FILLER
    + "\nThe end is near.\n"
)
OTHER = (
    "# Ferries\n\nThe Ferry League has 12 boats.\n\n"
    + FILLER.replace("Paragraph", "Chapter")
    + "\nSo it goes.\n"
)
OLD, NEW = "docs/guide.md", "docs/manual.md"
BROKEN = f"“45” contradicts “46”, settled on 2031-01-02 for {OLD}, which is {NEW} now (counted)"
TO_DO = "1 decision still to follow: reconcile decisions --renamed, then git add reconcile.decisions"
TWO = TO_DO.replace("1 decision", "2 decisions")


def settle(repository: Repository, capsys: Caught, path: str, old: str, new: str, wanted: str = "") -> None:
    """`path` goes from `old` to `new`, and what changed is settled and committed."""
    repository.stage(path, old)
    repository.git("commit", "-q", "--allow-empty", "-m", "x")
    repository.stage(path, new)
    repository.check("--format", "json")
    for found in json.loads(capsys.readouterr().out)["findings"]:
        settled = ["decide", found["id"], "new", "--staged", "--why", "counted", "--by", "A"]
        assert run(settled) == 0
    for file in (repository.folder / "reconcile.decisions").glob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        day = next(line for line in text.splitlines() if line.startswith("day: "))
        file.write_text(text.replace(day, 'day: "2031-01-02"'), encoding="utf-8")
    repository.git("add", ".")
    repository.commit()
    capsys.readouterr()


@pytest.fixture
def settled(repository: Repository, capsys: Caught) -> Repository:
    """45 members were changed to 46 in docs/guide.md, and that is settled."""
    repository.stage("docs/ferries.md", OTHER)
    settle(repository, capsys, OLD, GUIDE.format(45), GUIDE.format(46))
    return repository


def move(repository: Repository, members: int = 46, *, old: str = OLD, new: str = NEW) -> None:
    """Stages `old` under the name `new`, with so many members."""
    (repository.folder / new).parent.mkdir(parents=True, exist_ok=True)
    repository.git("mv", old, new)
    repository.stage(new, GUIDE.format(members))


def say(repository: Repository, capsys: Caught, *arguments: str) -> tuple[int, str, str]:
    code = repository.check("--format", "concise", *arguments)
    return code, *capsys.readouterr()


# ---------------------------------------------------------------- silent


def test_without_decisions_a_rename_is_silent_and_git_is_asked_no_more(
    repository: Repository, capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.stage(OLD, GUIDE.format(46))
    repository.commit()
    calls: list[tuple[str, ...]] = []
    asked = git.Asked.__init__

    def counted(self: git.Asked, folder: Path, *arguments: str) -> None:
        calls.append(arguments)
        asked(self, folder, *arguments)

    monkeypatch.setattr(git.Asked, "__init__", counted)
    repository.stage(OLD, GUIDE.format(46).replace("near", "far"))
    assert say(repository, capsys)[0] == 0
    before = len(calls)
    repository.git("reset", "-q", "--hard")
    move(repository)
    assert say(repository, capsys) == (0, "", "")
    assert len(calls) == 2 * before


def test_with_decisions_git_is_asked_no_more_where_nothing_was_renamed(
    settled: Repository, capsys: Caught, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moves.Moves, "trace", lambda self, path: pytest.fail(path))
    settled.stage(OLD, GUIDE.format(45))
    code, out, err = say(settled, capsys)
    assert (code, err) == (1, "")
    assert "“45” contradicts “46”, settled on 2031-01-02 (counted)" in out


def test_another_document_renamed_is_silent(settled: Repository, capsys: Caught) -> None:
    settled.git("mv", "docs/ferries.md", "docs/boats.md")
    assert say(settled, capsys) == (0, "", "")


def test_a_copy_leaves_the_decisions_where_they_are(settled: Repository, capsys: Caught) -> None:
    settled.stage(NEW, GUIDE.format(46))
    assert say(settled, capsys) == (0, "", "")


def test_a_document_that_was_deleted_is_silent(settled: Repository, capsys: Caught) -> None:
    settled.git("rm", "-q", OLD)
    assert say(settled, capsys) == (0, "", "")
    settled.commit()
    settled.stage("docs/late.md", "# Late\n\nThe Harbour Union has 44 members.\n")
    assert say(settled, capsys) == (0, "", "")
    assert say(settled, capsys, "--all") == (0, "", "")


@pytest.mark.parametrize("id", ["guide", "handbook"])
def test_an_id_of_the_project_file_stays_and_so_do_its_decisions(
    repository: Repository, capsys: Caught, id: str
) -> None:
    project = "new: {{path: {}, id: {id}}}\ncheck: {{documents: ['**/*.md', {}]}}\n"
    repository.stage("reconcile.yaml", project.format(OLD, OLD, id=id))
    settle(repository, capsys, OLD, GUIDE.format(45), GUIDE.format(46))
    repository.stage("reconcile.yaml", project.format(NEW, NEW, id=id))
    move(repository)
    assert say(repository, capsys) == (0, "", "")
    repository.stage(NEW, GUIDE.format(45))
    code, out, err = say(repository, capsys)
    assert (code, err) == (1, "")
    assert "“45” contradicts “46”, settled on 2031-01-02" in out


def test_a_document_in_another_folder_keeps_its_id_and_its_decisions(
    settled: Repository, capsys: Caught
) -> None:
    move(settled, new="deep/guide.md")
    assert say(settled, capsys) == (0, "", "")
    settled.commit()
    assert run(["decisions"]) == 0
    assert run(["decisions", "--stale"]) == 0
    assert capsys.readouterr().err == ""
    settle(settled, capsys, "deep/guide.md", GUIDE.format(46), GUIDE.format(47))
    settled.stage("deep/guide.md", GUIDE.format(46))
    assert "“46” contradicts “47”" in say(settled, capsys)[1]


def test_after_the_decisions_have_followed_nothing_is_said(settled: Repository, capsys: Caught) -> None:
    move(settled)
    assert run(["decisions", "--renamed"]) == 0
    settled.git("add", ".")
    capsys.readouterr()
    assert say(settled, capsys) == (0, "", "")
    settled.commit()
    assert say(settled, capsys, "--all") == (0, "", "")
    settled.stage(NEW, GUIDE.format(46).replace("near", "nigh"))
    assert say(settled, capsys)[::2] == (0, "")


def test_only_the_files_that_are_named_are_spoken_of(settled: Repository, capsys: Caught) -> None:
    move(settled, 45)
    assert say(settled, capsys, "docs/ferries.md") == (0, "", "")


# ---------------------------------------------------------------- told


def test_a_rename_alone_passes_and_one_line_says_what_to_do(settled: Repository, capsys: Caught) -> None:
    move(settled)
    assert say(settled, capsys) == (0, "", f"reconcile: {OLD} is {NEW} now; {TO_DO}\n")
    assert say(settled, capsys, NEW) == (0, "", f"reconcile: {OLD} is {NEW} now; {TO_DO}\n")


@pytest.mark.parametrize("new", [NEW, "docs/Guide.md", "elsewhere/guide.md", "docs/guide.rst.md"])
def test_a_rename_with_a_bend_is_stopped(settled: Repository, capsys: Caught, new: str) -> None:
    move(settled, 45, new=new)
    code, out, err = say(settled, capsys)
    assert code == 1
    assert f"{new}:3:23: error count: {BROKEN.replace(NEW, new)}" in out
    assert err == ("" if new.endswith("/guide.md") else f"reconcile: {OLD} is {new} now; {TO_DO}\n")
    settled.commit()
    assert settled.check("--from-ref", "HEAD~1") == 1
    assert settled.check("--all") == 1


def test_a_bend_is_settled_anew_under_the_new_name(settled: Repository, capsys: Caught) -> None:
    move(settled, 47)
    settled.check("--format", "json")
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert run(["decide", found["id"], "new", "--staged", "--why", "counted again"]) == 0
    settled.git("add", ".")
    capsys.readouterr()
    assert say(settled, capsys)[:2] == (0, "")
    assert run(["decisions", "--renamed"]) == 0
    (decision,) = load(Path("reconcile.decisions"))
    assert [part.text for part in decision.settled] == ["47"] or decision.day == "2031-01-02"


def test_a_name_given_up_in_an_earlier_commit_still_holds(settled: Repository, capsys: Caught) -> None:
    move(settled)
    settled.commit()
    told = f"reconcile: {OLD} is {NEW} now; {TO_DO}\n"
    settled.stage("docs/ferries.md", OTHER.replace("12", "13"))
    assert say(settled, capsys)[2] == ""
    settled.stage(NEW, GUIDE.format(46).replace("near", "far"))
    assert say(settled, capsys)[::2] == (0, told)
    assert say(settled, capsys, "--all")[::2] == (0, told)
    settled.stage(NEW, GUIDE.format(45))
    code, out, err = say(settled, capsys)
    assert (code, err) == (1, told)
    assert BROKEN in out


def test_a_document_that_is_renamed_again_and_again(settled: Repository, capsys: Caught) -> None:
    move(settled, new="docs/first.md")
    settled.commit()
    move(settled, old="docs/first.md", new="docs/second.md")
    settled.commit()
    move(settled, 45, old="docs/second.md")
    code, out, err = say(settled, capsys)
    assert (code, err) == (1, f"reconcile: {OLD} is {NEW} now; {TO_DO}\n")
    assert BROKEN in out
    settled.commit()
    assert BROKEN in say(settled, capsys, "--from-ref", "HEAD~3")[1]
    assert BROKEN in say(settled, capsys, "--from-ref", "HEAD~1")[1]
    assert BROKEN in say(settled, capsys, "--all")[1]


def test_documents_that_change_places_keep_what_is_theirs(settled: Repository, capsys: Caught) -> None:
    settle(settled, capsys, "docs/ferries.md", OTHER.replace("12", "13"), OTHER)
    ferries, guide = (settled.folder / "docs/ferries.md").read_bytes(), (settled.folder / OLD).read_bytes()
    settled.stage(OLD, ferries)
    settled.stage("docs/ferries.md", guide)
    assert say(settled, capsys) == (
        0,
        "",
        f"reconcile: {OLD} is docs/ferries.md now, and 1 more document renamed; {TWO}\n",
    )
    for _ in range(2):  # the second time they must not change back
        assert run(["decisions", "--renamed"]) == 0
    settled.git("add", ".")
    capsys.readouterr()
    assert say(settled, capsys) == (0, "", "")
    settled.stage("docs/ferries.md", GUIDE.format(45))
    settled.stage(OLD, OTHER.replace("12", "13"))
    code, out, _ = say(settled, capsys)
    assert code == 1
    assert "docs/ferries.md:3:23: error count: “45” contradicts “46”, settled on 2031-01-02 (counted)" in out
    assert "docs/guide.md:3:22: error count: “13” contradicts “12”, settled on" in out


def test_a_page_that_leaves_a_line_behind(settled: Repository, capsys: Caught) -> None:
    settled.stage(OLD, "# Guide\n\nThis page has moved.\n")
    settled.stage(NEW, GUIDE.format(45))
    code, out, err = say(settled, capsys)
    assert code == 1
    assert BROKEN in out
    assert err == (
        f"reconcile: {NEW} was made of {OLD}; if 1 decision should go with it: "
        f"reconcile decisions --renamed {OLD} {NEW}, then git add reconcile.decisions\n"
    )
    assert run(["decisions", "--renamed", OLD, NEW]) == 0
    settled.git("add", ".")
    capsys.readouterr()
    code, out, err = say(settled, capsys)
    assert (code, err) == (1, "")
    assert "“45” contradicts “46”, settled on 2031-01-02 (counted)" in out


def test_a_name_that_is_not_checked(settled: Repository, capsys: Caught) -> None:
    settled.stage("reconcile.yaml", "check: {exclude: ['attic/**']}\n")
    move(settled, 45, new="attic/guide.md")
    told = (
        f"reconcile: {OLD} is attic/guide.md now, which is not checked: "
        "what was settled for it (1 decision) is not guarded\n"
    )
    assert say(settled, capsys) == (0, "", told)
    assert say(settled, capsys, "attic/guide.md") == (0, "", told)


def test_many_documents_renamed_are_one_line(settled: Repository, capsys: Caught) -> None:
    settle(settled, capsys, "docs/ferries.md", OTHER.replace("12", "13"), OTHER)
    move(settled)
    move(settled, old="docs/ferries.md", new="boats/all.md")
    settled.stage("boats/all.md", OTHER)
    assert say(settled, capsys) == (
        0,
        "",
        f"reconcile: docs/ferries.md is boats/all.md now, and 1 more document renamed; {TWO}\n",
    )


def test_a_shallow_clone_tells_what_it_cannot_know(
    settled: Repository, capsys: Caught, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(settled)
    settled.commit()
    settled.stage(NEW, GUIDE.format(45))
    settled.commit()
    place = tmp_path / "shallow"
    command = ["git", "clone", "-q", "--depth", "2", f"file://{settled.folder}", str(place)]
    subprocess.run(command, check=True, env=ENVIRONMENT)
    monkeypatch.chdir(place)
    told = (
        f"reconcile: {NEW} states what was settled for {OLD}, which is not there any more; if renamed: "
        f"reconcile decisions --renamed {OLD} {NEW}, then git add reconcile.decisions\n"
    )
    for arguments in (["--from-ref", "HEAD~1"], ["--all"]):
        code, _, err = say(settled, capsys, *arguments)
        assert (code, err) == (0, told)
    assert run(["decisions", "--renamed", OLD, NEW]) == 0
    shutil.copytree("reconcile.decisions", settled.folder / "reconcile.decisions", dirs_exist_ok=True)
    subprocess.run(["git", "add", "-A"], check=True, env=ENVIRONMENT)
    capsys.readouterr()
    assert say(settled, capsys, "--all")[::2] == (1, "")


def test_a_document_written_anew_under_another_name_is_asked_about(
    settled: Repository, capsys: Caught
) -> None:
    settled.git("rm", "-q", OLD)
    settled.stage(NEW, "# Manual\n\nAll is other than it was. The Harbour Union has 45 members.\n")
    told = (
        f"reconcile: {NEW} states what was settled for {OLD}, which is not there any more; if renamed: "
        f"reconcile decisions --renamed {OLD} {NEW}, then git add reconcile.decisions\n"
    )
    assert say(settled, capsys) == (0, "", told)
    settled.commit()
    settled.stage(NEW, "# Manual\n\nAll is other than it was. The Harbour Union has 44 members.\n")
    assert say(settled, capsys)[::2] == (0, "")


def test_two_branches_one_of_which_renamed(settled: Repository, capsys: Caught) -> None:
    settled.git("checkout", "-q", "-b", "topic")
    move(settled)
    settled.commit()
    settled.git("checkout", "-q", "main")
    settled.stage(OLD, GUIDE.format(46).replace("near", "far"))
    settled.commit()
    settled.git("merge", "-q", "--no-edit", "topic")
    assert say(settled, capsys, "--all")[::2] == (0, f"reconcile: {OLD} is {NEW} now; {TO_DO}\n")
    settled.stage(NEW, GUIDE.format(45))
    assert BROKEN in say(settled, capsys)[1]
