"""decide, decisions and facts, as a person calls them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from reconcile import cli
from reconcile.decisions.read import load

OLD = "# The league\n\nThe River League has 5 members. Its seat is in Port Salin. It was founded in 1999.\n"
NEW = "# The league\n\nThe River League has 4 members. Its seat is in Port Salin. It was founded in 1998.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(NEW, encoding="utf-8")
    text = "old: a.txt\nnew: b.txt\nreports: {formats: [yaml]}\ncheck: {documents: []}\n"
    (tmp_path / "reconcile.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "user.name", "Ana"], check=True)
    return tmp_path


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def findings(run, project: Path) -> dict[str, dict]:
    assert run("report")[0] == 0
    report = yaml.safe_load((project / "reports" / "report.yaml").read_text(encoding="utf-8"))
    return {finding["old"]["text"]: finding for finding in report["findings"] if finding["old"]}


@pytest.fixture
def id(findings: dict[str, dict]) -> str:
    return next(finding["id"] for finding in findings.values() if finding["claim"] in ("count", "number"))


def test_a_finding_is_settled_by_the_beginning_of_its_id(run, id: str) -> None:
    code, out, err = run("decide", id[:7], "new", "--why", "the list has four")
    assert (code, err) == (0, "")
    (made,) = load(Path("reconcile.decisions"))
    assert out == f"{id}  new (“{made.settled[0].text}”)  {made.path}\n"
    assert (made.status, made.why, made.by, made.day) == (
        "new", "the list has four", "Ana", date.today().isoformat(),
    )  # fmt: skip
    assert run("report")[0] == 0
    report = yaml.safe_load(Path("reports/report.yaml").read_text(encoding="utf-8"))
    told = next(finding["decision"] for finding in report["findings"] if finding["id"] == id)
    assert (told["status"], told["state"], told["by"]) == ("new", "settled", "Ana")


def test_options_of_a_decision(run, id: str) -> None:
    arguments = ("--why", "both are wrong", "--value", "6 members", "--expires", "2040-01-01", "--by", "Bo")
    assert run("decide", id, "neither", *arguments)[0] == 0
    (made,) = load(Path("reconcile.decisions"))
    assert (made.settled[0].text, made.expires, made.by) == ("6 members", "2040-01-01", "Bo")
    assert run("decide", id, "later", "--decisions", "elsewhere")[0] == 0
    assert load(Path("elsewhere"))[0].status == "later"


def test_a_written_report_will_do_and_so_will_two_files(run, id: str) -> None:
    Path("b.txt").rename("c.txt")
    Path("c.txt").rename("b.txt")
    assert run("decide", id, "old", "--why", "counted", "reports/report.yaml")[0] == 0
    assert run("decide", id, "new", "a.txt", "b.txt", "--why", "counted again")[0] == 0
    assert [one.status for one in load(Path("reconcile.decisions"))] == ["new"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "give ID and DECISION, or --from FILE"),
        (("ID", "new"), 'a decision needs its reason; add --why "…"'),
        (("ID", "newish", "--why", "x"), '"newish" is no decision; did you mean "new"?'),
        (("ID", "neither", "--why", "x"), '"neither" says that both texts are wrong'),
        (
            ("zzz", "new", "--why", "x"),
            'no finding has an id that begins with "zzz"; reconcile review --terminal',
        ),
        (("ID", "new", "--why", "x", "reconcile.yaml"), "reconcile.yaml: is no report of format 1"),
        (("ID", "new", "--why", "x", "--expires", "soon"), 'expires: "soon" is no day'),
    ],
)
def test_mistakes_are_told(run, id: str, arguments: tuple[str, ...], why: str) -> None:
    code, out, err = run("decide", *(id if word == "ID" else word for word in arguments))
    assert (code, out) == (2, "")
    assert why in err


def test_a_beginning_that_fits_several_is_told(run, findings: dict[str, dict]) -> None:
    assert len(findings) > 1
    code, _, err = run("decide", "", "new", "--why", "x")
    assert code == 2
    assert "give ID and DECISION" in err
    one = next(iter(findings.values()))["id"]
    code, _, err = run("decide", one[:-1] + ("0" if one[-1] != "0" else "1"), "new", "--why", "x")
    assert (code, f"did you mean {one}?" in err) == (2, True)


def test_a_bundle_is_written_and_what_is_gone_is_told(run, id: str) -> None:
    rows = [
        {"id": id, "status": "both", "why": "two counts", "day": "2031-01-31", "key": "k"},
        {"id": "nowhere", "status": "new"},
    ]
    Path("bundle.json").write_text(
        json.dumps({"format": 1, "by": "Cleo", "decisions": rows}), encoding="utf-8"
    )
    code, out, err = run("decide", "--from", "bundle.json")
    assert code == 1
    assert out.endswith("1 of 2 decisions written\n")
    assert err == "reconcile: nowhere: the report has no such finding any more; look at it again\n"
    (made,) = load(Path("reconcile.decisions"))
    assert (made.status, made.by, made.day) == ("both", "Cleo", "2031-01-31")
    assert run("decide", "--from", "bundle.json", "--by", "Bo", "a.txt", "b.txt")[0] == 1
    assert load(Path("reconcile.decisions"))[0].by == "Bo"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "bundle.json: is no bundle of decisions: "),
        ("[]", "bundle.json: is no bundle of decisions; it is the file the page's Download gives"),
        (
            '{"format": 1, "decisions": [{"id": "a", "status": 7}, 7]}',
            "decisions[0].status must be text, not 7",
        ),
        ('{"format": 1, "decisions": [7]}', "bundle.json: decisions[0] must be a mapping with id and status"),
        ('{"format": 1, "decisions": [{"status": "new"}]}', "bundle.json: decisions[0].id is missing"),
    ],
)
def test_what_is_no_bundle_is_told(run, text: str, why: str) -> None:
    Path("bundle.json").write_text(text, encoding="utf-8")
    code, _, err = run("decide", "--from", "bundle.json")
    assert code == 2
    assert why in err


def test_without_decisions_there_is_little_to_say(run) -> None:
    assert run("decisions") == (0, "nothing was decided yet\n", "")
    assert run("decisions", "--stats") == (0, "nothing was decided yet\n", "")
    assert run("decisions", "--stale") == (0, "no decision is stale\n", "")
    assert run("facts")[1].startswith("no fact is settled yet")
    assert yaml.safe_load(run("facts", "--format", "yaml")[1]) == {"format": 1, "facts": []}


def test_the_list_of_decisions(run, id: str) -> None:
    run("decide", id, "new", "--why", "counted", "--expires", "2031-12-31")
    code, out, _ = run("decisions", "--today", "2031-12-31")
    assert code == 0
    assert out.splitlines()[0].split() == [
        "id",
        "decision",
        "subject",
        "claim",
        "settled",
        "by",
        "day",
        "expires",
    ]
    assert out.splitlines()[1].startswith(f"{id}  new")
    assert out.endswith("\n1 decision\n")
    assert "2031-12-31 (expired)" in run("decisions", "--today", "2032-01-01")[1]
    assert run("decisions", "--today", "2032-01-01")[1].endswith("\n1 decision, 1 expired\n")
    code, _, err = run("decisions", "--today", "tomorrow")
    assert (code, err) == (2, 'reconcile: --today: "tomorrow" is no day; write it as 2031-12-31\n')


def test_committing_the_settled_text_makes_nothing_stale(run, findings: dict[str, dict]) -> None:
    for finding in findings.values():
        assert run("decide", finding["id"], "new", "--why", "counted")[0] == 0
    Path("a.txt").write_text(NEW, encoding="utf-8")
    assert run("decisions", "--stale")[1] == "no decision is stale\n"
    Path("a.txt").write_text(OLD, encoding="utf-8")
    Path("b.txt").write_text(OLD, encoding="utf-8")
    assert run("decisions", "--stale")[1] == "no decision is stale\n"


def test_what_no_document_states_is_stale_and_dropped_on_request(run, id: str) -> None:
    run("decide", id, "new", "--why", "counted")
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("The weather was fine.\n", encoding="utf-8")
    code, out, _ = run("decisions", "--stale")
    assert code == 0
    assert id in out
    assert len(load(Path("reconcile.decisions"))) == 1
    (made,) = load(Path("reconcile.decisions"))
    assert run("decisions", "--drop-stale") == (0, f"deleted: {made.path}\n", "")
    assert load(Path("reconcile.decisions")) == ()


def test_false_alarms_by_rule(run, findings: dict[str, dict]) -> None:
    for number, finding in enumerate(findings.values()):
        run(
            "decide",
            finding["id"],
            "later" if number > 1 else "false-alarm" if number else "new",
            "--why",
            "x",
        )
    rows = [line.split() for line in run("decisions", "--stats")[1].splitlines()]
    assert rows[0] == ["rule", "decided", "false", "alarms", "precision"]
    assert sum(int(row[1]) for row in rows[1:]) == 2
    assert sum(int(row[2]) for row in rows[1:]) == 1


def test_the_settled_facts(run, id: str, findings: dict[str, dict]) -> None:
    run("decide", id, "new", "--why", "counted", "--expires", "2031-12-31")
    others = [finding["id"] for finding in findings.values() if finding["id"] != id]
    run("decide", others[0], "false-alarm", "--why", "x")
    out = run("facts", "--today", "2031-01-01")[1]
    assert len(out.splitlines()) == 2
    assert "River League" in out
    (fact,) = yaml.safe_load(run("facts", "--format", "yaml", "--today", "2031-01-01")[1])["facts"]
    assert fact["text"].startswith("4")
    assert (fact["since"], fact["by"], fact["sources"]) == (date.today().isoformat(), "Ana", [])
    assert run("facts", "--today", "2032-01-01")[1].startswith("no fact is settled yet")


def test_a_mistake_in_a_decision_is_told_with_its_place(run) -> None:
    Path("reconcile.decisions").mkdir()
    Path("reconcile.decisions/x.yaml").write_text("status: newish\n", encoding="utf-8")
    code, _, err = run("decisions")
    assert code == 2
    assert 'reconcile.decisions/x.yaml:1:9: "newish" is no decision; did you mean "new"?' in err.splitlines()


def test_without_git_nobody_is_named(run, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert run("decide", id, "new", "--why", "counted")[0] == 0
    assert load(Path("reconcile.decisions"))[0].by == ""
