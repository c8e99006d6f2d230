"""Colours and the bar: on a terminal only."""

from __future__ import annotations

import io

import pytest

from reconcile.commands.terminal import Progress, colours


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_no_colours_and_no_bar() -> None:
    stream = io.StringIO()
    assert not colours(stream)
    progress = Progress(2, stream)
    progress("reading")
    progress.close()
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_terminal_gets_colours_unless_told_otherwise(
    variables: dict[str, str], wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert colours(Terminal()) is wanted


def test_the_bar_fills_and_is_wiped_away() -> None:
    stream = Terminal()
    progress = Progress(2, stream)
    for what in ("reading a.txt", "comparing", "more than was expected", "x" * 99):
        progress(what)
    progress.close()
    drawn = stream.getvalue().split("\r\x1b[K")
    assert drawn[1:] == [
        f"[{'.' * 20}] reading a.txt",
        f"[{'#' * 10}{'.' * 10}] comparing",
        f"[{'#' * 20}] more than was expected",
        f"[{'#' * 20}] {'x' * 50}",
        "",
    ]


def test_a_bar_that_never_began_leaves_nothing() -> None:
    stream = Terminal()
    Progress(1, stream).close()
    assert stream.getvalue() == ""
