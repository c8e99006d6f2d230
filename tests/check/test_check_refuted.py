"""Edits of figures, dates and members that a source named in the project file speaks of."""

from __future__ import annotations

import pytest
from check_repository import Repository

MINUTES = (
    "The Harbour Union has 45 members.\n\n"
    "The Osby bridge was opened on 4 May 1931 and is 250 metres long.\n\n"
    "The Council consists of Norland, Ostland and Westland.\n\n"
    "Norland joined the Council in 1996.\n"
)
PROJECT = "sources: [minutes.txt]\nrules: [core, international-relations]\ncheck: {gate: conflicts}\n"
GUIDE = (
    "# Guide\n\nThe weather was fine.\n\nThe Harbour Union has 44 members.\n\n"
    "The Osby bridge was opened on 3 May 1931.\n\nThe Osby bridge is 240 metres long.\n\n"
    "The Harbour Union lost 3 members in 1990.\n\nNorland joined the Council in 1995.\n"
)


@pytest.fixture
def guide(repository: Repository) -> Repository:
    repository.stage("minutes.txt", MINUTES)
    repository.stage("reconcile.yaml", PROJECT)
    repository.stage("guide.md", GUIDE)
    repository.commit()
    return repository


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("was fine", "was bad"),  # what stands refuted beside the edit is not the edit's
        ("44 members", "45 members"),
        ("3 May 1931", "4 May 1931"),
        ("240 metres", "250 metres"),
        ("in 1995", "in 1996"),
        ("The weather was fine.", "The Norvik Union has 12 members."),
        ("The weather was fine.", "In Osby, the Harbour Union has 12 members."),
        ("The weather was fine.", "In 1950, the Harbour Union had 12 members."),
        ("The weather was fine.", "The Council consists of Norland, Ostland and Westland."),
    ],
)
def test_a_true_update_and_what_no_source_speaks_of_pass(guide: Repository, old: str, new: str) -> None:
    guide.stage("guide.md", GUIDE.replace(old, new))
    assert guide.check() == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("44 members", "46 members"),
        ("3 May 1931", "5 May 1931"),
        ("240 metres", "260 metres"),
        ("in 1995", "in 1997"),
        ("The weather was fine.", "The Harbour Union now has 46 members."),
        ("The weather was fine.", "The Osby bridge was opened by the king in 1932."),
    ],
)
def test_an_edit_that_a_source_refutes_is_stopped(
    guide: Repository, capsys: pytest.CaptureFixture[str], old: str, new: str
) -> None:
    guide.stage("guide.md", GUIDE.replace(old, new))
    assert guide.check() == 1
    assert "refutes the new text" in capsys.readouterr().out


def test_an_older_source_lets_an_update_of_a_count_through(guide: Repository) -> None:
    guide.stage("reconcile.yaml", 'sources: [{path: minutes.txt, date: "2004-05-01"}]\n')
    guide.commit()
    guide.stage("guide.md", GUIDE.replace("44 members", "46 members"))
    assert guide.check() == 0
