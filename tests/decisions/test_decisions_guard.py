"""What a decision says of a fact as it is stated later."""

from __future__ import annotations

from dataclasses import replace

import pytest
from decision_cases import DAY, count, evidence, finding, result, side

from reconcile.decisions.decision import STATUSES, statement
from reconcile.decisions.guard import Guard, by_key, guard, in_force, stale
from reconcile.decisions.make import decide, shared_keys
from reconcile.decisions.overlay import lay_over
from reconcile.errors import UsageError


def told(status: str, later, decided=None, **more):
    """The `decision` of the finding `later` after `decided` was settled as `status`."""
    made = decide(decided or finding(), status, day=DAY, **more)
    (found,) = lay_over(result(later), [made]).findings
    return found.decision


def test_a_finding_nobody_decided_is_open() -> None:
    assert lay_over(result(finding()), []).findings[0].decision == {"status": "open"}


@pytest.mark.parametrize("status", ["new", "both", "false-alarm"])
def test_the_same_finding_is_settled_and_silent(status: str) -> None:
    decision = told(status, finding(), why="counted", by="Ana")
    assert decision["status"] == status
    assert decision["state"] == "settled"
    assert (decision["why"], decision["by"], decision["day"]) == ("counted", "Ana", DAY)
    assert "reason" not in decision


def test_later_stays_to_do() -> None:
    assert told("later", finding())["state"] == "later"


def test_committing_the_settled_text_keeps_the_decision() -> None:
    """Next week's edit changes 4 to 4 beside other words, or another version is the old one."""
    decision = told("new", finding(old=7, new=4))
    assert (decision["status"], decision["state"]) == ("new", "settled")


def test_old_is_right_and_the_new_version_still_says_otherwise() -> None:
    decision = told("old", finding())
    assert decision["state"] == "settled"
    assert decision["reason"] == "the new version still states “4 members”; settled is “5 members”"


def test_a_rejected_value_that_comes_back_conflicts() -> None:
    decision = told("new", finding(old=4, new=5))
    assert (decision["status"], decision["state"]) == ("open", "conflicts")
    assert decision["reason"] == f"“5 members” was rejected on {DAY}; settled is “4 members”"
    assert decision["was"]["status"] == "new"


@pytest.mark.parametrize("status", ["new", "old", "both", "false-alarm"])
def test_a_value_nobody_saw_opens_it_again(status: str) -> None:
    decision = told(status, finding(old=4, new=9))
    assert (decision["status"], decision["state"]) == ("open", "reopened")
    assert decision["reason"] == f"“9 members” was neither settled nor rejected on {DAY}"


def test_neither_guards_the_value_that_was_given() -> None:
    assert told("neither", finding(old=4, new=6), value="6")["state"] == "settled"
    assert told("neither", finding(old=6, new=4), value="6")["state"] == "conflicts"
    assert told("neither", finding(old=4, new=7), value="6")["state"] == "reopened"


def test_neither_says_that_the_text_is_still_wrong() -> None:
    decision = told("neither", finding(), value="6 members")
    assert decision["reason"] == "the new version still states “4 members”; settled is “6 members”"


def test_new_evidence_opens_it_again() -> None:
    before = finding(evidence=(evidence("gazette", "refutes", "supports"),))
    after = finding(
        evidence=(
            evidence("gazette", "refutes", "supports"),
            evidence("herald", "supports", "refutes", "Five states belong to it."),
        )
    )
    assert told("new", before, before)["state"] == "settled"
    decision = told("new", after, before)
    assert decision["state"] == "reopened"
    assert decision["reason"] == f"what the sources say of “5 members” has changed since {DAY}"


def test_evidence_that_says_nothing_or_was_reflowed_changes_nothing() -> None:
    before = finding(evidence=(evidence("gazette", "refutes", "supports"),))
    after = finding(
        evidence=(
            evidence("gazette", "refutes", "supports", "It has  four\nmembers."),
            evidence("herald", "not-enough-info", "not-enough-info"),
        )
    )
    assert told("new", after, before)["state"] == "settled"


def test_evidence_against_the_settled_value_counts_in_another_comparison() -> None:
    before = finding(evidence=(evidence("gazette", None, "supports"),))
    same = finding(old=8, new=4, evidence=(evidence("gazette", None, "supports"),))
    other = finding(old=8, new=4, evidence=(evidence("gazette", None, "refutes"),))
    assert told("new", same, before)["state"] == "settled"
    assert told("new", other, before)["reason"].startswith("what the sources say of “4 members” has changed")


def test_a_removal_that_was_settled_holds_for_any_removal() -> None:
    assert told("new", finding(old=8, new=None), finding(old=5, new=None))["state"] == "settled"
    assert told("new", finding(old=None, new=5), finding(old=5, new=None))["state"] == "conflicts"


def test_a_settled_fact_that_is_removed_is_open() -> None:
    decision = told("new", finding(old=4, new=None))
    assert decision["reason"] == f"the new version no longer states “4 members”, which was settled on {DAY}"


def test_old_is_right_of_a_removal_says_what_to_put_back() -> None:
    gone = finding(old=5, new=None)
    assert told("old", gone, gone)["reason"] == "the new version does not state “5 members”"


def test_another_key_is_another_fact() -> None:
    assert told("new", finding(key="bbbbbbbbbbbb")) == {"status": "open"}


def test_findings_that_share_a_key_are_settled_one_by_one() -> None:
    one, two = finding(5, 4), finding(12, 13)
    assert shared_keys([one, two, finding(1, 2, key="cccccccccccc")]) == {one.key: {one.id, two.id}}
    decisions = [decide(one, "new", day=DAY), decide(two, "old", day=DAY)]
    laid = lay_over(result(one, two, finding(7, 4), finding(7, 8)), decisions).findings
    assert [found.decision.get("state") for found in laid] == ["settled", "settled", "settled", "reopened"]


def test_of_several_decisions_an_equal_value_settles() -> None:
    made = [decide(finding(5, 4), "new", day=DAY), decide(finding(4, 5), "new", day=DAY)]
    ruling = guard(made, statement(finding(None, 5), "new"))
    assert ruling is not None
    assert ruling.guard is Guard.SETTLED
    assert guard([], statement(finding(), "new")) is None
    assert guard([decide(finding(), "later", day=DAY)], statement(finding(), "new")) is None


def test_a_later_decision_does_not_guard_other_values() -> None:
    assert told("later", finding(4, 9)) == {"status": "open"}


def test_expiry_is_judged_on_the_day_that_is_asked_for() -> None:
    made = decide(finding(), "new", day=DAY, expires="2031-12-31")
    assert in_force([made], "2031-12-31") == (made,)
    assert in_force([made], "2032-01-01") == ()
    assert told("new", finding(), expires="1999-01-01")["state"] == "settled"  # a report knows no day


def test_stale_is_what_no_document_states() -> None:
    made = [decide(finding(key=key), "new", day=DAY) for key in ("aa", "bb")]
    assert stale(made, {"aa", "cc"}) == (made[1],)
    assert list(by_key(made)) == ["aa", "bb"]


# ---------------------------------------------------------------- making one


def test_what_is_settled_and_rejected() -> None:
    rows = {}
    for status in STATUSES:
        made = decide(finding(), status, day=DAY, value="6 members" if status == "neither" else None)
        rows[status] = ([part.text for part in made.settled], [part.text for part in made.rejected])
    assert rows == {
        "new": (["4 members"], ["5 members"]),
        "old": (["5 members"], ["4 members"]),
        "both": (["5 members", "4 members"], []),
        "neither": (["6 members"], ["5 members", "4 members"]),
        "false-alarm": (["5 members", "4 members"], []),
        "later": ([], []),
    }


def test_a_decision_knows_the_documents_and_the_sources_behind_it() -> None:
    made = decide(finding(evidence=(evidence("gazette", "refutes", "supports"),)), "new", day=DAY)
    assert made.documents == ("before", "after")
    assert made.settled[0].sources == ("gazette",)
    assert made.settled[0].value == count(4)
    assert made.rejected[0].sources == ()


def test_one_document_against_itself() -> None:
    one = replace(finding(), kind="internal", old=side("after", "five members"))
    assert decide(one, "old", day=DAY).documents == ("after",)


def test_a_source_against_the_document() -> None:
    """`new` is the document as it stands, `old` is what the source says."""
    said = (evidence("herald", "refutes", "refutes", "Five states belong to it."),)
    one = replace(finding(4, 4, evidence=said), kind="source", relation=None)
    made = decide(one, "old", day=DAY)
    assert made.documents == ("before", "after", "herald")
    assert [(part.text, part.sources) for part in made.settled] == [
        ("Five states belong to it.", ("herald",))
    ]
    assert [part.text for part in made.rejected] == ["4 members"]
    (found,) = lay_over(result(one), [made]).findings
    assert found.decision["reason"].startswith("the new version still states “4 members”")
    assert lay_over(result(one), [decide(one, "new", day=DAY)]).findings[0].decision["state"] == "settled"


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"status": "newer"}, '"newer" is no decision; did you mean "new"? It is one of new, old, both'),
        ({"status": "xyzzy"}, '"xyzzy" is no decision; it is one of new'),
        ({"status": "neither"}, '"neither" says that both texts are wrong; say what is right with --value'),
        ({"expires": "soon"}, 'expires: "soon" is no day; write it as 2031-12-31'),
        ({"expires": "2031-02-30"}, 'expires: "2031-02-30" is no day'),
        ({"day": "20310506"}, 'day: "20310506" is no day'),
    ],
)
def test_what_does_not_fit_is_said(more: dict, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        decide(finding(), **{"status": "new", "day": DAY, **more})
    assert message in str(caught.value)


def test_control_characters_do_not_reach_a_file() -> None:
    made = decide(finding(), "new", day=DAY, why="a\x00b\r\nc\ud800 ", by="\x1bAna")
    assert (made.why, made.by) == ("a\ufffdb\nc\ufffd", "\ufffdAna")
