"""The plain-text cases under sources/: which of two versions a source backs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import reconcile
from reconcile.model import Document
from reconcile.result import Result
from tests.case_blocks import blocks

FOLDER = Path(__file__).parent / "sources"
KEYS = ("old", "new", "text", "source", "dated", "written", "expect", "weak")
LABELS = ("supports", "refutes", "not-enough-info")


@dataclass(frozen=True, slots=True)
class Case:
    where: str
    expect: str
    source: str
    old: str = ""
    new: str = ""
    text: str = ""
    dated: str | None = None
    written: str | None = None
    weak: str | None = None


def read(text: str, file: str) -> Iterator[Case]:
    """The cases of a file; ValueError tells the line of a mistake."""
    for where, found in blocks(text, file, KEYS):
        if not {"source", "expect"} <= set(found) or ("text" in found) == ({"old", "new"} <= set(found)):
            raise ValueError(f"{where}: a case needs source, expect, and text, or old and new")
        yield Case(where=where, **found)


CASES = [
    case
    for path in sorted(FOLDER.glob("*.txt"))
    for case in read(path.read_text(encoding="utf-8"), path.name)
]


def document(text: str, id: str, date: str | None) -> Document:
    return reconcile.read(text.encode(), reader="plain", name=id, id=id, date=date)


def told(case: Case) -> set[str]:
    """What the source says, in the words of `expect`."""
    versions = [
        document(text or case.text, id, case.written) for id, text in (("old", case.old), ("new", case.new))
    ]
    result = reconcile.compare(*versions, sources=(document(case.source, "press", case.dated),))
    return _unchanged(result) if case.text else _changed(result)


def _unchanged(result: Result) -> set[str]:
    labels = {str(one.label) for one in result.verdicts}
    return {next((label for label in ("refutes", "supports") if label in labels), "silent")}


def _changed(result: Result) -> set[str]:
    found = set()
    for finding in result.findings:
        for one in finding.evidence:
            sides = ("old", one.old), ("new", one.new)
            found.add(", ".join(f"{name} {label}" for name, label in sides if label is not None))
    return found or {"silent"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    found = told(case)
    if case.weak:
        assert found != {case.expect}, f"{case.where} comes out right; take its line weak: away"
        assert "refutes" in case.expect or not any("refutes" in one for one in found), found
        return
    assert found == {case.expect}


def test_half_of_all_cases_are_silent() -> None:
    assert len(CASES) >= 40
    assert sum(case.expect == "silent" for case in CASES) * 2 >= len(CASES)


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("old: A.\nnew: B.\nexpect: silent", "one.txt:1: a case needs source"),
        ("text: A.\nsource: B.\nwhat: silent", "one.txt:3: expected one of old"),
        ("old: A.\nnew: B.\ntext: C.\nsource: D.\nexpect: silent", "one.txt:1: a case needs source"),
    ],
)
def test_a_mistake_in_a_case_is_told(text: str, mistake: str) -> None:
    with pytest.raises(ValueError, match=re.escape(mistake)):
        list(read(text, "one.txt"))
