"""Every comparison in the plain-text files beside this one comes out as it says."""

from __future__ import annotations

from collections import Counter

import pytest
from case_file import Case, cases, read

import reconcile
from reconcile.result import Finding

CASES = tuple(cases())


def _parameters() -> list[object]:
    return [
        pytest.param(
            case,
            id=f"{case.file}:{case.line} {case.title}",
            marks=pytest.mark.xfail(strict=True, reason=case.weak) if case.weak else (),
        )
        for case in CASES
    ]


def told(finding: Finding) -> tuple[str, str, str]:
    """Level, relation and claim type of a finding, as a case writes them."""
    return finding.level.value, str(finding.relation or finding.kind), finding.claim


def complaint(case: Case) -> str:
    """What came out otherwise than the case says; empty when all is well."""
    findings = reconcile.compare(
        *(_document(case, side) for side in ("old", "new")), rules=case.rules
    ).findings
    found = [told(finding) for finding in findings]
    left = [one for one in found if one[0] != "note" or case.expect == "nothing"]
    missing = []
    for either in case.wanted:
        hit = next((one for one in either if one in found), None)
        if hit is None:
            missing.append(" or ".join(" ".join(one) for one in either))
        elif hit in left:
            left.remove(hit)
    unsaid = case.says and not any(case.says in f"{one.message} {one.why}" for one in findings)
    if not missing and not left and not unsaid:
        return ""
    lines = [f"{case.file}:{case.line}: {case.title}", f"  old: {case.old}", f"  new: {case.new}"]
    lines += [f"  expected: {case.expect}", *(f"  missing: {one}" for one in missing)]
    lines += [f"  not said: {case.says}"] if unsaid else []
    lines += [f"  found: {' '.join(told(one))} ({one.rule}): {one.message}" for one in findings] or [
        "  found: nothing"
    ]
    return "\n".join(lines)


def _document(case: Case, side: str) -> reconcile.Document:
    text = case.old if side == "old" else case.new
    return reconcile.read(text.encode(), name=f"{side}.txt", reader=case.reader, id=side)


@pytest.mark.parametrize("case", _parameters())
def test_case(case: Case) -> None:
    message = complaint(case)
    if message:
        pytest.fail(message, pytrace=False)


def test_at_least_half_of_the_cases_are_silent() -> None:
    silent = sum(case.silent for case in CASES)
    assert len(CASES) >= 300
    assert silent * 2 >= len(CASES), f"{silent} of {len(CASES)}"


def test_no_case_stands_twice() -> None:
    twice = [texts for texts, count in Counter((case.old, case.new) for case in CASES).items() if count > 1]
    assert twice == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("# x\nold: a\nnew: b\nexpekt: nothing\n", r"f.txt:4: expected one of old, new"),
        ("# x\nold: a\nnew: b\n", r"f.txt:1: a case needs a title and expect"),
        ("\n\n# x\nold: a\nnew: b\nexpect: error count\n", r"f.txt:3: not a level, a relation and a claim"),
    ],
)
def test_a_mistake_in_a_case_file_is_told_with_its_line(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        tuple(read(text, "f.txt"))
