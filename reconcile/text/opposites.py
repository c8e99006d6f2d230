"""Words that cannot both be true of one thing, and words that say the same.

Both are general knowledge of the language, kept as data: `antonyms` has one scale a line ("joined | left"),
`synonyms` maps words to the plain one they are compared by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.fold import fold
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, per_word, word_role, word_set, word_table
from reconcile.text.phrases import Phrases
from reconcile.text.scales import Answers, answers, opponents, unhyphenated
from reconcile.text.taxonomy import Ways, joint, sisters, ways
from reconcile.text.word_forms import of_superlative, other_manners, stems

_SHORTEST = 5  # letters of a word that un- and non- may stand before: until and under are no opposites


@frozen
class _Meaning:
    against: Mapping[str, list[str]]
    same: Mapping[str, str]


@per_lexicon
def _meaning(lexicon: Lexicon) -> _Meaning:
    return _Meaning(opponents(word_set(lexicon, "antonyms")), word_table(lexicon, "synonyms"))


@per_lexicon
def opposed_phrases(lexicon: Lexicon) -> Phrases:
    """The phrases of several words that have an opposite or exclude others, in any inflection."""
    known = (*_meaning(lexicon).against, *_answers(lexicon), *word_table(lexicon, "taxonomy"))
    return Phrases({word for word in known if " " in word}, lambda word: lemma(word, lexicon))


@frozen
class _Known:
    """What the lists know of one word, or of a listed phrase."""

    forms: frozenset[str]  # as printed, in its base form, and the plain form of a superlative
    against: frozenset[str]
    answers: Mapping[int, int]
    strict: Mapping[int, int]
    kinds: Ways


@per_word
def _known(word: str, lexicon: Lexicon) -> _Known:
    meaning, folded = _meaning(lexicon), unhyphenated(fold(word))
    looked_up = folded, " ".join(lemma(part, lexicon) for part in folded.split())
    # left is both a side and what one did who leaves
    verbs = (stem for stem in stems(folded) if stem in meaning.against or stem in _answers(lexicon))
    forms = frozenset((*looked_up, *of_superlative(folded), *verbs))
    against = (word for form in forms for word in meaning.against.get(form, ()))
    return _Known(
        forms,
        frozenset((*against, *other_manners(folded, meaning.against))),
        _given(forms, _answers(lexicon)),
        _given(forms, _strict_answers(lexicon)),
        ways((*looked_up, _led(folded, lexicon)), lexicon),
    )


def _led(phrase: str, lexicon: Lexicon) -> str:
    """What a phrase names behind the preposition that it begins with: by train."""
    first, _, rest = phrase.partition(" ")
    return rest if first in word_set(lexicon, "prepositions") else ""


def opposite(one: str, other: str, lexicon: Lexicon) -> bool:
    """True when two words (or short phrases) are opposites in any inflection; symmetric."""
    ones, others = _known(one, lexicon), _known(other, lexicon)
    if not ones.forms.isdisjoint(others.forms):
        return False
    return (
        not ones.against.isdisjoint(others.forms)
        or _denied(ones.forms, others.forms, lexicon)
        or _denied(others.forms, ones.forms, lexicon)
    )


def has_opposite(word: str, lexicon: Lexicon) -> bool:
    """True when the language knows an opposite of `word`, in any inflection."""
    return bool(_known(word, lexicon).against)


def _denied(forms: frozenset[str], others: frozenset[str], lexicon: Lexicon) -> bool:
    """True for a word and the same with un- or non- before it; without a hyphen only where it is known."""
    for prefix in word_role(lexicon, "denying prefixes"):
        for other in others:
            word = other.removeprefix(prefix)
            if word[:1] == " " and word[1:] in forms:
                return True
            if word != other and word in forms and len(word) >= _SHORTEST:
                return _is_listed(forms, lexicon)
    return False


def _is_listed(forms: frozenset[str], lexicon: Lexicon) -> bool:
    common = word_set(lexicon, "common-words")
    if not common.isdisjoint(forms):
        return True
    return any(form in word_table(lexicon, "word-classes") for form in forms)  # long, and seldom asked for


@per_word
def concept(word: str, lexicon: Lexicon) -> str:
    """The plain word that `word` is compared by: its base form, or that of the synonym it stands for."""
    same = _meaning(lexicon).same
    folded = fold(word)
    if folded in same:
        return same[folded]
    base = lemma(word, lexicon)
    return same.get(base, base)


def synonymous(one: str, other: str, lexicon: Lexicon) -> bool:
    """True when two words (or listed phrases) say the same in plain prose; symmetric."""
    return concept(one, lexicon) == concept(other, lexicon)


@per_lexicon
def _answers(lexicon: Lexicon) -> Answers:
    return answers(word_set(lexicon, "exclusive-words") | word_set(lexicon, "alternatives"))


@per_lexicon
def _strict_answers(lexicon: Lexicon) -> Answers:
    return answers(word_set(lexicon, "exclusive-words"))


def exclusive(one: str, other: str, lexicon: Lexicon, *, strict: bool = False) -> bool:
    """True when two words answer one question differently, weeks and months, or are two kinds of one thing.

    `strict` keeps to words that exclude one another wherever they stand; without it they must stand in the
    same place of two versions of one sentence.
    """
    if concept(one, lexicon) == concept(other, lexicon):
        return False
    known = _known(one, lexicon), _known(other, lexicon)
    ones, others = (each.strict if strict else each.answers for each in known)
    shared = ones.keys() & others.keys()
    if shared or strict:
        return bool(shared) and all(ones[question] != others[question] for question in shared)
    return sisters(known[0].kinds, known[1].kinds)


def names_a_kind(word: str, lexicon: Lexicon) -> bool:
    """True for a word that the table of kinds has: dementia, trumpet."""
    return bool(_known(word, lexicon).kinds)


def kind_of(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for a word and a kind that it is of: dementia, illness."""
    wide = _known(other, lexicon).kinds
    return any(way.startswith(wide) for way in _known(one, lexicon).kinds) if wide else False


def go_together(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for two kinds of person of which one person is often both: singer, songwriter; symmetric."""
    return joint(_known(one, lexicon).kinds, _known(other, lexicon).kinds, lexicon)


def converse(one: str, other: str, lexicon: Lexicon) -> bool:
    """True for two words that are both true when who and whom are exchanged: sell and buy."""
    listed = _converses(lexicon)
    ones, others = ({word, lemma(word, lexicon)} for word in (one, other))
    if any(not others.isdisjoint(listed.get(word, ())) for word in ones):
        return True
    return one.endswith("er") and other.endswith("er") and opposite(one, other, lexicon)


@per_lexicon
def _converses(lexicon: Lexicon) -> Mapping[str, list[str]]:
    return opponents(word_set(lexicon, "converse-words"))


def _given(forms: Iterable[str], answers: Answers) -> Mapping[int, int]:
    found: dict[int, int] = {}
    for form in sorted(forms):
        found.update(answers.get(form, {}))
    return found
