"""Figures measured anew: which rules take them for updates."""

from __future__ import annotations

from pathlib import Path

import pytest

import reconcile

RULE = """
- id: running-{claim}
  claim: {claim}
  message: "{{old}} became {{new}}"
  why: "compared as intervals"
  options: {{updated_by: [moment, base]}}
  examples:
    silent: [{{old: "The choir has 23 members.", new: "The choir has 23 members."}}]
    speaks: []
"""


@pytest.fixture
def pack(tmp_path: Path) -> str:
    rules = "".join(RULE.format(claim=claim) for claim in ("date", "count", "number"))
    (tmp_path / "running.yaml").write_text(rules, encoding="utf-8")
    lists = tmp_path / "en"
    lists.mkdir()
    for name in ("setting-leads", "months", "function-words", "month-leads"):
        source = Path(__file__).parents[2] / "rules" / "core" / "en" / f"{name}.txt"
        (lists / source.name).write_bytes(source.read_bytes())
    return str(tmp_path)


def told(old: str, new: str, rules: list[str] | None = None) -> list[tuple[str, str]]:
    return [(one.claim, str(one.relation)) for one in reconcile.compare(old, new, rules=rules).findings]


PAIRS = [
    ("As of 3 May 2020 there were 40 boats.", "As of 4 May 2020 there were 52 boats."),
    ("A rating of 57% based on 96 answers.", "A rating of 53% based on 120 answers."),
]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_a_pack_may_take_running_figures_for_updates(pack: str, old: str, new: str) -> None:
    assert {relation for _, relation in told(old, new, [pack])} == {"unsure"}
    assert {relation for _, relation in told(old, new)} == {"conflicting"}


def test_the_date_of_an_event_is_no_setting(pack: str) -> None:
    old, new = "The mill opened on 3 May 1909 with 40 looms.", "The mill opened on 4 May 1909 with 50 looms."
    assert {relation for _, relation in told(old, new, [pack])} == {"conflicting"}


def test_a_figure_of_another_sentence_is_measured_for_itself(pack: str) -> None:
    old = "As of 3 May 2020 there were 40 boats. The pier is 20 m long."
    new = "As of 4 May 2020 there were 52 boats. The pier is 30 m long."
    assert sorted(told(old, new, [pack])) == [
        ("count", "unsure"),
        ("date", "unsure"),
        ("number", "conflicting"),
    ]
