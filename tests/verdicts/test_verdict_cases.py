"""The plain-text cases under cases/: what a passage says of a claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import reconcile
from tests.case_blocks import blocks

FOLDER = Path(__file__).parent / "cases"
LABELS = ("supports", "refutes", "not-enough-info")
KEYS = ("claim", "evidence", "expect", "rule", "weak")


@dataclass(frozen=True, slots=True)
class Case:
    where: str
    claim: str
    evidence: str
    expect: str
    rule: str | None = None
    weak: str | None = None


def read(text: str, file: str) -> Iterator[Case]:
    """The cases of a file; ValueError tells the line of a mistake."""
    for where, found in blocks(text, file, KEYS):
        if not {"claim", "evidence", "expect"} <= set(found) or found["expect"] not in LABELS:
            raise ValueError(f"{where}: a case needs claim, evidence and expect: {', '.join(LABELS)}")
        yield Case(where=where, **found)


CASES = [
    case
    for path in sorted(FOLDER.glob("*.txt"))
    for case in read(path.read_text(encoding="utf-8"), path.name)
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    found = reconcile.verdict(case.claim, case.evidence)
    told = f"{found.label} by {found.rule}: {found.why}"
    if case.weak:
        assert found.label != case.expect, f"{case.where} comes out right; take its line weak: away"
        assert found.label != "refutes", told
        return
    assert found.label == case.expect, told
    if case.rule:
        assert found.rule == case.rule, told


def test_half_of_all_cases_are_not_enough() -> None:
    count = Counter(case.expect for case in CASES)
    assert len(CASES) >= 100
    assert count["not-enough-info"] * 2 >= len(CASES)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("claim: A.\nevidence: B.\nexpect: perhaps", "x.txt:1: a case needs claim"),
        ("claim: A.\nevidence: B.", "x.txt:1: a case needs claim"),
        ("claim: A.\nclaim: B.", "x.txt:2: expected one of"),
    ],
)
def test_a_mistake_in_a_case_is_told(text: str, mistake: str) -> None:
    with pytest.raises(ValueError, match=re.escape(mistake)):
        list(read(text, "x.txt"))
