"""Word lists: every entry stands once, and in the form in which its reader asks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from reconcile.text.fold import fold

LISTS = sorted((Path(__file__).parents[2] / "rules").glob("*/en/*.txt"))

# Lines that are read as a whole: scales, sets, and names of weights.
LINES = frozenset(
    "alternatives antonyms converse-words exclusive-kinds exclusive-words joint-kinds joint-names "
    "kindred-words refutation-weights support-weights whole-parts word-roles wording-weights".split()
)
# Lists whose readers look for several words in a row. All others are asked for one word at a time.
PHRASES = frozenset(
    "age-frames age-words approximators approximators-after backward-words clock-words country-aliases "
    "currencies date-modifiers date-parts demonyms empty-openers ending-events function-words "
    "group-parts hedges implicit-negators implied-figures kind-sorts list-joints list-leads list-rests "
    "margin-leads modals name-links name-titles negated-fillers negating-adverbs negators not-negations "
    "number-vague owning-words part-words place-aliases place-parts place-prepositions "
    "prohibiting-openers regions relative-dates reporting-phrases setting-leads share-words shared-parts "
    "spelling-variants status-words symmetric-words synonyms taxonomy time-zones title-aliases "
    "total-words unit-leads units vacant-words weak-titles".split()
)
# Words of these are not cut at their hyphens, or are looked for by an expression that has them.
HYPHENS = frozenset(
    "counted-alike irregular-forms multipliers name-shortenings negative-affixes "
    "organisation-words score-words word-classes".split()
)
# Lists whose readers know capitals from small letters.
CAPITALS = frozenset(
    {"currencies", "eras", "joint-names", "number-scale-marks", "shared-parts", "titles", "units"}
)


def entries(path: Path) -> Iterator[str]:
    """What can be looked up in the list: its words, or the keys of its table."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        keys, equals, _ = entry.partition(" = ")
        if entry:
            yield from map(str.strip, keys.split(",")) if equals else (entry,)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_no_entry_stands_twice(path: Path) -> None:
    assert [entry for entry, times in Counter(entries(path)).items() if times > 1] == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_entry_can_be_met(path: Path) -> None:
    """A list that is asked for single words has no phrase, and one of folded words no capital."""
    name, found = path.stem, list(entries(path))
    if name not in LINES | PHRASES:
        cut = " " if name in HYPHENS else " -"
        assert [entry for entry in found if not set(cut).isdisjoint(entry)] == []
    if name not in CAPITALS:
        assert [entry for entry in found if fold(entry) != entry] == []


def test_the_lists_named_here_are_there() -> None:
    assert {*chain(LINES, PHRASES, HYPHENS, CAPITALS)} <= {path.stem for path in LISTS}
