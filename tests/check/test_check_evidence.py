"""What stops an edit: decisions, sources and their date, quotations at hand; and where the project stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from check_repository import Repository

from reconcile.cli import run

Caught = pytest.CaptureFixture[str]
MINUTES = (
    "Uzbekistan joined the Council in 1996, the minutes say.\n\n"
    '"We shall never accept the offer of the port," President Karim Amanov said.\n'
)
PAGE = (
    "# History\n\nThe weather was fine.\n\n"
    '"We shall never accept the offer of the port," President Karim Amanov said.\n'
)
JOINED = "\nUzbekistan joined the Council in 1996.\n"
LEFT = "\nUzbekistan left the Council in 1996.\n"


@pytest.fixture
def project(repository: Repository) -> Repository:
    repository.stage("minutes.txt", MINUTES)
    repository.stage("reconcile.yaml", "sources: [minutes.txt]\nrules: [core, international-relations]\n")
    repository.stage("history.md", PAGE)
    repository.commit()
    return repository


def first(repository: Repository, capsys: Caught, *arguments: str) -> dict[str, object]:
    repository.check("--format", "json", *arguments)
    found: dict[str, object] = json.loads(capsys.readouterr().out)["findings"][0]
    return found


def test_an_edit_that_no_source_speaks_of_passes(project: Repository) -> None:
    project.stage("history.md", PAGE + "\nThe bridge has 300 lamps.\n")
    assert project.check() == 0


def test_an_edit_that_a_source_supports_passes(project: Repository) -> None:
    project.stage("history.md", PAGE + JOINED)
    assert project.check() == 0


def test_a_source_refutes_what_was_added(project: Repository, capsys: Caught) -> None:
    project.stage("history.md", PAGE + LEFT)
    assert project.check() == 1
    told = capsys.readouterr().out
    assert "history.md:7" in told
    assert "minutes.txt:1" in told
    assert "refutes the new text: Uzbekistan joined the Council in 1996" in told


def test_a_quotation_altered_whose_source_is_at_hand(project: Repository, capsys: Caught) -> None:
    project.stage("history.md", PAGE.replace("never accept", "gladly accept"))
    assert project.check() == 1
    assert "minutes.txt:3" in capsys.readouterr().out


def test_a_quotation_altered_without_its_source_is_a_warning(project: Repository, capsys: Caught) -> None:
    project.stage("reconcile.yaml", "rules: [core]\n")
    project.commit()
    project.stage("history.md", PAGE.replace("never accept", "gladly accept"))
    assert project.check("--format", "concise") == 0
    assert " warning " in capsys.readouterr().out


def test_an_old_source_does_not_stop_an_update_of_today(repository: Repository) -> None:
    repository.stage("minutes.txt", MINUTES)
    repository.stage("reconcile.yaml", 'sources: [{path: minutes.txt, date: "2004-05-01"}]\n')
    repository.stage("history.md", PAGE)
    repository.commit()
    repository.stage("history.md", PAGE + "\nToday Uzbekistan is no member of the Council.\n")
    assert repository.check() == 0


@pytest.fixture
def settled(repository: Repository, capsys: Caught) -> Repository:
    """45 members were changed to 46, and that is settled."""
    text = "# Guide\n\nThe weather was fine.\n\nThe Harbour Union has {} members.\n"
    repository.stage("guide.md", text.format(45))
    repository.commit()
    repository.stage("guide.md", text.format(46))
    id = str(first(repository, capsys)["id"])
    assert run(["decide", id, "new", "--staged", "--why", "counted", "--by", "A"]) == 0
    repository.git("add", ".")
    assert repository.check("--gate", "changes") == 0
    repository.commit()
    capsys.readouterr()
    return repository


def test_what_was_settled_is_silent_and_counted(settled: Repository, capsys: Caught) -> None:
    text = (settled.folder / "guide.md").read_text(encoding="utf-8")
    settled.stage("guide.md", text.replace("Union has", "Union now has").replace("fine", "bad"))
    assert settled.check() == 0
    assert "error" not in capsys.readouterr().out


def test_a_new_sentence_that_breaks_a_decision(settled: Repository, capsys: Caught) -> None:
    settled.git("rm", "-q", "guide.md")
    settled.commit()
    settled.stage("guide.md", "# Guide\n\nNothing else. The Harbour Union has 47 members.\n")
    assert settled.check() == 1
    told = capsys.readouterr().out
    assert "“47” contradicts “46”, settled on" in told
    assert "guide.md:3" in told
    settled.stage("guide.md", "# Guide\n\nNothing else. The Harbour Union has 46 members.\n")
    assert settled.check() == 0


def test_a_decision_holds_until_it_expires(settled: Repository) -> None:
    (path,) = (settled.folder / "reconcile.decisions").glob("*.yaml")
    text = path.read_text(encoding="utf-8")
    settled.stage(f"reconcile.decisions/{path.name}", text + 'expires: "2030-01-01"\n')
    guide = (settled.folder / "guide.md").read_text(encoding="utf-8")
    settled.stage("guide.md", guide.replace("46", "47"))
    assert settled.check("--today", "2029-12-31") == 1
    assert settled.check("--today", "2030-01-02") == 0
    assert settled.check("--today", "soon") == 2


def test_a_decision_that_is_broken_is_the_mistake_of_its_file(settled: Repository, capsys: Caught) -> None:
    settled.stage("reconcile.decisions/x.yaml", "format: 1\nkey: [\n")
    assert settled.check() == 2
    assert capsys.readouterr().err.startswith("reconcile.decisions/x.yaml:")


def test_a_project_in_a_folder_of_the_repository(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Caught
) -> None:
    repository.stage(
        "docs/reconcile.yaml", "sources: [minutes.txt]\nrules: [core, international-relations, own]\n"
    )
    repository.stage("docs/minutes.txt", MINUTES)
    repository.stage("docs/own/en/months.txt", "smarch = 3\n")
    repository.stage("docs/page.md", PAGE)
    repository.stage("other.md", PAGE)
    repository.commit()
    repository.stage("docs/page.md", PAGE + LEFT)
    assert repository.check("--project", "docs/reconcile.yaml", "--format", "concise") == 1
    monkeypatch.chdir(repository.folder / "docs")
    assert repository.check("--format", "concise") == 1
    assert capsys.readouterr().out.count("docs/page.md:7") >= 2
    repository.stage("docs/own/en/months.txt", b"\xff\xfe\x00")
    assert repository.check() == 2


def test_other_rules_and_a_project_file_from_elsewhere(project: Repository, tmp_path: Path) -> None:
    project.stage("history.md", PAGE.replace("fine", "fine in 1996") + LEFT)
    elsewhere = tmp_path / "reconcile.yaml"
    elsewhere.write_text("check: {gate: changes}\n", encoding="utf-8")
    assert project.check("--project", str(elsewhere)) == 1
    assert project.check("--project", str(elsewhere), "--gate", "conflicts", "--rules", "core") == 0
    assert project.check("--rules", "no-such-pack") == 2


def test_documents_that_the_project_lists_bind_the_hook_too(project: Repository) -> None:
    project.stage(
        "reconcile.yaml",
        'sources: [minutes.txt]\nrules: [core, international-relations]\ncheck: {documents: ["docs/**"]}\n',
    )
    project.stage("history.md", PAGE + LEFT)
    assert project.check("history.md") == 0
    project.stage("reconcile.yaml", "sources: [minutes.txt]\nrules: [core, international-relations]\n")
    assert project.check("history.md") == 1
    project.stage("minutes.txt", MINUTES.replace("1996", "1997"))
    assert project.check("minutes.txt") == 0


def test_colours_on_a_terminal(project: Repository, capsys: Caught, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.commands.check_run.colours", lambda stream: True)
    project.stage("history.md", PAGE.replace("never accept", "gladly accept"))
    project.check()
    assert "\x1b[31;1merror\x1b[0m" in capsys.readouterr().out


def test_a_source_that_cannot_be_read_is_an_error_not_a_document_left_out(
    project: Repository, capsys: Caught
) -> None:
    project.stage("minutes.txt", b"\x00\xff" * 99)
    project.stage("history.md", PAGE + LEFT)
    assert project.check() == 2
    assert capsys.readouterr().err.startswith("reconcile: minutes.txt: ")
    project.git("rm", "-qf", "minutes.txt")
    assert project.check() == 2
    assert "minutes.txt: is not there in what is staged" in capsys.readouterr().err


@pytest.mark.parametrize(("status", "kept"), [("new", "47"), ("old", "46")])
def test_a_fact_decided_again_has_one_decision(
    settled: Repository, capsys: Caught, status: str, kept: str
) -> None:
    text = "# Guide\n\nThe weather was fine.\n\n{} has {} members.\n"
    settled.stage("guide.md", text.format("Harbour Union", 47))
    id = str(first(settled, capsys)["id"])
    assert run(["decide", id, status, "--staged", "--why", "counted anew", "--by", "A"]) == 0
    assert "  replaces the decision for “46” of " in capsys.readouterr().out
    assert len(list((settled.folder / "reconcile.decisions").glob("*.yaml"))) == 1
    assert run(["facts"]) == 0
    told = capsys.readouterr().out
    assert [number for number in ("46", "47") if f"  {number}  " in told] == [kept]
