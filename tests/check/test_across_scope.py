"""The same attribute of two things, places, plans, years or speakers is no conflict: see across.txt."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import pytest

from reconcile import pipeline, rulebook
from reconcile.claim import RuleBook
from reconcile.index.agree import contradict
from reconcile.index.stating import rows

_GROUP = re.compile(r"^## (?P<expect>silent|speaks): (?P<what>.+)\n", re.MULTILINE)
_TEXT = (Path(__file__).parent / "across.txt").read_text(encoding="utf-8")
_STARTS = list(_GROUP.finditer(_TEXT))
GROUPS = [
    (one["expect"], one["what"], _TEXT[one.end() : end])
    for one, end in zip(_STARTS, [*(one.start() for one in _STARTS[1:]), len(_TEXT)], strict=True)
]


@lru_cache
def book() -> RuleBook:
    return rulebook.load(["core"])


@pytest.mark.parametrize(("expect", "what", "text"), GROUPS, ids=[group[1] for group in GROUPS])
def test_a_group_of_documents(expect: str, what: str, text: str) -> None:
    stated = []
    for part in text.split("=== ")[1:]:
        path, _, body = part.partition("\n")
        document = pipeline.read(body.encode(), path, book=book())
        stated += [(path, row) for row in rows(document, book().lexicon)]
    told = [
        (one.context, other.context)
        for (path, one), (there, other) in combinations(stated, 2)
        if contradict(one, other, path, there) or contradict(other, one, there, path)
    ]
    assert (len(told) > 0) == (expect == "speaks"), (what, told)


def test_most_groups_are_silent() -> None:
    assert 2 * sum(group[0] == "silent" for group in GROUPS) >= len(GROUPS)
