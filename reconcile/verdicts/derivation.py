"""What is worked out from a piece of evidence for a figure of a claim, and the two texts held together."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Label, Relation
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.arithmetic import Computed, relate
from reconcile.values.polarity import negations
from reconcile.values.quantity import ORDINAL, Quantity
from reconcile.verdicts.matching import Met
from reconcile.verdicts.told import Term, Told

HAD = 0.7  # a grade from which on a word says the same; a kindred one may speak of something else
_LABELS = {
    Relation.EQUIVALENT: Label.SUPPORTS,
    Relation.NARROWER: Label.SUPPORTS,
    Relation.CONFLICTING: Label.REFUTES,
}


@frozen
class Derivation:
    """What the evidence comes to says of the figure at [start, end) of the claim.

    Without a relation the evidence does not tell it, whatever figures it has. `told` are the numbers of
    the claim's words that the arithmetic tells: "lasted", "at the age of". `rest` where the claim denies of
    the rest what the evidence says of a part: 60 of 100 left, 40 percent did not leave.
    """

    start: int
    end: int
    label: Label
    relation: Relation | None
    why: str
    told: frozenset[int]
    rest: bool = False


class Pair:
    """A claim and its evidence, with where the evidence has the claim's terms.

    `stated` are the places of the claim's figures that the evidence states itself.
    """

    def __init__(
        self,
        claim: Told,
        evidence: Told,
        met: tuple[Met, ...],
        lexicon: Lexicon,
        stated: frozenset[int] = frozenset(),
    ) -> None:
        self.claim, self.evidence, self.met, self.lexicon = claim, evidence, met, lexicon
        self.stated = stated

    @cached_property
    def mine(self) -> range:
        """The numbers of the words of the claim's subject."""
        return _subject(self.claim, self.lexicon)

    @cached_property
    def theirs(self) -> range:
        """The numbers of the words of the evidence's subject."""
        return _subject(self.evidence, self.lexicon)

    @cached_property
    def denying(self) -> bool:
        """True where the evidence denies something, which may be what it counts."""
        return bool(negations(self.evidence.text, self.lexicon))

    @cached_property
    def same_time(self) -> bool:
        """True where both texts tell a time, or neither, and not one of now and the other of the past."""
        mine, theirs = (self._tenses(told) for told in (self.claim, self.evidence))
        apart = bool(mine and theirs) and mine.isdisjoint(theirs)
        return bool(self.claim.dates) == bool(self.evidence.dates) and not apart

    def _tenses(self, told: Told) -> set[str]:
        rows = word_table(self.lexicon, "tense-words")
        return {rows[word.folded] for word in told.words if word.folded in rows}

    def denied_behind(self, end: int) -> bool:
        """True where the claim denies something behind a place of it: 40 boats did not sink."""
        return any(one.start >= end for one in negations(self.claim.text, self.lexicon))

    @cached_property
    def titles(self) -> frozenset[int]:
        """The numbers of the claim's words that are titles of names which the evidence has: King Olaf."""
        known = word_set(self.lexicon, "name-titles")
        names = [one.term.first for one in self.met if one.term.kind == "name" and one.grade >= HAD]
        return frozenset(n - 1 for n in names if n and self.claim.words[n - 1].folded in known)

    def of_pronoun(self) -> bool:
        """True for a claim whose subject is a pronoun, which stands for whatever the evidence speaks of."""
        words = self.claim.words
        return bool(self.mine) and is_pronoun(words[self.mine[-1]].folded, self.lexicon)

    def lacks(self, but: Collection[int]) -> bool:
        """True where the evidence lacks a term or a figure of the claim besides those at `but`."""
        but = {*but, *self.titles}
        if any(one.grade < HAD and one.term.first not in but for one in self.met):
            return True
        figures = [one for one in self.claim.figures if one.start not in self.stated]
        return any(not _inside(self.claim.numbers(one.start, one.end), but) for one in figures)

    def same_subject(
        self,
        told: Collection[int] = (),
        but: Collection[int] = (),
        end: int | None = None,
        mine: int | None = None,
    ) -> bool:
        """True where the subject of the claim is that of the evidence, with nothing more said of it.

        Where the claim has none ("there are four members in the choir"), it is all but the words `told`.
        `but` are the numbers of words of the evidence that may be said besides; its subject stands before
        `end`, and that of the claim before `mine`.
        """
        theirs = self.theirs if end is None else range(self.theirs.start, min(end, self.theirs.stop))
        if self.of_pronoun():
            return not self._other_pronoun()
        own = self.mine if mine is None else range(self.mine.start, min(mine, self.mine.stop))
        ones = [one for one in self.met if one.term.first in own and one.term.first not in self.titles]
        ones = ones if self.mine else [one for one in self.met if one.term.first not in told]
        if not ones or any(one.grade < HAD or not _inside(one.places, theirs) for one in ones):
            return False
        used = {*but, *(n for one in ones for n in one.places)}
        if _ranks(self.claim, self.mine) != _ranks(self.evidence, theirs):
            return False
        named = ones and ones[-1].term.kind == "name"
        rest = [one for one in self.terms(theirs) if used.isdisjoint(range(one.first, one.last))]
        return all(named and one.kind == "name" for one in rest)

    def _other_pronoun(self) -> bool:
        """True where the evidence speaks of her and the claim of him."""
        if not self.theirs:
            return False
        mine, theirs = (self.claim.words[self.mine[-1]], self.evidence.words[self.theirs[-1]])
        return is_pronoun(theirs.folded, self.lexicon) and mine.folded != theirs.folded

    def adds(self, but: Collection[int]) -> bool:
        """True where the evidence says something that the claim does not, besides the words `but`."""
        used = {*but, *(n for one in self.met if one.grade >= HAD for n in one.places)}
        return any(used.isdisjoint(range(term.first, term.last)) for term in self.evidence.terms)

    def terms(self, numbers: range) -> list[Term]:
        """The terms of the evidence among these words."""
        return [term for term in self.evidence.terms if term.first in numbers]

    def meant(self, told: Told, number: int, table: str) -> str | None:
        """What the table says of the word with this number, in its form or its base form."""
        if not 0 <= number < len(told.words):
            return None
        rows, word = word_table(self.lexicon, table), told.words[number].folded
        return rows.get(word) or rows.get(lemma(word, self.lexicon))

    def derived(
        self,
        place: tuple[int, int],
        claimed: Quantity,
        found: Computed,
        told: Collection[int] = (),
        *,
        backs: bool = True,
        refutes: bool = True,
        rest: bool = False,
    ) -> Derivation | None:
        """What the value found says of the claimed one, where it may back or refute it; else None."""
        relation = relate(claimed, found)
        label = _LABELS.get(relation, Label.NOT_ENOUGH_INFO)
        may = {Label.SUPPORTS: backs, Label.REFUTES: refutes and not self.denying}
        if not may.get(label) or (self.denied_behind(place[1]) and not rest):
            return None
        words = self.claim.text[slice(*place)]
        why = found.sum if label is Label.SUPPORTS else f"{found.sum}; the claim says {words}"
        return Derivation(*place, label, relation, why, frozenset(told), rest)


def _ranks(told: Told, numbers: range) -> set[float | None]:
    """The places in an order that these words name: the second show is not the show."""
    ranks = (one for one in told.figures if one.value.dimension == ORDINAL)
    return {one.value.low for one in ranks if _inside(told.numbers(one.start, one.end), numbers)}


def silence(place: tuple[int, int]) -> Derivation:
    """Where what the evidence tells is of parts, or of others: no figure of it is that of the claim."""
    return Derivation(*place, Label.NOT_ENOUGH_INFO, None, "", frozenset())


def _inside(places: Collection[int], numbers: Collection[int]) -> bool:
    return any(n in numbers for n in places)


def _subject(told: Told, lexicon: Lexicon) -> range:
    place = subject(told.text, lexicon)
    return told.numbers(*place) if place else range(0)
