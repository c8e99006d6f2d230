"""Comments that silence findings."""

from __future__ import annotations

import pytest
from check_repository import Repository

from reconcile.ignores import ignores

NOTES = "# Notes\n\nMuch is unknown.\n\nThe Union has 45 members.\n"
Caught = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("text", "names", "lines"),
    [
        ("<!-- reconcile: ignore[count] why -->\nA.\n", ("count",), (1, 2)),
        ("A. <!-- reconcile: ignore[count, date] why -->\n\n\nB.\n", ("count", "date"), (1, 4)),
        (".. reconcile: ignore[count] why\n\nA.\n", ("count",), (1, 3)),
        ("   ..  reconcile:  ignore[count]   why\r\n\r\nA.\r\n", ("count",), (1, 3)),
        ("<!-- reconcile: ignore[count] why -->", ("count",), (1, 1)),
    ],
)
def test_a_comment_speaks_for_its_line_and_the_next(
    text: str, names: tuple[str, ...], lines: tuple[int, int]
) -> None:
    (one,) = ignores(text)
    assert (one.names, one.reason, one.lines, one.problem) == (names, "why", lines, None)
    assert one.covers(lines[1], lines[1], ["other", names[0]])
    assert not one.covers(lines[1] + 1, lines[1] + 9, names)
    assert not one.covers(lines[0], lines[1], ["other"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "reconcile: ignore[count] why",
        "```\n<!-- reconcile: ignore[count] why -->\n```\n",
        "<!-- reconcile: x -->",
    ],
)
def test_what_is_no_comment(text: str) -> None:
    assert ignores(text) == ()


def test_a_comment_without_rule_or_reason_silences_nothing() -> None:
    one, other = ignores("<!-- reconcile: ignore[count] -->\n<!-- reconcile: ignore why -->\n")
    assert one.problem == "the comment that ignores count gives no reason; write it behind the ]"
    assert other.problem == "the comment names no rule; write reconcile: ignore[RULE] and the reason"
    assert not one.covers(1, 2, ["count"])


@pytest.mark.parametrize(
    ("path", "comment", "end"),
    [
        ("guide.md", "<!-- reconcile: ignore[same-fact] another union -->\n", ""),
        ("guide.md", "", " <!-- reconcile: ignore[count] another union -->"),
        ("guide.wiki", "<!-- reconcile: ignore[same-fact] another union -->\n", ""),
        ("guide.rst", ".. reconcile: ignore[same-fact] another union\n\n", ""),
    ],
)
def test_a_finding_is_silenced(
    repository: Repository, path: str, comment: str, end: str, capsys: Caught
) -> None:
    repository.stage("notes.md", NOTES)
    repository.stage(path, "Nothing here as yet.\n")
    repository.commit()
    text = "Nothing here as yet.\n\n{}The Union has 46 members.{}\n"
    repository.stage(path, text.format("", ""))
    assert repository.check() == 1
    assert "same-fact" in capsys.readouterr().out
    repository.stage(path, text.format(comment, end))
    assert repository.check("--format", "concise") == 0
    assert "unused-ignore" not in capsys.readouterr().out


def test_a_comment_that_silences_nothing_is_told_where_it_was_touched(
    repository: Repository, capsys: Caught
) -> None:
    comment = "<!-- reconcile: ignore[same-fact] no reason any more -->\n"
    repository.stage("guide.md", "The Union has 45 members.\n\nAll is well, they say.\n")
    repository.commit()
    repository.stage("guide.md", f"{comment}The Union has 46 members.\n\nAll is well, they say.\n")
    assert repository.check("--format", "concise") == 0
    assert (
        "guide.md:1:1: warning unused-ignore: the comment that ignores same-fact" in capsys.readouterr().out
    )
    repository.commit()
    repository.stage("guide.md", f"{comment}The Union has 46 members.\n\nAll is not well, they say.\n")
    assert repository.check("--format", "concise") == 0
    assert "unused-ignore" not in capsys.readouterr().out
