"""Locations: where something is, with the preposition that puts it there ("in Tashkent", "near Osh").

passes: It is based in the U.S. -> It is based in the United States.
fails:  It is based in Rome. -> It is based in Oslo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import of_rule
from reconcile.claims.context import mentioned
from reconcile.claims.traits import Traits
from reconcile.fields import frozen
from reconcile.model import Json, Relation, Sentence
from reconcile.text.fold import fold, straighten
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.found import Found
from reconcile.values.name import Name
from reconcile.values.name import relate as relate_names
from reconcile.values.name_find import find as find_names

TYPE = "location"
OPTIONS: frozenset[str] = frozenset()
TRAITS = Traits(is_name=True, needs_place=True, changes_places=True)

level = of_rule


@frozen
class Place:
    """A place, and what the preposition says of it (`in`, `near`, `from` …)."""

    name: Name
    where: str

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"text": f"{self.where} {self.name.name}"}


@per_lexicon
def _prepositions(lexicon: Lexicon) -> re.Pattern[str]:
    words = alternation(word_table(lexicon, "place-prepositions"))
    return re.compile(rf"(?<!\w)({words})(?:\s+the)?\s+$", re.IGNORECASE)


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every name that a preposition makes a place."""
    kinds = word_table(lexicon, "place-prepositions")
    for found in find_names(sentence.text, lexicon):
        if found.value.kind != "place":
            continue
        before = _prepositions(lexicon).search(sentence.text[: found.start])
        if before:
            place = Place(found.value, kinds[" ".join(fold(before[1]).split())])
            yield mentioned(sentence, rule, Found(before.start(), found.end, place), lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """The same place otherwise placed is unsure; two places are related by their names."""
    found = relate_names(place(before).name, place(after).name, lexicon)
    if place(before).where == place(after).where:
        return found
    return Relation.UNSURE if found is Relation.EQUIVALENT else found


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The place as printed, and where something is to it."""
    return repr((straighten(place(claim).name.name), place(claim).where))


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """Any two places in the same place of the sentence."""
    return 0.8 if place(before).where == place(after).where else 0.5


def alone(claim: Claim, added: bool, stands: bool) -> None:
    """A place more or less is told as a name."""
    return


def place(claim: Claim) -> Place:
    """The claim's place."""
    assert isinstance(claim.value, Place)
    return claim.value
