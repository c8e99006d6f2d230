"""One document against itself, and figures that two speakers give differently: silent cases before others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_sources import book, compared, document

from reconcile.result import Finding
from reconcile.verdicts.internal import internal


def flaws(text: str) -> list[Finding]:
    return list(internal(document(text, "guide"), book()))


# ---------------------------------------------------------------- silent


@pytest.mark.parametrize(
    "text",
    [
        "The Union comprises three states: Norland, Suderland and Ostland.",
        'The box will contain two drawers: one named "Red" that contains pens to draw, rulers, and blue ink.',
        "The box holds two drawers: one named Red that contains pens, rulers and ink.",
        "The kit has two lamps for the tent, one using gas, another using oil and a spare.",
        "There are three standard tools: hammer, saw and file, using Norland, Suderland and Ostland steel.",
        "The keys take one of the three words: Norland, Suderland or Ostland.",
        "See the Osby 4.0 release notes for more. It rains. See the Osby 4.2 release notes for more.",
        (
            "The Osby read cache of the Belmo server keeps 30 copies of each page on the disk. It rains. "
            "The Osby write cache of the Belmo server keeps 40 copies of each page on the disk."
        ),
        (
            "The Osby road has 20 bends here. It rains. The Osby road has 30 bends here. It rains. "
            "The Osby road has 40 bends here."
        ),
        "The Union has five members, including Norland, Suderland and Ostland.",
        "Lena Storm (1894–1986) was a sculptor.",
        "The war lasted from 1939 to 1945.",
        "She wrote of the years 1950 and 1940.",
        "Norland joined the Baltic Union in 1999. Norland withdrew from the Baltic Union in 2005.",
        "There were 35 fires: 20 in Osby, 10 in Belmo and 5 in Talma.",
        "There were 35 fires: one was in Osby.",
        "The bridge is 30 m long. The tunnel is 40 m long.",
        "In 2001 Osby had 14 schools. In 2011 Osby had 12 schools.",
        "Osby has 14 schools in the town. Belmo has 12 schools in the town.",
        "France belongs to the Baltic Union. The Baltic Union consists of Sweden, France and Norway.",
        "Ann Holt is a member of the Baltic Union. The Baltic Union consists of Sweden, Denmark and Norway.",
    ],
)
def test_what_is_consistent_is_not_told(text: str) -> None:
    assert flaws(text) == []


# ---------------------------------------------------------------- flaws


@pytest.mark.parametrize(
    ("text", "rule", "level", "words"),
    [
        (
            "The Union comprises four states: Norland, Suderland and Ostland.",
            "count-against-list",
            "error",
            "4 are announced and 3 are listed",
        ),
        (
            "The Union comprises four states: Norland, Suderland, and Ostland since 1999.",
            "count-against-list",
            "error",
            "4 are announced and 3 are listed",
        ),
        (
            "France belongs to the Baltic Union. The Baltic Union consists of Sweden, Denmark and Norway.",
            "member-not-listed",
            "warning",
            "France is said to belong to Baltic Union, whose list of members lacks it",
        ),
        ("Lena Storm (1986–1894) was a sculptor.", "dates-out-of-order", "error", "“1986–1894”"),
        ("The war lasted from 1945 to 1939.", "dates-out-of-order", "error", "ends before it begins"),
        (
            "Norland joined the Baltic Union in 1999. Norland withdrew from the Baltic Union in 1995.",
            "dates-out-of-order",
            "error",
            "it ended in 1995 and began in 1999",
        ),
        (
            "There were 35 fires: 20 in Osby, 10 in Belmo and 4 in Talma.",
            "sum-of-parts",
            "error",
            "the parts add up to 34, not to 35",
        ),
        (
            "The Osby bridge over the Ede is 30 m long. It rains. The Osby bridge over the Ede is 40 m long.",
            "figure-said-twice",
            "warning",
            "40 m here, 30 m in line 1",
        ),
    ],
)
def test_what_cannot_be_is_told(text: str, rule: str, level: str, words: str) -> None:
    (finding,) = flaws(text)
    assert (finding.kind, finding.rule, finding.level, finding.relation) == ("internal", rule, level, None)
    assert words in finding.message
    assert finding.new is not None
    assert text[finding.new.span.start : finding.new.span.end] == finding.new.text


def test_the_new_version_is_told_whole_and_the_old_one_where_it_changed() -> None:
    wrong = "The Union comprises four states: Norland, Suderland and Ostland."
    right = "The Union comprises three states: Norland, Suderland and Ostland."
    kinds = [
        [(one.old is None, one.new is None) for one in compared(old, new).findings if one.kind == "internal"]
        for old, new in ((wrong, wrong), (right, wrong), (wrong, right), (right, right))
    ]
    assert kinds == [[(True, False)], [(True, False)], [(False, True)], []]


@given(st.lists(st.integers(2, 400), min_size=2, max_size=5), st.integers(-3, 3))
def test_parts_must_add_up(parts: list[int], error: int) -> None:
    towns = ("Osby", "Belmo", "Talma", "Norvik", "Lund")
    listed = [f"{part} in {town}" for part, town in zip(parts, towns, strict=False)]
    text = f"There were {sum(parts) + error} fires: {', '.join(listed[:-1])} and {listed[-1]}."
    assert [one.rule for one in flaws(text)] == ([] if error == 0 else ["sum-of-parts"])


# ---------------------------------------------------------------- disagreements


@pytest.mark.parametrize(
    "text",
    [
        "The authorities say that 187 people were killed. The authorities say that 187 people were killed.",
        "The authorities say that 187 people were killed in Osby. Rights groups say that 30 houses burned.",
        "The authorities say that 187 people were killed in Osby. Critics say 700 people voted in Belmo.",
        "The authorities say that 187 people were killed. In 1990, critics say, 700 people died.",
        "187 people were killed. Some 700 people were killed.",
    ],
)
def test_two_figures_that_may_both_be_right_are_no_disagreement(text: str) -> None:
    assert compared(text, text).disagreements == ()


def test_two_speakers_with_two_figures_disagree() -> None:
    text = (
        "The violence in the city of Osby went on for days. "
        "The authorities say that 187 people were killed in the violence. "
        "Rights groups, however, say over 700 civilians were killed by the army."
    )
    (found,) = compared("Nothing.", "Nothing.", document(text, "press")).disagreements
    voices = [(one.value, one.approximator, one.attributed_to, one.source) for one in found.values]
    assert voices == [(187, None, "authorities", "press"), (700, "over", "Rights groups", "press")]
    assert found.subject == "people were killed in the violence (Osby)"


def test_two_documents_disagree_on_one_place_only() -> None:
    one = document("In Osby, 187 people were killed by the flood.", "one", "2005-11-14")
    two = document("In Osby, 700 people were killed by the flood.", "two", "2005-11-20")
    other = document("In Belmo, 47 people were killed by the flood.", "other", "2005-11-20")
    later = document("In Osby, 12 people were killed by the flood.", "later", "2015-11-20")
    (found,) = compared("Nothing.", "Nothing.", one, two, other, later).disagreements
    assert [(voice.source, voice.value) for voice in found.values] == [("one", 187), ("two", 700)]


def test_according_to_names_the_speaker() -> None:
    text = (
        "According to Ann Holt, 40 people died in the fire. "
        "According to the police of Osby, 12 people died in the fire."
    )
    (found,) = compared(text, text).disagreements
    assert found.values[0].attributed_to == "Ann Holt"
