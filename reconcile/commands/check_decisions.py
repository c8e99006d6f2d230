"""What decisions say of the facts an edit touched: to state a settled one otherwise is a conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reconcile.claim import Claim, RuleBook
from reconcile.claims.subjects import Topics
from reconcile.commands.check_claims import claims
from reconcile.decisions.decision import SETTLING, Decision, Statement, statement
from reconcile.decisions.guard import find, words
from reconcile.decisions.overlay import overlay
from reconcile.fields import replace
from reconcile.identity import finding_id
from reconcile.model import Document, Json, Level, Relation, Sentence
from reconcile.result import Finding, Side

_BESIDE = ("both", "false-alarm")
_UNCHANGED = (Relation.EQUIVALENT, Relation.NARROWER, Relation.BROADER)


class Decisions:
    """The decisions on the facts of one document."""

    def __init__(self, of: Callable[[str], Sequence[Decision]], called: Callable[[Decision], str]) -> None:
        """`of` gives the decisions of a key, `called` says of one how the document was called then."""
        self._of, self._called = of, called

    def broken(self, finding: Finding) -> str | None:
        """Why the new side contradicts what was settled about its fact; None when it does not."""
        decisions = self._of(finding.key)
        new = statement(finding, "new") if decisions else None
        return broken(decisions, new, self._called) if new and finding.relation not in _UNCHANGED else None

    def overlaid(self, finding: Finding) -> Finding | None:
        """The finding with what was decided about it; None when that has closed it."""
        decisions = self._of(finding.key)
        if finding.rule == "same-fact":  # that two values can stand side by side says nothing of a third
            decisions = [one for one in decisions if one.id == finding.id or one.status not in _BESIDE]
        decision = overlay(finding, decisions)
        return None if decision.get("state") == "settled" else replace(finding, decision=decision)

    def contradictions(
        self, document: Document, touched: Iterable[Sentence], told: set[str], book: RuleBook
    ) -> Iterator[Finding]:
        """A finding for each claim of the touched sentences that breaks a decision, but for the keys `told`.

        Where one claim of the document states what was settled, another of the same key is another fact.
        """
        topics = Topics(document, book.lexicon)
        kept = {
            key
            for sentence in document.sentences
            for key, claim in claims(sentence, topics, document.id, book)
            if any(find(one.settled, _statement(claim, sentence)) for one in self._of(key))
        }
        for sentence in touched:
            for key, claim in claims(sentence, topics, document.id, book):
                if key not in kept and key not in told and (decisions := self._of(key)):
                    reason = broken(decisions, _statement(claim, sentence), self._called)
                    if reason:
                        told.add(key)
                        yield _finding(key, claim, sentence, document, reason)


def broken(
    decisions: Iterable[Decision], stated: Statement, called: Callable[[Decision], str] = lambda _: ""
) -> str | None:
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
            settled = f"{words(decision)}, settled on {decision.day}{called(decision)}"
            return f"“{stated.text}” contradicts {settled}{why}"
    return None


def _apart(settled: Mapping[str, Json] | None, stated: Mapping[str, Json] | None) -> bool:
    """True for two values of one type that exclude one another."""
    if not settled or not stated or settled.get("unit") != stated.get("unit"):
        return False
    if settled.get("event") != stated.get("event"):
        return False
    one, other = (value.get("edtf") or value.get("date") for value in (settled, stated))
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
