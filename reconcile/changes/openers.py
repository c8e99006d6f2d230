"""Ordinary words that are names where they open a sentence: "Stone left", where the other version has Moreno.

By itself such a word owes its capital to its place. Bare before a verb it is a name where the other version
has a name in its very place, and where one of the versions has it as a name in mid-sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import View
from reconcile.changes.task import Task
from reconcile.claim import Lexicon, Rule
from reconcile.claims.context import mentioned
from reconcile.claims.subjects import Topics
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set
from reconcile.text.word_kinds import word_kind
from reconcile.text.words import Word
from reconcile.values.name import Name
from reconcile.values.name_lists import known

_POSSESSIVES = ("'s", "’s")

Names = tuple[list[Placed], list[Placed]]


def with_openers(names: Names, task: Task, topics: tuple[Topics, Topics]) -> Names:
    """The names of both passages, with the ordinary words among their sentences' first that are names too."""
    lexicon, rule = task.lexicon, next(iter(task.rules.values()))
    said = {word for side in names for one in side for word in str(one.claim.value.data["name"]).split()[-1:]}
    found = [
        [
            _placed(number, seen.here, topics[added], rule, lexicon)
            for number in _bare(seen.here, lexicon)
            if all(placed.words[0] != number for placed in names[added])
            and (_printed(seen.here.words[number]) in said or _in_place_of(number, names[not added], seen))
        ]
        for added, seen in ((added, task.diff.seen_from(added)) for added in (False, True))
    ]
    old, new = (
        sorted([*side, *more], key=lambda one: one.range) for side, more in zip(names, found, strict=True)
    )
    return old, new


def _bare(here: Passage, lexicon: Lexicon) -> Iterator[int]:
    """The numbers of the words that open a sentence with a verb behind them, or something of theirs."""
    small, facts = word_set(lexicon, "function-words"), known(lexicon)
    for number, word in enumerate(here.words[:-1]):
        if word.start not in here.starts or not word.text[0].isupper() or word.text.isupper():
            continue
        stem = _printed(word).lower()
        plain = stem.isalpha() and stem not in small and stem not in facts.calendar
        if not plain or _is_inflected(stem, lexicon) or stem.endswith(facts.endings):
            continue
        if stem != word.text.lower() or _is_finite(here.words[number + 1], lexicon):
            yield number


def _is_inflected(word: str, lexicon: Lexicon) -> bool:
    """True for a plural, and for a participle or another form of a verb."""
    base = lemma(word, lexicon)
    return base != word and (word.endswith("s") or word_kind(base, lexicon) == "verb")


def _is_finite(word: Word, lexicon: Lexicon) -> bool:
    base = lemma(word.folded, lexicon)
    if word.folded in word_set(lexicon, "auxiliaries"):
        return True
    return word.text.islower() and base != word.folded and word_kind(base, lexicon) == "verb"


def _printed(word: Word) -> str:
    found = (word.text.removesuffix(mark) for mark in _POSSESSIVES if word.text.endswith(mark))
    return next(found, word.text)


def _in_place_of(number: int, others: Sequence[Placed], seen: View) -> bool:
    """True where the word alone stands for one of the names `others` of the other side alone."""
    region = seen.region((number, number + 1))
    if region is None or region[0] != (number, number + 1):
        return False
    return any(placed.words == region[1] for placed in others)


def _placed(number: int, here: Passage, topics: Topics, rule: Rule, lexicon: Lexicon) -> Placed:
    word = here.words[number]
    sentence = here.sentences[here.starts.index(word.start)]
    name = _printed(word)
    claim = mentioned(sentence, rule, 0, len(name), Name(name), lexicon)
    return Placed(topics.named(claim), (word.start, word.start + len(name)), (number, number + 1))
