"""Rules, the word lists they use, and the claims they read out of sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from reconcile.fields import field, frozen
from reconcile.model import Json, Level, Relation

# The claim types in the order in which they tell what changed: what a richer one has told, a poorer one does
# not tell again.
TYPES = (
    "membership", "event", "role", "quote", "date", "count", "number", "location", "name",
    "opposite", "negation", "modality", "status",
)  # fmt: skip

# Types that are read off sentences and passages as a whole, not extracted from their words.
WHOLE_TYPES = ("sentence", "heading", "citation", "wording", "swap")


@frozen
class Lexicon:
    """The word lists of a language. Names are those of the files under rules/<pack>/<language>/."""

    language: str
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    maps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def words(self, name: str) -> frozenset[str]:
        """The word list `name`; KeyError when no pack has it."""
        return self.sets[name]

    def table(self, name: str) -> Mapping[str, str]:
        """The table `name`, word to value; KeyError when no pack has it."""
        return self.maps[name]


class Value(Protocol):
    """A typed, normalised thing. `data` is what the report prints."""

    @property
    def data(self) -> dict[str, Json]: ...


@frozen(kw_only=True)
class Match:
    """Where a rule's pattern stands in a prose text: its range and that of each slot it filled."""

    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]


class Pattern(Protocol):
    """A compiled pattern of a rule."""

    def find(self, text: str) -> Iterator[Match]: ...


@frozen(kw_only=True)
class Example:
    """Two prose texts and what a rule says of them; `relation` is None where it must stay silent."""

    old: str
    new: str
    relation: Relation | None = None
    level: Level | None = None
    reader: str = "plain"  # what the two texts are written in


@frozen(kw_only=True)
class Rule:
    """What is a claim, how its values are compared and told. Read from a pack under rules/."""

    id: str
    claim: str  # the claim type whose module extracts and relates
    message: str
    why: str
    pack: str
    patterns: tuple[Pattern, ...] = ()
    options: Mapping[str, Json] = field(default_factory=dict)
    levels: Mapping[Relation, Level] = field(default_factory=dict)
    weights: Mapping[Relation, float] = field(default_factory=dict)  # the score when nothing moves it, 0 to 1
    silent: tuple[Example, ...] = ()
    speaks: tuple[Example, ...] = ()


@frozen
class RuleBook:
    """All rules in force, in order, and the lexicon they use."""

    rules: tuple[Rule, ...]
    lexicon: Lexicon
    packs: tuple[str, ...]

    def rule(self, id: str) -> Rule:
        """The rule named `id`; KeyError when there is none."""
        for rule in self.rules:
            if rule.id == id:
                return rule
        raise KeyError(id)

    def of(self, claim: str) -> Rule | None:
        """The first rule for the claim type `claim`, None when no pack has one."""
        return next((rule for rule in self.rules if rule.claim == claim), None)


@frozen(kw_only=True)
class Qualifiers:
    """Under which conditions a claim is asserted."""

    when: str | None = None  # EDTF
    where: str | None = None
    negated: bool = False
    attributed_to: str | None = None


@frozen(kw_only=True)
class Claim:
    """What a sentence asserts."""

    rule: str
    type: str
    subject: str | None
    value: Value
    sentence: int
    start: int  # prose range in the sentence
    end: int
    object: str | None = None
    qualifiers: Qualifiers = Qualifiers()
