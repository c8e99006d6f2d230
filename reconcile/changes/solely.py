"""Only one, and another one too: "only Ann signed", then "Ann and Tom signed"."""

from __future__ import annotations

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import View
from reconcile.changes.task import Task
from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.text.lists import word_set
from reconcile.values.name import Name

_LEAD = 4  # words between "only" and the last word of whom it stands before
_WHY = "one version says it of one alone, the other of another as well"


def not_alone(task: Task, placed: Placed, added: bool) -> Change | None:
    """The change that tells that the name `placed` was joined to one that the other side has alone."""
    seen, lexicon = task.diff.seen_from(added), task.lexicon
    joined = _joined(seen, placed, lexicon) if isinstance(placed.claim.value, Name) else None
    only = None if joined is None else _only(seen, seen.across[joined], lexicon)
    if joined is None or only is None:
        return None
    first, last = _whole(seen.there, seen.across[joined])
    there = seen.there.words[min(only, first)].start, seen.there.words[max(only, last)].end
    here = seen.here.words[_whole(seen.here, joined)[0]].start, placed.range[1]
    other = replace(placed.claim, value=Name(seen.there.text[slice(*there)]), start=there[0], end=there[1])
    before, after = (other, placed.claim) if added else (placed.claim, other)
    return Change(
        rule=task.rule(placed),
        relation=Relation.CONFLICTING,
        before=before,
        after=after,
        old=there if added else here,
        new=here if added else there,
        why=_WHY,
    )


def _joined(seen: View, placed: Placed, lexicon: Lexicon) -> int | None:
    """The number of the last word that "and" joins the name to; None unless it stands on the other side too.

    Nor where more was put in than the name.
    """
    small = word_set(lexicon, "function-words")
    region, words = seen.region(placed.words), seen.here.words
    own = range(*placed.words)
    if region is None or any(n not in own and seen.here.carries(n, small) for n in range(*region[0])):
        return None
    number = placed.words[0] - 1
    while number > 0 and words[number].folded in small and words[number].folded != "and":
        number -= 1
    found = number > 0 and words[number].folded == "and" and words[number - 1].folded[0].isalnum()
    return number - 1 if found and number - 1 in seen.across else None


def _whole(passage: Passage, number: int) -> Range:
    """The first and the last of the capitalised words that end in the word at `number`."""
    first = number
    while first > 0 and passage.words[first - 1].text[0].isupper() and passage.words[first].text[0].isupper():
        first -= 1
    return first, number


def _only(seen: View, number: int, lexicon: Lexicon) -> int | None:
    """The number of the word that says that the one at `number` of the other side is the only one.

    None where this side says so too.
    """
    there, sole = seen.there.words, word_set(lexicon, "sole-words")
    said = {there.folded for there in seen.here.words}
    near = [number + 1] if number + 1 < len(there) else []
    for at in range(number - 1, max(number - 1 - _LEAD, -1), -1):
        near.append(at)
        if there[at].text.islower() and there[at].folded not in word_set(lexicon, "function-words"):
            break
    found = (at for at in near if there[at].folded in sole and there[at].folded not in said)
    return next(found, None)
