"""How many members a list names.

    The choir has four members.     The choir consists of Ann, Bert, Carl and Dora.

A list that does not name all of them tells how many there are at the least.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_role, word_set, word_table
from reconcile.text.phrases import Phrases
from reconcile.values.arithmetic import number
from reconcile.values.before import Endings, endings, phrase_before
from reconcile.values.found import Found
from reconcile.values.members import Members
from reconcile.values.members_find import find
from reconcile.values.quantity import Quantity
from reconcile.verdicts.derivation import Derivation, Pair


def members(pair: Pair) -> Iterator[Derivation | None]:
    """What the one list that the evidence has of its subject's members says of each number of them."""
    counts = [one for one in pair.claim.figures if one.value.counted and not one.value.dimension]
    lists = list(_lists(pair)) if counts else []
    computed = number(lists[0].value) if len(lists) == 1 else None
    for figure in counts if computed else ():
        lead = phrase_before(pair.claim.text, figure.start, _leads(pair.lexicon))
        if lead and computed:
            told = _told(pair, figure, lead[0])
            known = not pair.lacks(told) and _same_body(pair, lists[0], told, figure.value.counted or "")
            refutes = known and pair.same_time and _counts(pair, figure.value.counted or "", lists[0])
            place = figure.start, figure.end
            yield pair.derived(place, figure.value, computed, told, backs=known, refutes=refutes)


def _lists(pair: Pair) -> Iterator[Found[Members]]:
    """The lists of the evidence that name all of the members, or are said to name only some."""
    for one in find(pair.evidence.text, pair.lexicon):
        if one.value.exhaustive or one.value.partial:
            yield one
        elif _are_the_members(pair, one):
            yield replace(one, value=replace(one.value, exhaustive=True))


def _are_the_members(pair: Pair, found: Found[Members]) -> bool:
    """True for names that a sentence gives as the members and no more: the members are A, B and C."""
    words, start = pair.evidence.words, pair.evidence.numbers(found.start, found.end)[0]
    lead = word_table(pair.lexicon, "list-leads").get(words[start - 1].folded) if start else None
    subject = [lemma(word.folded, pair.lexicon) for word in words[: start - 1]]
    own = subject[:1] and subject[0] in word_role(pair.lexicon, "articles") and _member(pair, subject[1:2])
    return bool(own) and lead == "names" and found.end >= words[-1].start - 1


def _member(pair: Pair, words: Iterable[str]) -> bool:
    """True where one of the base forms is the word for members in general."""
    return not word_role(pair.lexicon, "members").isdisjoint(words)


@per_lexicon
def _leads(lexicon: Lexicon) -> Endings:
    whole = [phrase for phrase, kind in word_table(lexicon, "list-leads").items() if kind == "whole"]
    return endings({*whole, *word_set(lexicon, "owning-words")})


@per_lexicon
def _announcing(lexicon: Lexicon) -> Phrases:
    return Phrases(word_table(lexicon, "list-leads"))


def _told(pair: Pair, figure: Found[Quantity], start: int) -> frozenset[int]:
    """The numbers of the words that tell how many there are: has four members, has four member states."""
    numbers = pair.claim.numbers(start, figure.end)
    kinds = word_set(pair.lexicon, "member-nouns") | word_role(pair.lexicon, "members")
    kinds |= {figure.value.counted or ""}
    behind = range(numbers[-1] + 1, min(numbers[-1] + 3, len(pair.claim.words)))
    nouns = [n for n in behind if lemma(pair.claim.words[n].folded, pair.lexicon) in kinds]
    return frozenset((*numbers, *nouns))


def _same_body(pair: Pair, found: Found[Members], told: frozenset[int], counted: str) -> bool:
    """True for a list of the members of the claim's subject: the choir, the members of the choir."""
    leads = [hit for hit in _announcing(pair.lexicon).find(pair.evidence.text) if hit.end <= found.start]
    end = pair.evidence.numbers(leads[-1].start, leads[-1].end)[0] if leads else None
    words = pair.evidence.words
    alike = word_role(pair.lexicon, "members") | {counted}
    same = [n for n, word in enumerate(words) if lemma(word.folded, pair.lexicon) in alike]
    return pair.same_subject(told, same, end)


def _counts(pair: Pair, counted: str, found: Found[Members]) -> bool:
    """True where the claim counts what the list names: members, or what it calls them."""
    named = found.value.kind
    kind = lemma(named.split()[-1].casefold(), pair.lexicon) if named else None
    nouns = word_set(pair.lexicon, "member-nouns")
    return counted == kind or _member(pair, [counted]) or (kind is None and counted in nouns)
