"""Decisions follow a document to its new name: keys and ids made anew, comments kept, nothing lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from decision_cases import DAY, evidence, finding

from reconcile import cli
from reconcile.claim import Qualifiers
from reconcile.decisions.decision import STATUSES, Decision
from reconcile.decisions.following import follow
from reconcile.decisions.make import decide
from reconcile.decisions.read import load
from reconcile.decisions.renamed import Named, home, is_of, renamed
from reconcile.decisions.write import save, save_all
from reconcile.errors import ConfigError
from reconcile.identity import finding_id, key
from reconcile.result import Finding

OLD, NEW = Named("docs/a.md", "a"), Named("docs/b.md", "b")


def found(document: Named, old: int | None = 5, new: int | None = 4, **parts: object) -> Finding:
    """A finding as a check makes it of this document."""
    made = finding(old, new, **parts)  # type: ignore[arg-type]
    sides = [
        side and replace(side, document=name)
        for side, name in ((made.old, f"{document.path}@HEAD"), (made.new, document.path))
    ]
    own = key(document.id, made.claim, made.subject, made.object, Qualifiers())
    values = [side.value if side else None for side in sides]
    return replace(made, key=own, id=finding_id(own, *values), old=sides[0], new=sides[1])


def settle(document: Named, status: str = "new", day: str = DAY, **parts: object) -> Decision:
    return decide(found(document, **parts), status, day=day, why="counted", by="Ana", value="six")


# ---------------------------------------------------------------- whose a decision is


def test_another_documents_decision_is_not_of_this_one() -> None:
    assert not is_of(settle(NEW), OLD)
    assert not is_of(settle(Named("other/a.md", "a")), OLD)  # of the same name, and another file
    assert not is_of(replace(settle(OLD), subject="Another League"), OLD)
    assert home(settle(OLD), lambda path: "handbook") is None
    assert home(replace(settle(OLD), documents=("a@HEAD", "a")), lambda path: "a") is None


def test_a_decision_is_of_the_file_it_names_or_of_the_id() -> None:
    assert is_of(settle(OLD), OLD)
    assert is_of(replace(settle(OLD), documents=("a@HEAD", "a")), OLD)
    assert home(settle(OLD), lambda path: Path(path).stem) == OLD
    across = replace(settle(OLD), documents=("docs/notes.md", "docs/a.md"))
    assert home(across, lambda path: Path(path).stem) == OLD


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("old", "new"), [(5, 4), (None, 4), (5, None)])
def test_a_decision_is_as_if_it_were_made_under_the_new_name(
    status: str, old: int | None, new: int | None
) -> None:
    after = renamed(settle(OLD, status, old=old, new=new), OLD, NEW)
    wanted = settle(NEW, status, old=old, new=new)
    if status == "later":  # holds no values to make the id of
        assert after.id == settle(OLD, status, old=old, new=new).id
        after = replace(after, id=wanted.id)
    assert after == wanted
    assert renamed(after, OLD, NEW) == after


def test_what_a_document_says_against_itself_or_a_source_against_it_goes_along() -> None:
    alone = replace(settle(OLD, old=None), key=key("a", "count", "River League", "internal", Qualifiers()))
    assert renamed(alone, OLD, NEW).key == key("b", "count", "River League", "internal", Qualifiers())
    refuted = found(OLD, old=None, evidence=(evidence("minutes", None, "refutes"),))
    stated = refuted.new.value if refuted.new else None
    refuted = replace(refuted, kind="source", id=finding_id(refuted.key, {"source": "minutes"}, stated))
    after = renamed(decide(refuted, "new", day=DAY, why="x"), OLD, NEW)
    assert after.id == finding_id(after.key, {"source": "minutes"}, stated)
    assert "minutes" in after.documents


# ---------------------------------------------------------------- their files


def always(decision: Decision) -> bool:
    return True


def test_nothing_is_written_where_nothing_is_to_follow(tmp_path: Path) -> None:
    path = save(tmp_path, settle(NEW))
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert follow(tmp_path, [(OLD, NEW)], always) == ()
    save(tmp_path, settle(OLD))
    assert follow(tmp_path, [(OLD, NEW)], lambda decision: False) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_the_file_has_the_new_key_in_its_name_and_keeps_comments(tmp_path: Path) -> None:
    path = save(tmp_path, settle(OLD))
    path.write_text("# asked Bo\nticket: 7\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    (moved,) = follow(tmp_path, [(OLD, NEW)], always)
    wanted = settle(NEW)
    assert moved.path.name == f"river-league-{wanted.key}.yaml"
    assert moved.path.read_text(encoding="utf-8").startswith("# asked Bo\nticket: 7\n")
    assert load(tmp_path) == (wanted,)
    assert follow(tmp_path, [(OLD, NEW)], always) == ()


def test_a_name_a_person_gave_stays(tmp_path: Path) -> None:
    save(tmp_path, settle(OLD)).rename(tmp_path / "league.yaml")
    (moved,) = follow(tmp_path, [(OLD, NEW)], always)
    assert moved.path == tmp_path / "league.yaml"
    assert load(tmp_path) == (settle(NEW),)


def test_documents_that_change_places(tmp_path: Path) -> None:
    save_all(tmp_path, [settle(OLD), settle(NEW, new=3)])
    assert len(follow(tmp_path, [(OLD, NEW), (NEW, OLD)], always)) == 2
    assert sorted(load(tmp_path), key=lambda one: one.key) == sorted(
        [settle(NEW), settle(OLD, new=3)], key=lambda one: one.key
    )


def test_findings_that_share_a_key_stay_apart(tmp_path: Path) -> None:
    made, wanted = ([settle(document, new=number) for number in (4, 3)] for document in (OLD, NEW))
    save_all(tmp_path, made, apart={made[0].key: {one.id for one in made}})
    follow(tmp_path, [(OLD, NEW)], always)
    one, other = load(tmp_path)
    assert [one, other] in ([wanted[0], wanted[1]], [wanted[1], wanted[0]])


@pytest.mark.parametrize(("day", "stands"), [("2030-01-01", "4"), (DAY, "3"), ("2040-01-01", "3")])
def test_of_two_words_on_one_fact_the_later_stands(tmp_path: Path, day: str, stands: str) -> None:
    save_all(tmp_path, [settle(OLD), settle(NEW, day=day, old=4, new=3)])
    (moved,) = follow(tmp_path, [(OLD, NEW)], always)
    (left,) = load(tmp_path)
    assert left == moved.after
    assert left.settled[0].text == f"{stands} members"
    assert moved.instead is not None
    assert moved.path == Path(left.path or "")


def test_what_was_decided_with_the_rename_stands_where_it_is(tmp_path: Path) -> None:
    since = replace(settle(NEW, new=3), documents=("docs/a.md@HEAD", "docs/b.md"))
    save_all(tmp_path, [settle(OLD), since])
    (moved,) = follow(tmp_path, [(OLD, NEW)], always)
    assert load(tmp_path) == (since,)
    assert moved.after == since
    assert moved.instead == settle(NEW)


def test_two_words_that_go_to_one_fact_are_one(tmp_path: Path) -> None:
    third = Named("docs/c.md", "c")
    save_all(tmp_path, [settle(OLD), settle(third, day="2040-01-01", new=3)])
    assert len(follow(tmp_path, [(OLD, NEW), (third, NEW)], always)) == 2
    assert load(tmp_path) == (settle(NEW, day="2040-01-01", new=3),)


def test_the_same_word_under_both_names_is_one(tmp_path: Path) -> None:
    save_all(tmp_path, [settle(OLD), settle(NEW)])
    follow(tmp_path, [(OLD, NEW)], always)
    assert load(tmp_path) == (settle(NEW),)


def test_a_broken_file_stops_all_before_anything_is_written(tmp_path: Path) -> None:
    path = save(tmp_path, settle(OLD))
    (tmp_path / "x.yaml").write_text("status: newish\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        follow(tmp_path, [(OLD, NEW)], always)
    assert sorted(one.name for one in tmp_path.glob("*.yaml")) == sorted([path.name, "x.yaml"])


# ---------------------------------------------------------------- reconcile decisions --renamed


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """In a repository whose docs/a.md has a decision."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    text = "The River League has 4 members.\n" + "It sails the river, which is long and wide.\n" * 5
    (tmp_path / OLD.path).write_text(text, encoding="utf-8")
    save(tmp_path / "reconcile.decisions", settle(OLD))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "x")

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.run(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], check=True)


def decided() -> Decision:
    (decision,) = load(Path("reconcile.decisions"))
    return decision


TOLD = (
    "reconcile: docs/a.md is docs/b.md now; 1 decision still to follow: "
    "reconcile decisions --renamed, then git add reconcile.decisions\n"
)


def test_without_a_rename_nothing_is_said_and_nothing_done(run) -> None:
    assert run("decisions")[2] == ""
    assert run("decisions", "--renamed") == (0, "no decision is to follow\n", "")
    git("rm", "-q", OLD.path)
    assert run("decisions")[2] == ""
    git("commit", "-qm", "x")
    assert run("decisions")[2] == ""
    assert run("decisions", "--renamed") == (0, "no decision is to follow\n", "")
    assert decided() == settle(OLD)


@pytest.mark.parametrize("names", [(), (OLD.path, NEW.path)])
@pytest.mark.parametrize("committed", [False, True])
def test_decisions_follow_when_asked_to(run, names: tuple[str, ...], committed: bool) -> None:
    git("mv", OLD.path, NEW.path)
    if committed:
        git("commit", "-qm", "x")
    assert run("decisions")[2] == TOLD
    assert run("decisions", "--stale")[1:] == ("no decision is stale\n", TOLD)
    assert run("decisions", "--drop-stale")[1:] == ("", TOLD)
    code, out, err = run("decisions", "--renamed", *names)
    made = decided()
    assert made == settle(NEW)
    told = f"{made.id}  new (“4 members” and “six”)  {made.path}\n"
    assert (code, out, err) == (0, f"{told}1 decision followed; next: git add reconcile.decisions\n", "")
    assert run("decisions", "--renamed", *names)[1] == "no decision is to follow\n"
    assert run("decisions")[2] == ""


def test_a_decision_of_a_report_names_its_document_by_the_id_and_follows_too(run) -> None:
    made = replace(settle(OLD), documents=("edition-1", "a"))
    save(Path("reconcile.decisions"), made)
    git("add", ".")
    git("commit", "-qm", "x")
    assert run("decisions")[2] == ""
    assert run("decisions", "--renamed")[1] == "no decision is to follow\n"
    git("mv", OLD.path, NEW.path)
    assert run("decisions")[2] == TOLD
    assert run("decisions", "--renamed")[0] == 0
    assert decided() == replace(settle(NEW), documents=("edition-1", "b"))
    assert run("decisions")[2] == ""


def test_names_are_seen_from_the_working_folder(run, monkeypatch: pytest.MonkeyPatch) -> None:
    git("mv", OLD.path, NEW.path)
    Path("reconcile.yaml").write_text("rules: [core]\n", encoding="utf-8")
    monkeypatch.chdir("docs")
    assert run("decisions", "--renamed", "a.md", "b.md")[0] == 0
    monkeypatch.chdir("..")
    assert decided() == settle(NEW)


def test_a_project_below_the_top_of_its_repository(run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("docs/reconcile.yaml").write_text("rules: [core]\n", encoding="utf-8")
    Path("reconcile.decisions").rename("docs/reconcile.decisions")
    git("mv", OLD.path, NEW.path)
    monkeypatch.chdir("docs")
    assert run("decisions")[2] == TOLD
    assert run("decisions", "--renamed")[0] == 0
    assert decided() == settle(NEW)


def test_mistakes_are_told(run) -> None:
    both = "reconcile: --renamed goes with OLD and NEW, or alone for all renames that git knows of\n"
    assert run("decisions", "--renamed", OLD.path) == (2, "", both)
    none = "reconcile: docs/b.md: there is no such file; give the old name and then the new one\n"
    assert run("decisions", "--renamed", OLD.path, NEW.path) == (2, "", none)
    folder = "reconcile: docs: is a folder; name a document, or none: then all follow that git knows of\n"
    assert run("decisions", "--renamed", OLD.path, "docs") == (2, "", folder)
    assert run("decisions", "--renamed", "--stale")[0] == 2
    assert decided() == settle(OLD)


def test_without_git_the_names_are_needed(run, tmp_path: Path) -> None:
    Path(OLD.path).rename(NEW.path)
    (tmp_path / ".git").rename(tmp_path / "elsewhere")
    assert run("decisions")[2] == ""
    assert run("decisions", "--renamed")[0] == 2
    assert run("decisions", "--renamed", OLD.path, NEW.path)[0] == 0
    assert decided() == settle(NEW)


def test_a_history_that_git_does_not_have(run, tmp_path: Path) -> None:
    git("mv", OLD.path, NEW.path)
    (tmp_path / ".git").rename(tmp_path / "elsewhere")
    git("init", "-q", "-b", "main")
    git("add", "docs", "reconcile.decisions")
    git("commit", "-qm", "x")
    told = (
        "reconcile: docs/a.md is not there any more, and git does not tell where it went; if renamed: "
        "reconcile decisions --renamed docs/a.md NEW, then git add reconcile.decisions\n"
    )
    assert run("decisions")[2] == told
    assert run("decisions", "--renamed")[1].startswith("no decision is to follow\n")
