from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from factory_report import document, finding, pairs, rivers, side
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from reconcile.claim import Claim
from reconcile.errors import UsageError
from reconcile.model import Level
from reconcile.report import REPORTS, render, report
from reconcile.report.pairs import KINDS, pair_kinds
from reconcile.report.plain import Places, plain
from reconcile.report.record import record
from reconcile.result import Result
from reconcile.span import Span

SCHEMA = json.loads((files("reconcile.report") / "schema.json").read_text(encoding="utf-8"))


def validate(told: object) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(told)


def one(id: str, told: dict[str, Any]) -> dict[str, Any]:
    return next(item for item in told["findings"] if item["id"] == id)


def test_nothing_compared_is_a_valid_report() -> None:
    empty = document("empty", [])
    told = record(Result(old=empty, new=empty, sources=(), pairs=(), findings=()))
    validate(told)
    assert told["findings"] == []
    assert told["summary"]["pairs"] == dict.fromkeys(KINDS, 0)  # type: ignore[index,call-overload]


def test_a_full_report_is_valid_and_the_schema_is_not_toothless() -> None:
    told: Any = record(rivers())
    validate(told)
    for broken in ("level", "evidence", "decision"):
        wrong = json.loads(json.dumps(told))
        del wrong["findings"][0][broken]
        with pytest.raises(Exception, match="required property"):
            validate(wrong)


def test_each_pair_is_counted_once_by_the_first_kind_that_fits() -> None:
    told: Any = record(rivers())
    assert told["summary"]["pairs"] == {
        "removed": 1, "added": 1, "split": 1, "merged": 1, "moved": 1, "unchanged": 2, "reworded": 2,
        "changed": 2,
    }  # fmt: skip
    assert sum(told["summary"]["pairs"].values()) == len(told["alignment"])


def test_a_note_leaves_a_pair_reworded_and_a_warning_makes_it_changed() -> None:
    old, new = document("o", ["In March.", "Nine men."]), document("n", ["In May.", "Ten men."])
    result = Result(
        old=old, new=new, sources=(), pairs=pairs(((0,), (0,)), ((1,), (1,))),
        findings=(finding("a", level=Level.NOTE, old=side(old, 0)),
                  finding("b", level=Level.WARNING, new=side(new, 1))),
    )  # fmt: skip
    assert pair_kinds(result) == ("reworded", "changed")


def test_a_fact_that_stands_twice_changes_both_pairs() -> None:
    old, new = (
        document("o", ["Nine men.", "Same.", "Nine men."]),
        document("n", ["Ten men.", "Same.", "Ten men."]),
    )
    places = tuple((old.sentences[i].span, new.sentences[i].span) for i in (0, 2))
    result = Result(
        old=old, new=new, sources=(), pairs=pairs(((0,), (0,)), ((1,), (1,)), ((2,), (2,))),
        findings=(finding("a", old=side(old, 0), new=side(new, 0), places=places),),
    )  # fmt: skip
    assert pair_kinds(result) == ("changed", "unchanged", "changed")


def test_lines_and_columns_count_code_points_from_one() -> None:
    old = document("o", ["Zażółć 😀 nine men.", "It has nine judges."])
    new = document("n", ["Zażółć 😀 ten men.", "It has nine judges."])
    result = Result(
        old=old, new=new, sources=(), pairs=pairs(((0,), (0,)), ((1,), (1,))),
        findings=(finding("a", old=side(old, 0, "nine"), new=side(new, 1, "judges")),),
    )  # fmt: skip
    told = one("a", record(result))
    assert (told["old"]["line"], told["old"]["column"], told["old"]["end_column"]) == (1, 10, 14)
    assert (told["new"]["line"], told["new"]["column"], told["new"]["end_column"]) == (2, 13, 19)
    assert told["new"]["path"] == "docs/n.txt"


def test_places_parts_and_members_are_told_where_a_finding_has_them() -> None:
    class Value:
        data = {"low": 4, "high": float("inf"), "unit": None}

    old, new = document("o", ["A.", "Nine men came."]), document("n", ["A.", "B."])
    claim = Claim(rule="r", type="count", subject="men", value=Value(), sentence=1, start=0, end=8)
    result = Result(
        old=old, new=new, sources=(), pairs=(),
        findings=(finding("a", old=side(old, 1), parts=(claim,),
                          places=((Span(3, 7), None), (None, Span(0, 1)))),),
    )  # fmt: skip
    told = one("a", record(result))
    assert told["places"] == [
        {"old": {"line": 2, "column": 1}, "new": None},
        {"old": None, "new": {"line": 1, "column": 1}},
    ]
    assert told["parts"] == [
        {"claim": "count", "subject": "men", "object": None, "text": "Nine men",
         "value": {"low": 4, "high": None, "unit": None}},
    ]  # fmt: skip
    assert "change" not in told
    validate(record(result))


def test_a_verdict_stands_in_the_version_it_is_about() -> None:
    told: Any = record(rivers())
    by_id = {item["id"]: item for item in told["verdicts"]}
    assert by_id["v1"]["claim"]["path"] == "docs/rivers-old.txt"
    assert by_id["v2"]["claim"]["path"] == "docs/rivers-new.txt"
    assert by_id["v4"]["claim"]["in"] == "both"
    assert by_id["v5"]["evidence"] is None
    assert by_id["v1"]["evidence"]["path"] == "docs/gazette-2005.txt"


def test_what_was_dropped_is_told_with_its_line() -> None:
    told: Any = record(rivers())
    assert told["dropped"] == [{"document": "rivers-old", "what": "template: {{update}}", "line": 1}]


def test_an_unknown_document_has_no_line() -> None:
    assert Places(rivers()).at("elsewhere", 3) == (None, None)
    assert Places(rivers()).path("elsewhere") is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text() | st.frozensets(st.text()) | st.complex_numbers(),
        lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_plain_data_is_json(value: object) -> None:
    assert json.loads(json.dumps(plain(value), allow_nan=False)) == plain(value)


@pytest.mark.parametrize("format", list(REPORTS))
def test_every_format_has_what_the_room_promises_and_is_pure(format: str) -> None:
    module = report(format)
    assert format == module.NAME
    assert module.SUFFIX.startswith(".")
    assert "/" in module.FORMAT
    first = render(rivers(), format)
    assert first == render(rivers(), format)
    assert first.endswith("\n")


def test_every_format_prints_a_result_in_which_nothing_was_found() -> None:
    plain_document = document("same", ["Nothing changed."])
    other = replace(plain_document, id="other")
    result = Result(old=plain_document, new=other, sources=(), findings=(), pairs=pairs(((0,), (0,))))
    for format in REPORTS:
        assert render(result, format)


def test_an_unknown_format_is_a_mistake_with_a_hint() -> None:
    with pytest.raises(UsageError, match="there is no report format 'htlm'; did you mean html"):
        render(rivers(), "htlm")
    with pytest.raises(UsageError, match="there is no report format 'zzz'; known are yaml, json"):
        render(rivers(), "zzz")
