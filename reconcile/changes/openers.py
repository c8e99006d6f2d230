"""Ordinary words that are names where they open a sentence: "Stone left", where the other version has Moreno.

By itself such a word owes its capital to its place. Bare before a verb it is a name where the other version
has a name in its very place, where one of the versions has it as a name in mid-sentence, and where it is said
to be a person. So is a word alone in brackets or behind a colon.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import View
from reconcile.changes.task import Task
from reconcile.claim import Lexicon, Rule
from reconcile.claims.context import mentioned
from reconcile.claims.subjects import Topics
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table
from reconcile.text.word_kinds import word_kind
from reconcile.text.words import Word
from reconcile.values.found import Found
from reconcile.values.name import Name
from reconcile.values.name_lists import known

_POSSESSIVES = ("'s", "’s")
_MARKS = ("(", ":")
_PREDICATE = 6  # words of "is the former mayor", at most

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
            and (
                _printed(seen.here.words[number]) in said
                or _in_place_of(number, names[not added], seen)
                or _is_person(number, seen, lexicon)
            )
        ]
        for added, seen in ((added, task.diff.seen_from(added)) for added in (False, True))
    ]
    old, new = (
        sorted([*side, *more], key=lambda one: one.range) for side, more in zip(names, found, strict=True)
    )
    return old, new


def _bare(here: Passage, lexicon: Lexicon) -> Iterator[int]:
    """The numbers of the words that owe a capital to their place, and are not of a longer phrase."""
    small, facts = word_set(lexicon, "function-words"), known(lexicon)
    for number, word in enumerate(here.words):
        if not word.text[0].isupper() or word.text.isupper() or not _opens(here, number, lexicon):
            continue
        stem = _printed(word).lower()
        plain = stem.isalpha() and stem not in small and stem not in facts.calendar
        if plain and not _is_inflected(stem, lexicon) and not stem.endswith(facts.endings):
            yield number


def _opens(here: Passage, number: int, lexicon: Lexicon) -> bool:
    """True at the beginning of a sentence with a verb or something owned behind, and alone behind a mark."""
    word, behind = here.words[number], here.words[number + 1 : number + 2]
    if word.start in here.starts:
        owns = _printed(word) != word.text
        return bool(behind) and (owns or _is_finite(behind[0], lexicon))
    alone = not behind or not behind[0].text[0].isalnum()
    return alone and number > 0 and here.words[number - 1].text in _MARKS


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


def _is_person(number: int, seen: View, lexicon: Lexicon) -> bool:
    """True where the word that differs is said to be one: "Young is the mayor"."""
    if seen.region((number, number + 1)) is None:
        return False
    behind = seen.here.words[number + 1 : number + _PREDICATE]
    said = [lemma(word.folded, lexicon) for word in behind]
    if (
        len(said) < 3
        or said[0] not in ("be", "become")
        or behind[1].folded not in word_set(lexicon, "determiners")
    ):
        return False
    small = word_set(lexicon, "function-words")
    noun = next(
        (n for n in range(2, len(said)) if behind[n].folded in small or not behind[n].text.isalpha()),
        len(said),
    )
    return word_table(lexicon, "noun-sorts").get(said[noun - 1]) == "person"


def _placed(number: int, here: Passage, topics: Topics, rule: Rule, lexicon: Lexicon) -> Placed:
    word = here.words[number]
    at = bisect_right(here.starts, word.start) - 1
    name, start = _printed(word), word.start - here.starts[at]
    found = Found(start, start + len(name), Name(name))
    claim = mentioned(here.sentences[at], rule, found, lexicon)
    return Placed(topics.named(claim), (word.start, word.start + len(name)), (number, number + 1))
