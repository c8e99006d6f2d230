"""Small documents against themselves: what looks like a contradiction and is none, and what is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_sources import book

import reconcile
from reconcile.verdicts.internal import internal

FOLDER = Path(__file__).parent / "inside"
_DOCUMENT = re.compile(r"^=== (?P<reader>\w+): (?P<what>.+)\nexpect: (?P<expect>.+)\n", re.MULTILINE)


def documents() -> Iterator[tuple[str, str, str, str]]:
    """Reader, what it is about, what is expected, and the text."""
    for path in sorted(FOLDER.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = list(_DOCUMENT.finditer(text))
        ends = [*(one.start() for one in found[1:]), len(text)]
        for one, end in zip(found, ends, strict=True):
            yield one["reader"], one["what"], one["expect"], text[one.end() : end]


CASES = list(documents())


@pytest.mark.parametrize(("reader", "what", "expect", "text"), CASES, ids=[case[1] for case in CASES])
def test_a_document_against_itself(reader: str, what: str, expect: str, text: str) -> None:
    document = reconcile.read(text.encode(), reader=reader, name="guide", id="guide")
    told = [f"{finding.level} {finding.rule}" for finding in internal(document, book())]
    assert "; ".join(told) == ("" if expect == "nothing" else expect), what


def test_most_documents_are_at_one_with_themselves() -> None:
    silent = sum(case[2] == "nothing" for case in CASES)
    assert silent * 2 >= len(CASES)
