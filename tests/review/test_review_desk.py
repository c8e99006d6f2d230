"""The desk: what is pending, what is settled, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from review_cases import DAY, result

from reconcile.decisions.bundle import Word
from reconcile.decisions.make import decide
from reconcile.decisions.read import load
from reconcile.decisions.write import save
from reconcile.errors import FatalError
from reconcile.review.desk import UNDO, WITHDRAW, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(findings=result(4).findings, folder=tmp_path / "decisions", by="Ana", day=DAY)


def ids(desk: Desk) -> list[str]:
    return [finding.id for finding in desk.findings]


def test_nothing_decided_is_all_pending_and_makes_no_folder(desk: Desk) -> None:
    assert desk.state() == {}
    assert [finding.id for finding, _ in desk.pending()] == ids(desk)
    assert not desk.folder.exists()


def test_settling_names_who_and_when(desk: Desk) -> None:
    first, second, third, _ = ids(desk)
    words = [
        Word(id=first, status="new", why="counted"),
        Word(id=second, status="later"),
        Word(id=third, status="old", by="Bo", day="2030-01-01", expires="2040-01-01"),
    ]
    assert desk.settle(words) == ()
    state = desk.state()
    assert [state[id]["by"] for id in (first, second, third)] == ["Ana", "Ana", "Bo"]
    assert [state[id]["day"] for id in (first, second, third)] == [DAY, DAY, "2030-01-01"]
    assert [finding.id for finding, _ in desk.pending()] == [second, ids(desk)[3]]
    assert list(desk.state({third})) == [third]


def test_what_cannot_be_settled_is_told_and_the_rest_is_written(desk: Desk) -> None:
    first, second, *_ = ids(desk)
    problems = desk.settle(
        [Word(id="nowhere", status="new"), Word(id=first, status="neither"), Word(id=second, status="new")]
    )
    assert problems[0] == "nowhere: the report has no such finding any more; look at it again"
    assert problems[1].startswith(f'{first}: "neither" says that both texts are wrong')
    assert list(desk.state()) == [second]


def test_undoing_a_first_decision_deletes_its_file(desk: Desk) -> None:
    first = ids(desk)[0]
    desk.settle([Word(id=first, status="new")])
    desk.settle([Word(id=first, status=UNDO)])
    assert load(desk.folder) == ()


def test_undoing_gives_what_stood_before(desk: Desk) -> None:
    finding = desk.findings[0]
    before = decide(finding, "old", day="2029-01-01", why="long ago", by="Bo", expires="2040-01-01")
    path = save(desk.folder, before)
    path.write_text("# keep me\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    desk.settle([Word(id=finding.id, status="new")])
    desk.settle([Word(id=finding.id, status="both")])
    desk.settle([Word(id=finding.id, status=UNDO)])
    assert load(desk.folder)[0].status == "new"
    desk.settle([Word(id=finding.id, status=UNDO)])
    assert load(desk.folder) == (before,)
    assert path.read_text(encoding="utf-8").startswith("# keep me\n")


def test_undoing_brings_back_the_decision_about_another_change_that_was_replaced(desk: Desk) -> None:
    finding = desk.findings[0]
    earlier = decide(replace(finding, id="00000000beef"), "old", day="2029-01-01", why="long ago", by="Bo")
    path = save(desk.folder, earlier)
    path.write_text("# keep me\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    desk.settle([Word(id=finding.id, status="new")])
    assert [one.id for one in load(desk.folder)] == [finding.id]
    desk.settle([Word(id=finding.id, status=UNDO)])
    assert load(desk.folder) == (earlier,)
    assert path.read_text(encoding="utf-8").startswith("# keep me\n")
    desk.settle([Word(id=finding.id, status=UNDO)])
    assert load(desk.folder) == (earlier,)


def test_there_is_no_more_to_undo_than_was_done_here(desk: Desk) -> None:
    before = decide(desk.findings[0], "old", day="2029-01-01")
    save(desk.folder, before)
    desk.settle([Word(id=before.id, status=UNDO), Word(id="nowhere", status=UNDO)])
    assert load(desk.folder) == (before,)


def test_a_decision_can_be_withdrawn_and_that_undone(desk: Desk) -> None:
    before = decide(desk.findings[0], "old", day="2029-01-01")
    save(desk.folder, before)
    desk.settle([Word(id=before.id, status="new")])
    desk.settle([Word(id=before.id, status=WITHDRAW)])
    assert load(desk.folder) == ()
    desk.settle([Word(id=before.id, status=UNDO)])
    assert load(desk.folder)[0].status == "new"
    desk.settle([Word(id=before.id, status=UNDO)])
    assert load(desk.folder) == (before,)


def test_what_another_reviewer_writes_is_seen(desk: Desk) -> None:
    first, second, *_ = desk.findings
    desk.settle([Word(id=first.id, status="new")])
    assert list(desk.state()) == [first.id]
    save(desk.folder, decide(second, "old", day=DAY, by="Bo"))
    save(desk.folder, decide(first, "both", day=DAY, by="Bo", why="a longer reason"))
    assert {id: said["status"] for id, said in desk.state().items()} == {first.id: "both", second.id: "old"}


def test_findings_of_one_key_are_settled_one_by_one(tmp_path: Path) -> None:
    one, two = (replace(finding, key="abcdabcdabcd") for finding in result(2).findings)
    desk = Desk(findings=(one, two), folder=tmp_path, by="Ana", day=DAY)
    desk.settle([Word(id=one.id, status="new")])
    desk.settle([Word(id=two.id, status="old")])
    assert {id: said["status"] for id, said in desk.state().items()} == {one.id: "new", two.id: "old"}
    desk.settle([Word(id=one.id, status=WITHDRAW)])
    assert desk.state()[two.id]["status"] == "old"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "decisions").write_text("", encoding="utf-8")
    desk = Desk(findings=result(1).findings, folder=tmp_path / "decisions", by="Ana", day=DAY)
    with pytest.raises(FatalError, match="cannot be written"):
        desk.settle([Word(id=desk.findings[0].id, status="new")])
