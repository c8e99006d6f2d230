"""Whether a sentence of a source makes the same statement as a passage, whatever one part of it says.

It must have most of what stands around that part, of the same subject and in the same place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Label
from reconcile.text.subject import subject
from reconcile.text.words import words
from reconcile.values.counted import same_counted
from reconcile.values.quantity import Quantity
from reconcile.verdicts.differences import DECISIVE
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.matching import LACKED, Met, said_at
from reconcile.verdicts.rivals import Rival
from reconcile.verdicts.signals import Signals, signals
from reconcile.verdicts.told import Told
from reconcile.verdicts.versions import Version

_QUALIFIER = 0.5  # the weight of an adjective, of a noun's, and of a name that is told by its last word
_APART = 0.5  # and of what stands beyond a comma

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

    @property
    def of_subject(self) -> bool:
        """True where the part is the subject, or in it."""
        return any(one in self.found.topic for one in self.own)

    def is_only(self, value: Judged) -> bool:
        """True for a value that is set against the only one of its kind in the sentence."""
        if value.kind == "date":
            return len(self.found.evidence.dates) == 1
        mine = next(one.value for one in self.found.claim.figures if one.start == value.start)
        alike = [one for one in self.found.evidence.figures if one.value.dimension == mine.dimension]
        return len(alike) == 1


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
    if _of_another(found, inside, lexicon):
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
    if other is not None:
        agreeing += sum(_counted(one, found) is not None for one in values)
        shared = {word.folded for word in words(other)}
        rest = [one for one in rest if found.claim.words[one.term.last - 1].folded in shared]
    measured = _share(rest, agreeing, version, found, names)
    if measured is None:
        return None
    return Held(found, own, values, *measured, _is_led_to(rest, inside, found))


def _of_another(found: Signals, inside: set[int], lexicon: Lexicon) -> bool:
    """True where subject, place or another word differ that is not in question."""
    if found.elsewhere and not any(
        one.grade < LACKED and one.term.kind == "name" and one.term.first in inside
        for one in found.topic + found.stated
    ):
        return True
    if any(_at_odds(one, inside) for one in found.rivals):
        return True
    return _other_subject(found, inside, lexicon)


def _at_odds(rival: Rival, inside: set[int]) -> bool:
    return rival.kind in DECISIVE and rival.term.first not in inside


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
    own = {n for one in found.topic for n in one.places}
    return any(theirs[0] < of and any(n > of for n in own) for of in parts) if theirs else False


def _common(told: Told, place: tuple[int, int]) -> list[int]:
    """The numbers of the common words in [start, end)."""
    inside = told.numbers(*place)
    return [term.first for term in told.terms if term.kind != "name" and term.first in inside]


def _counts_another(value: Judged, found: Signals, lexicon: Lexicon) -> bool:
    """True for figures that count two kinds of things."""
    counted = _counted(value, found)
    return counted is not None and not same_counted(*counted, lexicon)


def _counted(value: Judged, found: Signals) -> tuple[str, str] | None:
    """What the claimed figure and the one set against it count; None where one of them tells nothing."""
    mine = next((one.value for one in found.claim.figures if one.start == value.start), None)
    theirs = value.found.value if value.found else None
    if mine is None or not isinstance(theirs, Quantity) or not (mine.counted and theirs.counted):
        return None
    return mine.counted, theirs.counted


def _is_led_to(rest: Sequence[Met], inside: set[int], found: Signals) -> bool:
    """True where the sentence has the word that leads to the part, and a name or some of the subject."""
    before = [one for one in rest if inside and one.term.last <= min(inside)]
    if not before or before[-1].grade < LACKED or before[-1] in found.topic:
        return False
    return any(_has(one, found) for one in rest if one in found.topic or one.term.kind == "name")


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
