"""What decisions say of the facts an edit touched: to state a settled one otherwise is a conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reconcile.claim import Claim, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.claims.subjects import Topics
from reconcile.decisions.decision import SETTLING, Decision, Statement
from reconcile.decisions.guard import find, words
from reconcile.identity import claim_key, finding_id
from reconcile.model import Document, Json, Level, Sentence
from reconcile.result import Finding, Side

Decided = Mapping[str, tuple[Decision, ...]]


def broken(decisions: Iterable[Decision], stated: Statement) -> str | None:
    """Why `stated` contradicts what was settled about its fact; None when it does not.

    It does when it was rejected, or when its value and the settled ones cannot both be right. A value that
    merely nobody has seen before does not.
    """
    settling = [decision for decision in decisions if decision.status in SETTLING]
    if any(find(decision.settled, stated) for decision in settling):
        return None
    for decision in reversed(settling):
        rejected = find(decision.rejected, stated) is not None
        if rejected or (
            decision.settled and all(_apart(part.value, stated.value) for part in decision.settled)
        ):
            why = f" ({decision.why})" if decision.why else ""
            return f"“{stated.text}” contradicts {words(decision)}, settled on {decision.day}{why}"
    return None


def _apart(settled: Mapping[str, Json] | None, stated: Mapping[str, Json] | None) -> bool:
    """True for two values of one type that exclude one another."""
    if not settled or not stated or settled.get("unit") != stated.get("unit"):
        return False
    one, other = settled.get("edtf"), stated.get("edtf")
    if isinstance(one, str) and isinstance(other, str):
        plain = set("0123456789-") >= {*one, *other}
        return plain and not one.startswith(other) and not other.startswith(one)
    return _below(settled, stated) or _below(stated, settled) or _other_members(settled, stated)


def _below(one: Mapping[str, Json], other: Mapping[str, Json]) -> bool:
    high, low = one.get("high"), other.get("low")
    return isinstance(high, int | float) and isinstance(low, int | float) and high < low


def _other_members(one: Mapping[str, Json], other: Mapping[str, Json]) -> bool:
    here, there = one.get("members"), other.get("members")
    if not isinstance(here, list) or not isinstance(there, list):
        return False
    complete = bool(one.get("exhaustive")) and bool(other.get("exhaustive"))
    return complete and {str(name) for name in here} != {str(name) for name in there}


def contradictions(
    document: Document, touched: Iterable[Sentence], decided: Decided, told: set[str], book: RuleBook
) -> Iterator[Finding]:
    """A finding for each claim of the touched sentences that breaks a decision, but for the keys `told`.

    Where one claim of the document states what was settled, another of the same key is another fact.
    """
    if not decided:
        return
    topics = Topics(document, book.lexicon)
    kept = {
        key
        for sentence in document.sentences
        for key, claim in claims(sentence, topics, document.id, book)
        if any(find(one.settled, _statement(claim, sentence)) for one in decided.get(key, ()))
    }
    for sentence in touched:
        for key, claim in claims(sentence, topics, document.id, book):
            if key in decided and key not in kept and key not in told:
                reason = broken(decided[key], _statement(claim, sentence))
                if reason:
                    told.add(key)
                    yield _finding(key, claim, sentence, document, reason)


def claims(sentence: Sentence, topics: Topics, id: str, book: RuleBook) -> Iterator[tuple[str, Claim]]:
    """Every typed claim of a sentence with its key."""
    for rule in book.rules:
        if rule.claim in CLAIM_TYPES:
            for claim in claim_type(rule.claim).extract(sentence, rule, book.lexicon):
                named = topics.named(claim)
                yield claim_key(id, named), named


def _statement(claim: Claim, sentence: Sentence) -> Statement:
    return Statement(text=sentence.text[claim.start : claim.end], value=claim.value.data)


def _finding(key: str, claim: Claim, sentence: Sentence, document: Document, reason: str) -> Finding:
    side = Side(
        document=document.id,
        text=sentence.text[claim.start : claim.end],
        span=sentence.span_of(claim.start, claim.end),
        value=claim.value.data,
        sentences=(sentence.index,),
        context=sentence.text,
    )
    return Finding(
        id=finding_id(key, None, side.value),
        key=key,
        kind="decision",
        rule=claim.rule,
        claim=claim.type,
        relation=None,
        level=Level.ERROR,
        score=0.97,
        subject=claim.subject,
        object=claim.object,
        message=reason,
        why="a settled fact is stated otherwise",
        old=None,
        new=side,
    )
