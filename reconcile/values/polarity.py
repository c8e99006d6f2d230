"""What is denied: negators, and how far they reach.

A negator reaches from its place to the end of its clause. Two cancel: "not impossible". "Not only" denies
nothing, and "no longer" is a matter of status. Words that deny by their meaning (refuse, fail) are found too,
but kept apart, for "refused to sign" and "did not sign" are not the same claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import alternation, per_lexicon, per_text, word_role, word_set
from reconcile.text.phrases import Hit, Phrases, Token, tokens
from reconcile.values.found import Found

Range = tuple[int, int]
_NEAR = 2  # words between two negators that cancel, at most


@frozen
class Polarity:
    """Whether something is denied, and the words that say so."""

    negated: bool
    words: str = ""
    implicit: bool = False  # denies by its meaning: refuse, fail, prevent

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"text": self.words or ("not" if self.negated else "")}


@frozen(kw_only=True)
class Negation:
    """A negator and the end of its reach (an offset of the same text)."""

    word: str
    reach: int
    implicit: bool  # denies by its meaning: refuse, fail, prevent


@frozen
class _Lists:
    plain: Phrases
    exempt: frozenset[str]
    implicit: frozenset[str]
    negative: frozenset[str]
    ends: re.Pattern[str]  # of a clause


@per_lexicon
def _lists(lexicon: Lexicon) -> _Lists:
    negators, exempt = word_set(lexicon, "negators"), word_set(lexicon, "not-negations")
    implicit, negative = word_set(lexicon, "implicit-negators"), word_set(lexicon, "negative-words")
    words = alternation(word_role(lexicon, "denial ends"))
    ends = late(rf"[;:.!?—–](?=\s|$|[\"”’])|,(?=\s)|\b{words}\b", re.IGNORECASE)
    return _Lists(Phrases(negators | exempt), exempt, implicit, negative, ends)


@per_text
def negations(text: str, lexicon: Lexicon) -> tuple[Found[Negation], ...]:
    """The negators of `text` in order; those that cancel one another, or deny nothing, are left out."""
    lists = _lists(lexicon)
    denying = lists.negative | lists.implicit
    every = tokens(text)
    words = [word for n, word in enumerate(every) if _one_of(denying, every, n, lexicon)]
    hits = list(lists.plain.find(text))
    if not hits and not words:
        return ()
    ends = _ends(text, lists)
    plain = _plain(text, hits, ends, lists)
    gone = {place for pair in _cancelled(text, plain, words, lexicon) for place in pair}
    for n, word in enumerate(every):
        if _one_of(lists.implicit, every, n, lexicon) and (word.start, word.end) not in gone:
            plain.append(_found(text, ends, word.start, word.end, True))
    kept = (one for one in plain if one.value.implicit or (one.start, one.end) not in gone)
    return tuple(sorted(kept, key=lambda one: one.start))


@per_text
def cancelled(text: str, lexicon: Lexicon) -> tuple[tuple[Range, Range], ...]:
    """The ranges of negators that cancel one another, in order: "not", and "rejected" close behind it."""
    lists = _lists(lexicon)
    hits, every = list(lists.plain.find(text)), tokens(text)
    if not hits:
        return ()
    denying = lists.negative | lists.implicit
    words = [word for n, word in enumerate(every) if _one_of(denying, every, n, lexicon)]
    return tuple(_cancelled(text, _plain(text, hits, _ends(text, lists), lists), words, lexicon))


def _ends(text: str, lists: _Lists) -> list[int]:
    return [*(mark.start() for mark in lists.ends.finditer(text)), len(text)]


def _one_of(words: frozenset[str], every: tuple[Token, ...], number: int, lexicon: Lexicon) -> bool:
    """True for a word of the list, by itself or with the word behind it: fail, decline to."""
    base = lemma(every[number].folded, lexicon)
    if base in words:
        return True
    return number + 1 < len(every) and f"{base} {every[number + 1].folded}" in words


@per_text
def negating_adverbs(text: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """The ranges of the words that deny the word behind them, those that cancel another denial too."""
    lists, adverbs = _lists(lexicon), word_set(lexicon, "negating-adverbs")
    return tuple((hit.start, hit.end) for hit in lists.plain.find(text) if hit.entry in adverbs)


def _plain(text: str, hits: list[Hit], ends: list[int], lists: _Lists) -> list[Found[Negation]]:
    """The plain negators; the nor that belongs to a neither is not counted again."""
    plain: list[Found[Negation]] = []
    reach = 0
    for hit in hits:
        if hit.entry in lists.exempt or _answers(text, hit) or (hit.entry == "nor" and hit.start < reach):
            continue
        one = _found(text, ends, hit.start, hit.end, False)
        reach = max(reach, one.value.reach)
        plain.append(one)
    return plain


def _found(text: str, ends: list[int], start: int, end: int, implicit: bool) -> Found[Negation]:
    reach = ends[bisect_left(ends, end)]
    return Found(start, end, Negation(word=text[start:end], reach=reach, implicit=implicit))


def _answers(text: str, hit: Hit) -> bool:
    """True for the "No" of an answer, a number or a longer word, and for None, the value of a program.

    "No, it did", "No. 4", "no-op", "the default is None".
    """
    if hit.entry == "none":
        inside = hit.start > 1 and text[hit.start - 1] == " " and text[hit.start - 2] not in ".!?"
        return text[hit.start] == "N" and inside and text[hit.end : hit.end + 4] != " of "
    return hit.entry == "no" and text[hit.end : hit.end + 1] in (",", ".", "-")


def _cancelled(
    text: str, plain: list[Found[Negation]], negative: list[Token], lexicon: Lexicon
) -> list[tuple[Range, Range]]:
    """The ranges of negators that have a second negator close behind them, and of that second one.

    Of a preposition that is directly behind: "not without", but "may not enter without" denies what it says.
    """
    prepositions = word_set(lexicon, "prepositions")
    found: list[tuple[Range, Range]] = []
    words = {(word.start, word.end) for word in negative}
    ranges = sorted(words | {(one.start, one.end) for one in plain})
    for one in plain:
        at = bisect_left(ranges, (one.end, one.end))
        if at == len(ranges) or (found and found[-1][1] == (one.start, one.end)):
            continue
        start, end = ranges[at]
        near = 1 if fold(text[start:end]) in prepositions else _NEAR
        if start < one.value.reach and text.count(" ", one.end, start) <= near:
            found.append(((one.start, one.end), (start, end)))
    return found


def relate(before: Polarity, after: Polarity) -> Relation:
    """What was denied and is asserted, or the other way, is conflicting."""
    return Relation.EQUIVALENT if before.negated == after.negated else Relation.CONFLICTING
