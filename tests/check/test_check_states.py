"""What is checked is what git has staged: every kind of file, with real repositories."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from check_repository import Repository

UNION = "# Union\n\nThe Union has 45 members. It was founded in 1999.\n"
NOTES = "# Notes\n\nAs was said before, much is unknown.\n\nThe Union has 45 members.\n"
Caught = pytest.CaptureFixture[str]


@pytest.fixture
def documents(repository: Repository) -> Repository:
    repository.stage("guide.md", UNION)
    repository.stage("notes.md", NOTES)
    repository.commit()
    return repository


def wrong(text: str = UNION) -> str:
    return text.replace("45", "46")


def test_nothing_staged_is_silent(documents: Repository, capsys: Caught) -> None:
    assert documents.check() == 0
    assert capsys.readouterr() == ("", "")


def test_an_edit_without_facts_is_silent(documents: Repository, capsys: Caught) -> None:
    documents.stage("guide.md", UNION.replace("members. It", "members.\nIt"))
    assert documents.check() == 0
    assert capsys.readouterr() == ("", "")


def test_what_is_not_staged_is_not_checked(documents: Repository, capsys: Caught) -> None:
    documents.write("guide.md", wrong())
    assert documents.check() == 0
    assert capsys.readouterr().out == ""


def test_what_is_staged_counts_whatever_the_working_tree_has(documents: Repository, capsys: Caught) -> None:
    documents.stage("guide.md", wrong())
    documents.write("guide.md", UNION)
    assert documents.check() == 1
    assert (
        "guide.md:3:15: error same-fact: The Union: “46” here, “45” in notes.md:5" in capsys.readouterr().out
    )


def test_the_other_documents_are_those_that_are_staged(documents: Repository) -> None:
    documents.stage("guide.md", wrong())
    documents.write("notes.md", wrong(NOTES))
    assert documents.check() == 1
    documents.git("add", "notes.md")
    assert documents.check() == 0


def test_a_contradiction_that_was_there_before_is_not_this_edits(
    documents: Repository, capsys: Caught
) -> None:
    documents.stage("guide.md", wrong())
    documents.commit()
    documents.stage("guide.md", wrong().replace("# Union", "# The Union today"))
    assert documents.check() == 0
    documents.stage("guide.md", wrong().replace("members.", "members! "))
    assert documents.check() == 0


def test_both_sides_of_a_contradiction_are_one_finding(documents: Repository, capsys: Caught) -> None:
    documents.stage("guide.md", wrong())
    documents.stage("notes.md", NOTES.replace("45", "47"))
    assert documents.check("--format", "concise") == 1
    assert capsys.readouterr().out.count("error same-fact") == 1


def test_before_the_first_commit_all_is_new(repository: Repository, capsys: Caught) -> None:
    repository.stage("guide.md", wrong())
    repository.stage("notes.md", NOTES)
    assert repository.check() == 1
    assert "same-fact" in capsys.readouterr().out


def test_a_new_file_changes_no_facts_but_may_contradict(documents: Repository, capsys: Caught) -> None:
    documents.stage("new.md", "# New\n\nThe weather was fine. Two dogs barked.\n")
    assert documents.check("--gate", "changes") == 0
    assert capsys.readouterr().out == ""
    documents.stage("new.md", wrong())
    assert documents.check() == 1


def test_a_deleted_file_is_nobodys_witness(documents: Repository) -> None:
    documents.git("rm", "-q", "notes.md")
    documents.stage("guide.md", wrong())
    assert documents.check() == 0


def test_a_renamed_file_is_compared_with_itself(documents: Repository, capsys: Caught) -> None:
    long = UNION + "\nMuch else is said here, at some length, which stays.\n" * 3
    documents.stage("guide.md", long)
    documents.commit()
    documents.git("mv", "guide.md", "manual.md")
    documents.stage("manual.md", long.replace("1999", "2001"))
    assert documents.check("--format", "concise") == 0
    told = capsys.readouterr().out
    assert "manual.md:3" in told
    assert "only the new version" not in told


def test_a_symbolic_link_and_a_submodule_are_told_and_passed(documents: Repository, capsys: Caught) -> None:
    os.symlink("guide.md", documents.folder / "link.md")
    documents.git("add", "link.md")
    documents.git("update-index", "--add", "--cacheinfo", f"160000,{documents.head()},sub.md")
    assert documents.check() == 0
    assert capsys.readouterr().err.splitlines() == [
        "reconcile: link.md is a symbolic link; it was not checked",
        "reconcile: sub.md is a submodule; it was not checked",
    ]


def test_a_binary_file_is_told_and_passed(documents: Repository, capsys: Caught) -> None:
    documents.stage("data.md", b"\x00\x01\x02\xff" * 200)
    documents.stage("empty.md", b"")
    assert documents.check() == 0
    assert capsys.readouterr().err.startswith("reconcile: data.md was not checked: ")


def test_a_file_in_conflict_is_an_error(documents: Repository, capsys: Caught) -> None:
    documents.git("checkout", "-q", "-b", "other")
    documents.stage("guide.md", UNION.replace("45", "50"))
    documents.commit()
    documents.git("checkout", "-q", "main")
    documents.stage("guide.md", UNION.replace("45", "51"))
    documents.commit()
    documents.git("merge", "other", check=False)
    assert documents.check() == 2
    told = capsys.readouterr().err
    assert told == "reconcile: guide.md: is in conflict; resolve it and git add it, then check again\n"


def test_a_decision_in_conflict_is_an_error(documents: Repository, capsys: Caught) -> None:
    documents.git("checkout", "-q", "-b", "other")
    documents.stage("reconcile.decisions/one.yaml", "format: 1\n")
    documents.commit()
    documents.git("checkout", "-q", "main")
    documents.stage("reconcile.decisions/one.yaml", "format: 2\n")
    documents.commit()
    documents.git("merge", "other", check=False)
    assert documents.check() == 2
    why = "is in conflict; resolve it and git add it, then check again"
    assert capsys.readouterr().err == f"reconcile: reconcile.decisions/one.yaml: {why}\n"


def test_only_the_files_that_are_named(documents: Repository) -> None:
    documents.stage("guide.md", wrong())
    assert documents.check("notes.md") == 0
    assert documents.check("guide.md") == 1


def test_paths_are_seen_from_the_working_folder(
    documents: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents.stage("sub/guide.md", wrong())
    monkeypatch.chdir(documents.folder / "sub")
    assert documents.check("../notes.md") == 0
    assert documents.check("guide.md") == 1


def test_a_branch_is_compared_with_where_it_left(documents: Repository, capsys: Caught) -> None:
    documents.git("checkout", "-q", "-b", "topic")
    documents.stage("guide.md", wrong())
    documents.commit()
    documents.git("checkout", "-q", "main")
    documents.stage("other.md", "# Other\n\nThe Union has 45 members, nothing less. Seven dogs bark.\n")
    documents.commit()
    assert documents.check("--from-ref", "main", "--to-ref", "topic", "--format", "concise") == 1
    told = capsys.readouterr().out
    assert "guide.md:3:15: error" in told
    assert "other.md" not in told


def test_pre_commit_names_the_refs(documents: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    first = documents.head()
    documents.stage("guide.md", wrong())
    documents.commit()
    assert documents.check() == 0
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", first)
    monkeypatch.setenv("PRE_COMMIT_TO_REF", documents.head())
    assert documents.check() == 1
    assert documents.check("--staged") == 0


def test_without_git_one_file_is_compared_with_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Caught
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.md").write_text(UNION, encoding="utf-8")
    (tmp_path / "new.md").write_text(wrong(), encoding="utf-8")
    assert Repository.check(None, "new.md") == 2  # type: ignore[arg-type]
    assert capsys.readouterr().err == (
        "reconcile: this is no git repository; run check inside one, or compare two files: "
        "reconcile check NEW --against OLD\n"
    )
    assert Repository.check(None, "new.md", "--against", "old.md", "--gate", "changes") == 1  # type: ignore[arg-type]
    assert "from “45” to “46”" in capsys.readouterr().out


def test_without_the_program_git(
    documents: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Caught
) -> None:
    monkeypatch.setenv("PATH", str(documents.folder / "nothing"))
    assert documents.check() == 2
    assert capsys.readouterr().err.startswith("reconcile: git is not installed or not on the PATH; ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--against", "a.md"), "--against FILE goes with exactly one file to check, not 0"),
        (("--staged", "--all"), "--staged and --all do not go together; give one of them"),
        (
            ("--to-ref", "x"),
            "--to-ref B goes with --from-ref A, the commit that the branch is to be merged with",
        ),
        (("--from-ref", "no-such"), "git knows no no-such and HEAD; check the names"),
    ],
)
def test_arguments_that_do_not_fit(
    documents: Repository, arguments: tuple[str, ...], message: str, capsys: Caught
) -> None:
    assert documents.check(*arguments) == 2
    assert message in capsys.readouterr().err


def test_the_project_file_that_is_staged_holds(documents: Repository) -> None:
    documents.stage("guide.md", wrong())
    documents.write("reconcile.yaml", 'check: {exclude: ["notes.md"]}\n')
    assert documents.check() == 1
    documents.git("add", "reconcile.yaml")
    assert documents.check() == 0
    documents.stage("reconcile.yaml", "check: {gate: none}\n")
    assert documents.check() == 0
    documents.stage("reconcile.yaml", "chekc: {}\n")
    assert documents.check() == 2


def test_a_pack_that_is_staged_holds(documents: Repository, capsys: Caught) -> None:
    documents.stage("reconcile.yaml", "rules: [core, rules/own]\n")
    documents.stage("rules/own/own.yaml", "- id: own\n")
    assert documents.check("--gate", "changes") == 0  # nothing is to be read with it
    documents.stage("guide.md", wrong())
    assert documents.check() == 2
    assert capsys.readouterr().err.startswith("rules/own/own.yaml:1:3: a rule without 'claim'")


def test_a_folder_means_all_documents_below_it(documents: Repository, capsys: Caught) -> None:
    for place in ("docs/deep/guide.md", "docs/guide.txt", "other.md"):
        documents.stage(place, UNION)
    documents.commit()
    for place in ("docs/deep/guide.md", "docs/guide.txt"):
        documents.stage(place, wrong())
    for name in ("docs", "docs/", "./docs/deep", "."):
        assert documents.check(name) == 1
        assert {line.split(":")[0] for line in capsys.readouterr().out.splitlines() if ": error" in line} == {
            "docs/deep/guide.md"
        }
    assert documents.check("--all", "docs") == 1
    assert documents.check("other.md") == 0


def test_a_name_that_is_nowhere_is_told(documents: Repository, capsys: Caught) -> None:
    for arguments in (["gide.md"], ["--all", "gide.md"], ["--from-ref", "HEAD", "gide.md"]):
        assert documents.check(*arguments) == 2
        out, err = capsys.readouterr()
        why = "gide.md: there is no such file or folder, nor was one in the edit; did you mean guide.md?"
        assert (out, err) == ("", f"reconcile: {why}\n")
    assert documents.check("papers/x") == 2
    assert capsys.readouterr().err.endswith("; give a file or a folder of documents\n")


def test_what_the_edit_deletes_or_only_stages_may_be_named(documents: Repository, capsys: Caught) -> None:
    documents.git("rm", "-q", "guide.md")
    documents.stage("docs/new.md", UNION)
    (documents.folder / "docs/new.md").unlink()
    documents.write("loose.md", UNION)
    for name in ("guide.md", "docs/new.md", "docs", "loose.md"):
        documents.check(name)
        assert capsys.readouterr().err == ""


def test_patterns_that_name_no_document_are_told(documents: Repository, capsys: Caught) -> None:
    documents.stage("reconcile.yaml", "rules: [core]\ncheck:\n  documents: [docs/*.md]\n")
    why = "check.documents: no document is named by 'docs/*.md'; nothing is checked"
    for arguments in ([], ["--all"], ["guide.md"]):
        assert documents.check(*arguments) == 0
        assert capsys.readouterr() == ("", f"reconcile: reconcile.yaml:3:14: {why}\n")
    documents.stage("docs/a.md", "Nothing is said here.\n")
    for arguments in ([], ["--all"], ["guide.md"]):
        assert documents.check(*arguments) == 0
        assert capsys.readouterr() == ("", "")
