"""The small parts of a check: patterns for paths, slips, values that exclude one another, history."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

import pytest

from reconcile import rulebook
from reconcile.claim import Lexicon
from reconcile.commands.check_decisions import broken
from reconcile.commands.check_slips import only_slips
from reconcile.decisions.decision import Decision, Statement
from reconcile.model import Json
from reconcile.text.globs import matches

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from make_history import KINDS, make
from replay_history import replay


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("**/*.md", "a.md", True),
        ("**/*.md", "a/b/c.md", True),
        ("*.md", "a/b.md", False),
        ("docs/**", "docs/a/b.md", True),
        ("docs/**", "docs", False),
        ("docs/", "docs/a/b.md", True),
        ("docs/*.md", "docs/a/b.md", False),
        ("docs/**/x.md", "docs/x.md", True),
        ("./a?.md", "ab.md", True),
        ("a?.md", "a/.md", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
        ("[a-c].md", "b.md", True),
        ("a.md", "aXmd", False),
        ("a[.md", "a[.md", True),
    ],
)
def test_patterns_for_paths(pattern: str, path: str, fits: bool) -> None:
    assert matches(path, [pattern]) is fits


@lru_cache
def lexicon() -> Lexicon:
    return rulebook.load(["core"]).lexicon


@pytest.mark.parametrize(
    ("old", "new", "slips"),
    [
        ("They refused to sign.", "They reufsed to sign.", True),
        ("The goverment decided.", "The government decided.", True),
        ("They refused to sign.", "They refused to sing.", False),
        ("They refused to sign.", "They refused to sign it.", False),
        ("Mr Jonson refused.", "Mr Johnson refused.", False),
        ("There were 45 of them.", "There were 54 of them.", False),
        ("They “refused” it.", "They “reufsed” it.", False),
        ("They refused.", "They refused.", False),
        ("They grobled it.", "They grolbed it.", False),
    ],
)
def test_slips_of_the_pen(old: str, new: str, slips: bool) -> None:
    assert only_slips(old, new, lexicon()) is slips


def decided(value: dict[str, Json] | None, **parts: object) -> Decision:
    return Decision(
        key="k", id="i", rule="r", documents=(), claim="count", subject=None, object=None,
        status=str(parts.get("status", "new")), settled=(Statement(text="settled", value=value),),
        rejected=(Statement(text="wrong"),), day="2020-01-01", why=str(parts.get("why", "")),
    )  # fmt: skip


def number(low: float | None, high: float | None, unit: str | None = None) -> dict[str, Json]:
    return {"low": low, "high": high, "unit": unit, "approximator": None}


@pytest.mark.parametrize(
    ("settled", "stated"),
    [
        (number(45, 45), number(45, 45)),
        (number(45, 45), number(40, None)),
        (number(45, 45), number(46, 46, "km")),
        ({"edtf": "1999"}, {"edtf": "1999-05"}),
        ({"edtf": "1999-05"}, {"edtf": "1999"}),
        ({"edtf": "1999~"}, {"edtf": "2001"}),
        ({"event": "founded", "date": "1999"}, {"event": "founded", "date": "1999-05"}),
        ({"event": "founded", "date": "1999"}, {"event": "founded", "date": None}),
        ({"event": "founded", "date": "1999"}, {"event": "dissolved", "date": "2001"}),
        ({"text": "a"}, {"text": "b"}),
        (None, number(46, 46)),
        ({"members": ["A"], "exhaustive": False}, {"members": ["B"], "exhaustive": True}),
    ],
)
def test_both_can_be_right(settled: dict[str, Json] | None, stated: dict[str, Json]) -> None:
    assert broken([decided(settled)], Statement(text="now", value=stated)) is None


@pytest.mark.parametrize(
    ("settled", "stated"),
    [
        (number(45, 45), number(46, 46)),
        (number(45, 45), number(None, 44)),
        ({"edtf": "1999"}, {"edtf": "2001-05"}),
        ({"event": "founded", "date": "1999"}, {"event": "founded", "date": "2001"}),
        ({"members": ["A"], "exhaustive": True}, {"members": ["B"], "exhaustive": True}),
    ],
)
def test_both_cannot_be_right(settled: dict[str, Json], stated: dict[str, Json]) -> None:
    said = broken([decided(settled, why="counted")], Statement(text="now", value=stated))
    assert said == "“now” contradicts “settled”, settled on 2020-01-01 (counted)"


def test_what_was_rejected_contradicts_and_what_was_put_off_does_not() -> None:
    wrong = Statement(text="wrong")
    assert broken([decided(None)], wrong) == "“wrong” contradicts “settled”, settled on 2020-01-01"
    assert broken([decided(None, status="later")], wrong) is None
    assert broken([decided(None, status="false-alarm")], wrong) is None


def test_edits_without_facts_are_silent(tmp_path: Path) -> None:
    """Of a history that is made anew, no more than one edit in fifty speaks."""
    root = Path(__file__).resolve().parent.parent.parent
    done = make(tmp_path / "h", sorted((root / "seeds").glob("*.txt")), 60, seed=7)
    assert {kind.__name__ for kind in KINDS} <= set(done)
    tally = replay(tmp_path / "h", 200, (".md",), quiet=True)
    assert tally.edits == len(done)
    assert not tally.crashes
    assert tally.told <= tally.edits * 2 / 100
    assert tally.stopped == 0
