"""What of a claim goes beyond the evidence, so that the evidence, true as it may be, does not decide it.

Only in Madagascar, all of the film, both pilots: evidence without such a word tells less. What is so now is
not what was so in a year that has gone by.
"""

from __future__ import annotations

from itertools import pairwise

from reconcile.claim import Lexicon
from reconcile.text.lists import word_role, word_set
from reconcile.text.tense import tells_past
from reconcile.values.setting import MOMENT, setting
from reconcile.verdicts.told import Told


def claims_more(claim: Told, evidence: Told, lexicon: Lexicon) -> bool:
    """True where only the claim says that there is no other one, or none that is left out."""
    named = {n for one in claim.terms if one.kind == "name" for n in range(one.first, one.last)}
    mine = [word.folded for n, word in enumerate(claim.words) if n not in named]
    theirs = {word.folded for word in evidence.words}
    sole, whole = word_set(lexicon, "sole-words"), word_role(lexicon, "totality words")
    if set(mine) & word_role(lexicon, "pair words") and not theirs & word_role(lexicon, "pair answers"):
        return True
    # Only in a place, and nowhere else; but who is "only a singer" is a singer.
    behind = word_set(lexicon, "prepositions")
    only = any(one in sole and other in behind for one, other in pairwise(mine))
    return bool(only or set(mine) & whole) and not theirs & (sole | whole)


def turn(claim: Told, evidence: Told, lexicon: Lexicon) -> int:
    """1 where only the claim is about the last time, -1 where about the first one, else 0."""
    mine, theirs = ({word.folded for word in told.words} for told in (claim, evidence))
    for sign, role in ((1, "last words"), (-1, "first words")):
        said = word_role(lexicon, role)
        if mine & said:
            return 0 if theirs & said else sign
    return 0


def of_the_past(claim: Told, evidence: Told, lexicon: Lexicon) -> bool:
    """True where the claim tells what is, and the evidence what was in a time that it names."""
    if claim.dates or not evidence.dates:
        return False
    dates = evidence.dates
    over = all(date.value.low is not None and date.value.high is not None for date in dates)
    now, then = (tells_past((word.folded for word in told.words), lexicon) for told in (claim, evidence))
    here = {word.folded for word in evidence.words} & word_role(lexicon, "present words")
    if not over or now or not then or here:
        return False
    return all(setting(evidence.text, one.start, one.end, True, lexicon) != MOMENT for one in dates)
