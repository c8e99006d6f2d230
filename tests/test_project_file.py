"""The project file: everything it may hold, and all its mistakes at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import project
from reconcile.commands.init import TEMPLATE
from reconcile.errors import ConfigError, ReadError, UsageError

FULL = """\
old: {path: a\\b.txt, id: first, reader: plain, date: 2004-05-01, title: The first}
new: docs/b.txt
sources:
- minutes.txt
- {path: cable.txt}
rules: [core, packs/mine]
decisions: settled
reports: {folder: out, formats: [yaml]}
check: {documents: ["*.md"], exclude: [old.md], gate: changes}
"""


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        project.parse(text, "p.yaml")
    return caught.value.problems


@given(st.text(max_size=80))
def test_any_text_is_a_project_or_told_mistakes(text: str) -> None:
    try:
        made = project.parse(text, "p.yaml")
    except ConfigError as error:
        assert all(problem.startswith("p.yaml:") for problem in error.problems)  # noqa: PT017
    else:
        assert made.file == "p.yaml"


def test_every_part_is_optional() -> None:
    assert project.parse("", "p.yaml") == project.Project(file="p.yaml")
    assert project.parse("# nothing\n", "p.yaml").rules == ("core",)


def test_a_part_may_be_given_in_part() -> None:
    made = project.parse("reports: {formats: [json]}\ncheck: {gate: none}", "p.yaml")
    assert (made.reports.folder, made.reports.formats) == ("reports", ("json",))
    assert (made.check.gate, made.check.documents) == ("none", project.Check().documents)
    assert project.parse("reports: {folder: x}\ncheck: {exclude: []}", "p.yaml").reports.formats == (
        "yaml",
        "html",
    )


def test_the_template_of_init_is_a_project() -> None:
    made = project.parse(TEMPLATE, "reconcile.yaml")
    assert (made.old, made.rules, made.check.gate) == (None, ("core",), "conflicts")
    every_part = re.sub(r"(?m)^# (?=old:|new:|sources:|- )", "", TEMPLATE)
    uncommented = project.parse(every_part, "reconcile.yaml")
    assert uncommented.old
    assert uncommented.new
    assert uncommented.sources[0].date == "2004-05-01"


def test_a_full_file_is_read() -> None:
    made = project.parse(FULL, "p.yaml", Path("here"))
    assert made.old == project.Entry(
        path="a/b.txt", id="first", reader="plain", date="2004-05-01", title="The first"
    )
    assert made.new == project.Entry(path="docs/b.txt", id="b")
    assert [entry.id for entry in made.entries] == ["first", "b", "minutes", "cable"]
    assert made.rules == ("core", "packs/mine")
    assert (made.decisions, made.root) == ("settled", Path("here"))
    assert made.reports == project.Reports(folder="out", formats=("yaml",))
    assert made.check == project.Check(documents=("*.md",), exclude=("old.md",), gate="changes")


def test_every_mistake_at_once() -> None:
    text = """\
odl: x.txt
new: {pth: b.txt, id: c}
sources: minutes.txt
rules: [core, {a: b}]
decisions:
reports: {folder: [], format: yaml}
check: {gate: conflict, exclude: "x"}
"""
    assert problems(text) == [
        "p.yaml:1:1: unknown key 'odl'; did you mean 'old'?",
        "p.yaml:2:6: new: no 'path'; add path: FILE",
        "p.yaml:2:7: new: unknown key 'pth'; did you mean 'path'?",
        "p.yaml:3:10: sources: 'minutes.txt' stands here; give a list",
        "p.yaml:4:15: rules[1]: a mapping stands here; give a text",
        "p.yaml:5:11: decisions: nothing stands here; give a text",
        "p.yaml:6:19: reports.folder: a list stands here; give a text",
        "p.yaml:6:23: reports: unknown key 'format'; did you mean 'formats'?",
        "p.yaml:7:15: check.gate: 'conflict' is not one of them; did you mean 'conflicts'?",
        "p.yaml:7:34: check.exclude: 'x' stands here; give a list",
    ]


def test_a_date_that_is_none() -> None:
    text = "sources:\n- {path: a.txt, date: 2004-05}\n- path: b.txt\n  date: yesterday\n"
    told = "sources[1].date: 'yesterday' is no date; write it as 2004-05-01, 2004-05 or 2004"
    assert problems(text) == [f"p.yaml:4:9: {told}"]


def test_each_part_that_others_judge_has_its_place() -> None:
    made = project.parse("rules: [core,\n  nopack]\ndecisions: x\n", "p.yaml")
    assert made.mistake("rules[1]", "is bad").problems == ["p.yaml:2:3: rules[1]: is bad"]
    assert made.mistake("decisions", "is bad").problems == ["p.yaml:3:12: decisions: is bad"]
    assert project.parse("", "p.yaml").mistake("decisions", "x").problems == ["p.yaml: decisions: x"]
    assert project.Project().mistake("decisions", "x").problems == ["decisions: x"]


def test_an_empty_document() -> None:
    assert problems("old: {}") == ["p.yaml:1:6: old: no 'path'; add path: FILE"]


def test_a_list_where_a_document_should_stand() -> None:
    assert problems("old: [a.txt]") == ["p.yaml:1:6: old: a list stands here; give a mapping (key: value)"]


def test_two_documents_of_one_name() -> None:
    text = "old: a/x.txt\nnew: b/x.txt\nsources: [{path: c.txt, id: x}, d.txt]"
    assert problems(text) == [
        "p.yaml:2:6: two documents are called 'x'; give one of them another id",
        "p.yaml:3:11: two documents are called 'x'; give one of them another id",
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_a_file_that_would_overflow_the_stack(text: str) -> None:
    assert problems(text)[0].endswith(": nested more than 40 deep; write it flatter")


def test_aliases_are_refused_and_stars_are_not() -> None:
    assert problems("rules: &x [core]\nreports: {formats: *x}") == [
        "p.yaml:2:20: an alias stands here; write the value out"
    ]
    assert project.parse('check: {documents: ["**/*.md"]}', "p.yaml").check.documents == ("**/*.md",)


def test_a_file_that_is_no_mapping() -> None:
    assert problems("- a") == ["p.yaml:1:1: a list stands here; give a mapping (key: value)"]


def test_the_file_is_sought_upward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / project.NAME).write_text("rules: [mine]", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "a" / "b")
    assert project.find(Path()) == tmp_path / project.NAME
    assert project.load_nearest().root == tmp_path
    monkeypatch.chdir(tmp_path)
    here = project.load_nearest()
    assert (here.file, here.root, here.rules) == ("reconcile.yaml", Path(), ("mine",))
    assert project.load_nearest(str(tmp_path)).rules == ("mine",)


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert project.load_nearest() == project.Project()
    with pytest.raises(ReadError, match=r"none\.yaml: cannot be read: No such file"):
        project.load_nearest("none.yaml")


def test_what_is_missing_for_a_comparison_is_said() -> None:
    full = project.parse(FULL, "p.yaml")
    assert project.needs_versions(full) == (full.old, full.new)
    with pytest.raises(UsageError, match=r"^no reconcile.yaml here or above; give two files"):
        project.needs_versions(project.Project())
    with pytest.raises(
        UsageError, match=r"^p.yaml: no 'new' version; add a line `new: PATH`, or give OLD NEW$"
    ):
        project.needs_versions(project.parse("old: a.txt", "p.yaml"))
    with pytest.raises(UsageError, match=r"no 'old' version"):
        project.needs_versions(project.parse("new: a.txt", "p.yaml"))
