"""What one sentence of evidence says of one typed claim.

Evidence counts only where it speaks of the same subject and the same matter; then the relation of its value
to the claimed one decides: equivalent or narrower supports, conflicting refutes, anything else is not enough.
"""

from __future__ import annotations

from reconcile.claim import Claim, RuleBook
from reconcile.claims import claim_type
from reconcile.claims.event import event
from reconcile.claims.membership import members
from reconcile.model import Label, Relation
from reconcile.values.members import change
from reconcile.values.name import Name
from reconcile.values.name import key as name_key
from reconcile.values.name import relate as relate_names
from reconcile.verdicts.judgement import Judgement
from reconcile.verdicts.quoting import of_quote
from reconcile.verdicts.reading import Reading, terms
from reconcile.verdicts.stated import Stated
from reconcile.verdicts.values import VALUES, of_value

_SHARED = 0.5  # of the rarer object's terms that two objects must share to be one


def judge(stated: Stated, evidence: Reading, book: RuleBook) -> Judgement | None:
    """What the evidence says of the claim; None when it does not speak of it."""
    claim = stated.claim
    if claim.type in VALUES:
        return of_value(stated, evidence, book)
    if claim.type == "quote":
        return of_quote(claim, evidence, book)
    found = [
        judgement for other in evidence.claims if (judgement := _related(claim, other, book)) is not None
    ]
    return max(found, key=lambda one: (one.label is not Label.NOT_ENOUGH_INFO, one.score), default=None)


def _related(claim: Claim, other: Claim, book: RuleBook) -> Judgement | None:
    if claim.type == "event" and other.type == "membership":
        return _listed(claim, other, book)
    if claim.type != other.type or claim.type not in ("event", "role", "membership"):
        return None
    if not _same_name(claim.subject, other.subject, book) or not _same_object(claim, other, book):
        return None
    if claim.type == "event" and not _comparable(claim, other):
        return None
    if claim.type == "membership" and not _one_list(claim, other, book):
        return None
    relation = claim_type(claim.type).relate(claim, other, book.lexicon)
    return _of_relation(relation, claim, other)


def _one_list(claim: Claim, other: Claim, book: RuleBook) -> bool:
    """True for two lists of one kind, with a member in common: a body has members, and also offices."""
    mine, theirs = terms(claim.object or "", book), terms(other.object or "", book)
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    return bool(change(members(claim), members(other), book.lexicon).kept)


def _comparable(claim: Claim, other: Claim) -> bool:
    one, two = event(claim), event(other)
    return one.event == two.event or one.ends == two.event or two.ends == one.event


def _of_relation(relation: Relation, claim: Claim, other: Claim) -> Judgement:
    label = {
        Relation.EQUIVALENT: Label.SUPPORTS,
        Relation.NARROWER: Label.SUPPORTS,
        Relation.CONFLICTING: Label.REFUTES,
    }.get(relation, Label.NOT_ENOUGH_INFO)
    why = f"the evidence's {other.type} of the same subject is {relation} to the claimed one"
    return Judgement(label, 0.9, claim.rule, why, other.start, other.end)


def _listed(claim: Claim, other: Claim, book: RuleBook) -> Judgement | None:
    """A list of a body's members against the claim that somebody is one."""
    if event(claim).event not in ("member", "joined"):
        return None
    if not _same_name(claim.object, other.subject, book):
        return None
    inside = any(_same_name(claim.subject, member, book) for member in members(other).members)
    if inside and event(claim).event == "joined" and event(claim).when:
        return None  # a list does not tell since when
    if inside:
        why = f"the evidence lists {claim.subject} among the members of {claim.object}"
        return Judgement(Label.SUPPORTS, 0.9, claim.rule, why, other.start, other.end)
    if members(other).exhaustive:
        why = f"the evidence's complete list of the members of {claim.object} lacks {claim.subject}"
        return Judgement(Label.REFUTES, 0.8, claim.rule, why, other.start, other.end)
    return None


def _same_name(one: str | None, other: str | None, book: RuleBook) -> bool:
    if not one or not other:
        return False
    if name_key(one, book.lexicon) == name_key(other, book.lexicon):
        return True
    return relate_names(Name(one), Name(other), book.lexicon) is Relation.EQUIVALENT


def _same_object(claim: Claim, other: Claim, book: RuleBook) -> bool:
    if claim.type == "role" or claim.object is None or other.object is None:
        return claim.object == other.object or claim.type == "role"
    if _same_name(claim.object, other.object, book):
        return True
    one, two = terms(claim.object, book), terms(other.object, book)
    least = min(len(one), len(two))
    return least > 1 and len(one & two) > _SHARED * least
