from __future__ import annotations

import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from factory_report import document, finding, pairs, rivers, side
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reconcile.model import Level
from reconcile.report import render, text_report
from reconcile.report.markdown_report import escape
from reconcile.report.visible import visible
from reconcile.result import Result

HOSTILE = (
    "<script>alert(1)</script>\x1b[31m %0A::error::x\r\n]]> \u202e &amp; `code` "
    "[a](javascript:b) @all #12 \x00"
)


def hostile() -> Result:
    old = document("o<b>", ["It has nine judges."], path="do cs/<o>,1:2.txt")
    new = document("n", [HOSTILE.replace("\n", " ")], path="do cs/<n>,1:2.txt")
    told = finding("a", message=HOSTILE, why=HOSTILE, subject=HOSTILE, old=side(old, 0), new=side(new, 0))
    return Result(old=old, new=new, sources=(), pairs=pairs(((0,), (0,))), findings=(told,))


# ---------------------------------------------------------------- text


def test_a_terminal_gets_no_escapes_from_a_document() -> None:
    assert "\x1b" not in render(hostile(), "text")
    assert "⟨U+001B⟩[31m" in render(hostile(), "text")


def test_colours_are_put_round_words_only_when_asked_for() -> None:
    assert "\x1b[31;1merror\x1b[0m" in text_report.render(rivers(), colour=True)
    assert "\x1b" not in render(rivers(), "text")


def test_the_terminal_summary_says_the_most_important_first() -> None:
    lines = render(rivers(), "text").splitlines()
    assert lines[4] == "findings: 2 errors, 3 warnings, 1 note"
    starts = [line.split()[0] for line in lines[5:] if line and not line.startswith(" ")]
    assert starts == ["verdicts:", "error", "error", "warning", "warning", "note", "warning"]


def test_a_long_passage_is_shortened_in_the_terminal() -> None:
    long = document("n", ["word " * 200 + "end."])
    result = Result(old=long, new=long, sources=(), pairs=(), findings=(finding("a", new=side(long, 0)),))
    assert max(map(len, render(result, "text").splitlines())) < 260


@given(st.text())
def test_visible_text_has_nothing_to_steer_with(text: str) -> None:
    assert not set(visible(text)) & set("\x00\x07\x08\x1b\x9b\u202e\u2066")


# ---------------------------------------------------------------- markdown


def test_markdown_takes_documents_literally() -> None:
    told = render(hostile(), "markdown")
    assert "<script>" not in told
    assert "[a](" not in told
    assert "@all" not in told
    assert "#12" not in told


@given(st.text(alphabet="ab1 *_`[]()<>#+-.!|~&@:/\\\"'w=\n{}", max_size=24))
def test_markdown_reads_back_what_was_escaped(text: str) -> None:
    page = MarkdownIt("gfm-like", {"linkify": False}).render(f"> {escape(text)}")
    words = re.sub(r"<!-- -->", "", page)
    assume(text.strip())
    shown = re.fullmatch(r"<blockquote>\n<p>(.*)</p>\n</blockquote>\n", words)
    assert shown
    assert "<" not in shown[1]
    assert unescape(shown[1]) == " ".join(text.split())


def test_markdown_leaves_ordinary_words_alone() -> None:
    assert escape("Mid-Europe (the first), 3.5 men: all!") == "Mid-Europe (the first), 3.5 men: all!"


def test_markdown_marks_the_words_that_changed() -> None:
    told = render(rivers(), "markdown")
    assert "<del>five</del><ins>4</ins>" in told
    assert "<details><summary>1 note</summary>" in told


def test_markdown_marks_what_a_finding_is_about_and_not_its_neighbours() -> None:
    old, new = document("o", ["Ann met five men in Rome."]), document("n", ["Eve met six men in Rome."])
    told = finding("a", old=side(old, 0, "five men"), new=side(new, 0, "six men"))
    text = render(
        Result(old=old, new=new, sources=(), pairs=pairs(((0,), (0,))), findings=(told,)), "markdown"
    )
    assert "> Eve met <del>five</del><ins>six</ins> men in Rome." in text


def test_markdown_counts_what_does_not_fit_a_comment() -> None:
    new = document("n", [f"Number {number} " + "is long " * 40 for number in range(300)])
    findings = tuple(finding(f"{number:03}", new=side(new, number)) for number in range(300))
    told = render(Result(old=new, new=new, sources=(), pairs=(), findings=findings), "markdown")
    assert len(told) <= 65_536
    shown = told.count("🔴 **")
    assert f"… and {300 - shown} more;" in told


# ---------------------------------------------------------------- for other tools


def test_sarif_has_what_code_scanning_wants() -> None:
    log = json.loads(render(rivers(), "sarif"))
    run = log["runs"][0]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    first = run["results"][0]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "membership-list"
    assert first["partialFingerprints"] == {"reconcileId/v1": "a1", "reconcileKey/v1": "key-a1"}
    region = first["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 70}
    assert (
        first["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "docs/rivers-old.txt"
    )
    suppressed = [result for result in run["results"] if result["suppressions"]]
    assert [result["partialFingerprints"]["reconcileId/v1"] for result in suppressed] == ["e5"]
    assert suppressed[0]["suppressions"][0]["justification"] == "new: the duties were a mistake"


def test_sarif_writes_uris_and_no_links() -> None:
    first = json.loads(render(hostile(), "sarif"))["runs"][0]["results"][0]
    uri = first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "do%20cs/%3Cn%3E%2C1%3A2.txt"
    assert "\\[a\\](javascript:b)" in first["message"]["text"]


def test_github_commands_cannot_be_forged() -> None:
    lines = render(hostile(), "github").splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(
        "::error title=reconcile%3A conflicting count,file=do cs/<n>%2C1%3A2.txt,line=1,"
    )
    assert "%250A::error::x" in lines[0]
    assert lines[1] == "reconcile: 1 error, 0 warnings, 0 notes"


def test_github_leaves_settled_findings_out() -> None:
    told = render(rivers(), "github")
    assert told.count("::warning ") == 2
    assert told.count("::notice ") == 1


def test_gitlab_issues() -> None:
    issues = json.loads(render(rivers(), "gitlab"))
    assert [issue["severity"] for issue in issues] == ["critical", "critical", "major", "major", "info"]
    assert issues[0]["fingerprint"] == "a1"
    assert issues[0]["location"] == {"path": "docs/rivers-new.txt", "lines": {"begin": 2, "end": 2}}


def test_rdjson_columns_count_bytes() -> None:
    new = document("n", ["Zażółć 😀 ten men."])
    result = Result(old=new, new=new, sources=(), pairs=(), findings=(finding("a", new=side(new, 0, "ten")),))
    where = json.loads(render(result, "rdjson"))["diagnostics"][0]["location"]
    assert where["range"] == {"start": {"line": 1, "column": 17}, "end": {"line": 1, "column": 20}}


@pytest.mark.parametrize(
    ("level", "tag"), [(Level.ERROR, "failure"), (Level.WARNING, "failure"), (Level.NOTE, "system-out")]
)
def test_junit_cases(level: Level, tag: str) -> None:
    new = document("n", ["Ten men."])
    result = Result(
        old=new, new=new, sources=(), pairs=(), findings=(finding("a", level=level, new=side(new, 0)),)
    )
    suite = ElementTree.fromstring(render(result, "junit"))
    assert [child.tag for child in suite.iter("testcase").__next__()] == [tag]


def test_junit_is_well_formed_whatever_a_document_says() -> None:
    suite = ElementTree.fromstring(render(hostile(), "junit"))
    assert suite.get("failures") == "1"
    settled = ElementTree.fromstring(render(rivers(), "junit"))
    assert (settled.get("tests"), settled.get("failures"), settled.get("skipped")) == ("6", "4", "1")


def test_a_document_without_a_path_is_named_by_its_id() -> None:
    new = document("n", ["Ten men."], path=None)
    result = Result(
        old=new, new=new, sources=(), pairs=(), findings=(finding("a", new=side(new, 0)), finding("b"))
    )
    assert [issue["location"]["path"] for issue in json.loads(render(result, "gitlab"))] == ["n"]
