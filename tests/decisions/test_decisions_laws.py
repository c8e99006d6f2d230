"""Laws of settling: what holds for any finding, any decision, in any order."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from decision_cases import DAY, evidence, finding, result
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.decisions.decision import SETTLING, STATUSES, statement
from reconcile.decisions.guard import Guard, guard, stale
from reconcile.decisions.make import decide, shared_keys
from reconcile.decisions.overlay import lay_over
from reconcile.decisions.read import load
from reconcile.decisions.write import save_all

NUMBERS = st.one_of(st.none(), st.integers(0, 4))
LABELS = st.sampled_from([None, "supports", "refutes", "not-enough-info"])
PROOFS = st.lists(st.builds(evidence, st.sampled_from("abc"), LABELS, LABELS), max_size=2).map(tuple)
KEYS = st.sampled_from(["a" * 12, "b" * 12, "c" * 12])
FINDINGS = st.builds(finding, NUMBERS, NUMBERS, key=KEYS, evidence=PROOFS).filter(
    lambda one: one.old or one.new
)
STATUS = st.sampled_from(STATUSES)


def made(one, status: str):
    return decide(one, status, day=DAY, value="9 members" if status == "neither" else None)


@given(FINDINGS, STATUS)
def test_what_was_just_decided_is_not_open(one, status: str) -> None:
    told = lay_over(result(one), [made(one, status)]).findings[0].decision
    assert told["status"] == status
    assert told["state"] == ("later" if status == "later" else "settled")


@given(st.lists(FINDINGS, max_size=4), st.lists(st.tuples(FINDINGS, STATUS), max_size=3))
def test_decisions_change_nothing_but_the_decision(findings, decided) -> None:
    before = result(*findings)
    after = lay_over(before, [made(*pair) for pair in decided])
    assert [replace(one, decision={}) for one in after.findings] == [
        replace(one, decision={}) for one in before.findings
    ]
    assert lay_over(after, [made(*pair) for pair in decided]) == after


@given(FINDINGS, st.tuples(FINDINGS, STATUS))
def test_a_decision_about_another_fact_says_nothing(one, pair) -> None:
    decided = made(*pair)
    other = replace(one, key="d" * 12)
    assert lay_over(result(other), [decided]).findings[0].decision == {"status": "open"}


@given(FINDINGS, st.sampled_from(SETTLING))
def test_what_is_settled_is_silent_and_what_is_rejected_is_not(one, status: str) -> None:
    decision = made(one, status)
    for part in decision.settled:
        ruling = guard([decision], part)
        assert ruling is not None
        assert ruling.guard is Guard.SETTLED
    for part in decision.rejected:
        ruling = guard([decision], part)
        assert ruling is not None
        assert (ruling.guard is Guard.CONFLICTS) == all(part.value != seen.value for seen in decision.settled)


@given(st.lists(st.tuples(FINDINGS, STATUS), max_size=4), FINDINGS)
def test_the_order_of_decisions_does_not_decide(decided, one) -> None:
    stated = statement(one, "new") or statement(one, "old")
    assert stated is not None
    rulings = [
        guard(order, stated) for order in ([made(*p) for p in decided], [made(*p) for p in decided[::-1]])
    ]
    assert len({ruling.guard if ruling else None for ruling in rulings}) == 1


@given(st.lists(st.tuples(FINDINGS, STATUS), max_size=4), st.sets(KEYS))
def test_stale_and_guarding_are_all_there_is(decided, stated: set[str]) -> None:
    decisions = [made(*pair) for pair in decided]
    gone = stale(decisions, stated)
    assert [one for one in decisions if one.key in stated] == [one for one in decisions if one not in gone]


@given(st.lists(st.tuples(FINDINGS, STATUS), max_size=5))
@settings(max_examples=25, deadline=None)
def test_a_folder_gives_back_the_last_word_on_each_finding(decided) -> None:
    decisions = [made(*pair) for pair in decided]
    last = {(one.key, one.id): one for one in decisions}
    with tempfile.TemporaryDirectory() as place:
        for decision in decisions:
            save_all(Path(place), [decision], apart=shared_keys([one for one, _ in decided]))
        found = {(one.key, one.id): one for one in load(Path(place))}
    assert found == last
