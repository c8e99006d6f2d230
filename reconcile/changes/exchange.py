"""Words that stand in the place of others: "appointed" for "made", "old" for "former".

What was exchanged for something else in one place of a sentence was mostly said anew; what was taken out and
left nothing behind was mostly a fact.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.change import Range
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lists import word_set
from reconcile.text.sameness import meaning, same_word
from reconcile.text.words import Word

_SHORTEST = 4  # letters of what an affix denies: the harm of harmless, but not the to of unto


def exchanged(here: Sequence[Word], there: Sequence[Word]) -> int:
    """How many words of `there`, whatever they say, stand in the place of the words of `here`."""
    return len(_others(there, here))


def said_otherwise(diff: Comparison, place: Range, added: bool, lexicon: Lexicon) -> bool:
    """True where a word at `place` has a word of the same meaning in its place: previous, earlier."""
    here, there = _sides(diff, place, added)
    own = diff.seen_from(added).here.words[slice(*place)]
    others = _others(there, here)
    return any(same_word(word.folded, other.folded, lexicon) for word in own for other in others)


def in_exchange(diff: Comparison, place: Range, added: bool, lexicon: Lexicon) -> bool:
    """True where at least as many content words stand in the place of those around `place` as these are."""
    small = word_set(lexicon, "function-words")
    here, there = _sides(diff, place, added)
    own, others = (
        [word for word in side if word.folded not in small]
        for side in (_others(here, there), _others(there, here))
    )
    return 0 < len(own) <= len(others)


def _sides(diff: Comparison, place: Range, added: bool) -> tuple[Sequence[Word], Sequence[Word]]:
    """The words of the region around `place`, and those of the other side that stand in their place."""
    seen = diff.seen_from(added)
    region = seen.region(place)
    if region is None:
        return (), ()
    return seen.here.words[slice(*region[0])], seen.there.words[slice(*region[1])]


def _others(words: Sequence[Word], than: Sequence[Word]) -> list[Word]:
    said = {word.folded for word in than}
    return [word for word in words if word.folded.isalpha() and word.folded not in said]


def denied_in_a_word(diff: Comparison, place: Range, added: bool, lexicon: Lexicon) -> bool | None:
    """Whether a word that denies by its form stands in the place of a negator.

    True where it denies the same (inaccessible, not accessible), None where that is not sure (harmless, not
    dangerous), False where there is no such word.
    """
    here, there = _sides(diff, place, added)
    own, others = _others(here, there), _others(there, here)
    denied = [rest for word in others for rest in _denied(word.folded, lexicon)]
    if not denied or any(_denied(word.folded, lexicon) for word in own):
        return False
    return any(same_word(rest, word.folded, lexicon) for rest in denied for word in own) or None


def _denied(folded: str, lexicon: Lexicon) -> list[str]:
    """What a word denies by its form: harmless harm; none for most words."""
    found = []
    for affix in sorted(word_set(lexicon, "negative-affixes")):
        part = affix.strip("-")
        rest = folded.removeprefix(part) if affix.endswith("-") else folded.removesuffix(part)
        if rest != folded and len(rest) >= _SHORTEST and meaning(rest, lexicon).known:
            found.append(rest)
    return found
