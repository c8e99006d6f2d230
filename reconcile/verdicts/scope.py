"""Whether the evidence speaks of another subject or place than the claim: then nothing in it refutes it.

Another subject: that of the evidence is a name, and not the claim's. Another place: both put what they say
somewhere with the same preposition, and the two names differ.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Relation
from reconcile.text.lists import word_role, word_set
from reconcile.text.subject import subject as text_subject
from reconcile.values.name import Name
from reconcile.values.name import relate as relate_names
from reconcile.verdicts.countries import countries
from reconcile.verdicts.frames import of_one_rank
from reconcile.verdicts.matching import LACKED, Met, said_at
from reconcile.verdicts.things import other_thing
from reconcile.verdicts.told import Term, Told

_NAMING = 5  # words before a name that may say that somebody is known by it


@frozen
class Scope:
    """The subject of the evidence where it is another, and whether it puts what it says in another place.

    `named` where the evidence names the claim's subject as well, if not as its own.
    """

    subject: Term | None = None
    other_place: bool = False
    named: bool = False

    @property
    def other_subject(self) -> bool:
        """True when the two name two subjects."""
        return self.subject is not None and not self.named


def scope(claim: Told, evidence: Told, found: Sequence[Met], lexicon: Lexicon) -> Scope:
    """What the two texts name as their subjects and places, compared."""
    used = said_at(found)
    free = [
        one for one in evidence.terms if one.kind == "name" and used.isdisjoint(range(one.first, one.last))
    ]
    if (twin := other_thing(claim, evidence, found, lexicon)) is not None:
        return Scope(twin)
    mine, theirs = _head(claim, lexicon), _head(evidence, lexicon)
    met = next((one for one in found if one.term is mine), None)
    kin = _kin(met, evidence, lexicon) if met else None
    if kin or not free:
        return Scope(kin)
    if met and theirs in free and _differ(met.term, theirs, lexicon):
        if _by_another_name(met, evidence, word_set(lexicon, "naming-words")):
            return Scope()
        return Scope(theirs, named=_named(met, evidence, lexicon))
    lacked = [one.term for one in found if one.grade < LACKED and one.term.kind == "name"]
    mine_at = [one for one in lacked if _frame(claim, one, lexicon) not in (None, "of")]
    theirs_at = [one for one in free if _frame(evidence, one, lexicon) and not _any(one, evidence, lexicon)]
    return Scope(other_place=any(_elsewhere(one, theirs_at, lexicon) for one in mine_at))


def _kin(subject: Met, evidence: Told, lexicon: Lexicon) -> Term | None:
    """Whom the evidence speaks of where that is a relative of the subject: X's sister, the sister of X."""
    place, kin = text_subject(evidence.text, lexicon), word_role(lexicon, "kin")
    inside = evidence.numbers(*place) if place else range(0)
    for n in subject.places:
        for at in (n + 1, n - 2):
            owned = at > n or evidence.words[n - 1].folded == "of"
            if at in inside and owned and evidence.words[at].folded in kin:
                return evidence.by_number.get(at)
    return None


def _any(place: Term, told: Told, lexicon: Lexicon) -> bool:
    """True for what may stand for any place of its kind, though it is printed like a name: in the Duchy."""
    article = told.words[place.first - 1].folded == "the" and place.last - place.first == 1
    return article and not countries(place.text, lexicon)


def _elsewhere(place: Term, others: Sequence[Term], lexicon: Lexicon) -> bool:
    """True for another place than `place`; several of another rank are its parts: Norway, Bergen and Oslo."""
    return any(
        (len(others) == 1 or of_one_rank(place, other, lexicon)) and _differ(place, other, lexicon)
        for other in others
    )


def _named(subject: Met, evidence: Told, lexicon: Lexicon) -> bool:
    """True where the evidence has the subject, and not as the whole of its own: a county of Norland."""
    first = next(iter(subject.places), None)
    if subject.grade < LACKED or first is None:
        return False
    return _frame(evidence, Term(first, first + 1, "name", ""), lexicon) is None


def _by_another_name(subject: Met, evidence: Told, naming: frozenset[str]) -> bool:
    """True where the evidence says that its subject is known by the claim's name."""
    first = min(subject.places, default=0)
    before = [word.folded for word in evidence.words[max(0, first - _NAMING) : first]]
    return subject.grade >= LACKED and not naming.isdisjoint(before)


def _differ(one: Term, other: Term | None, lexicon: Lexicon) -> bool:
    if other is None:
        return False
    return relate_names(Name(one.text), Name(other.text), lexicon) is Relation.CONFLICTING


def _head(told: Told, lexicon: Lexicon) -> Term | None:
    """The name that is the subject: Osby, the town of Osby, but not the people in Osby."""
    place = text_subject(told.text, lexicon)
    inside = told.numbers(*place) if place else range(0)
    names = [one for one in told.terms if one.kind == "name" and one.first in inside]
    return next((one for one in names[:1] if _frame(told, one, lexicon) in (None, "of")), None)


def _frame(told: Told, term: Term, lexicon: Lexicon) -> str | None:
    """The preposition that puts something at a name: in Osby, in the town of Osby."""
    leads, articles = word_role(lexicon, "scope leads"), word_role(lexicon, "articles")
    for n in range(term.first - 1, max(-1, term.first - 4), -1):
        word = told.words[n].folded
        if word in leads:
            return word
        if word not in articles:
            return None
    return None
