"""Sources against the claims of two versions: who is asked, what counts as an answer, and what follows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reconcile
from reconcile.claim import WHOLE_TYPES, RuleBook
from reconcile.claims import CLAIM_TYPES
from reconcile.model import Document
from reconcile.result import Result, Verdict
from reconcile.rulebook import load

PACKS = ("core", "international-relations")


@cache
def book() -> RuleBook:
    return load(PACKS, claims=(*CLAIM_TYPES, *WHOLE_TYPES), language="en")


def document(text: str, id: str, date: str | None = None) -> Document:
    return reconcile.read(text.encode(), reader="plain", name=id, id=id, date=date)


def compared(
    old: str, new: str, *sources: Document, dates: tuple[str | None, str | None] = (None, None)
) -> Result:
    versions = document(old, "old", dates[0]), document(new, "new", dates[1])
    return reconcile.compare(*versions, sources=sources, rules=PACKS)


def said(result: Result, words: str) -> Verdict:
    """The one verdict that is not silent on a claim with these words, or the first that is."""
    found = [one for one in result.verdicts if words in one.text]
    told = [one for one in found if one.label != "not-enough-info"]
    assert found, f"no claim says {words!r}"
    return (told or found)[0]


JOINED = "Norland joined the Baltic Union in 1999. The town lies on the coast."

# ---------------------------------------------------------------- silent


@pytest.mark.parametrize(
    "source",
    [
        "The weather was fine all over the coast.",
        "Suderland joined the Baltic Union in 2004.",
        "Norland joined the Customs League in 2004.",
        "The Baltic Union was founded in 1961.",
        "In 1999, a bridge was opened in Norland.",
    ],
)
def test_a_source_that_speaks_of_something_else_is_silent(source: str) -> None:
    result = compared(JOINED, JOINED, document(source, "press"))
    assert {one.label for one in result.verdicts} == {"not-enough-info"}
    assert not [one for one in result.findings if one.kind == "source"]


def test_silent_verdicts_are_told_without_evidence() -> None:
    result = compared(JOINED, JOINED, document("Nothing happened.", "press"))
    assert result.verdicts
    assert all(one.evidence_text is None and one.rule == "silent" for one in result.verdicts)


def test_headings_are_no_evidence() -> None:
    source = reconcile.read(
        b"# Norland joined the Baltic Union in 2004\n\nNothing is known.\n",
        reader="markdown",
        name="press.md",
    )
    assert said(compared(JOINED, JOINED, source), "joined").label == "not-enough-info"


def test_without_sources_nothing_is_judged() -> None:
    assert compared(JOINED, JOINED).verdicts == ()


# ---------------------------------------------------------------- what a source says


def test_the_same_event_in_other_words_supports() -> None:
    result = compared(JOINED, JOINED, document("In 1999, Norland acceded to the Baltic Union.", "press"))
    found = said(result, "joined")
    assert (found.label, found.side) == ("supports", "both")
    assert found.evidence_text == "In 1999, Norland acceded to the Baltic Union."


def test_another_date_refutes_and_is_told_where_nothing_changed() -> None:
    result = compared(JOINED, JOINED, document("Norland joined the Baltic Union in 2004.", "press"))
    assert said(result, "joined").label == "refutes"
    (finding,) = [one for one in result.findings if one.kind == "source"]
    assert (finding.level, finding.relation, finding.claim) == ("warning", None, "event")
    assert finding.score >= 0.5
    assert finding.evidence[0].source == "press"
    assert finding.old is not None
    assert finding.new is not None


def test_a_changed_fact_has_what_the_source_says_of_both_sides() -> None:
    new = JOINED.replace("1999", "2004")
    result = compared(JOINED, new, document("Norland joined the Baltic Union in 2004.", "press"))
    (finding,) = [one for one in result.findings if one.claim == "event"]
    (evidence,) = finding.evidence
    assert (evidence.old, evidence.new) == ("refutes", "supports")
    assert not [one for one in result.findings if one.kind == "source"]


def test_a_list_of_members_supports_and_lacks() -> None:
    claim = "Norland is a member of the Baltic Union. Ostland is a member of the Baltic Union."
    source = document("The Baltic Union consists of Norland, Suderland and Westland.", "press")
    result = compared(claim, claim, source)
    labels = {one.subject: one.label for one in result.verdicts if one.type == "event"}
    assert labels["Norland"] == "supports"
    assert labels["Ostland"] == "refutes"


def test_a_list_of_members_does_not_tell_since_when() -> None:
    source = document("The Baltic Union consists of Norland, Suderland and Westland.", "press")
    assert said(compared(JOINED, JOINED, source), "joined").label == "not-enough-info"


def test_a_quotation_altered_refutes_and_the_same_words_support() -> None:
    old = 'The mayor said, "We are ready to open all the gates of the harbour."'
    same = document('"We are ready to open all the gates of the harbour," the mayor said.', "same")
    other = document('"We are willing to open all the gates of the harbour," the mayor said.', "other")
    labels = {
        one.source: one.label for one in compared(old, old, same, other).verdicts if one.type == "quote"
    }
    assert labels == {"same": "supports", "other": "refutes"}


def test_a_figure_is_set_against_that_of_the_same_thing() -> None:
    claim = "Osby Castle has 140 rooms and a large garden."
    same = document("Osby Castle has more than a garden: it has 140 rooms.", "same")
    result = compared(claim, claim, same, document("Belmo Castle has 90 rooms and a large garden.", "other"))
    labels = {one.source: one.label for one in result.verdicts if one.type == "count"}
    assert labels == {"same": "supports", "other": "not-enough-info"}


def test_what_is_said_in_other_words_supports() -> None:
    claim = "Norland refused to allow an international investigation of the shooting."
    source = document(
        "The talks went on. Norland's refusal to allow an international probe of the shooting soured them.",
        "press",
    )
    (found,) = [one for one in compared(claim, claim, source).verdicts if one.type == "sentence"]
    assert (found.label, found.rule, found.side) == ("supports", "same-said", "both")


# ---------------------------------------------------------------- the law of time


MEMBER = "Ostland is a member of the Baltic Union."
LIST = "The Baltic Union consists of Norland, Suderland and Westland."


@pytest.mark.parametrize(
    ("written", "speaks", "label"),
    [
        ("2010-05-01", "2004-01-01", "not-enough-info"),  # an older source
        (None, "2004-01-01", "not-enough-info"),  # an undated version speaks now
        ("2004-01-01", "2010-05-01", "refutes"),  # a later source
        (None, None, "refutes"),  # an undated source speaks now
    ],
)
def test_what_may_change_is_not_refuted_by_an_older_source(
    written: str | None, speaks: str | None, label: str
) -> None:
    result = compared(MEMBER, MEMBER, document(LIST, "press", speaks), dates=(written, written))
    assert said(result, "member of").label == label


def test_a_dated_event_is_refuted_by_an_older_source() -> None:
    source = document("Norland joined the Baltic Union in 2001.", "press", "2004-01-01")
    result = compared(JOINED, JOINED, source, dates=("2010-05-01", "2010-05-01"))
    assert said(result, "joined").label == "refutes"


# ---------------------------------------------------------------- laws

VOCABULARY = "the a mayor Osby bridge 12 1999 in of opened closed not more than people Norland , ."
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=14).map(" ".join)


@given(WORDS, WORDS)
def test_a_verdict_is_always_reached_and_is_the_same_twice(claim: str, evidence: str) -> None:
    one, two = (reconcile.verdict(claim or "x", evidence or "y") for _ in range(2))
    assert one == two
    assert 0 <= one.score <= 1
    assert one.rule
    assert one.why


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge was opened in 1931.",
        "Some 300 ferries call at Norvik each year.",
        "Ida Berg is a Danish singer.",
        "The council did not buy the mill.",
        "Norland belongs to the Baltic Union.",
    ],
)
def test_a_claim_supports_itself(claim: str) -> None:
    assert reconcile.verdict(claim, claim).label == "supports"


@given(st.integers(2, 5000), st.integers(2, 5000))
def test_figures_are_judged_as_they_are_related(claimed: int, told: int) -> None:
    found = reconcile.verdict(
        f"The choir of Osby has {claimed} singers.", f"The choir of Osby has {told} singers."
    )
    assert found.label == ("supports" if claimed == told else "refutes")


@given(st.integers(2, 5000), st.integers(2, 5000))
def test_a_bound_is_kept(bound: int, told: int) -> None:
    evidence = f"In all, {told} ferries call at Norvik each year."
    found = reconcile.verdict(f"More than {bound} ferries call at Norvik each year.", evidence)
    assert found.label == ("supports" if told > bound else "refutes")


def test_the_order_of_sources_changes_nothing_but_the_order() -> None:
    one = document("Norland joined the Baltic Union in 2004.", "one")
    two = document("In 1999, Norland acceded to the Baltic Union.", "two")
    first, second = compared(JOINED, JOINED, one, two), compared(JOINED, JOINED, two, one)
    assert sorted(v.id for v in first.verdicts) == sorted(v.id for v in second.verdicts)
    labels = [{(v.source, v.text): v.label for v in each.verdicts} for each in (first, second)]
    assert labels[0] == labels[1]


def test_ids_do_not_depend_on_the_source_s_other_sentences() -> None:
    text = "Norland joined the Baltic Union in 2004."
    one, two = (compared(JOINED, JOINED, document(each, "press")) for each in (text, "It rained. " + text))
    assert [v.id for v in one.verdicts] == [v.id for v in two.verdicts]
    assert replace(one, verdicts=()).findings[0].id == replace(two, verdicts=()).findings[0].id


def test_a_source_that_says_it_somewhere_does_not_refute_it_elsewhere() -> None:
    text = "Norland joined the Baltic Union in 2004. Norland joined the Baltic Union in 1999."
    result = compared(JOINED, JOINED, document(text, "press"))
    assert said(result, "joined").label == "supports"
    assert not [one for one in result.findings if one.kind == "source"]


def test_two_lists_of_two_kinds_are_not_set_against_one_another() -> None:
    claim = "The Baltic Union comprises three states: Norland, Suderland and Ostland."
    source = "The Baltic Union comprises two offices: Osby and Belmo."
    result = compared(claim, claim, document(source, "press"))
    assert {one.label for one in result.verdicts if one.type == "membership"} == {"not-enough-info"}


def test_two_whole_lists_of_one_body_are() -> None:
    claim = "The Baltic Union comprises three states: Norland, Suderland and Ostland."
    source = "The Baltic Union comprises three states: Norland, Suderland and Westland."
    result = compared(claim, claim, document(source, "press"))
    assert said(result, "three states").label == "refutes"


def test_a_short_quotation_is_the_same_by_chance() -> None:
    old = 'The mayor called the visit "quite useful".'
    result = compared(old, old, document('The visit was "quite useful", said the mayor of Belmo.', "press"))
    assert {one.label for one in result.verdicts if one.type == "quote"} <= {"not-enough-info"}


def test_a_role_of_another_bearer_is_no_answer() -> None:
    claim = "Foreign Minister Olaf Rask left on Monday."
    same = document("Foreign Minister Rask met with reporters.", "same")
    other = document("Foreign Minister Ann Holt met with reporters.", "other")
    labels = {
        one.source: one.label for one in compared(claim, claim, same, other).verdicts if one.type == "role"
    }
    assert labels == {"same": "supports", "other": "not-enough-info"}


def test_a_date_in_the_same_words_supports_a_coarser_one() -> None:
    claim = "Osby Castle was sold to the county in 1931 by its last owner."
    fine = document("Osby Castle was sold to the county on 4 May 1931 by its last owner.", "fine")
    wrong = document("Osby Castle was sold to the county in 1935 by its last owner.", "wrong")
    labels = {
        one.source: one.label for one in compared(claim, claim, fine, wrong).verdicts if one.type == "date"
    }
    assert labels == {"fine": "supports", "wrong": "refutes"}


def test_a_denial_in_the_source_is_no_support_in_other_words() -> None:
    claim = "Norland allowed an international investigation of the shooting."
    source = document(
        "It is told that Norland did not allow an international probe of the shooting.", "press"
    )
    assert not [one for one in compared(claim, claim, source).verdicts if one.label == "supports"]


# ---------------------------------------------------------------- arithmetic


@pytest.mark.parametrize(
    ("claim", "words", "source"),
    [
        ("The Osby mill employs 60 people.", "60", "The Belmo mill employs 30 men and 20 women."),
        ("The Osby war lasted four years.", "four", "The Osby war began in 1939."),
        (
            "The Northern League has five members.",
            "five",
            "The Northern League includes Norland and Suderland.",
        ),
        ("Exports of Norland rose by 20 percent.", "20", "Exports of Suderland rose from 200 to 220 tonnes."),
    ],
)
def test_nothing_is_worked_out_from_what_speaks_of_others(claim: str, words: str, source: str) -> None:
    result = compared(claim, claim, document(source, "press"))
    assert said(result, words).label == "not-enough-info"


@pytest.mark.parametrize(
    ("claim", "words", "source", "label"),
    [
        ("The Osby mill employs 60 people.", "60", "The Osby mill employs 30 men and 20 women.", "refutes"),
        (
            "The Osby war lasted six years.",
            "six",
            "The Osby war began in 1939 and ended in 1945.",
            "supports",
        ),
        (
            "The Northern League has five members.",
            "five",
            "The Northern League consists of Norland, Suderland and Ostland.",
            "refutes",
        ),
    ],
)
def test_a_source_that_comes_to_another_figure(claim: str, words: str, source: str, label: str) -> None:
    result = compared(claim, claim, document(source, "press"))
    assert said(result, words).label == label
    assert len([one for one in result.findings if one.kind == "source"]) == (label == "refutes")


LIFE = "Ida Storm (3 May 1950 - 7 June 1984) was a sculptor. The weather was fine in Osby."


@pytest.mark.parametrize(
    ("claim", "label"),
    [
        ("Ida Storm was a sculptor. Her father died at the age of 44.", "not-enough-info"),
        ("Lena Dahl was a painter. She died at the age of 44.", "not-enough-info"),
        ("Ida Storm was a sculptor. She died at the age of 44.", "refutes"),
        ("Ida Storm was a sculptor. She died at the age of 34.", "supports"),
    ],
)
def test_of_whom_a_sentence_is_about_a_source_speaks_by_name(claim: str, label: str) -> None:
    result = compared(claim, claim, document(LIFE, "press"))
    assert said(result, "4").label == label


TABLE = b"""# Osby Bridge: facts

| Property | Value |
|---|---|
| Length | 410 m |
| Lanes | 6 |
| Opened | 14 May 1931 |
"""


def backed(old: str, new: str, table: bytes) -> set[tuple[str | None, str | None]]:
    source = reconcile.read(table, reader="markdown", name="facts.md")
    result = reconcile.compare(document(old, "old"), document(new, "new"), sources=[source], rules=PACKS)
    return {(one.old, one.new) for finding in result.findings for one in finding.evidence}


def test_a_cell_is_read_with_its_label() -> None:
    old = "Osby Bridge is 410 metres long and has four lanes. It was opened by the king on 4 May 1931."
    for one, other, told in (
        ("410", "401", ("supports", "refutes")),
        ("four", "six", ("refutes", "supports")),
        ("4 May", "14 May", ("refutes", "supports")),
    ):
        assert backed(old, old.replace(one, other), TABLE) == {told}


def test_a_cell_of_another_thing_says_nothing() -> None:
    old = "Belmo Bridge is 410 metres long. It has four lanes."
    assert not backed(old, old.replace("410", "401"), TABLE)
    rows = TABLE.replace(b"Length", b"Length of the ramp")
    osby = old.replace("Belmo", "Osby")
    assert not backed(osby, osby.replace("410", "401"), rows)
