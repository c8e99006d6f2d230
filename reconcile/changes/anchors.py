"""What holds two values in their places, so that each in the place of the other says another thing.

A content word between them does, unless it says what is the same from either side: "A met B", "A is a friend
of B". So do two prepositions of other roles before them ("to A by B"), and being the one whose is the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set
from reconcile.text.word_kinds import word_kind
from reconcile.text.words import Word

_BEARERS = ("name", "location")
_POSSESSIVES = ("'s", "’s")

Two = tuple[Passage, Placed, Placed]  # a passage and two of its claims, in their order


def held_between(between: Sequence[Word], type: str, lexicon: Lexicon) -> bool:
    """True where one of the words `between` two values of a claim type keeps them apart.

    Between two names a further name is only the next item of an enumeration, and what a figure numbers goes
    with its figure: Section 3 and Section 9.
    """
    small = word_set(lexicon, "function-words") | word_set(lexicon, "label-words")
    holding = [
        word
        for word in between
        if word.folded not in small
        and word.text.isalnum()
        and (type not in _BEARERS or (word.text.isalpha() and word.text.islower()))
        and (type != "opposite" or _acts(word.folded, lexicon))
    ]
    return bool(holding) and not _is_symmetric(between, lexicon)


def held_by_leads(old: Two, new: Two, lexicon: Lexicon) -> bool:
    """True where the two values of either passage, in their order, stand behind the same two roles."""
    leads = [[_lead(passage, placed, lexicon) for placed in pair] for passage, *pair in (old, new)]
    return leads[0] == leads[1] and None not in leads[0] and leads[0][0] != leads[0][1]


def held_by_owner(old: Two, new: Two, lexicon: Lexicon) -> bool:
    """True where one and the same of the two places is that of an owner: A is B's pupil."""
    owned = [[_owned(passage, placed) for placed in pair] for passage, *pair in (old, new)]
    if owned[0] != owned[1] or owned[0].count(None) != 1:
        return False
    what = next(word for word in owned[0] if word is not None)
    return lemma(what, lexicon) not in word_set(lexicon, "symmetric-words")


def _is_symmetric(between: Sequence[Word], lexicon: Lexicon) -> bool:
    """True where one of the words is the same from either side, and nothing else is done."""
    symmetric = word_set(lexicon, "symmetric-words")
    last = between[-1].folded
    bases = [lemma(word.folded, lexicon) for word in between]
    alike = [base in symmetric or f"{base} {last}" in symmetric for base in bases]
    is_said = "be" in bases
    return any(alike) and not any(
        not same and (_acts(word.folded, lexicon) or (not is_said and word_kind(base, lexicon) == "verb"))
        for word, base, same in zip(between, bases, alike, strict=True)
    )


def _lead(passage: Passage, placed: Placed, lexicon: Lexicon) -> str | None:
    """The word of `role-leads` that stands before a value, or is its first, an article between them."""
    roles, determiners = word_set(lexicon, "role-leads"), word_set(lexicon, "determiners")
    start = placed.words[0]
    near = [word.folded for word in passage.words[max(0, start - 2) : start + 1]][::-1]
    if len(near) > 2 and near[1] not in determiners:
        near.pop()
    return next((word for word in near if word in roles), None)


def _owned(passage: Passage, placed: Placed) -> str | None:
    """The word behind a value that owns it."""
    end = placed.words[1]
    if not passage.words[end - 1].folded.endswith(_POSSESSIVES) or end >= len(passage.words):
        return None
    return passage.words[end].folded


def _acts(folded: str, lexicon: Lexicon) -> bool:
    """True for a form of a verb that something is done by: accused, bit."""
    base = lemma(folded, lexicon)
    if base == folded or folded.endswith("ing") or folded in word_set(lexicon, "auxiliaries"):
        return False
    return base in word_set(lexicon, "frequent-verbs") or word_kind(base, lexicon) == "verb"
