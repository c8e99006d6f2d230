"""How large a part of a whole is, and how many a share of a whole are.

A quarter of the workers left.      100 of the 400 workers left.
100 workers left.                   A quarter of the 400 workers left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_role, word_set, word_table
from reconcile.text.phrases import Phrases
from reconcile.values.arithmetic import Computed, others, part, share
from reconcile.values.counted import same_counted
from reconcile.values.found import Found
from reconcile.values.quantity import RATING, Quantity
from reconcile.values.quantity_find import find
from reconcile.values.quantity_words import approximator_before, counted_noun
from reconcile.verdicts.derivation import Derivation, Pair, silence
from reconcile.verdicts.told import Told

_TABLE = "share-words"


@frozen
class _Part:
    """What the words [first, last) of the evidence say of the `noun`s: so many of them, or such a share."""

    noun: str
    first: int
    last: int
    share: Computed | None = None
    number: Computed | None = None


def shares(pair: Pair) -> Iterator[Derivation | None]:
    """What the one part of a whole that the evidence tells says of the claim's shares and numbers of it."""
    for figure in pair.claim.figures:
        if figure.value.dimension in (None, "share"):
            stated = _stated(pair) if pair.denied_behind(figure.end) else ()
            yield from _of_figure(pair, figure, [*_parts(pair), *stated])
    for figure in _words(pair):
        yield from _of_figure(pair, figure, [*_parts(pair), *_stated(pair)], worded=True)


def _of_figure(
    pair: Pair, figure: Found[Quantity], parts: Sequence[_Part], *, worded: bool = False
) -> Iterator[Derivation | None]:
    """What the one part of the same things says; shares of other things do not tell what a word says."""
    of_share = figure.value.dimension == "share"
    noun = _base(pair.claim, figure.end, pair.lexicon, single=worded) if of_share else figure.value.counted
    same = [one for one in parts if noun and same_counted(noun, one.noun, pair.lexicon)]
    found = [(one, sum_) for one in same if (sum_ := one.share if of_share else one.number)]
    place = figure.start, figure.end
    if len(found) == 1:
        told = frozenset(pair.claim.numbers(*place))
        known = not pair.lacks(told) and _says(pair, told, noun or "") and not _of_others(pair, found[0][0])
        refutes, sum_ = known and pair.same_time, found[0][1]
        rest = of_share and pair.denied_behind(figure.end) and not pair.denying
        sum_ = others(sum_) if rest else sum_
        made = pair.derived(place, figure.value, sum_, told, backs=known, refutes=refutes, rest=rest)
        yield made or silence(place)
    elif worded and parts:
        yield silence(place)


@per_lexicon
def _phrases(lexicon: Lexicon) -> Phrases:
    return Phrases(word_table(lexicon, _TABLE))


def _words(pair: Pair) -> Iterator[Found[Quantity]]:
    """The shares that the claim tells in words: most, a majority; but not nearly all."""
    for hit in _phrases(pair.lexicon).find(pair.claim.text):
        if approximator_before(pair.claim.text, hit.start, pair.lexicon) is None:
            (found,) = find(f"{word_table(pair.lexicon, _TABLE)[hit.entry]} of it", pair.lexicon)
            yield Found(hit.start, hit.end, found.value)


def _base(told: Told, end: int, lexicon: Lexicon, *, single: bool = False) -> str | None:
    """What a share that ends there is a share of: the workers of "a quarter of its 400 workers"."""
    for word in told.words:
        if word.start < end or word.folded in _links(lexicon):
            end = max(end, word.end if word.start >= end else end)
        elif not word.folded[0].isdigit():
            break
        else:
            end = word.end
    noun = counted_noun(told.text, end, single, lexicon)
    return noun and noun[0]


def _stated(pair: Pair) -> Iterator[_Part]:
    """The shares that the evidence states itself."""
    told = pair.evidence
    for one in told.figures:
        if one.value.dimension == "share" and (base := _base(told, one.end, pair.lexicon)):
            words = told.numbers(one.start, one.end)
            stated = f"the evidence has {told.text[one.start : one.end]}"
            found = Computed(value=one.value, bounds=one.value, sum=stated)
            yield _Part(base, words[0], words[-1] + 1, found)


def _parts(pair: Pair) -> Iterator[_Part]:
    """The parts and wholes that the evidence tells."""
    told, lexicon = pair.evidence, pair.lexicon
    for number, one in enumerate(told.figures):
        words = told.numbers(one.start, one.end)
        if one.value.dimension == RATING:
            noun = counted_noun(told.text, one.end, False, lexicon)
            if noun:
                ones, whole = (_plain(figure) for figure in one.value.figures)
                yield _Part(noun[0], words[0], _last(told, noun[1]), share(ones, whole))
        for other in told.figures[number + 1 : number + 2]:
            yield from _of_two(pair, one, other)


def _of_two(pair: Pair, one: Found[Quantity], other: Found[Quantity]) -> Iterator[_Part]:
    """A part and its whole: 100 of its 400 workers; of the 400 workers, 100; a quarter of its 400 workers."""
    told = pair.evidence
    first, last = told.numbers(one.start, one.end)[0], told.numbers(other.start, other.end)[-1] + 1
    between = [told.words[n].folded for n in told.numbers(one.end, other.start)]
    parts_of = word_role(pair.lexicon, "parts of")
    links = _links(pair.lexicon)
    if other.value.counted and not parts_of.isdisjoint(between) and links.issuperset(between):
        if one.value.dimension == "share":
            yield _Part(other.value.counted, first, last, number=part(other.value, one.value))
        elif one.value.dimension is None and not one.value.counted:
            yield _Part(other.value.counted, first, last, share(one.value, other.value))
    whole, counted = one.value.counted, None if _acts(pair, last) else other.value.counted
    if not whole or other.value.dimension or counted not in (None, whole) or between[-1:] != [","]:
        return
    opens = [told.words[n].folded for n in range(first)]
    while opens and opens[-1] in word_set(pair.lexicon, "determiners"):
        opens.pop()
    behind = [lemma(word, pair.lexicon) for word in between[:-1]]
    if len(opens) == 1 and parts_of.issuperset(opens) and behind[-1:] == [whole]:
        yield _Part(whole, first, last, share(other.value, one.value))


@per_lexicon
def _links(lexicon: Lexicon) -> frozenset[str]:
    """The words between a part and its whole: out of its 400 workers."""
    return word_set(lexicon, "determiners") | word_role(lexicon, "share links")


def _says(pair: Pair, told: frozenset[int], noun: str) -> bool:
    """True where the claim says something of what it counts, besides whose it is."""
    own = {n for n, word in enumerate(pair.claim.words) if lemma(word.folded, pair.lexicon) == noun}
    said = {one.term.first for one in pair.met} - told - own
    whole = pair.mine and pair.mine[-1] >= max(one.term.first for one in pair.met)  # no verb was recognised
    return bool(said if whole else said.difference(pair.mine))


def _of_others(pair: Pair, found: _Part) -> bool:
    """True where the evidence counts only some of the things that the claim speaks of: 400 young workers."""
    used = {n for one in pair.met for n in one.places}
    last = found.last
    while last < len(pair.evidence.words) and pair.evidence.words[last - 1].folded != found.noun:
        if lemma(pair.evidence.words[last - 1].folded, pair.lexicon) == found.noun:
            break
        last += 1
    return any(term.first not in used for term in pair.terms(range(found.first, last)))


def _acts(pair: Pair, number: int) -> bool:
    """True for a verb right behind a figure, which counts nothing: 30 sank."""
    term = pair.evidence.by_number.get(number)
    return term is not None and term.kind == "verb"


def _plain(number: float) -> Quantity:
    return Quantity(low=number, high=number, figures=(number,))


def _last(told: Told, end: int) -> int:
    return told.numbers(0, end)[-1] + 1
