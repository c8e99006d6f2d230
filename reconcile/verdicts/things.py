"""Whether two sentences are about two things of one kind, or one about a part of the other's subject.

The north tower and the south tower, the premium plan and the basic plan, a strike at the port and one at the
airport; the lens of the camera, the river's tributary. What is a property of the subject (its length, its
price) is no other thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.text.lists import word_role, word_set
from reconcile.text.opposites import exclusive, opposite
from reconcile.text.subject import subject as text_subject
from reconcile.verdicts.matching import LACKED, Met, word_met
from reconcile.verdicts.told import Term, Told

_WORDS = ("noun", "adjective", "verb", "unknown")  # a noun may be listed as what else it is: plan, strike


def other_thing(claim: Told, evidence: Told, found: Sequence[Met], lexicon: Lexicon) -> Term | None:
    """The subject of the evidence where it is another thing than the claim's; None if it may be the same."""
    mine, theirs = _content(claim, lexicon), _content(evidence, lexicon)
    if not mine or not theirs:
        return None
    if _twins(claim, evidence, mine, theirs, lexicon):
        return Term(theirs[0], theirs[-1] + 1, "noun", evidence.text)
    one, other = _head(claim, mine, lexicon), _head(evidence, theirs, lexicon)
    if one is None or other is None:
        return None
    apart = _part(claim, evidence, one, other, theirs, lexicon) or _sort(
        claim, evidence, mine, theirs, lexicon
    )
    return evidence.by_number.get(other) if apart else None


def _twins(claim: Told, evidence: Told, mine: Sequence[int], theirs: Sequence[int], lexicon: Lexicon) -> bool:
    """True for one of a pair each: the north tower, the south tower."""
    apart = [
        (claim.words[one].folded, evidence.words[other].folded)
        for one, other in zip(mine, theirs, strict=False)
        if claim.words[one].folded != evidence.words[other].folded
    ]
    if len(mine) != len(theirs) or len(apart) != 1:
        return False
    one, other = apart[0]
    letters = len(one) == len(other) == 1
    return letters or opposite(one, other, lexicon) or exclusive(one, other, lexicon, strict=True)


def _content(told: Told, lexicon: Lexicon) -> list[int]:
    """The numbers of the content words of the subject; none where no verb ends it."""
    place = text_subject(told.text, lexicon)
    small = word_set(lexicon, "function-words")
    inside = told.numbers(*place) if place else range(0)
    if all(one.first in inside for one in told.terms):
        return []
    return [n for n in inside if told.words[n].folded not in small or len(told.words[n].folded) == 1]


def _head(told: Told, inside: Sequence[int], lexicon: Lexicon) -> int | None:
    """The number of the noun that the others of the subject stand around; None for a name."""
    last = inside[0]
    for n in inside[1:]:
        if any(word.folded != "-" for word in told.words[last + 1 : n]):
            break
        last = n
    term = told.by_number.get(last)
    return last if term is not None and term.kind in _WORDS else None


def _part(claim: Told, evidence: Told, one: int, other: int, theirs: Sequence[int], lexicon: Lexicon) -> bool:
    """True where the evidence is about something of the claim's subject: the lens of the camera."""
    word = evidence.words[other].folded
    grade, places = word_met(claim.words[one].folded, evidence, lexicon)
    if grade < LACKED or other in places or not set(theirs) & set(places):
        return False
    if word in word_set(lexicon, "bare-attributes") or word in word_role(lexicon, "properties"):
        return False
    return word_met(word, claim, lexicon)[0] < LACKED


def _sort(claim: Told, evidence: Told, mine: Sequence[int], theirs: Sequence[int], lexicon: Lexicon) -> bool:
    """True for two of one kind, each with words that the other text lacks: premium plan, basic plan."""
    one, other = _head(claim, mine, lexicon), _head(evidence, theirs, lexicon)
    if one is None or other is None or other not in word_met(claim.words[one].folded, evidence, lexicon)[1]:
        return False
    pairs = ((claim, mine, evidence), (evidence, theirs, claim))
    return all(any(_lacks(told, n, text, lexicon) for n in inside) for told, inside, text in pairs)


def _lacks(told: Told, n: int, text: Told, lexicon: Lexicon) -> bool:
    """True for a word that tells which thing is meant, and that the other text does not have."""
    term = told.by_number.get(n)
    if term is None or term.kind not in _WORDS:
        return False
    return word_met(told.words[n].folded, text, lexicon)[0] < LACKED
