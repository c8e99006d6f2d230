"""The hook as people meet it: real git, real pre-commit, the manifest of this checkout.

The scenarios run the manifest with `language: system`, so that no environment is built for each; one slow
test installs the checkout as pre-commit does.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from check_repository import ENVIRONMENT, Repository

ROOT = Path(__file__).resolve().parent.parent.parent
BIN = Path(sys.executable).parent
GUIDE = "# Union\n\nThe Union has 45 members. It was founded in 1999.\n"
NOTES = "# Notes\n\nMuch is unknown.\n\nThe Union has 45 members.\n"


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("pre-commit")
    return {
        **ENVIRONMENT,
        "PATH": f"{BIN}:{ENVIRONMENT['PATH']}",
        "PRE_COMMIT_HOME": str(home),
        "NO_COLOR": "1",
    }


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the manifest, whose hooks are the program of this environment."""
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    place = Repository(tmp_path_factory.mktemp("hooks"))
    place.stage(".pre-commit-hooks.yaml", manifest.replace("language: python", "language: system"))
    place.commit()
    return place.folder


class Project(Repository):
    """A repository in which the hook is installed."""

    environment: dict[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )

    def committed(self) -> bool:
        """Commits what is staged; `said` is what the hook printed."""
        done = self.run("git", "commit", "-m", "x")
        self.said = done.stdout + done.stderr
        return done.returncode == 0


@pytest.fixture
def project(tmp_path: Path, environment: dict[str, str], hooks: Path) -> Project:
    made = Project(tmp_path)
    made.environment = environment
    revision = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=hooks, env=ENVIRONMENT, capture_output=True, text=True, check=True
    ).stdout.strip()
    made.stage(
        ".pre-commit-config.yaml",
        f"repos:\n- repo: {hooks}\n  rev: {revision}\n"
        "  hooks: [{id: reconcile-check}, {id: reconcile-rules}]\n",
    )
    made.stage("guide.md", GUIDE)
    made.stage("notes.md", NOTES)
    made.commit()
    assert made.run("pre-commit", "install").returncode == 0
    return made


def test_a_harmless_edit_passes(project: Project) -> None:
    project.stage("guide.md", GUIDE.replace("members. It", "members.\nIt"))
    assert project.committed(), project.said
    assert re.search(r"reconcile check\.+Passed", project.said)


def test_an_edit_against_another_document_is_stopped_then_mended(project: Project) -> None:
    project.stage("guide.md", GUIDE.replace("45", "46"))
    assert not project.committed()
    assert "guide.md:3:15: error same-fact: The Union: “46” here, “45” in notes.md:5" in project.said
    assert "next: mend the text, or settle it: reconcile decide" in project.said
    project.stage("notes.md", NOTES.replace("45", "46"))
    assert project.committed(), project.said


def test_an_edit_is_stopped_settled_and_committed(project: Project) -> None:
    project.stage("guide.md", GUIDE.replace("45", "46"))
    assert not project.committed()
    found = re.search(r"reconcile decide (\w+) new", project.said)
    assert found
    done = project.run("reconcile", "decide", found[1], "new", "--staged", "--why", "counted anew")
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("next: git add reconcile.decisions\n")
    assert not project.committed()
    waiting = "1 of these findings is decided, and that is not staged: git add reconcile.decisions\n"
    assert f"reconcile: {waiting}" in project.said
    project.git("add", "reconcile.decisions")
    assert project.committed(), project.said
    project.stage("guide.md", GUIDE.replace("45", "47"))
    assert not project.committed()
    assert "“47” contradicts “46”, settled on" in project.said


def test_what_is_staged_counts_not_the_working_tree(project: Project) -> None:
    project.stage("guide.md", GUIDE.replace("45", "46"))
    project.write("guide.md", GUIDE)
    assert not project.committed()
    project.stage("guide.md", GUIDE.replace("1999.", "1999!"))
    project.write("guide.md", GUIDE.replace("45", "46"))
    assert project.committed(), project.said


def test_a_renamed_document_takes_what_was_settled_along(project: Project) -> None:
    long = GUIDE + "\nMuch else is said here, at some length, which stays.\n" * 9
    project.stage("guide.md", long.replace("1999", "2001"))
    assert project.committed(), project.said
    project.stage("guide.md", long)
    found = re.search(r"\[(\w+)\]", project.run("reconcile", "check").stdout)
    assert found
    assert project.run("reconcile", "decide", found[1], "new", "--staged", "--why", "charter").returncode == 0
    project.git("add", ".")
    assert project.committed(), project.said
    project.git("mv", "guide.md", "manual.md")
    project.stage("manual.md", long.replace("1999", "2001"))
    assert not project.committed()
    assert "manual.md:3:27: error founded: " in project.said
    assert "settled on" in project.said
    assert " for guide.md, which is manual.md now (charter)" in project.said
    assert "reconcile: guide.md is manual.md now; 1 decision still to follow: " in project.said
    project.stage("manual.md", long)
    assert project.committed(), project.said
    project.stage("manual.md", long.replace("1999", "2001"))
    assert not project.committed()
    assert " for guide.md, which is manual.md now (charter)" in project.said
    assert project.run("reconcile", "decisions", "--renamed").returncode == 0
    project.git("add", "reconcile.decisions")
    assert not project.committed()
    assert "guide.md" not in project.said
    project.stage("manual.md", long)
    assert project.committed(), project.said


def test_the_gate_of_changes_wants_every_change_settled(project: Project) -> None:
    project.stage("reconcile.yaml", "check: {gate: changes}\n")
    project.stage("guide.md", GUIDE.replace("1999", "2001"))
    assert not project.committed()
    found = re.search(r"reconcile decide (\w+) new", project.said)
    assert found, project.said
    assert project.run("reconcile", "decide", found[1], "new", "--staged", "--why", "charter").returncode == 0
    project.git("add", ".")
    assert project.committed(), project.said


def test_warnings_stand_at_the_end_of_a_failing_message(project: Project) -> None:
    project.stage("guide.md", GUIDE.replace("1999", "2001"))
    assert project.committed(), project.said
    project.stage("guide.md", GUIDE.replace("45", "46").replace("1999", "2002"))
    assert not project.committed()
    assert re.search(r"error same-fact: .*guide.md:3:27: warning \w+: .*2002", project.said, re.DOTALL)


def test_a_comment_silences_and_one_without_a_reason_does_not(project: Project) -> None:
    wrong = GUIDE.replace("45", "46")
    project.stage("guide.md", wrong.replace("The U", "<!-- reconcile: ignore[same-fact] -->\nThe U"))
    assert not project.committed()
    assert "gives no reason" in project.said
    comment = "<!-- reconcile: ignore[same-fact] another union -->"
    project.stage("guide.md", wrong.replace("The U", f"{comment}\nThe U"))
    assert project.committed(), project.said


def test_an_edit_that_a_source_refutes_is_stopped(project: Project) -> None:
    project.stage(
        "minutes.txt", "Uzbekistan joined the Council in 1996, the minutes say.\n\nIt withdrew in 1999.\n"
    )
    project.stage("reconcile.yaml", "sources: [minutes.txt]\nrules: [core, international-relations]\n")
    project.stage(
        "history.md", "# History\n\nThe weather was fine.\n\nUzbekistan joined the Council in 1996.\n"
    )
    assert project.committed(), project.said
    project.stage(
        "history.md", "# History\n\nThe weather was fine.\n\nUzbekistan left the Council in 1996.\n"
    )
    assert not project.committed()
    assert "minutes.txt:1" in project.said


def test_a_branch_is_checked_as_in_ci(project: Project) -> None:
    project.git("checkout", "-q", "-b", "topic")
    project.git("config", "core.hooksPath", "/dev/null")
    project.stage("guide.md", GUIDE.replace("45", "46"))
    project.commit()
    done = project.run("pre-commit", "run", "--from-ref", "main", "--to-ref", "topic")
    assert done.returncode == 1
    assert "same-fact" in done.stdout
    project.stage("guide.md", GUIDE)
    project.commit()
    assert project.run("pre-commit", "run", "--from-ref", "main", "--to-ref", "topic").returncode == 0


def test_files_that_are_no_documents_pass(project: Project) -> None:
    project.stage("data.md", b"\x00\x01\xff" * 100)
    project.write("link.md", "")
    (project.folder / "link.md").unlink()
    (project.folder / "link.md").symlink_to("guide.md")
    project.git("add", ".")
    project.git("rm", "-q", "notes.md")
    assert project.committed(), project.said


def test_rules_of_the_project_are_tested(project: Project) -> None:
    project.stage("reconcile.yaml", "rules: [core, rules/own]\n")
    rule = (
        "- id: seat\n  claim: location\n  message: the seat moved\n  why: one seat\n  examples:\n"
        "    silent: [{old: ACME is in Rome., new: ACME is in Oslo.}]\n"
        "    speaks: [{old: ACME is in Rome., new: ACME is in Oslo., relation: conflicting}]\n"
    )
    project.stage("rules/own/seat.yaml", rule)
    assert not project.committed()
    assert "seat: examples.silent[0] is not silent" in project.said


def test_all_files_of_a_repository_without_edits_pass(project: Project) -> None:
    assert project.run("pre-commit", "run", "--all-files").returncode == 0


def test_pre_commit_finds_the_manifest_true(project: Project, hooks: Path) -> None:
    done = project.run("pre-commit", "try-repo", str(hooks), "reconcile-check", "--all-files")
    assert done.returncode == 0, done.stdout
    assert re.search(r"reconcile check\.+Passed", done.stdout)
    manifest = project.run("pre-commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert manifest.returncode == 0, manifest.stdout


@pytest.mark.slow
def test_pre_commit_installs_the_checkout(tmp_path: Path, environment: dict[str, str]) -> None:
    """As people use it, with `language: python`: pre-commit clones the checkout and installs it with pip."""
    copy = Repository(tmp_path / "copy")
    for name in ("reconcile", "rules", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copytree(ROOT / name, copy.folder / name) if (ROOT / name).is_dir() else shutil.copy(
            ROOT / name, copy.folder / name
        )
    copy.stage(".pre-commit-hooks.yaml", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    copy.git("add", "-A")
    copy.commit()
    project = Project(tmp_path / "project")
    project.environment = environment
    project.stage("guide.md", GUIDE)
    project.stage("notes.md", NOTES)
    project.commit()
    project.stage("guide.md", GUIDE.replace("45", "46"))
    done = project.run("pre-commit", "try-repo", str(copy.folder), "reconcile-check")
    if "Could not find a version" in done.stdout + done.stderr:
        pytest.skip("no package registry is within reach")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "guide.md:3:15: error same-fact" in done.stdout
