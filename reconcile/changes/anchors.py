"""What holds two values in their places, so that each in the place of the other says another thing.

A content word between them does (in "Kenya 47 and Uganda 135" it is Uganda), unless it says what is the same
from either side: "A met B", "A is a friend of B". So do prepositions of two parts ("to A by B"), and being
the one whose is the other. Common nouns are held by a verb or by prepositions. Words that exclude one another
are by any word that does not stand beside both: "public keys and private locks".
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.text.opposites import exclusive, opposite
from reconcile.text.word_kinds import word_kind
from reconcile.text.words import Word

BEARERS = ("name", "location")
_FIGURES = ("count", "date")
_POSSESSIVES = ("'s", "’s")
_LONGEST_TITLE = 3  # words: deputy prime minister
_SHORTEST_LIST = 3  # words: a mark, an item, a mark
_NEAR = 3  # words behind a value that tell what it goes with

Two = tuple[Passage, Placed, Placed]  # a passage and two of its claims, in their order


def held(old: Two, new: Two, type: str, lexicon: Lexicon) -> bool:
    """True when the same words stand between the two claims on both sides, and something holds them."""
    titled = type in BEARERS
    between, behind = (
        _untitled(words, lexicon) if titled else words
        for passage, first, second in (old, new)
        for words in [passage.words[first.words[1] : second.words[0]]]
    )
    if [lemma(word.folded, lexicon) for word in between] != [lemma(word.folded, lexicon) for word in behind]:
        return False
    if type in (*BEARERS, "opposite") and _is_symmetric(between, _behind(old), lexicon):
        return False
    if type == "opposite":
        return _words_held(old, new, between, lexicon)
    holding = _holding(between, type, lexicon)
    return bool(holding) or _by_leads(old, new, lexicon) or _by_owner(old, new, lexicon)


def _untitled(between: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    """The words between two names without the title of the second, which changes places with its bearer."""
    titles = word_set(lexicon, "name-titles") | word_set(lexicon, "weak-titles")
    end = len(between)
    while end:
        marks = between[end - 1].text == "."
        reach = range(min(_LONGEST_TITLE, end - marks), 0, -1)
        tails = (" ".join(word.folded for word in between[end - marks - n : end - marks]) for n in reach)
        longest = next((tail.count(" ") + 1 for tail in tails if tail in titles), 0)
        if not longest:
            break
        end -= longest + marks
    return between[:end]


def _words_held(old: Two, new: Two, between: Sequence[Word], lexicon: Lexicon) -> bool:
    passage, first, second = old
    if _enumerates(between, lexicon):
        return False
    holding = _holding(between, "opposite", lexicon)
    one, other = (str(placed.claim.value.data["text"]).lower() for placed in (first, second))
    nouns = _may_be_noun(one, lexicon) and _may_be_noun(other, lexicon)
    if opposite(one, other, lexicon) or exclusive(one, other, lexicon):
        before = passage.words[max(0, first.words[0] - _NEAR) : first.words[0]]
        again = {word.folded for word in (*before, *_behind(old)[:_NEAR])}
        items = {
            word.folded for word in holding if exclusive(one, word.folded, lexicon)
        }  # red, white and blue
        if any(word.folded not in again | items for word in holding):
            return True
        return not holding and _by_leads(old, new, lexicon)
    acts = _is_to_act(between, lexicon) or any(_acts(word.folded, lexicon) for word in holding)
    return nouns and (acts or _by_leads(old, new, lexicon))


def _enumerates(between: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for nothing but more items between the first and the last of a list: plays, essays and poems."""
    joints = word_role(lexicon, "list joints") | {","}
    if len(between) < _SHORTEST_LIST or not {between[0].folded, between[-1].folded} <= joints:
        return False
    small = word_set(lexicon, "function-words") - word_set(lexicon, "determiners") - joints
    return not any(word.folded in small or _acts(word.folded, lexicon) for word in between)


def _holding(between: Sequence[Word], type: str, lexicon: Lexicon) -> list[Word]:
    """The words between two values that can keep them apart.

    Between two names a further name is only the next item of an enumeration, as a figure is between two
    figures, and what a figure numbers goes with it: Section 3 and Section 9.
    """
    small = word_set(lexicon, "function-words") | word_set(lexicon, "label-words")
    return [
        word
        for word in between
        if word.folded not in small
        and word.text.isalnum()
        and (type not in _FIGURES or word.text.isalpha())
        and (type not in BEARERS or (word.text.isalpha() and word.text.islower()))
    ]


def _behind(side: Two) -> Sequence[Word]:
    passage, _, second = side
    return passage.words[second.words[1] :]


def _may_be_noun(word: str, lexicon: Lexicon) -> bool:
    classes = word_table(lexicon, "word-classes")
    known = classes.get(word) or classes.get(lemma(word, lexicon))
    return "n" in known if known else word_kind(word, lexicon) == "unknown"


def _is_symmetric(between: Sequence[Word], rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """True where a word between says what is the same from either side, and nothing else is done."""
    symmetric = word_set(lexicon, "symmetric-words")
    last = between[-1].folded if between else ""
    bases = [lemma(word.folded, lexicon) for word in between]
    alike = [base in symmetric or f"{base} {last}" in symmetric for base in bases]
    is_said = "be" in bases
    if _goes_on(rest, lexicon):
        return False
    if last in word_role(lexicon, "company") and not is_said:
        return word_role(lexicon, "done to another").isdisjoint(bases)
    if not any(alike):
        return False
    return not any(
        not same and (_acts(word.folded, lexicon) or (not is_said and word_kind(base, lexicon) == "verb"))
        for word, base, same in zip(between, bases, alike, strict=True)
    )


def _goes_on(rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """True where more is told of the first of two: "A met B and left"."""
    return any(
        rest[number].folded in ("and", "but") and _acts(rest[number + 1].folded, lexicon)
        for number in range(len(rest) - 1)
    )


def _by_leads(old: Two, new: Two, lexicon: Lexicon) -> bool:
    """True where the two stand behind words of two parts, the same on both sides, or only the second does."""
    leads = [[_lead(passage, placed, lexicon) for placed in pair] for passage, *pair in (old, new)]
    return leads[0] == leads[1] and leads[0][1] is not None and leads[0][0] != leads[0][1]


def _lead(passage: Passage, placed: Placed, lexicon: Lexicon) -> str | None:
    """The word of `role-leads` that stands before a value, or is its first, an article between them."""
    roles, determiners = word_set(lexicon, "role-leads"), word_set(lexicon, "determiners")
    start = placed.words[0]
    near = [word.folded for word in passage.words[max(0, start - 2) : start + 1]][::-1]
    if len(near) > 2 and near[1] not in determiners:
        near.pop()
    return next((word for word in near if word in roles), None)


def _by_owner(old: Two, new: Two, lexicon: Lexicon) -> bool:
    """True where one and the same of the two places is that of an owner: A is B's pupil."""
    owned = [[_owned(passage, placed) for placed in pair] for passage, *pair in (old, new)]
    if owned[0] != owned[1] or owned[0].count(None) != 1:
        return False
    what = next(word for word in owned[0] if word is not None)
    return lemma(what, lexicon) not in word_set(lexicon, "symmetric-words")


def _owned(passage: Passage, placed: Placed) -> str | None:
    """The word behind a value that owns it."""
    end = placed.words[1]
    if not passage.words[end - 1].folded.endswith(_POSSESSIVES) or end >= len(passage.words):
        return None
    return passage.words[end].folded


def _is_to_act(between: Sequence[Word], lexicon: Lexicon) -> bool:
    """True for a verb behind a modal verb or another auxiliary: must pay, does not owe."""
    auxiliaries, small = word_set(lexicon, "auxiliaries"), word_set(lexicon, "function-words")
    led = False
    for word in between:
        if led and word.folded not in small:
            return word_kind(lemma(word.folded, lexicon), lexicon) == "verb"
        led = led or word.folded in auxiliaries
    return False


def _acts(folded: str, lexicon: Lexicon) -> bool:
    """True for a form of a verb that something is done by: accused, bit."""
    base = lemma(folded, lexicon)
    if base == folded or folded.endswith("ing") or folded in word_set(lexicon, "auxiliaries"):
        return False
    return base in word_set(lexicon, "frequent-verbs") or word_kind(base, lexicon) == "verb"
