"""Which documents disagree today, without an edit; and the index behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_repository import Repository

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def three(repository: Repository) -> Repository:
    repository.stage("a.md", "# A\n\nThe Union has 45 members.\n")
    repository.stage("b.md", "# B\n\nNothing here. The Union has 46 members.\n")
    repository.stage("sub/a.md", "# A\n\nThe Council has 46 members.\n")
    repository.commit()
    return repository


def test_documents_that_agree_are_silent(three: Repository, capsys: Caught) -> None:
    three.stage("b.md", "# B\n\nThe Union has 45 members.\n")
    assert three.check("--all") == 0
    assert capsys.readouterr() == ("", "")


def test_each_contradiction_is_told_once(three: Repository, capsys: Caught) -> None:
    assert three.check("--all", "--format", "concise") == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("a.md:3:15: error same-fact: The Union: “45” here, “46” in b.md:3")
    assert lines[1] == "1 error, 0 warnings in 3 documents"
    id = lines[0].rsplit("[", 1)[1].rstrip("]")
    assert lines[2].startswith(f"next: mend the text, or settle it: reconcile decide {id} new --all --why")


def test_only_those_that_are_named_are_asked_but_all_are_witnesses(three: Repository, capsys: Caught) -> None:
    assert three.check("--all", "sub/a.md") == 0
    assert three.check("--all", "b.md", "--format", "concise") == 1
    assert capsys.readouterr().out.startswith(
        "b.md:3:29: error same-fact: The Union: “46” here, “45” in a.md:3"
    )


def test_a_document_against_itself(repository: Repository, capsys: Caught) -> None:
    repository.stage("a.md", "# A\n\nThe Union has 45 members.\n\nAll is well. The Union has 46 members.\n")
    assert repository.check("--all", "--format", "concise") == 1
    assert "1 error, 0 warnings" in capsys.readouterr().out


def test_a_list_that_an_edit_makes_contradict_its_count(repository: Repository, capsys: Caught) -> None:
    text = "# A\n\nThe Union comprises four states: Kenya, Uganda, Rwanda and Burundi.\n"
    repository.stage("a.md", text)
    repository.commit()
    assert repository.check("--all") == 0
    repository.stage("a.md", text.replace(", Rwanda and", " and"))
    assert repository.check("--format", "concise") == 1
    assert "a.md:3" in capsys.readouterr().out


def test_a_commit_of_the_past(three: Repository, capsys: Caught) -> None:
    first = three.head()
    three.stage("b.md", "# B\n\nNothing here.\n")
    three.commit()
    assert three.check("--all") == 0
    assert three.check("--from-ref", first, "--to-ref", first, "--all") == 1
    capsys.readouterr()


def test_without_git_the_files_of_the_folder_are_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Caught
) -> None:
    from reconcile.cli import run

    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.md").write_text("The Union has 45 members.\n", encoding="utf-8")
    (tmp_path / "sub" / "b.md").write_text("The Union has 46 members.\n", encoding="utf-8")
    (tmp_path / "sub" / "link.md").symlink_to(tmp_path / "a.md")
    assert run(["check", "--all", "--format", "concise"]) == 1
    assert capsys.readouterr().out.startswith("a.md:1:15: error same-fact")


def test_what_was_settled_stays_settled_and_guards(three: Repository, capsys: Caught) -> None:
    from reconcile.cli import run

    three.stage("b.md", "# B\n\nNothing here. The Union has 47 members.\n")
    assert three.check("--format", "concise") == 1
    id = capsys.readouterr().out.splitlines()[0].rsplit("[", 1)[1].rstrip("]")
    assert run(["decide", id, "old", "--staged", "--why", "the list says so", "--by", "A"]) == 0
    three.git("add", ".")
    assert three.check("--format", "concise") == 1  # settled is 45, and the text still says 47
    assert "contradicts “45”, settled on" in capsys.readouterr().out
    three.stage("b.md", "# B\n\nNothing here. The Union has 45 members.\n")
    assert three.check() == 0


def test_what_all_finds_can_be_settled(three: Repository, capsys: Caught) -> None:
    from reconcile.cli import run

    three.stage("c.md", "# C\n\nThe Pact comprises four states: Kenya, Uganda and Rwanda.\n")
    three.commit()
    assert three.check("--all", "--format", "concise") == 1
    for line in capsys.readouterr().out.splitlines()[:2]:
        id = line.rsplit("[", 1)[1].rstrip("]")
        assert run(["decide", id, "false-alarm", "--all", "--why", "both are meant", "--by", "A"]) == 0
    three.git("add", ".")
    assert three.check("--all") == 0
    three.stage("b.md", "# B\n\nNothing here. The Union has 47 members.\n")
    assert three.check("--all", "--format", "concise") == 1
    assert "“47” in b.md:3" in capsys.readouterr().out.splitlines()[-3]


def test_an_index_that_was_damaged_is_made_again(three: Repository, capsys: Caught) -> None:
    assert three.check("--all") == 1
    for path in (three.folder / ".reconcile_cache").glob("index-*/??.json"):
        path.write_text("{", encoding="utf-8")
    assert three.check("--all") == 1
    for path in (three.folder / ".reconcile_cache").rglob("*.json"):
        path.unlink()
    three.stage("a.md", "# A\n\nThe Union has 44 members.\n")
    assert three.check("--format", "concise") == 1
    capsys.readouterr()
    for path in (three.folder / ".reconcile_cache").glob("index-*/??.json"):
        path.write_text("{", encoding="utf-8")
    assert three.check("--format", "concise") == 1
    assert "in b.md:3" in capsys.readouterr().out
    assert not [line for line in three.git("status", "--short").stdout.splitlines() if "cache" in line]


def test_the_old_and_the_new_version_are_not_two_documents(three: Repository) -> None:
    three.stage("reconcile.yaml", "old: a.md\nnew: b.md\n")
    assert three.check("--all") == 0
    three.stage("reconcile.yaml", "old: a.md\nnew: b.md\ncheck: {documents: [a.md, b.md]}\n")
    assert three.check("--all") == 0


def test_a_document_that_cannot_be_read_is_told(three: Repository, capsys: Caught) -> None:
    three.stage("c.md", b"\x00\x01\xff\xfe" * 99)
    assert three.check("--all") == 1
    assert capsys.readouterr().err.startswith("reconcile: c.md was not checked: ")


def test_a_further_item_of_a_list_that_was_counted(repository: Repository, capsys: Caught) -> None:
    text = "# Kit\n\nThe kit has three tools:\n\n- a saw\n- a file\n- a hammer\n"
    repository.stage("a.md", text)
    repository.commit()
    assert repository.check("--all") == 0
    repository.stage("a.md", text + "- a drill\n")
    assert repository.check("--format", "concise") == 1
    assert "a.md:3:13: error count-against-list: 3 are announced and 4 are listed" in capsys.readouterr().out


def test_a_total_that_nothing_else_confirms_is_a_warning(repository: Repository, capsys: Caught) -> None:
    text = "# Costs\n\n| Item | Cost |\n|---|---|\n| Roof | 400 |\n| Doors | 150 |\n| Total | 550 |\n"
    repository.stage("a.md", text)
    repository.commit()
    repository.stage("a.md", text.replace("400", "500"))
    assert repository.check("--format", "concise") == 0
    assert "warning sum-of-cells: Total / Cost" in capsys.readouterr().out


def test_what_a_document_states_twice_is_told_once(repository: Repository, capsys: Caught) -> None:
    repository.stage("a.md", "The Osby Bridge is 30 m long.\n\nIt rains. The Osby Bridge is 40 m long.\n")
    assert repository.check("--all", "--format", "concise") == 1
    assert capsys.readouterr().out.splitlines()[-2].startswith("1 error, 0 warnings")
