"""From changes to findings: the side texts, the message, the level, the score, the key and the id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.changes.scoring import default_level, score, steps_of
from reconcile.claim import Claim, Lexicon
from reconcile.fields import replace
from reconcile.identity import claim_key, finding_id
from reconcile.model import Json, Level, Relation
from reconcile.result import Finding, MemberChange, Side
from reconcile.text.excerpt import excerpt
from reconcile.text.late import late
from reconcile.values.members import Members
from reconcile.values.members import change as member_change

_SLOT = late(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")
# Parts of a message that no value fills.
_WITHOUT = late(r"; [^;:]*– → –")
_ARTICLE = late(r"(?:The|A|An|This|These|Its|Their|His|Her) [a-z]")
_SHORT = 40  # characters of a value that is told with the words around it
_OPENING, _CLOSING = '“"„«', '”"“»'
_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}


def finding(
    change: Change, old: Passage | None, new: Passage | None, document: str, lexicon: Lexicon
) -> Finding:
    """The finding that tells `change`; `document` is the id of the document that is maintained."""
    claim = change.after or change.before
    assert claim is not None
    sides = _side(change.before, change.old, old), _side(change.after, change.new, new)
    values = [side.value if side else None for side in sides]
    key = claim_key(document, claim)
    level = change.level or change.rule.levels.get(change.relation, default_level(change.relation))
    steps = steps_of(change.relation, change.rule.weights, change.steps)
    members = _members(change, lexicon)
    return Finding(
        id=finding_id(key, *values),
        key=key,
        kind="change",
        rule=change.rule.id,
        claim=claim.type,
        relation=change.relation,
        level=level,
        score=score([step.score for step in steps], level),
        subject=claim.subject,
        object=claim.object,
        message=message(change, claim, sides, members),
        why=change.why or _why(change),
        old=sides[0],
        new=sides[1],
        change=members,
        steps=steps,
        parts=change.parts,
    )


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with those of equal id made one with several places, the most important first."""
    first: dict[str, Finding] = {}
    places: dict[str, list[tuple[object, object]]] = {}
    for one in findings:
        first.setdefault(one.id, one)
        places.setdefault(one.id, []).append((one.old and one.old.span, one.new and one.new.span))
    found = [
        replace(one, places=tuple(places[id]) if len(places[id]) > 1 else ()) for id, one in first.items()
    ]
    return tuple(sorted(found, key=lambda one: (_ORDER[one.level], _position(one))))


def _position(one: Finding) -> tuple[int, int]:
    spans = [side.span.start if side else -1 for side in (one.new, one.old)]
    return (spans[0] if spans[0] >= 0 else spans[1], spans[1])


def _side(claim: Claim | None, range: Range | None, passage: Passage | None) -> Side | None:
    if passage is None or range is None:
        return None
    start, end = range
    return Side(
        document=passage.document.id,
        text=passage.text[start:end],
        span=passage.span(start, end),
        value=claim.value.data if claim else None,
        sentences=tuple(sentence.index for sentence in passage.sentences),
        context=passage.text,
    )


def _members(change: Change, lexicon: Lexicon) -> MemberChange | None:
    if change.before is None or change.after is None:
        return None
    before, after = change.before.value, change.after.value
    if not isinstance(before, Members) or not isinstance(after, Members):
        return None
    found = member_change(before, after, lexicon)
    return MemberChange(kept=found.kept, added=found.added, removed=found.removed)


def _why(change: Change) -> str:
    alone = change.before is None or change.after is None
    compares = "{around}" in change.rule.message  # the rule tells one value beside another
    return _UNANSWERED if alone and compares and change.level is None else change.rule.why


def message(
    change: Change, claim: Claim, sides: tuple[Side | None, Side | None], members: MemberChange | None
) -> str:
    """The rule's message with its slots filled; a claim of one side only is told as new or gone."""
    template = _template(change, sides)
    known: dict[str, str] = {
        "subject": _inside(claim.subject or "the text", template.startswith("{subject}")),
        "object": claim.object or "these",
        "relation": change.relation,
        "old": _quoted(sides[0]),
        "new": _quoted(sides[1]),
        "around": _around(change, sides, claim.subject),
    }
    for name, side in zip(("old", "new"), sides, strict=True):
        known |= _flat(name, side.value if side else None)
    if members:
        for name in ("kept", "added", "removed"):
            known[name] = str(len(getattr(members, name)))
    return _WITHOUT.sub("", _SLOT.sub(lambda slot: known.get(slot[1], "–"), template))


def _template(change: Change, sides: tuple[Side | None, Side | None]) -> str:
    template = change.rule.message
    alone = change.before is None or change.after is None
    if alone and any(slot in template for slot in _NEEDS_BOTH):
        relation = (Relation.ADDED, Relation.REMOVED)[sides.index(None)] if None in sides else change.relation
        return _ALONE.get(relation, template)
    return _SAME if change.relation is Relation.EQUIVALENT and not change.rule.patterns else template


def _inside(phrase: str, begins: bool) -> str:
    """A phrase without the capital that its article owes to the beginning of its sentence."""
    return phrase if begins or not _ARTICLE.match(phrase) else phrase[0].lower() + phrase[1:]


_NEEDS_BOTH = ("{old", "{new", "{kept", "{added", "{removed")
_ALONE = {
    Relation.ADDED: "only the new version says {new}{around}",
    Relation.REMOVED: "only the old version says {old}{around}",
}
_SAME = "the same name in another form: {old} became {new}{around}"
_UNANSWERED = "nothing in the other version stands in its place"


def _quoted(side: Side | None) -> str:
    return _in_marks(side.text) if side else "nothing"


def _in_marks(text: str) -> str:
    return text if text[:1] in _OPENING and text[-1:] in _CLOSING else f"“{text}”"


def _around(change: Change, sides: tuple[Side | None, Side | None], subject: str | None) -> str:
    """The words around the new value, or around the old one where that is all there is.

    A value that stands alone, as in the cell of a table, is told with its subject.
    """
    old, new = sides
    side, place = (new, change.new) if new else (old, change.old)
    if side is None or place is None or len(side.text) > _SHORT:
        return ""
    words = excerpt(side.context, *place)
    if words.strip(" .") != side.text.strip(" ."):
        return f": {_in_marks(words)}"
    return f" ({subject})" if subject and subject != side.text else ""


def _flat(prefix: str, value: Mapping[str, Json] | None) -> dict[str, str]:
    return {f"{prefix}.{name}": str(item) for name, item in (value or {}).items() if item is not None}
