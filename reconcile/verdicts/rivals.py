"""What the evidence has in place of a term that it lacks: an opposite, one that excludes it, another name.

The place of a term is told by its neighbours: words of the claim next to it that the evidence has as well.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_set, word_table
from reconcile.text.opposites import converse, exclusive, go_together, opposite
from reconcile.text.scales import Answers, answers
from reconcile.verdicts.countries import apart, countries
from reconcile.verdicts.definitions import classifies, heads, modifiers, sorts
from reconcile.verdicts.frames import at_odds, rival_in_frame
from reconcile.verdicts.matching import LACKED, Met, said_at
from reconcile.verdicts.told import Term, Told

_NEIGHBOURS = 2  # terms on either side of one that tell its place
_LONGEST = 4  # words of a phrase, hyphens counted
_REACH = 3  # terms of the evidence on either side of a neighbour that may stand in its place


@frozen
class Rival:
    """`term` of the claim, `other` in its place, and how the two are at odds.

    `kind` is slot, frame, opposite, exclusive, country, kind, name, converse, alternative or a kind of word;
    `near` is 1 for the very same place.
    """

    term: Term
    other: Term
    kind: str
    near: float


def rivals(claim: Told, evidence: Told, found: Sequence[Met], lexicon: Lexicon) -> tuple[Rival, ...]:
    """The closest rival of each term that the evidence lacks."""
    used = said_at(found)
    free = [at for at, term in enumerate(evidence.terms) if _free(term, used)]
    made = []
    for at, one in enumerate(found):
        if one.grade >= LACKED:
            continue
        best = max(
            (
                *_candidates(at, found, claim, evidence, free, lexicon),
                *_in_frame(one.term, claim, evidence, free, lexicon),
                *_of_sort(one.term, claim, evidence, lexicon),
                *_modifying(one.term, claim, evidence, found, lexicon),
            ),
            key=lambda rival: (_RANK.get(rival.kind, 1), rival.near, -rival.other.first),
            default=None,
        )
        if best:
            made.append(best)
    return tuple(made)


def _free(term: Term, used: set[int]) -> bool:
    """True for what the claim does not say; a name is told by its last word."""
    return (term.last - 1 if term.kind == "name" else term.first) not in used


def _in_frame(
    term: Term, claim: Told, evidence: Told, free: Sequence[int], lexicon: Lexicon
) -> Iterator[Rival]:
    """The names that the evidence has where the claim has `term`."""
    for other in (evidence.terms[at] for at in free) if term.kind == "name" else ():
        if other.kind == "name" and (kind := rival_in_frame(term, other, claim, evidence, lexicon)):
            yield Rival(term, other, kind, 1.0)


def _of_sort(term: Term, claim: Told, evidence: Told, lexicon: Lexicon) -> Iterator[Rival]:
    """What the evidence says that its subject is, where nothing can be that and `term` too."""
    if term not in heads(claim, lexicon):
        return
    others = list(heads(evidence, lexicon))
    one = _noun(term, claim, lexicon)
    words = [_noun(other, evidence, lexicon) for other in others]
    if others and all(other_kind(one, word, lexicon) or _other_sort(one, word, lexicon) for word in words):
        yield Rival(term, others[0], "kind", 1.0)


def _modifying(
    term: Term, claim: Told, evidence: Told, found: Sequence[Met], lexicon: Lexicon
) -> Iterator[Rival]:
    """What the evidence says the same thing is in place of `term`: a medical drama, a comedy drama."""
    if term.last - 1 not in claim.definition or not classifies(term, claim, lexicon):
        return
    used = said_at(found)
    for head in found:
        if head.grade < LACKED or term not in modifiers(claim, head.term.first):
            continue
        for place in head.places:
            for other in modifiers(evidence, place):
                if other.first not in used and classifies(other, evidence, lexicon):
                    yield Rival(term, other, "modifier", 1.0)


def _other_sort(one: str, other: str, lexicon: Lexicon) -> bool:
    ones, others = sorts(one, lexicon), sorts(other, lexicon)
    return bool(ones and others) and ones.isdisjoint(others)


_RANK = {
    "slot": 7,
    "frame": 6,
    "opposite": 5,
    "exclusive": 4,
    "country": 3,
    "kind": 2,
    "modifier": 2,
    "name": 2,
    "adverb": 0,
    "quantifier": 0,
}


def _candidates(
    at: int,
    found: Sequence[Met],
    claim: Told,
    evidence: Told,
    free: Sequence[int],
    lexicon: Lexicon,
) -> Iterator[Rival]:
    kinds: dict[int, str | None] = {}  # asked once, though a term may stand near several neighbours
    for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1):
        if step == 0 or not 0 <= at + step < len(found) or found[at + step].grade < LACKED:
            continue
        for place in _places(found[at + step], evidence):
            for other in free[bisect_left(free, place - _REACH) : bisect_right(free, place + _REACH)]:
                gap = abs(other - place)
                if other not in kinds:
                    kinds[other] = _kind(found[at].term, evidence.terms[other], claim, evidence, lexicon)
                if kind := kinds[other]:
                    near = 1 / (1 + abs(gap - abs(step)) + (gap + abs(step) - 2) / 2)
                    same_side = (other < place) == (step > 0)
                    yield Rival(
                        found[at].term, evidence.terms[other], kind, near * (1.0 if same_side else 0.6)
                    )


def _places(met: Met, evidence: Told) -> list[int]:
    """Which terms of the evidence say the same, in order."""
    starts = [bisect_right(evidence.terms, n, key=lambda term: term.first) - 1 for n in met.places]
    ends = zip(starts, met.places, strict=True)
    return sorted({at for at, n in ends if at >= 0 and n < evidence.terms[at].last})


def _kind(term: Term, other: Term, claim: Told, evidence: Told, lexicon: Lexicon) -> str | None:
    one, two = claim.words[term.last - 1].folded, evidence.words[other.last - 1].folded
    if apart(countries(term.text, lexicon), countries(other.text, lexicon), lexicon):
        demonyms = word_table(lexicon, "demonyms")
        return "country" if one in demonyms and two in demonyms else "land"
    if term.kind == "name" or other.kind == "name":
        return "name" if term.kind == other.kind and at_odds(term, other, lexicon) else None
    if converse(one, two, lexicon):
        return "converse"
    if opposite(one, two, lexicon):
        return "opposite"
    if exclusive(one, two, lexicon, strict=True):
        return "exclusive"
    nouns = _noun(term, claim, lexicon), _noun(other, evidence, lexicon)
    if other_kind(*nouns, lexicon):
        return "kind"
    if exclusive(*nouns, lexicon) and not go_together(*nouns, lexicon):
        return "alternative"
    return term.kind if term.kind == other.kind else None


def _noun(term: Term, told: Told, lexicon: Lexicon) -> str:
    """What a term names: the phrase that ends in it, if the lists have one, or its last word."""
    last = [
        word.folded for word in told.words[max(0, term.last - _LONGEST) : term.last] if word.folded != "-"
    ]
    known = _kinds(lexicon), word_table(lexicon, "taxonomy")
    phrases = (" ".join(last[start:]) for start in range(len(last) - 1))
    return next((phrase for phrase in phrases if any(phrase in each for each in known)), last[-1])


def other_kind(one: str, other: str, lexicon: Lexicon) -> bool:
    """True when what is the one is not the other: a film, a village."""
    kinds = _kinds(lexicon)
    ones, others = (
        kinds.get(word) or kinds.get(_singular(word, lexicon)) or kinds.get(word.rpartition(" ")[2]) or {}
        for word in (one, other)
    )
    return any(others.get(row, place) != place for row, place in ones.items())


def _singular(word: str, lexicon: Lexicon) -> str:
    return lemma(word, lexicon) if word.endswith("s") else word


@per_lexicon
def _kinds(lexicon: Lexicon) -> Answers:
    return answers(word_set(lexicon, "exclusive-kinds"))
