"""What of a claim goes beyond the evidence, so that the evidence, true as it may be, does not decide it.

Only in Madagascar, all of the film, both pilots: evidence without such a word tells less. What is so now is
not what was so in a year that has gone by.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_set
from reconcile.text.subject import subject as text_subject
from reconcile.text.tense import tells_past
from reconcile.text.word_kinds import word_kind
from reconcile.values.setting import MOMENT, setting
from reconcile.verdicts.matching import LACKED, Met
from reconcile.verdicts.told import Term, Told

_MUCH_MORE = 1.5  # times the words of the claim


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


def exchanged(claim: Told, evidence: Told, found: Sequence[Met], lexicon: Lexicon) -> bool:
    """True where all of the claim stands in the evidence but for a word, and another one in its very place.

    Police arrested the man, police questioned the man; the river carries mud, the river carries sand: where
    no list relates the two, no rule says that they are one. What says much more may say it in other words,
    and a word that only describes another ("important roles", "prominent roles") is easily one of many.
    """
    lacking = [one.term for one in found if one.grade < LACKED]
    if len(lacking) != 1 or lacking[0].last - lacking[0].first != 1 or lacking[0].kind == "name":
        return False
    mine, theirs = [[word.folded for word in told.words] for told in (claim, evidence)]
    at, small = lacking[0].first, word_set(lexicon, "function-words")
    describes = bool(_behind(mine, at)) and _behind(mine, at) not in small and not _is_deed(mine[at], lexicon)
    if at == 0 or describes or len(theirs) > len(mine) * _MUCH_MORE:
        return False
    places = [n for n in range(1, len(theirs)) if theirs[n - 1] == mine[at - 1] and theirs[n] not in mine]
    ends = [_behind(mine, at) == _behind(theirs, n) for n in places]
    return any(end and _alike(mine[at], theirs[n], lexicon) for n, end in zip(places, ends, strict=True))


def another_does(claim: Told, evidence: Told, subject: Term | None, lexicon: Lexicon) -> bool:
    """True where the evidence says the same of another `subject`: Arnia exports, Belmar exports."""
    place = text_subject(claim.text, lexicon)
    if subject is None or place is None or len(evidence.words) > len(claim.words) * _MUCH_MORE:
        return False
    at = claim.numbers(*place).stop
    mine, theirs = claim.words[at : at + 1], evidence.words[subject.last : subject.last + 1]
    return bool(mine and theirs) and mine[0].folded == theirs[0].folded


def _behind(words: Sequence[str], at: int) -> str:
    """The word behind; nothing where the clause ends."""
    behind = words[at + 1] if at + 1 < len(words) else ""
    return behind if behind.isalnum() else ""


def _alike(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for two words that tell something, in one form: both verbs that are inflected, or neither."""
    small = word_set(lexicon, "function-words")
    if not (one.isalpha() and other.isalpha()) or other in small:
        return False
    return _is_deed(one, lexicon) == _is_deed(other, lexicon)


def _is_deed(word: str, lexicon: Lexicon) -> bool:
    """True for a verb in its form for a third person or the past."""
    base = lemma(word, lexicon)
    if base == word or word.endswith("ing"):
        return False
    printed = word if word.endswith("s") else base  # etchings are no verb, etch may be one
    return word.endswith("ed") or word_kind(printed, lexicon) == "verb"


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
