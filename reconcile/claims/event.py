"""Events: somebody joined, left, founded, hosted, imposed or lifted something, perhaps on a date.

A rule's patterns find them. `event` in its options names what happened in one word; `ends` names the event
whose state it brings to an end, so that "joined" against "left" conflicts, and an end that only one version
tells is an error where the other asserts the state without an end.

    passes: Norland joined the Union in 1999. -> In 1999 Norland acceded to the Union.
    fails:  Norland joined the Union in 1999. -> Norland left the Union in 1999.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Match, Qualifiers, Rule
from reconcile.claims.alone import Judgement, of_rule
from reconcile.claims.patterns import matches, slot
from reconcile.claims.traits import Traits
from reconcile.model import Level, Relation, Sentence
from reconcile.values.mentions import mentions
from reconcile.values.name import key as name_key
from reconcile.values.name_find import find as find_names
from reconcile.values.plain import Event
from reconcile.values.polarity import negations
from reconcile.values.when import When
from reconcile.values.when_relate import relate as relate_dates

TYPE = "event"
OPTIONS = frozenset({"event", "ends", "includes"})
TRAITS = Traits()

level = of_rule

_NEAR = 6  # characters between an event and its date: ", in ", " on "


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """The events that the rule's patterns find: one for each of the `objects` where there are several."""
    text = sentence.text
    for match in matches(text, rule):
        ends = rule.options.get("ends")
        value = Event(
            event=str(rule.options.get("event", rule.id)),
            when=_date(text, match, lexicon),
            ends=str(ends) if ends else None,
        )
        denied = bool(negations(text[match.start : match.end], lexicon))
        for object, start, end in _objects(text, match, lexicon):
            yield Claim(
                rule=rule.id,
                type=TYPE,
                subject=slot(text, match, "subject"),
                object=object,
                value=value,
                sentence=sentence.index,
                start=start,
                end=end,
                qualifiers=Qualifiers(negated=denied),
            )


def _objects(text: str, match: Match, lexicon: Lexicon) -> Iterator[tuple[str | None, int, int]]:
    """What the event is about, with the claim's range: the whole match, or its part that names one object."""
    several = match.slots.get("objects")
    if several is None:
        object = slot(text, match, "object") or _name_before(text, match, lexicon)
        yield object, match.start, match.end
        return
    first = match.start
    for found in find_names(text, lexicon):
        if (
            several[0] <= found.start
            and found.end <= several[1]
            and found.value.name.upper() != found.value.name
        ):
            yield found.value.name, first, found.end
            first = found.end


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """An event against the one that ends its state conflicts; the same event is related by its date.

    Another object is told by its name.
    """
    old, new = event(before), event(after)
    if old.event == new.event and before.qualifiers.negated != after.qualifiers.negated:
        return Relation.CONFLICTING
    if old.event != new.event:
        opposed = old.ends == new.event or new.ends == old.event
        return Relation.CONFLICTING if opposed else Relation.UNSURE
    if old.when and new.when:
        return relate_dates(old.when, new.when)
    if old.when is None and new.when is None:
        return Relation.EQUIVALENT
    return Relation.NARROWER if new.when else Relation.BROADER


def key(claim: Claim, lexicon: Lexicon) -> str:
    """What happened to which object, and when."""
    value = event(claim)
    when = value.when and value.when.edtf
    return repr((value.event, claim.qualifiers.negated, when, name_key(claim.object or "", lexicon)))


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """1 for events about the same object."""
    return 1.0 if before.object == after.object else 0.3


def alone(claim: Claim, added: bool, stands: bool) -> Judgement:
    """The end of a state that the other version asserts without an end is an error."""
    ended = stands and event(claim).ends is not None
    return (Relation.ADDED if added else Relation.REMOVED), Level.ERROR if ended else None


def event(claim: Claim) -> Event:
    """The claim's event."""
    assert isinstance(claim.value, Event)
    return claim.value


def _date(text: str, match: Match, lexicon: Lexicon) -> When | None:
    """The date in the pattern's slot, else one that stands close by: "in 1999, Norland left the Union"."""
    place = match.slots.get("date")
    dates = mentions(text, lexicon).dates
    if place is not None:
        return next((found.value for found in dates if place[0] <= found.start < place[1]), None)
    near = [
        (min(abs(match.start - found.end), abs(found.start - match.end)), found.value)
        for found in dates
        if match.start - found.end in range(_NEAR) or found.start - match.end in range(_NEAR)
    ]
    return min(near, key=lambda one: one[0], default=(0, None))[1]


def _name_before(text: str, match: Match, lexicon: Lexicon) -> str | None:
    names = [found.value.name for found in find_names(text, lexicon) if found.end <= match.start]
    return names[-1] if names else None
