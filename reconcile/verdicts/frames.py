"""The place that a name takes in what is said: born in X, written by X, the capital of X.

A frame is the word that asks for the name, and the preposition between the two. For some frames only one
name is true of a thing (`single-slots`): who has one of them in mind for another name says something else.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Relation
from reconcile.text.fold import fold
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_role, word_set, word_table
from reconcile.values.name import Name
from reconcile.values.name import relate as relate_names
from reconcile.verdicts.matching import LACKED, word_met
from reconcile.verdicts.told import Term, Told

_TITLES = 3  # words between the preposition and the name: by the British painter X
# Slots as `single-slots` writes them: born at X says what born in X says, X wrote what written by X says.
_PLACED, _DOER = "in", "by"
_OBJECT = "-"  # what stands for a preposition where a verb asks for the name: married X
_BEFORE = 6  # words between the preposition and what asks for it: died on 6 March 2016 at X


@frozen
class Frame:
    """The number of the word that asks for a name, and the preposition before the name; "-" for none."""

    word: int
    preposition: str


def frame(told: Told, term: Term, lexicon: Lexicon) -> Frame | None:
    """The frame that the name `term` stands in; None where neither a preposition nor a verb leads to it."""
    small, prepositions = word_set(lexicon, "determiners"), word_set(lexicon, "prepositions")
    titles = 0
    for n in range(term.first - 1, -1, -1):
        word = told.words[n].folded
        if word in prepositions:
            asking = _asking(told, n, lexicon)
            placed = word in word_role(lexicon, "place leads")
            return None if asking is None else Frame(asking, _PLACED if placed else word)
        if word in small or word.isdigit() or word == "-":
            continue
        if told.kind(n) == "verb" or _OBJECT in _asked(word, lexicon):
            return Frame(n, _OBJECT)
        titles += 1
        if told.kind(n) not in ("noun", "adjective", "unknown", "name") or titles > _TITLES:
            break
    leads = word_role(lexicon, "doer leads") | word_set(lexicon, "verb-adverbs") | {","}
    return _doing(told, term, leads)


def _doing(told: Told, term: Term, leads: frozenset[str]) -> Frame | None:
    """The frame of who does it: X wrote says what written by X says."""
    for n in range(term.last, min(term.last + _TITLES, len(told.words))):
        if told.kind(n) == "verb":
            return Frame(n, _DOER)
        if told.words[n].folded not in leads:
            return None
    return None


def _asking(told: Told, at: int, lexicon: Lexicon) -> int | None:
    """The content word before the preposition at `at`, across a date but not across a comma."""
    prepositions = word_set(lexicon, "prepositions")
    for n in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        word = told.words[n].folded
        if n in told.by_number:
            outer = _outer(told, n, at, lexicon)
            return _first_of_two(told, n, lexicon) if outer is None else outer
        if not word[0].isalnum() or (word in prepositions and n == at - 1):
            return None
    return None


def _outer(told: Told, noun: int, at: int, lexicon: Lexicon) -> int | None:
    """What asks for the place of the noun before another one: born in a house in X is born in X."""
    leads, small = word_role(lexicon, "place leads"), word_set(lexicon, "determiners")
    if told.words[at].folded not in leads or _asked(told.words[noun].folded, lexicon):
        return None
    for n in range(noun - 1, max(-1, noun - 1 - _BEFORE), -1):
        word = told.words[n].folded
        if word in leads:
            return _asking(told, n, lexicon)
        if told.kind(n) not in ("noun", "adjective", "unknown") and word not in small and word != "-":
            return None
    return None


def _first_of_two(told: Told, n: int, lexicon: Lexicon) -> int:
    """The word at `n`, or the one that asks for the name where two share it: born and raised in X."""
    joints = word_role(lexicon, "list joints")
    joined = n > 1 and told.words[n - 1].folded in joints and _asked(told.words[n - 2].folded, lexicon)
    return n - 2 if joined else n


def _asked(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The prepositions behind which only one name is true with a word, in any inflection."""
    slots = _slots(lexicon)
    return slots.get(word) or slots.get(lemma(word, lexicon), ())


def single(told: Told, found: Frame, lexicon: Lexicon) -> bool:
    """True where only one name is true in the frame; "also based in X" has another besides."""
    before = told.words[found.word - 1].folded
    if before == "-" or before in word_role(lexicon, "besides"):
        return False
    return found.preposition in _asked(told.words[found.word].folded, lexicon)


@per_lexicon
def _slots(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(row.split()) for word, row in word_table(lexicon, "single-slots").items()}


def rival_in_frame(term: Term, other: Term, claim: Told, evidence: Told, lexicon: Lexicon) -> str | None:
    """How two names are at odds that stand in the same frame: slot where only one can fill it, else frame."""
    mine, theirs = frame(claim, term, lexicon), frame(evidence, other, lexicon)
    if mine is None or theirs is None or mine.preposition != theirs.preposition:
        return None
    grade, places = word_met(claim.words[mine.word].folded, evidence, lexicon)
    if grade < LACKED or theirs.word not in places or not at_odds(term, other, lexicon):
        return None
    return "slot" if single(claim, mine, lexicon) and of_one_rank(term, other, lexicon) else "frame"


def at_odds(term: Term, other: Term, lexicon: Lexicon) -> bool:
    """True for two names that are no forms of one name."""
    return relate_names(Name(term.text), Name(other.text), lexicon) in (Relation.CONFLICTING, Relation.UNSURE)


def of_one_rank(term: Term, other: Term, lexicon: Lexicon) -> bool:
    """True for two countries, or for two names neither of which is a country's: a town lies in a country."""
    parts = word_table(lexicon, "place-parts")
    return (fold(term.text) in parts) == (fold(other.text) in parts)
