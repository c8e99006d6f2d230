"""What stands in the README is true: its examples are run, its commands exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import reconcile
from reconcile.cli import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def rows(heading: str) -> list[tuple[str, str, str, str]]:
    """The rows of the first table under a heading."""
    below = README.split(f"### {heading}\n", 1)[1]
    table = next(part for part in below.split("\n\n") if part.lstrip().startswith("| "))
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    return [(row[0], row[1], row[2], row[3]) for row in cells]


def claim_rows() -> list[tuple[str, str, str, str]]:
    return rows("What counts as a claim")


@pytest.mark.parametrize(("claim", "old", "new", "told"), claim_rows(), ids=lambda text: text[:40])
def test_table_of_claims(claim: str, old: str, new: str, told: str) -> None:
    findings = reconcile.compare(old, new).findings
    if told == "nothing":
        assert findings == ()
    else:
        assert (told, claim) in {(f"{f.level} {f.relation}", f.claim) for f in findings}


def test_every_row_of_the_table_is_read() -> None:
    assert len(claim_rows()) >= 20


@pytest.mark.parametrize(
    ("old", "new", "source", "told"), rows("Sources and time"), ids=lambda text: text[:40]
)
def test_table_of_sources(old: str, new: str, source: str, told: str) -> None:
    versions = [
        reconcile.read(text.encode(), reader="plain", name=name, id=name)
        for name, text in (("old", old), ("new", new), ("source", source))
    ]
    result = reconcile.compare(versions[0], versions[1], sources=versions[2:])
    said = [f"{one.old} old, {one.new} new" for finding in result.findings for one in finding.evidence]
    assert said == ([] if told == "nothing" else [told])


def test_python_example_runs() -> None:
    (code,) = blocks("python")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "a number changed" in done.stdout


def test_console_examples_print_what_they_show() -> None:
    ran = 0
    for block in blocks("console"):
        lines = block.splitlines()
        if not lines[0].startswith("$ "):
            continue
        command = [sys.executable, "-m", *shlex.split(lines[0].removeprefix("$ "))]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        at = 0
        for line in lines[1:]:
            at = done.stdout.find(line.strip(), at)
            assert at >= 0, f"{lines[0]!r} does not print {line!r}"
        ran += 1
    assert ran >= 2


def test_example_rule_keeps_its_promise(tmp_path: Path) -> None:
    (rule,) = [block for block in blocks("yaml") if block.startswith("- id: merged")]
    (tmp_path / "merged.yaml").write_text(rule, encoding="utf-8")
    command = [sys.executable, "-m", "reconcile", "rules", "test", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_commands_named_exist() -> None:
    named = set(re.findall(r"`reconcile ([a-z]+)", README))
    assert named <= set(COMMANDS)
    assert set(COMMANDS) <= named


def test_pictures_are_there() -> None:
    for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / target).is_file(), target


def test_hooks_named_exist() -> None:
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    for hook in re.findall(r"- id: (reconcile-[a-z]+)", README):
        assert f"id: {hook}" in manifest
