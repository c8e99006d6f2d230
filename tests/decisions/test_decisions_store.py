"""Decisions as files: what is written is read again, comments stay, and every mistake is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from decision_cases import DAY, evidence, finding
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.decisions.decision import STATUSES, Decision, Statement
from reconcile.decisions.make import decide
from reconcile.decisions.names import file_name
from reconcile.decisions.read import load, parse
from reconcile.decisions.schema import CLAIMS
from reconcile.decisions.write import drop, save, save_all, text_of
from reconcile.errors import ConfigError

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\r\x85\u2028\u2029"))
WORDS = st.one_of(TEXT, st.sampled_from(["no", "on", "1:30", "2001-01-01", "0123", "1e3", "~", "- a"]))
JSON = st.dictionaries(WORDS, st.one_of(st.none(), st.integers(), st.booleans(), WORDS, st.lists(WORDS)))
PARTS = st.lists(
    st.builds(
        lambda text, value, sources, seen: Statement(
            text=text, value=value, sources=tuple(sources), evidence=seen
        ),
        WORDS,
        st.one_of(st.none(), JSON),
        st.lists(WORDS, max_size=2),
        st.one_of(st.none(), st.just("123456789012")),
    ),
    max_size=3,
).map(tuple)
FULL = WORDS.filter(lambda text: text != "")
DAYS = st.dates().map(str)
DECISIONS = st.builds(
    Decision,
    key=FULL,
    id=FULL,
    rule=WORDS,
    documents=st.lists(WORDS, max_size=2).map(tuple),
    claim=st.sampled_from(CLAIMS),
    subject=st.one_of(st.none(), WORDS),
    object=st.one_of(st.none(), WORDS),
    status=st.sampled_from(STATUSES),
    settled=PARTS,
    rejected=PARTS,
    qualifiers=JSON,
    why=WORDS,
    by=WORDS,
    day=DAYS,
    expires=st.one_of(st.none(), DAYS),
)


@given(DECISIONS)
def test_what_is_written_is_read_again(decision: Decision) -> None:
    assert parse(text_of(decision), "a.yaml") == decision


@given(DECISIONS, DECISIONS)
@settings(max_examples=40)
def test_a_rewrite_says_the_same_as_a_new_file(one: Decision, other: Decision) -> None:
    assert parse(text_of(other, text_of(one)), "a.yaml") == other


@given(DECISIONS)
@settings(max_examples=40)
def test_any_yaml_reader_gets_text_where_text_was_written(decision: Decision) -> None:
    read = yaml.safe_load(text_of(decision))
    assert (read["key"], read["why"], read["day"]) == (decision.key, decision.why, decision.day)


@given(DECISIONS, st.booleans())
def test_names_are_safe_everywhere(decision: Decision, apart: bool) -> None:
    name = file_name(decision, apart=apart)
    assert re.fullmatch(r"[^\W_A-Z][\w-]*\.yaml", name.lower())
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?* ')


@given(DECISIONS, DECISIONS)
def test_two_keys_never_share_a_name(one: Decision, other: Decision) -> None:
    assert (file_name(one) == file_name(other)) <= (one.key == other.key)


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Economic Cooperation Organization", "economic-cooperation-organization-aaaaaaaaaaaa.yaml"),
        ("São Tomé & Príncipe", "sao-tome-principe-aaaaaaaaaaaa.yaml"),
        ("Ўзбекистон", "узбекистон-aaaaaaaaaaaa.yaml"),
        ("../../etc/passwd", "etc-passwd-aaaaaaaaaaaa.yaml"),
        ("CON", "con-aaaaaaaaaaaa.yaml"),
        ("?!", "fact-aaaaaaaaaaaa.yaml"),
        (None, "count-aaaaaaaaaaaa.yaml"),
    ],
)
def test_a_person_finds_the_file_by_its_subject(subject: str | None, name: str) -> None:
    assert file_name(decide(finding(subject=subject), "new", day=DAY)) == name


def test_a_file_reads_well() -> None:
    made = decide(
        finding(evidence=(evidence("gazette", "refutes", "supports"),)),
        "new",
        day=DAY,
        why="the gazette lists four",
        by="Ana",
    )
    assert (
        text_of(made)
        == """\
format: 1
key: aaaaaaaaaaaa
id: "00000000138c"
rule: count
documents: [before, after]
claim: count
subject: River League
object:
status: new
settled:
- text: "4 members"
  value: {low: 4, high: 4, unit: members, approximator: null}
  sources: [gazette]
  evidence: "99ee1cb81001"
rejected:
- text: "5 members"
  value: {low: 5, high: 5, unit: members, approximator: null}
  evidence: "63639415a816"
why: the gazette lists four
by: Ana
day: "2031-05-06"
"""
    )


def test_comments_and_unknown_keys_survive_a_rewrite(tmp_path: Path) -> None:
    path = save(tmp_path, decide(finding(), "new", day=DAY, why="first", expires="2040-01-01"))
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "status: new", "# asked Ana twice\nstatus: new  # sure?\nticket: {id: 7}  # later key"
    )
    path.write_text(text, encoding="utf-8")
    assert save(tmp_path, decide(finding(), "old", day=DAY, why="second")) == path
    rewritten = path.read_text(encoding="utf-8")
    assert "# asked Ana twice\nstatus: old  # sure?\nticket: {id: 7}  # later key\n" in rewritten
    assert "expires" not in rewritten
    assert load(tmp_path)[0].why == "second"


def test_saving_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    made = decide(finding(), "new", day=DAY)
    path = save(tmp_path, made)
    before = path.read_bytes()
    save(tmp_path, made)
    assert path.read_bytes() == before


def test_a_renamed_file_is_rewritten_where_it_stands(tmp_path: Path) -> None:
    made = decide(finding(), "new", day=DAY)
    renamed = save(tmp_path, made).rename(tmp_path / "members of the league.yaml")
    (tmp_path / "broken.yaml").write_text("{", encoding="utf-8")
    assert save(tmp_path, replace(made, why="counted")) == renamed


def test_findings_that_share_a_key_get_a_file_each(tmp_path: Path) -> None:
    made = [decide(finding(5, 4), "new", day=DAY), decide(finding(7, 8), "new", day=DAY)]
    saved = save_all(tmp_path, made, apart={"aaaaaaaaaaaa": {one.id for one in made}})
    assert len({one.path for one in saved}) == 2
    assert {one.id for one in load(tmp_path)} == {one.id for one in made}


@pytest.mark.parametrize("status", ["new", "old"])
def test_the_newer_decision_of_a_fact_replaces_the_older(tmp_path: Path, status: str) -> None:
    first = save(tmp_path, decide(finding(5, 4, subject="The River League"), "new", day=DAY))
    made = decide(finding(4, 3, subject="River League"), status, day=DAY)
    (saved,) = save_all(tmp_path, [made])
    assert (saved.path, [one.settled[0].text for one in saved.replaced]) == (first, ["4 members"])
    assert load(tmp_path) == (made,)
    assert save_all(tmp_path, [made])[0].replaced == ()


def test_older_files_of_one_fact_become_one(tmp_path: Path) -> None:
    for number, name in ((5, "a-aaaaaaaaaaaa"), (6, "b-aaaaaaaaaaaa"), (7, "by hand")):
        text = text_of(decide(finding(number, 4), "old", day=DAY))
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    made = decide(finding(4, 3), "new", day=DAY)
    assert len(save_all(tmp_path, [made])[0].replaced) == 3
    assert load(tmp_path) == (made,)


def test_a_key_that_findings_share_loses_only_what_is_contradicted(tmp_path: Path) -> None:
    save(tmp_path, decide(finding(5, 4, subject="The League"), "new", day=DAY))
    made = [decide(finding(4, 3), "new", day=DAY), decide(finding(8, 9), "new", day=DAY)]
    save_all(tmp_path, made, apart={made[0].key: {one.id for one in made}})
    assert {one.id for one in load(tmp_path)} == {one.id for one in made}


def test_files_of_one_name_in_two_folders_keep_their_decisions(tmp_path: Path) -> None:
    one, other = decide(finding(5, 4), "new", day=DAY), decide(finding(4, 3), "new", day=DAY)
    made = [replace(one, documents=("a/index.md",)), replace(other, documents=("b/index.md@HEAD",))]
    for decision in made:
        assert save_all(tmp_path, [decision])[0].replaced == ()
    assert {one.id for one in load(tmp_path)} == {one.id for one in made}


def test_no_folder_is_no_decisions(tmp_path: Path) -> None:
    assert load(tmp_path / "none") == ()


def test_dropping(tmp_path: Path) -> None:
    save_all(tmp_path, [decide(finding(key=key * 12), "new", day=DAY) for key in "ab"])
    first, second = load(tmp_path)
    assert drop(tmp_path, [first]) == (Path(first.path or ""),)
    assert load(tmp_path) == (second,)
    drop(tmp_path, [first])


# ---------------------------------------------------------------- mistakes

GOOD = text_of(decide(finding(), "new", day=DAY))


def but(before: str, after: str, times: int = -1) -> str:
    assert before in GOOD
    return GOOD.replace(before, after, times)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "a.yaml:1:1: is no decision; it must be a mapping with key, id, status …"),
        ("a: [\n", "a.yaml:2:1: is not YAML: did not find expected node content; mend it"),
        ("a: \x00", "a.yaml:1:1: is not YAML: "),
        (
            "<<<<<<< HEAD\n" + GOOD,
            "a.yaml:1:1: holds both sides of a git conflict; keep one and delete the marks",
        ),
        (
            GOOD.replace("status: new", "status: newer"),
            'a.yaml:9:9: "newer" is no decision; did you mean "new"?',
        ),
        (but("claim: count", "claim: cuont"), '"cuont" is no claim type; did you mean "count"?'),
        (but("claim: count", "claim: colour"), '"colour" is no claim type; it is one of membership, event, '),
        (but("status: new", "status: x"), "is no decision; it is one of new, old, both"),
        (
            GOOD.replace("status: new", "statsu: new"),
            'a.yaml:1:1: "status" is missing (did you mean it by "statsu"',
        ),
        (
            GOOD.replace(f'"{DAY}"', "yesterday"),
            'a.yaml:20:6: day: "yesterday" is no day; write it as 2031-12-31',
        ),
        (
            GOOD.replace('why: ""', "why: 7"),
            "a.yaml:18:6: why must be text, not 7; put it in quotation marks",
        ),
        (but('text: "4 members"', "words: four"), "a.yaml:11:3: settled[0] must have a text"),
        (but("[before, after]", "before"), "documents must be a list of document ids"),
        (GOOD + "qualifiers: [1]\n", "a.yaml:21:13: qualifiers must be a mapping"),
        (but("format: 1", "format: 2"), "a.yaml:1:9: format 2 was written by a later reconcile"),
        (but("evidence: none", "sources: x", 1), "settled[0].sources must be a list of ids"),
        (
            re.sub(r"value: \{low: 4.*", "value: four", GOOD, count=1),
            "a.yaml:12:10: settled[0].value must be a mapping",
        ),
        (
            re.sub(r"settled:\n(-.*\n|  .*\n)+rejected", "settled: four\nrejected", GOOD),
            "settled must be a list",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text, "a.yaml")
    assert problem in str(caught.value)


def test_all_mistakes_of_all_files_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(but("status: new", "status: x"), encoding="utf-8")
    (tmp_path / "b.yaml").write_text("key: 7\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    files = [Path(problem.split(":")[0]).name for problem in caught.value.problems]
    assert files == ["a.yaml"] + ["b.yaml"] * (len(files) - 1)
    assert len(files) > 5


def test_one_finding_decided_in_two_files(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"b\.yaml:1:1: decides the same finding 00000000138c as .*a\.yaml"):
        load(tmp_path)


def test_a_broken_file_is_not_overwritten(tmp_path: Path) -> None:
    path = save(tmp_path, decide(finding(), "new", day=DAY))
    path.write_text("<<<<<<< HEAD\n" + GOOD, encoding="utf-8")
    with pytest.raises(ConfigError, match="both sides of a git conflict"):
        save(tmp_path, decide(finding(), "old", day=DAY))
    assert path.read_text(encoding="utf-8").startswith("<<<<<<<")


def test_a_day_without_quotation_marks_is_a_day() -> None:
    assert parse(but(f'"{DAY}"', DAY), "a.yaml").day == DAY
