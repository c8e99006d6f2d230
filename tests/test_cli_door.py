"""The command line: help without heavy imports, one door for errors, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path

import pytest

from reconcile import cli
from reconcile.commands import init
from reconcile.commands.arguments import READER_NAMES
from reconcile.errors import ConfigError, UsageError
from reconcile.readers import READERS

HEAVY = {
    "argparse",
    "dataclasses",
    "yaml",
    "re2",
    "rapidfuzz",
    "jinja2",
    "importlib.metadata",
    "reconcile.model",
}
VERBS = (
    "argument verb: invalid choice: 'lst' (choose from 'list', 'explain', 'test'); see reconcile rules --help"
)
NO_PROJECT = (
    "no reconcile.yaml here or above; give two files (reconcile report OLD NEW), or run: reconcile init"
)


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {name} " in printed for name in cli.COMMANDS)
    assert cli.run([]) == 2
    assert capsys.readouterr().out == printed


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_has_its_module_and_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    module = import_module(cli.COMMANDS[name][0])
    assert module.__doc__
    assert cli.run([name, "--help"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(f"usage: reconcile {name} ")
    assert module.__doc__.split("\n")[0] in printed


def test_help_names_every_reader() -> None:
    assert READER_NAMES.split(", ") == sorted(READERS)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from reconcile.cli import run; run(['--help']); "
        f"print(sorted(set(sys.modules) & {HEAVY!r}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("reconcile 0.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["repot"], "there is no command 'repot'; did you mean 'report'?"),
        (["xyzzy"], "there is no command 'xyzzy'; reconcile --help lists them"),
        (["init", "--frmat", "x"], "unrecognized arguments: --frmat; see reconcile init --help"),
        (
            ["rules", "lst"],
            VERBS,
        ),
        (["report", "a.txt"], "1 files given; give two, OLD and NEW, or none"),
        (
            ["report", "a", "b", "--from-ref", "HEAD"],
            "--from-ref REF [--to-ref REF] goes with exactly one FILE",
        ),
        (["report", "a", "--to-ref", "HEAD"], "--from-ref REF [--to-ref REF] goes with exactly one FILE"),
        (["report", "none.txt", "no.txt"], "none.txt: cannot be read: No such file or directory"),
        (
            ["report"],
            NO_PROJECT,
        ),
        (
            ["report", "a", "--from-ref", "HEAD"],
            ".: not in a git repository; run this inside one, or give two files",
        ),
        (["rules", "explain"], "rules explain needs a rule's id; reconcile rules list shows them"),
        (["rules", "explain", "cuont"], "there is no rule 'cuont'; did you mean 'count'?"),
        (["rules", "explain", "xyzzy"], "there is no rule 'xyzzy'; reconcile rules list shows them"),
    ],
)
def test_mistakes_are_one_sentence(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"reconcile: {told}\n")


class Broken:
    """A command that fails in one way or another."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--what")

    def run(self, arguments: Namespace) -> int:
        raise self.error


def failing(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("reconcile.commands.command", lambda name: Broken(error))
    return cli.run(["report", "--what", "a b"])


def test_mistakes_in_files_begin_with_their_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(ConfigError(["a.yaml:1:2: x", "a.yaml:3:4: y"]), monkeypatch) == 2
    assert capsys.readouterr().err == "a.yaml:1:2: x\na.yaml:3:4: y\n"
    assert failing(UsageError("no such thing"), monkeypatch) == 2
    assert capsys.readouterr().err == "reconcile: no such thing\n"


def test_a_bug_is_told_ready_to_paste(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert failing(ZeroDivisionError("by zero"), monkeypatch) == 3
    told = capsys.readouterr().err
    assert told.startswith("reconcile: a bug in reconcile, not a mistake of yours.")
    assert "\nreconcile 0." in told
    assert f"Python {sys.version.split()[0]}" in told
    assert "\ncommand: reconcile report --what 'a b'\n" in told
    assert told.endswith("ZeroDivisionError: by zero\n")


def test_an_interruption_is_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(KeyboardInterrupt(), monkeypatch) == 130
    assert capsys.readouterr().err == "interrupted\n"


def test_a_closed_pipe_is_quiet() -> None:
    done = subprocess.run(
        f"{sys.executable} -c 'import sys; from reconcile.cli import run; "
        'sys.stdin.read(); sys.exit(run(["--help"]))\'; echo $? >&2',
        shell=True,
        stdout=closed_pipe(),
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    assert done.stderr.splitlines() == ["141"]


def closed_pipe() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


def test_a_terminal_that_lacks_characters_still_gets_its_text() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "--help"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"usage: reconcile COMMAND [ARGUMENT]?")


def test_init_writes_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["init", str(tmp_path)]) == 0
    path = tmp_path / "reconcile.yaml"
    assert path.read_text(encoding="utf-8") == init.TEMPLATE
    assert capsys.readouterr().out.startswith(f"written: {path.as_posix()}; name your documents in it")
    path.write_text("rules: [core]", encoding="utf-8")
    assert cli.run(["init", str(tmp_path)]) == 2
    assert path.read_text(encoding="utf-8") == "rules: [core]"
    assert (
        capsys.readouterr().err
        == f"reconcile: {path.as_posix()} is there already; edit it, or delete it first\n"
    )


def test_the_module_runs_too(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reconcile", "init"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
