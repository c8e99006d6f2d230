"""Everything in which a claim and the evidence agree or differ, found once for both decisions."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Label, Relation
from reconcile.text.lists import word_role
from reconcile.text.subject import subject
from reconcile.values.found import Found
from reconcile.values.polarity import Negation, negations
from reconcile.values.when import When
from reconcile.verdicts.beyond import another_does, claims_more, exchanged, of_the_past, turn
from reconcile.verdicts.denial import denied
from reconcile.verdicts.derivation import Pair
from reconcile.verdicts.derived import derived, told_by, with_derived
from reconcile.verdicts.figures import dates, figures, in_one_year
from reconcile.verdicts.judged import Judged
from reconcile.verdicts.matching import LACKED, Met, met
from reconcile.verdicts.rivals import Rival, rivals
from reconcile.verdicts.scope import Scope, scope
from reconcile.verdicts.told import Told, told


@frozen(kw_only=True)
class Signals:
    """A claim held against one piece of evidence.

    `topic` are the terms of the claim up to the end of its subject, which evidence may replace by a pronoun;
    `stated` the others, what is said of it.
    """

    claim: Told
    evidence: Told
    topic: tuple[Met, ...]
    stated: tuple[Met, ...]
    figures: tuple[Judged, ...]
    dates: tuple[Judged, ...]
    rivals: tuple[Rival, ...]
    scope: Scope
    negators: tuple[Found[Negation], ...]  # of the claim, in plain words
    denied: bool  # one of the two is denied, the other is not
    beyond: bool  # the claim says that nothing is left out, or another word or subject than the evidence
    past: bool  # the claim tells what is, and the evidence what was in a time that it names
    turn: int  # 1 where only the claim is about the last time of several, -1 where about the first, else 0
    of_another: bool  # the evidence lacks what of its subject the claim is about: X's birthplace

    def negates(self, start: int) -> bool:
        """True when the claim itself denies what stands at `start` of it: "not a Danish film"."""
        return _negated(self.negators, start)

    @property
    def elsewhere(self) -> bool:
        """True when the two name two subjects, or two places."""
        return self.scope.other_subject or self.scope.other_place

    @property
    def lacking(self) -> tuple[Met, ...]:
        """What is said of the topic and not in the evidence."""
        return tuple(one for one in self.stated if one.grade < LACKED)


def share(found: Sequence[Met]) -> float:
    """The mean grade; 1 for nothing to be found."""
    return sum(one.grade for one in found) / len(found) if found else 1.0


def signals(claim: str, evidence: str, lexicon: Lexicon) -> Signals:
    """How the claim and the evidence, both prose, compare."""
    one, other = told(claim, lexicon), told(evidence, lexicon)
    place = subject(claim, lexicon)
    end = place[1] if place else 0
    judged = figures(one, other, lexicon)
    stated = frozenset(each.start for each in judged if each.label is Label.SUPPORTS)
    pair = Pair(one, other, met(one, other, lexicon), lexicon, stated)
    worked_out = derived(pair)
    judged, found = with_derived(judged, worked_out), told_by(pair.met, worked_out)
    topic = tuple(each for each in found if one.words[each.term.first].start < end)
    topic = () if len(topic) == len(found) else topic  # no verb was recognised
    negators = tuple(each for each in negations(claim, lexicon) if not each.value.implicit)
    # Not the first, and the second: both are true.
    other_figure = any(one.label is Label.REFUTES and _negated(negators, one.start) for one in judged)
    rest = any(each.rest for each in worked_out)
    about = scope(one, other, found, lexicon)
    return Signals(
        claim=one,
        evidence=other,
        topic=topic,
        stated=found[len(topic) :],
        figures=judged,
        dates=dates(one, other, lexicon),
        rivals=rivals(one, other, found, lexicon),
        scope=about,
        negators=negators,
        denied=not other_figure and not rest and denied(one, other, found, lexicon),
        beyond=claims_more(one, other, lexicon)
        or exchanged(one, other, found, lexicon)
        or (about.other_subject and another_does(one, other, about.subject, lexicon)),
        past=of_the_past(one, other, lexicon),
        turn=turn(one, other, lexicon),
        of_another=_of_another(topic, one, lexicon),
    )


def _of_another(topic: Sequence[Met], claim: Told, lexicon: Lexicon) -> bool:
    """True where the evidence lacks the noun that the subject ends in, or that stands before "of"."""
    links = word_role(lexicon, "parts of")
    behind = [claim.words[one.term.last].folded if one.term.last < len(claim.words) else "" for one in topic]
    owned = [one for one, word in zip(topic, behind, strict=True) if word in links]
    head = next(iter((*owned, *reversed(topic))), None)
    return head is not None and head.term.kind != "name" and head.grade < LACKED


def _negated(negators: Sequence[Found[Negation]], start: int) -> bool:
    return any(one.end <= start < one.value.reach for one in negators)


def all_differ(found: Signals) -> bool:
    """True where every one of several figures differs: for two loaves 500 g, for four loaves 1000 g."""
    return len(found.figures) > 1 and all(one.label is Label.REFUTES for one in found.figures)


def one_time(found: Signals) -> bool:
    """False where one of the two alone tells its time, or another one: then both figures may be right."""
    return bool(found.claim.dates) == bool(found.evidence.dates) and not time_differs(found)


def time_differs(found: Signals) -> bool:
    """True where the evidence speaks of another time than the claim, so that its figures may differ too."""
    return any(_elsewhen(one, found.claim) for one in found.dates)


def _elsewhen(one: Judged, claim: Told) -> bool:
    if one.label is Label.REFUTES:
        return True
    if one.relation is not Relation.NARROWER or one.found is None:
        return False
    claimed = next(date.value for date in claim.dates if date.start == one.start)
    if not _bound(claimed) or not isinstance(one.found.value, When):
        return False
    claimed, told = in_one_year(claimed, one.found.value)
    return told.high != claimed.high


def _bound(when: When) -> bool:
    return when.low is None or when.high is None
