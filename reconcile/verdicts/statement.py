"""Whether a sentence of a source makes the same statement as a passage, whatever one part of it says.

It must have most of what stands around that part, of the same subject and in the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Label, Relation
from reconcile.text.clauses import clauses
from reconcile.text.subject import subject
from reconcile.text.words import words
from reconcile.values.counted import are_persons, same_counted
from reconcile.values.quantity import Quantity
from reconcile.values.when import When
from reconcile.verdicts.differences import DECISIVE
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.matching import LACKED, Met, said_at
from reconcile.verdicts.rivals import Rival
from reconcile.verdicts.signals import Signals, signals
from reconcile.verdicts.told import Told
from reconcile.verdicts.versions import Version

_QUALIFIER = 0.5  # the weight of an adjective, of a noun's, and of a name that is told by its last word
_APART = 0.5  # and of what stands beyond a comma

_TELLING = 3  # digits that a figure has not by chance

Names = Callable[[str], bool]  # whether the source has a name anywhere


@frozen
class Held:
    """A passage held against a sentence: `own` and `values` are what the part in question says.

    `said` terms and values around it stand in the sentence, which is the `share` of them (0 to 1). `led`: the
    subject does, and the word that leads to the part: "written in" before a name.
    """

    found: Signals
    own: tuple[Met, ...]
    values: tuple[Judged, ...]
    said: int
    share: float
    led: bool
    leads: bool
    besides: int
    lexicon: Lexicon

    @property
    def of_subject(self) -> bool:
        """True where the part is the subject, or in it."""
        return any(one in self.found.topic for one in self.own)

    def is_beside(self, value: Judged) -> bool:
        """True where the sentence tells what is set against the value beside the part in question.

        Not where that is in another clause, or says another value of the passage.
        """
        if value.found is None:
            return False
        at = value.found.start
        if any(one.found and one.found.start == at and _takes(one, self.values) for one in self._valued):
            return False
        places = [self.found.evidence.words[n].start for one in self.own for n in one.places]
        places += [one.found.start for one in self.values if one.found]
        parts = clauses(self.found.evidence.text, self.lexicon)
        return not places or any(
            part.start <= at < part.end and any(part.start <= place < part.end for place in places)
            for part in parts
        )

    @property
    def _valued(self) -> tuple[Judged, ...]:
        return self.found.figures + self.found.dates

    def is_bound(self, value: Judged) -> bool:
        """True for what only bounds the value set against it: more than 40, since 1990; not about 40."""
        if value.relation is Relation.EQUIVALENT:
            return False
        claim = self.found.claim
        edges = [(one.start, one.value.low, one.value.high) for one in claim.figures]
        edges += [(one.start, one.value.low, one.value.high) for one in claim.dates]
        return any(start == value.start and None in (low, high) for start, low, high in edges)

    def is_only(self, value: Judged) -> bool:
        """True for a bound that is set against the only value of its kind in the sentence."""
        if value.kind == "date":
            return len(self.found.evidence.dates) == 1
        mine = next(one.value for one in self.found.claim.figures if one.start == value.start)
        alike = [one for one in self.found.evidence.figures if one.value.dimension == mine.dimension]
        return len(alike) == 1


def _takes(one: Judged, values: tuple[Judged, ...]) -> bool:
    """True for a value whose counterpart is no other's: it agrees, or it is the one in question."""
    return one.label is Label.SUPPORTS or one in values


def held(
    version: Version,
    evidence: str,
    names: Names,
    lexicon: Lexicon,
    *,
    other: str | None = None,
    whole: bool = False,
) -> Held | None:
    """The part of the passage that `version` marks, held against `evidence`; None for another statement.

    `other`: the passage of the other version; what only one of the two says around the part is left aside.
    `whole`: that part is small words, which all the others tell of.
    """
    found = signals(version.passage, evidence, lexicon)
    inside = set(found.claim.numbers(version.start, version.end))
    shared = None if other is None else {word.folded for word in words(other)}
    apart = {
        n for n, word in enumerate(found.claim.words) if shared is not None and word.folded not in shared
    }
    if _of_another(found, inside | apart, lexicon):
        return None
    valued = (*found.figures, *found.dates)
    busy = {n for one in valued for n in found.claim.numbers(one.start, one.end)}
    every = [one for one in found.topic + found.stated if one.term.first not in busy]
    own = tuple(one for one in every if one.term.first in inside)
    values = tuple(one for one in valued if version.holds(one))
    if any(_counts_another(one, found, lexicon) for one in values):
        return None
    agreeing = sum(one not in values and one.label is Label.SUPPORTS for one in valued)
    rest = every if whole else [one for one in every if one not in own]
    if shared is not None:
        agreeing += sum(_counted(one, found) is not None or _is_telling(one, found) for one in values)
        rest = [one for one in rest if found.claim.words[one.term.last - 1].folded in shared]
    measured = _share(rest, agreeing, version, found, names)
    if measured is None:
        return None
    of_name = sum(one.grade >= LACKED for one in rest if one in found.topic)
    leads = _leads(rest, inside, found)
    return Held(
        found, own, values, *measured, _is_led_to(rest, inside, found), leads, measured[0] - of_name, lexicon
    )


def _of_another(found: Signals, inside: set[int], lexicon: Lexicon) -> bool:
    """True where subject, place or another word differ that is not in question."""
    if found.elsewhere and not any(
        one.grade < LACKED and one.term.kind == "name" and one.term.first in inside
        for one in found.topic + found.stated
    ):
        return True
    if any(_at_odds(one, inside) or _is_namesake(one, inside, found) for one in found.rivals):
        return True
    return _other_subject(found, inside, lexicon)


def _at_odds(rival: Rival, inside: set[int]) -> bool:
    return rival.kind in DECISIVE and rival.term.first not in inside


def _is_namesake(rival: Rival, inside: set[int], found: Signals) -> bool:
    """True for two names that end in one word, which tells what both are: the Osby Prize, the Talma Prize."""
    one, other = found.claim.words[rival.term.last - 1], found.evidence.words[rival.other.last - 1]
    both = rival.term.kind == rival.other.kind == "name" and rival.term.first not in inside
    return both and one.folded == other.folded


def _other_subject(found: Signals, inside: set[int], lexicon: Lexicon) -> bool:
    """True for two subjects that are told by common words of which the other has none, or for a part of one.

    The basic plan, the family plan; the bridge over the Lune, the tunnel under the Lune; the university, the
    library of the university.
    """
    place = subject(found.evidence.text, lexicon)
    if place is None or any(one.term.first in inside for one in found.topic):
        return False
    met = said_at(found.topic + found.stated)
    theirs = [n for n in _common(found.evidence, place) if n not in met]
    if any(one.grade < LACKED and one.term.kind != "name" for one in found.topic):
        return bool(theirs)
    parts = [n for n in found.evidence.numbers(*place) if found.evidence.words[n].folded == "of"]
    own = {n for one in found.topic for n in one.places if n in found.evidence.numbers(*place)}
    return any(theirs[0] < of and any(n > of for n in own) for of in parts) if theirs else False


def _common(told: Told, place: tuple[int, int]) -> list[int]:
    """The numbers of the common words in [start, end)."""
    inside = told.numbers(*place)
    return [term.first for term in told.terms if term.kind != "name" and term.first in inside]


def _counts_another(value: Judged, found: Signals, lexicon: Lexicon) -> bool:
    """True for figures that count two kinds of things."""
    counted = _counted(value, found)
    return counted is not None and not same_counted(*counted, lexicon) and not are_persons(*counted, lexicon)


def _is_telling(value: Judged, found: Signals) -> bool:
    """True for the very figure or day, where it is not one of few: 96 km, 405, 3 June 1964; not 40, 1964."""
    if value.relation is not Relation.EQUIVALENT or value.found is None:
        return False
    mine = found.claim.text[value.start : value.end]
    if value.kind == "date":
        day = value.found.value
        return isinstance(day, When) and day.low is not None and day.low == day.high
    digits = "".join(letter for letter in mine if letter.isdigit()).strip("0")
    unit = isinstance(value.found.value, Quantity) and value.found.value.dimension is not None
    return len(digits) >= (_TELLING - 1 if unit else _TELLING)


def _counted(value: Judged, found: Signals) -> tuple[str, str] | None:
    """What the claimed figure and the one set against it count; None where one of them tells nothing."""
    mine = next((one.value for one in found.claim.figures if one.start == value.start), None)
    theirs = value.found.value if value.found else None
    if mine is None or not isinstance(theirs, Quantity) or not (mine.counted and theirs.counted):
        return None
    return mine.counted, theirs.counted


def _is_led_to(rest: Sequence[Met], inside: set[int], found: Signals) -> bool:
    """True where the sentence has the word that leads to the part, and a name or some of the subject."""
    return _leads(rest, inside, found) and any(
        _has(one, found) for one in rest if one in found.topic or one.term.kind == "name"
    )


def _leads(rest: Sequence[Met], inside: set[int], found: Signals) -> bool:
    """True where the sentence has the word that leads to the part: "born in"."""
    before = [one for one in rest if inside and one.term.last <= min(inside)]
    if not before or before[-1].term.kind == "name":
        return False
    return before[-1].grade >= LACKED and before[-1] not in found.topic


def _has(one: Met, found: Signals) -> bool:
    """True for a term that the sentence has, or whose last word it has: "the dam" for "Harlow Dam"."""
    last = "=" + found.claim.words[one.term.last - 1].folded
    return one.grade >= LACKED or (one.term.kind == "name" and last in found.evidence.index)


def _share(
    rest: Sequence[Met], agreeing: int, version: Version, found: Signals, names: Names
) -> tuple[int, float] | None:
    """How many terms and values around the part stand in the sentence, and their share.

    None for a name that the source says nowhere; one that it says elsewhere counts for nothing here. What the
    sentence lacks beyond a comma counts half.
    """
    had, lacked, said = float(agreeing), 0.0, agreeing
    for one in rest:
        if one.grade >= LACKED:
            had, said = had + _weight(one), said + 1
        elif one.term.kind != "name":
            lacked += _weight(one) * (1.0 if _is_near(one, version, found) else _APART)
        elif not names(one.term.text):
            return None
        elif _has(one, found):
            had, said = had + _QUALIFIER, said + 1
    return said, had / (had + lacked) if had else 0.0


def _is_near(one: Met, version: Version, found: Signals) -> bool:
    """True where no comma stands between the term and the part."""
    word = found.claim.words[one.term.first]
    between = sorted((word.start, version.start)) if word.start < version.start else [version.end, word.start]
    return "," not in version.passage[slice(*between)]


def _weight(one: Met) -> float:
    return _QUALIFIER if one.term.kind in ("adjective", "adverb", "quantifier") else 1.0
