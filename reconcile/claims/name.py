"""Names: of people, places and bodies, and how they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import Judgement, added_or_removed
from reconcile.claims.context import all_mentioned
from reconcile.claims.traits import Traits
from reconcile.model import Level, Relation, Sentence
from reconcile.text.fold import fold, straighten
from reconcile.values.code import KIND
from reconcile.values.code import find as find_code
from reconcile.values.name import Name
from reconcile.values.name import relate as relate_names
from reconcile.values.name_find import find
from reconcile.values.name_inside import bynames

TYPE = "name"
OPTIONS: frozenset[str] = frozenset()
TRAITS = Traits(
    is_name=True, needs_place=True, changes_places=True, opens_sentences=True, told_when_equivalent=True
)

_LONG = 6  # letters of a name in which two may be wrong


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every name of the sentence, those of functions, options and files among them."""
    code = find_code(sentence.text, lexicon)
    plain = (name for name in find(sentence.text, lexicon) if not any(map(name.meets, code)))
    return all_mentioned(sentence, rule, sorted((*code, *plain), key=lambda one: one.start), lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Variants of one name are equivalent, plainly different names conflict; names of software are exact."""
    if KIND in (_name(before).kind, _name(after).kind):
        same = _name(before).name.rstrip("()") == _name(after).name.rstrip("()")
        return Relation.EQUIVALENT if same else Relation.CONFLICTING
    found = relate_names(_name(before), _name(after), lexicon)
    apart = (_name(before).kind == "adjective") is not (_name(after).kind == "adjective")
    return Relation.UNSURE if apart and found is Relation.CONFLICTING else found


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The name as printed, quotation marks and dashes aside: another printing is worth a note."""
    return straighten(_name(claim).name)


def level(before: Claim, after: Claim, relation: Relation, lexicon: Lexicon) -> Level | None:
    """A note for two names a slip of the pen apart: mostly one is the other's spelling put right.

    A byname put into a name or taken from it is news like any name.
    """
    one, other = _name(before).name, _name(after).name
    if relation in (Relation.NARROWER, Relation.BROADER) and bynames(fold(one)) != bynames(fold(other)):
        return Level.WARNING
    alike = min(len(one), len(other)) >= _LONG and OSA.distance(one, other, score_cutoff=2) <= 2
    return Level.NOTE if relation is Relation.UNSURE and alike else None


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """Any two names in the same place may be the same claim."""
    kinds = {_name(before).kind, _name(after).kind} - {None}
    return 0.4 if len(kinds) > 1 else 0.6


def alone(claim: Claim, added: bool, stands: bool) -> Judgement | None:
    """One unknown word that opens a sentence may owe its capital to that place: it is left to the wording."""
    name = _name(claim)
    if claim.start == 0 and name.kind is None and " " not in name.name and not name.name.isupper():
        return None
    return added_or_removed(claim, added, stands)


def _name(claim: Claim) -> Name:
    assert isinstance(claim.value, Name)
    return claim.value
