"""The sentence that each finding says: it is understood without the rest."""

from __future__ import annotations

import pytest

import reconcile

CASES = [
    (
        "The choir has 23 members.",
        "The choir has 32 members.",
        "a number changed from “23” to “32”: “The choir has 32 members.”",
    ),
    (
        "The mill opened on 3 May 1898, long before the river was dammed and the valley became a lake.",
        "The mill opened on 5 May 1898, long before the river was dammed and the valley became a lake.",
        "“The mill opened on 5 May 1898, long before the river was dammed and the …”",
    ),
    (
        "The Union comprises five states: Arania, Belmar, Cortia, Doria and Elbia.",
        "The Union comprises four states: Arania, Belmar, Cortia and Doria.",
        "the members of Union: 4 kept, 0 added, 1 removed; stated count 5 → 4",
    ),
    (
        "The choir comprises five people: Ada, Bo, Cy, Di and Ed.",
        "The choir comprises four people: Ada, Bo, Cy and Di.",
        "the members of the choir: 4 kept, 0 added, 1 removed; stated count 5 → 4",
    ),
    (
        "“We will not sell,” the chairman said.",
        "“We will sell,” the chairman said.",
        "quoted words changed from “We will not sell,” to “We will sell,”",
    ),
    (
        "The mill closed.",
        "The mill closed on 4 May 1990.",
        "only the new version says “4 May 1990”: “The mill closed on 4 May 1990.”",
    ),
    (
        "The World Health Organization agreed.",
        "The World Health Organisation agreed.",
        "the same name in another form: “World Health Organization” became “World Health Organisation”",
    ),
    (
        "She is a mayor of Rome.",
        "She is a former mayor of Rome.",
        "only the new version says “former”: “She is a former mayor of Rome.”",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), CASES)
def test_what_a_finding_says(old: str, new: str, message: str) -> None:
    told = [finding.message for finding in reconcile.compare(old, new).findings]
    assert any(message in one for one in told), told


def test_what_one_version_alone_says_is_not_explained_as_a_comparison() -> None:
    (finding,) = reconcile.compare("The mill closed.", "The mill closed on 4 May 1990.").findings
    assert finding.why == "nothing in the other version stands in its place"


def test_a_figure_alone_in_its_cell_is_told_with_its_row_and_column() -> None:
    table = "| Player | Caps |\n|---|---|\n| Ada Penn | {caps} |\n"
    old, new = (
        reconcile.read(table.format(caps=caps).encode(), reader="markdown", name=f"{caps}.md")
        for caps in (27, 34)
    )
    (finding,) = reconcile.compare(old, new).findings
    assert finding.message == "a figure changed from “27” to “34” (Ada Penn / Caps)"
