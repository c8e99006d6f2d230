"""What a check prints, in every format."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from check_repository import Repository

GUIDE = "# Union\n\nThe Union has 45 members.\n\nIts name is old. The bridge was opened in 1999.\n"
NOTES = "# Notes\n\nMuch is unknown.\n\nThe Union has 45 members.\n"
Caught = pytest.CaptureFixture[str]


@pytest.fixture
def stopped(repository: Repository) -> Repository:
    """One error and one warning."""
    repository.stage("guide.md", GUIDE)
    repository.stage("notes.md", NOTES)
    repository.commit()
    repository.stage("guide.md", GUIDE.replace("45", "46").replace("1999", "2001"))
    return repository


def test_full_shows_the_line_the_words_and_the_other_document(stopped: Repository, capsys: Caught) -> None:
    assert stopped.check() == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("guide.md:3:15: error same-fact: The Union: “46” here, “45” in notes.md:5  [")
    assert lines[1:5] == [
        "    3 | The Union has 46 members.",
        "      |               ^^",
        "    notes.md:5:15: The Union has 45 members.",
        "    because the same thing is told with another value in another document of the project",
    ]
    assert lines[5].startswith("guide.md:5:")
    assert " warning " in lines[5]
    assert lines[-2] == "1 error, 1 warning in 1 document"
    assert lines[-1].startswith("next: mend the text, or settle it: reconcile decide ")


def test_full_shows_the_words_that_changed(stopped: Repository, capsys: Caught) -> None:
    stopped.stage("guide.md", GUIDE.replace("1999", "2001"))
    assert stopped.check() == 0
    told = capsys.readouterr().out
    assert "The bridge was opened in [-1999-]{+2001+}." in told
    id = told.splitlines()[0].split("[")[-1].rstrip("]")
    assert told.splitlines()[-1] == (
        "next: nothing stops this edit; to hold the new text against later edits, settle it: "
        f'reconcile decide {id} new --staged --why "…"'
    )
    stopped.commit()
    assert stopped.check("--from-ref", "HEAD~1") == 0
    told = capsys.readouterr().out
    assert told.endswith("next: nothing stops this edit; look at the lines above\n")


def test_concise_is_a_line_a_finding(stopped: Repository, capsys: Caught) -> None:
    assert stopped.check("--format", "concise") == 1
    assert len(capsys.readouterr().out.splitlines()) == 4


def test_the_gates(stopped: Repository, capsys: Caught) -> None:
    assert stopped.check("--gate", "none") == 0
    assert stopped.check("--gate", "changes", "--format", "concise") == 1
    assert "2 errors, 0 warnings" in capsys.readouterr().out


def test_json_says_what_failed(stopped: Repository, capsys: Caught) -> None:
    assert stopped.check("--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["format"], told["gate"], told["failed"], told["documents"]) == (
        1,
        "conflicts",
        True,
        ["guide.md"],
    )
    first = told["findings"][0]
    assert (first["kind"], first["level"], first["new"]["path"], first["new"]["line"]) == (
        "across", "error", "guide.md", 3,
    )  # fmt: skip
    assert first["old"]["path"] == "notes.md"
    assert first["old"]["value"]["low"] == 45


def test_the_formats_of_other_tools(stopped: Repository, capsys: Caught) -> None:
    def said(format: str) -> str:
        assert stopped.check("--format", format) == 1
        return capsys.readouterr().out

    assert said("github").startswith("::error title=reconcile%3A across count,file=guide.md,line=3,")
    assert json.loads(said("gitlab"))[0]["location"]["path"] == "guide.md"
    assert json.loads(said("rdjson"))["diagnostics"][0]["severity"] == "ERROR"
    assert json.loads(said("sarif"))["runs"][0]["results"][0]["level"] == "error"
    assert ET.fromstring(said("junit").encode()).get("failures") == "2"


def test_output_goes_to_a_file(stopped: Repository, capsys: Caught) -> None:
    assert stopped.check("--format", "sarif", "-o", "out.sarif") == 1
    assert capsys.readouterr().out == ""
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_silent_check_writes_what_its_format_needs(stopped: Repository, capsys: Caught) -> None:
    stopped.stage("guide.md", GUIDE)
    assert stopped.check("--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert stopped.check("--format", "junit") == 0
    assert 'failures="0"' in capsys.readouterr().out


def test_one_finding_explained(stopped: Repository, capsys: Caught) -> None:
    stopped.check("--format", "json")
    id = json.loads(capsys.readouterr().out)["findings"][0]["id"]
    assert stopped.check("--explain", id[:6]) == 1
    told = capsys.readouterr().out
    assert f"[{id}]" in told
    assert "kind across, claim count, rule same-fact" in told
    assert stopped.check("--explain", "zzz") == 2


def test_a_long_line_is_shown_around_the_words(stopped: Repository, capsys: Caught) -> None:
    stopped.stage(
        "guide.md", GUIDE.replace("The Union has 45", "So it was said before. " * 30 + "The Union has 46")
    )
    assert stopped.check() == 1
    shown, carets = capsys.readouterr().out.splitlines()[1:3]
    at = carets.index("^^")
    assert shown[at : at + 2] == "46"
    assert len(shown) < 180


def test_many_warnings_are_counted(stopped: Repository, capsys: Caught) -> None:
    many = "".join(
        f"\n\nThe {chr(97 + n // 26)}{chr(97 + n % 26)}ton mill has {n + 20} workers." for n in range(50)
    )
    stopped.stage("guide.md", GUIDE + many)
    stopped.commit()
    stopped.stage("guide.md", GUIDE + many.replace(" workers", "00 workers"))
    assert stopped.check("--format", "concise") == 0
    assert "further warnings; -o FILE writes them all" in capsys.readouterr().out
