from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from factory_report import rivers
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from reconcile.report import render
from reconcile.report.record import record
from reconcile.report.yaml_report import dump, string

TRAPS = [
    "no", "On", "y", "N", "yes", "off", "true", "Null", "~", "", " ", "1:30", "190:20:30", "2009-03-31",
    "0", "007",
    "123e45678901", "1e5", ".5", "0x1f", "0o17", "=", "=1", "<<", "- a", "? a", ": a", "a: b", "a #b",
    "#a", "@a", "`a",
    "%a", "!a", "&a", "*a", "|", ">", "'a'", '"a"', "a\nb", "a ", "[a]", "{a}", "a, b", "\x00",
    "\u2028", "\u202e",
    "\ufeff", "😀", "é", ".inf", "NaN", "inf", "---", "...", "\t", "\x85", "\x7f", "C:\\x", "–", "“no”",
]  # fmt: skip

DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=12) | st.sampled_from(TRAPS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.text(max_size=6) | st.sampled_from(TRAPS), DATA, min_size=1, max_size=4))
def test_yaml_1_1_reads_back_what_was_written(data: dict[str, Any]) -> None:
    assert yaml.safe_load(dump(data)) == data


@pytest.mark.parametrize("text", TRAPS)
def test_no_reader_takes_a_string_for_something_else(text: str) -> None:
    written = f"a: {string(text)}\nb: [{string(text)}]\n{string(text)}: 1\n"
    expected = {"a": text, "b": [text], text: 1}
    assert yaml.safe_load(written) == expected
    assert YAML(typ="safe", pure=True).load(written) == expected


def test_plain_words_stand_bare() -> None:
    assert string("Economic Cooperation Organization") == "Economic Cooperation Organization"
    assert string("it's over, said he") != "it's over, said he"
    assert string("Norway") == "Norway"


def test_digits_and_dates_are_quoted() -> None:
    assert [string(text) for text in ("2009-03-31", "1:30", "no", "007")] == [
        '"2009-03-31"', '"1:30"', '"no"', '"007"',
    ]  # fmt: skip


def test_hashes_look_alike() -> None:
    assert [string(text) for text in ("ca46e4e2faf4", "309422df0ff3")] == ['"ca46e4e2faf4"', '"309422df0ff3"']


def test_a_long_text_stands_on_one_line() -> None:
    long = "word " * 400 + "end"
    assert dump({"text": long}) == f"text: {long}\n"


def test_steering_characters_are_written_as_escapes() -> None:
    assert string("a\u202eb\x00") == '"a\\u202eb\\u0000"'


def test_yaml_and_json_say_the_same() -> None:
    result = rivers()
    assert yaml.safe_load(render(result)) == json.loads(render(result, "json")) == record(result)


def test_keys_stand_in_the_order_of_the_design() -> None:
    told = yaml.safe_load(render(rivers()))
    assert [key for key in told if key != "packs"] == [
        "format", "old", "new", "sources", "summary", "findings", "verdicts", "disagreements",
        "alignment", "dropped",
    ]  # fmt: skip
