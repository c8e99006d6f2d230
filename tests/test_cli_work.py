"""The commands at work on real files, with the whole pipeline behind them."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import reconcile
from reconcile import cli
from reconcile.commands import report
from reconcile.commands.explain import explained
from reconcile.model import Label
from reconcile.result import Evidence
from reconcile.span import Span

OLD = "The mill employs 40 people. It stands by the river.\n"
NEW = "The mill employs 55 people. It stands by the river.\n"
SOURCE = "The mill employs 55 people.\n"
PROJECT = """\
old: {path: old.txt, id: first}
new: {path: new.txt, id: second}
sources: [{path: source.txt, date: 2004-05-01}]
reports: {folder: out, formats: [yaml, json, text]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (
        ("old.txt", OLD),
        ("new.txt", NEW),
        ("source.txt", SOURCE),
        ("reconcile.yaml", PROJECT),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(arguments: list[str], capsys: pytest.CaptureFixture[str], code: int = 0) -> str:
    assert cli.run(arguments) == code, capsys.readouterr().err
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_equal_versions_say_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(
        ["report", "old.txt", "old.txt", "-o", "-", "--format", "json", "--fail-on", "note"], capsys
    )
    assert json.loads(out)["findings"] == []


def test_the_project_s_report_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(["report", "--verify"], capsys)
    assert "findings: 1 error" in out
    assert out.endswith(
        "written: out/report.yaml\nwritten: out/report.json\nwritten: out/report.txt\n"
        "verified: 2 old and 2 new sentences, each in exactly one pair; both texts round-trip\n"
    )
    assert "\x1b" not in out
    data = yaml.safe_load((folder / "out" / "report.yaml").read_text(encoding="utf-8"))
    assert [data[side]["id"] for side in ("old", "new")] == ["first", "second"]
    assert [source["date"] for source in data["sources"]] == ["2004-05-01"]
    assert [finding["relation"] for finding in data["findings"]] == ["conflicting"]
    assert json.loads((folder / "out" / "report.json").read_text(encoding="utf-8")) == data


def test_a_report_is_the_same_from_another_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = printed(["report", "-o", "-", "--format", "yaml"], capsys)
    (folder / "deep").mkdir()
    monkeypatch.chdir(folder / "deep")
    assert printed(["report", "-o", "-", "--format", "yaml"], capsys) == here
    assert printed(["report", "--project", str(folder), "-o", "-", "--format", "yaml"], capsys) == here


def test_the_gate(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "1 error" in printed(["report", "--fail-on", "error"], capsys, 1)
    (folder / "new.txt").write_text(
        "The mill employs forty people. It stands by the river.\n", encoding="utf-8"
    )
    printed(["report", "--fail-on", "error"], capsys)


def test_two_files_and_a_source_into_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [
        "report",
        "old.txt",
        "new.txt",
        "--source",
        "source.txt",
        "--format",
        "yaml",
        "-o",
        "elsewhere",
    ]
    assert printed(arguments, capsys).endswith("written: elsewhere/report.yaml\n")
    data = yaml.safe_load((folder / "elsewhere" / "report.yaml").read_text(encoding="utf-8"))
    assert [data["old"]["path"], data["sources"][0]["path"]] == ["old.txt", "source.txt"]


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        (["-o", "out.html"], "<!doctype html>"),
        (["-o", "deep/out.YAML"], "format: 1"),
        (["-o", "out.gitlab.json"], "["),
        (["-o", "out.json", "--format", "json"], "{"),
        (["-o", "out.txt", "--format", "markdown"], "### "),
    ],
)
def test_one_report_goes_into_the_file_that_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], begins: str
) -> None:
    for _ in "ab":  # an old report is written over
        assert printed(["report", *arguments], capsys).endswith(f"\nwritten: {arguments[1]}\n")
    assert (folder / arguments[1]).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["-o", "out.html/"], ["report.json", "report.txt", "report.yaml"]),
        (["-o", "out.html", "--format", "html,json"], ["report.html", "report.json"]),
        (["-o", "v1.2", "--format", "html"], ["report.html"]),
    ],
)
def test_any_other_place_is_a_folder(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], files: list[str]
) -> None:
    for _ in "ab":
        printed(["report", *arguments], capsys)
    assert sorted(path.name for path in (folder / arguments[1]).iterdir()) == files


def test_files_of_one_stem_are_told_apart(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "old.txt").write_text(NEW, encoding="utf-8")
    out = printed(
        ["report", "old.txt", "deep/old.txt", "--source", "old.txt", "-o", "-", "--format", "json"], capsys
    )
    data = json.loads(out)
    assert [data["old"]["id"], data["new"]["id"], data["sources"][0]["id"]] == ["old", "old-2", "old-3"]


def test_two_states_of_one_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["init", "-q"],
        ["config", "user.name", "A"],
        ["config", "user.email", "a@example.org"],
    ):
        subprocess.run(["git", *arguments], check=True)
    for text in (OLD, NEW):
        (folder / "guide.txt").write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", "guide.txt"], check=True)
        subprocess.run(["git", "commit", "-qm", "x"], check=True)
    (folder / "guide.txt").write_text(OLD, encoding="utf-8")
    shared = ["-o", "-", "--format", "json"]
    both = json.loads(
        printed(["report", "--from-ref", "HEAD~1", "--to-ref", "HEAD", "guide.txt", *shared], capsys)
    )
    assert [both["old"]["id"], both["new"]["id"]] == ["guide@HEAD~1", "guide@HEAD"]
    assert [both["old"]["path"], len(both["findings"])] == ["guide.txt", 1]
    tree = json.loads(printed(["report", "--from-ref", "HEAD~1", "guide.txt", *shared], capsys))
    assert [tree["new"]["id"], tree["findings"]] == ["guide", []]


def test_one_format_only_goes_to_the_screen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["report", "-o", "-"]) == 2
    assert capsys.readouterr().err == "reconcile: -o - prints one format, not 3; add --format yaml\n"


def test_an_alignment_that_loses_text_is_a_bug(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        report, "problems", lambda old, new, pairs: ["old sentence 1 is in 0 pairs, not in one"]
    )
    assert cli.run(["report", "--verify"]) == 3
    assert "old sentence 1 is in 0 pairs" in capsys.readouterr().err


def test_a_settled_finding_is_not_at_the_gate(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = json.loads(printed(["report", "-o", "-", "--format", "json"], capsys))["findings"][0]
    assert cli.run(["decide", finding["id"], "new", "--why", "counted", "--by", "A"]) == 0, (
        capsys.readouterr().err
    )
    capsys.readouterr()
    printed(["report", "--fail-on", "error"], capsys)


def test_explain_shows_steps_and_evidence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finding = json.loads(printed(["report", "-o", "-", "--format", "json"], capsys))["findings"][0]
    out = printed(["explain", finding["id"][:6]], capsys)
    assert out.startswith(f"{finding['id']}  error  conflicting ")
    assert "  old  old.txt:1:18\n       40" in out
    assert f"\nscore {finding['score']:g}, how likely a reader sees a changed fact\n  1. " in out
    assert cli.run(["explain", "zzz"]) == 2
    assert (
        capsys.readouterr().err == "reconcile: no finding is called 'zzz'; reconcile report lists their ids\n"
    )


def test_explain_wants_one_finding(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "new.txt").write_text(
        "The mill employs 55 people. It stands in Oslo by 7 rivers.\n", encoding="utf-8"
    )
    assert cli.run(["explain", ""]) == 2
    assert "findings begin with ''" in capsys.readouterr().err


def test_claims_say_what_is_read_and_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(["claims", "old.txt"], capsys)
    assert out.splitlines()[0].split()[:2] == ["1:18", "count"]
    assert out.endswith("\n1 claim in 2 sentences of old.txt, read as plain\n")
    rows = json.loads(printed(["claims", "old.txt", "--format", "json", "--type", "count"], capsys))
    assert [(row["line"], row["column"], row["claim"]) for row in rows] == [(1, 18, "count")]
    data = yaml.safe_load(printed(["claims", "old.txt", "--format", "yaml", "--type", "count"], capsys))
    assert (data["document"], data["claims"]) == ("old.txt", rows)
    assert cli.run(["claims", "old.txt", "--type", "cuont"]) == 2
    assert capsys.readouterr().err == "reconcile: there is no claim type 'cuont'; use count\n"


def test_a_pack_there_is_none_of_is_told_where_it_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    why = "rule pack 'nopack' is neither one of core, international-relations nor a folder\n"
    assert cli.run(["report", "--rules", "nopack"]) == 2
    assert capsys.readouterr().err == f"reconcile: {why}"
    (folder / "reconcile.yaml").write_text(f"{PROJECT}rules: [core, nopack]\n", encoding="utf-8")
    for command in ("report", "check"):
        told = ["--against", "old.txt", "new.txt"] if command == "check" else []
        assert cli.run([command, *told]) == 2
        assert capsys.readouterr().err == f"reconcile.yaml:5:15: rules[1]: {why}"


@pytest.mark.parametrize(
    "command", [["report"], ["facts"], ["decisions"], ["check", "--against", "old.txt", "new.txt"]]
)
def test_decisions_that_are_a_file_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    (folder / "reconcile.yaml").write_text(f"{PROJECT}decisions: source.txt\n", encoding="utf-8")
    told = "decisions: 'source.txt' is a file; give a folder, such as reconcile.decisions"
    for _ in "ab":  # the second time the project comes from the cache
        assert cli.run(command) == 2
        assert capsys.readouterr().err == f"reconcile.yaml:5:12: {told}\n"


def test_a_given_folder_of_decisions_that_is_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["facts", "--decisions", "old.txt"]) == 2
    assert capsys.readouterr().err == "reconcile: --decisions: old.txt is a file; give a folder\n"


def test_rules_are_listed_and_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "rules.yaml").write_text(RULE, encoding="utf-8")
    out = printed(["rules", "list", "--rules", "core", "--rules", "mine"], capsys)
    assert "\nseat " in out
    out = printed(["rules", "explain", "seat", "--rules", "core", "--rules", "mine"], capsys)
    assert "  reads: {subject:name} wed (the)? {object:name} (in)? {date:date}?\n" in out
    assert "  unsure is a matter of level note\n  silent:\n    old  A" in out


def test_a_user_s_rules_are_tested(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mine").mkdir()
    path = folder / "mine" / "rules.yaml"
    path.write_text(RULE, encoding="utf-8")
    assert printed(["rules", "test", "mine"], capsys) == "1 rules, 2 examples, 0 failed\n"
    path.write_text(RULE.replace("relation: conflicting", "relation: narrower"), encoding="utf-8")
    assert cli.run(["rules", "test", "mine"]) == 1
    out, err = capsys.readouterr()
    assert out == "1 rules, 2 examples, 1 failed\n"
    assert err.startswith(
        "seat: examples.speaks[0] should be narrower error (event): conflicting error (seat)"
    )
    path.write_text(RULE.replace("since: wed", "sinse: 5"), encoding="utf-8")
    path.write_text(RULE.replace("{event: wed}", "{evnt: wed}"), encoding="utf-8")
    assert cli.run(["rules", "test", "mine"]) == 2
    assert capsys.readouterr().err.startswith("seat: event has no option 'evnt'; known: ")


def test_an_example_that_should_be_silent_and_is_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()
    text = RULE.replace('new: "Alba wed the Union in 1999."', 'new: "Alba wed the Union in 1998."')
    (folder / "mine" / "rules.yaml").write_text(text, encoding="utf-8")
    assert cli.run(["rules", "test", "mine"]) == 1
    assert "examples.silent[0] is not silent: conflicting error" in capsys.readouterr().err


def test_explain_tells_evidence_and_sides_that_are_not_there() -> None:
    sources = [reconcile.read(b"It rains. The Union comprises Alba and Bora.", name="source.txt")]
    result = reconcile.compare(
        "The Union comprises Alba, Bora and Cira.",
        "The Union comprises Alba and Bora.\n\nIt was founded to trade in timber and wool.",
        sources=sources,
    )
    changed, added = result.findings
    evidence = Evidence(
        source="source",
        old=Label.REFUTES,
        new=Label.SUPPORTS,
        rule="membership-list",
        why="the list is complete",
        text="The Union comprises Alba and Bora.",
        span=Span(10, 44),
    )
    told = "\n".join(explained(replace(changed, evidence=(evidence,)), result))
    assert "\nevidence\n  source.txt:1:11: refutes old, supports new\n" in told
    assert "\n       rule membership-list: the list is complete\n" in told
    assert "       read as members ['Alba', 'Bora', 'Cira']" in told
    silent = "\n".join(explained(replace(added, evidence=()), result))
    assert "\n  old  " not in silent
    assert "\nno source speaks of it\n" in silent


RULE = """\
- id: seat
  claim: event
  message: "{subject}: {old} became {new}"
  why: "one date"
  options: {event: wed}
  patterns: ["{subject:name} wed (the)? {object:name} (in)? {date:date}?", "nothing {object:name}"]
  levels: {unsure: note}
  examples:
    silent: [{old: "Alba wed the Union in 1999.", new: "Alba wed the Union in 1999."}]
    speaks: [{old: "Alba wed the Union in 1999.", new: "Alba wed the Union in 2001.",
      relation: conflicting, level: error}]
"""
