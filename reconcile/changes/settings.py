"""Figures measured anew: at another moment, in another edition, on another base.

"As of May there were 40 members", then "as of June there were 44": both may be true. A date or a number that
the words of `setting-leads` and `editions` stand by is a setting. Where it changed together with other
figures of its sentence, their reason says so, and those whose rule names the kind of setting under
`updated_by` are unsure. The date of an event is no setting but a fact of its own ("was born on", "won in").
So are figures that two speakers give ("the army says"), where `updated_by` names the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.claim import Claim, Lexicon
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.result import Step
from reconcile.values.setting import BASE, EDITION, MOMENT, setting
from reconcile.values.speakers import reports, speaker, two_speakers

_MEASURED = ("count", "number")
_SEEN = 1.5  # log-odds more than other differences that no rule decides: a reader does see another figure
_OTHER = "two speakers disagree; the document gives what each says"
_SAID = {
    MOMENT: "measured at another date",
    EDITION: "taken from another edition",
    BASE: "measured on another base",
}


def measured_anew(
    changes: Sequence[Change], old: Passage, new: Passage, lexicon: Lexicon
) -> Iterator[Change]:
    """The changes of two passages, with the figures whose setting changed told as such."""
    figures = [one for one in changes if _is_figure(one)]
    kinds = {id(one): kind for one in figures if (kind := _kind(one, old, new, lexicon))}
    for change in changes:
        if not _is_figure(change):
            yield change
            continue
        if "speaker" in _listed(change) and (said := _speakers(change, old, new, lexicon)):
            yield _unsure(change, "speaker", f"said by another (“{said[0]}” → “{said[1]}”)", _OTHER)
            continue
        others = [one for one in figures if one is not change and _together(one, change)]
        setting = next((one for one in (change, *others) if id(one) in kinds), None)
        measured = any(one is not setting and one.rule.claim in _MEASURED for one in (change, *others))
        yield _told(change, setting, kinds[id(setting)], old, new) if setting and measured else change


def _told(change: Change, setting: Change, kind: str, old: Passage, new: Passage) -> Change:
    values = old.text[slice(*_range(setting.old))], new.text[slice(*_range(setting.new))]
    why = f"{_SAID[kind]} (“{values[0]}” → “{values[1]}”)"
    if kind not in _listed(change):
        return replace(change, why=f"{change.why or change.rule.why}; {why}")
    return _unsure(change, kind, why, "a figure brought up to date")


def _unsure(change: Change, kind: str, why: str, because: str) -> Change:
    step = Step(what=f"another {kind}", score=_SEEN, why=because)
    return replace(change, relation=Relation.UNSURE, why=why, steps=(*change.steps, step))


def _speakers(change: Change, old: Passage, new: Passage, lexicon: Lexicon) -> tuple[str, str] | None:
    """Who is said to give the old figure and the new one, where these are two."""
    sides = (old.text, _range(change.old)[0]), (new.text, _range(change.new)[0])
    if not all(reports(text, lexicon) for text, _ in sides):
        return None
    one, other = (speaker(text, at, lexicon) for text, at in sides)
    return (one, other) if one and other and two_speakers(one, other, lexicon) else None


def _listed(change: Change) -> tuple[object, ...]:
    named = change.rule.options.get("updated_by")
    return tuple(named) if isinstance(named, list | tuple) else ()


def _is_figure(change: Change) -> bool:
    known = change.before is not None and change.after is not None
    return known and change.relation is Relation.CONFLICTING and change.rule.claim in ("date", *_MEASURED)


def _together(one: Change, other: Change) -> bool:
    return _sentence(one.before) == _sentence(other.before) and _sentence(one.after) == _sentence(other.after)


def _sentence(claim: Claim | None) -> int | None:
    return claim.sentence if claim else None


def _kind(change: Change, old: Passage, new: Passage, lexicon: Lexicon) -> str | None:
    """What both of the change's values are the setting of; None for plain facts."""
    dated = change.rule.claim == "date"
    sides = (old.text, _range(change.old)), (new.text, _range(change.new))
    one, other = (setting(text, *place, dated, lexicon) for text, place in sides)
    return one if one == other else None


def _range(place: Range | None) -> Range:
    return place or (0, 0)
