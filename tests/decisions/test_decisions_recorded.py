"""What is decided from a written report is what is decided from the comparison itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from decision_cases import DAY, document, evidence, finding, result, side

from reconcile import cli
from reconcile.decisions.make import decide
from reconcile.decisions.recorded import recorded
from reconcile.errors import ReadError
from reconcile.report import json_report, yaml_report
from reconcile.result import Finding, Result


def told() -> Result:
    source = document("gazette", "It has four members. Five states belong to it.")
    proofs = (
        evidence("gazette", "refutes", "supports"),
        evidence("gazette", None, "not-enough-info", "Five"),
    )
    findings = (
        finding(evidence=proofs),
        finding(old=None, new=4),
        finding(old=4, new=None, subject=None),
        replace(finding(7, 8), old=side("before", "no"), new=side("after", "1:30", {"edtf": "2001-01-01"})),
    )
    return replace(result(*findings), sources=(source,))


@pytest.mark.parametrize("module", [yaml_report, json_report])
def test_a_report_is_enough_to_decide(module) -> None:
    made = told()
    read = recorded(module.render(made), "report")
    for one, other in zip(made.findings, read, strict=True):
        for status in ("new", "old", "both", "false-alarm", "later"):
            assert decide(one, status, day=DAY) == decide(other, status, day=DAY)
        assert (one.relation, one.level, one.message) == (other.relation, other.level, other.message)


def test_a_finding_without_relation_is_read() -> None:
    made = replace(finding(), kind="source", relation=None)
    (read,) = recorded(yaml_report.render(result(made)), "report")
    assert isinstance(read, Finding)
    assert (read.kind, read.relation) == ("source", None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "r.yaml: is no report of format 1; make one with: reconcile report"),
        ("format: 2", "r.yaml: is no report of format 1"),
        ("{", "r.yaml: is no whole report ("),
        ("format: 1", "r.yaml: is no whole report ('old'); make it again: reconcile report"),
        ("{format: 1, old: {id: 7}, new: {id: a}, findings: []}", "7 is no text"),
        ("{format: 1, old: {id: a}, new: {id: b}, findings: [7]}", "7 is no mapping"),
        ("{format: 1, old: {id: a}, new: {id: b}, findings: [{relation: x}]}", "is no whole report"),
    ],
)
def test_what_is_no_report_is_told(text: str, why: str) -> None:
    with pytest.raises(ReadError) as caught:
        recorded(text, "r.yaml")
    assert why in str(caught.value)


# ---------------------------------------------------------------- and back to the whole result


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text("The River League has 5 members.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The River League has 4 members.\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("The gazette of 2 May 1999 speaks of four members.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert cli.run(["report", "a.txt", "b.txt", "--source", "c.txt", "--format", "yaml", "-o", "."]) == 0
    return tmp_path


def served(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    """What `reconcile review` would serve."""
    pages = []
    monkeypatch.setattr("reconcile.commands.review.serve", lambda desk, page, **more: pages.append(page))
    code = cli.run(["review", *arguments])
    return code, pages[0] if pages else ""


def test_a_review_of_a_report_is_that_of_its_documents(project: Path, monkeypatch, capsys) -> None:
    assert served(monkeypatch, "report.yaml") == served(monkeypatch, "a.txt", "b.txt", "--source", "c.txt")
    assert capsys.readouterr().out.endswith("0 of 1 settled\n")


def test_a_document_that_has_changed_since_is_told(project: Path, monkeypatch, capsys) -> None:
    (project / "c.txt").write_text("The gazette is silent.\n", encoding="utf-8")
    assert served(monkeypatch, "report.yaml")[0] == 2
    told = "c.txt: has changed since report.yaml was written; run reconcile report again"
    assert capsys.readouterr().err == f"reconcile: {told}\n"


@pytest.mark.parametrize("text", ["{", "a: 1", "[]"])
def test_a_review_of_something_else_is_told(project: Path, monkeypatch, capsys, text: str) -> None:
    (project / "report.yaml").write_text(text, encoding="utf-8")
    assert served(monkeypatch, "report.yaml")[0] == 2
    assert (
        capsys.readouterr().err == "reconcile: report.yaml: is no report; make one with: reconcile report\n"
    )


def test_a_document_without_a_path_is_told(project: Path, monkeypatch, capsys) -> None:
    text = (project / "report.yaml").read_text(encoding="utf-8").replace("path: a.txt", "path: null", 1)
    (project / "report.yaml").write_text(text, encoding="utf-8")
    assert served(monkeypatch, "report.yaml")[0] == 2
    assert "document a has no path; give OLD and NEW instead" in capsys.readouterr().err
