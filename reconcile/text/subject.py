"""What a sentence is about: the noun phrase that stands before its first finite verb."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_role, word_set, word_table
from reconcile.text.phrases import Token, tokens

_ASIDE = late(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST = 14  # words; a longer stretch before the verb holds more than a noun phrase
_SEEN = 60  # words of a sentence that are looked at
_LONGEST_PREFIX = 3  # letters of what may stand before a verb with a hyphen
_LEADING = 12  # words of an adverbial before the subject


def is_pronoun(word: str, lexicon: Lexicon) -> bool:
    """True for a personal or demonstrative pronoun that can stand as a subject: it, they, this."""
    return word.strip().casefold() in word_set(lexicon, "pronouns")


def subject(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """[start, end) of the leading noun phrase of a sentence; None when there is none.

    An adverbial before it is skipped: "In 1999, Uzbekistan joined" is about Uzbekistan. Where a "which" or a
    comma follows, the phrase ends there.
    """
    words = list(tokens(text)[:_SEEN])
    if "(" in text:
        words = [word for word in words if not _aside(text, word)]
    first = _skip_leading(text, words, lexicon)
    if first >= len(words) or _never_begins(words[first], lexicon):
        return None
    if words[first].folded in word_role(lexicon, "personal pronouns"):
        return words[first].start, words[first].end
    last = first
    for at in range(first, min(len(words), first + _LONGEST)):
        if at > first and (_ends(text, words[at - 1], words[at]) or _is_verb(text, words, at, lexicon)):
            break
        last = at
    else:
        if len(words) > first + _LONGEST:
            return None
    return _trimmed(words, first, last, lexicon)


def _aside(text: str, word: Token) -> bool:
    opened = text.rfind("(", 0, word.start)
    return opened >= 0 and text.find(")", opened, word.start) < 0 and text.find(")", word.end) >= 0


def _skip_leading(text: str, words: list[Token], lexicon: Lexicon) -> int:
    """The index of the first word behind an opening adverbial or conjunction."""
    lists = _lists(lexicon)
    at = 0
    while at < len(words) and words[at].folded in lists["openers"]:
        at += 1
    if at < len(words) and (words[at].folded in lists["prepositions"] or _is_participle(words, at)):
        behind = _behind_preposition(words, at, lexicon)
        if at < behind < len(words) and _begins_clause(text, words, behind, lexicon):
            return behind
        for comma in range(at + 1, min(len(words), at + _LEADING + 1)):
            between = text[words[comma - 1].end : words[comma].start]
            if "," in between and between != ",":  # not that of a figure
                return _skip_again(words, comma, lists)
        return behind
    return at


def _begins_clause(text: str, words: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a pronoun or a name stands right before its verb: "In 1999 she joined" needs no comma."""
    if at + 1 >= len(words) or "," in text[words[at - 1].end : words[at + 1].start]:
        return False
    named = text[words[at].start].isupper() or is_pronoun(words[at].folded, lexicon)
    return named and _is_verb(text, words, at + 1, lexicon)


def _skip_again(words: list[Token], at: int, lists: dict[str, frozenset[str]]) -> int:
    while at < len(words) and words[at].folded in lists["openers"]:
        at += 1
    return at


def _is_participle(words: list[Token], at: int) -> bool:
    return words[at].folded.endswith("ing") and at + 1 < len(words) and len(words[at].folded) > 5


def _behind_preposition(words: list[Token], at: int, lexicon: Lexicon) -> int:
    """For "In 1999 Uzbekistan joined": behind the date or the month, else nowhere."""
    months = word_table(lexicon, "months")
    after = at + 1
    while after < len(words) and (words[after].folded[0].isdigit() or words[after].folded in months):
        after += 1
    if after > at + 1:
        return after
    return at if _is_participle(words, at) else len(words)


@per_lexicon
def _lists(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    names = {
        "openers": "sentence-openers",
        "prepositions": "prepositions",
        "auxiliaries": "auxiliaries",
        "relatives": "relatives",
        "adverbs": "verb-adverbs",
        "verbs": "frequent-verbs",
        "determiners": "determiners",
    }
    return {name: word_set(lexicon, file) for name, file in names.items()}


def _ends(text: str, before: Token, word: Token) -> bool:
    """True where a mark parts two words; that of a figure (3,000) or a shortening (Dr. Lee) does not."""
    between = _ASIDE.sub("", text[before.end : word.start])
    return between not in (",", ":") and any(mark in ',;:!?—–"“”' for mark in between)


def _is_verb(text: str, words: list[Token], at: int, lexicon: Lexicon) -> bool:
    """True when the word is the finite verb, or what leads to it: an auxiliary, a relative, an adverb."""
    lists = _lists(lexicon)
    word = words[at].folded
    if (
        word in lists["auxiliaries"]
        or word in lists["relatives"]
        or (word in ("n't", "'s") and _has_be(words, at))
    ):
        return True
    if word in lists["adverbs"]:
        return True
    if _is_glued(text, words, at) or _in_compound(text, words, at - 1):
        return False
    if _is_prefix(text, words, at):
        word = words[at + 1].folded
    before = words[at - 1].folded
    if before in lists["determiners"] or before in lists["prepositions"] or before in ("'s", "’s"):
        return False
    return text[words[at].start].islower() and _looks_finite(word, before, lists["verbs"], lexicon)


def _is_glued(text: str, words: list[Token], at: int) -> bool:
    """True for a word that a hyphen joins to the one before."""
    return at > 0 and text[words[at - 1].end : words[at].start] == "-"


def _is_prefix(text: str, words: list[Token], at: int) -> bool:
    """True for the "co" of "co-founded", not for the "best" of "best-known"."""
    return len(words[at].folded) <= _LONGEST_PREFIX and at + 1 < len(words) and _is_glued(text, words, at + 1)


def _in_compound(text: str, words: list[Token], at: int) -> bool:
    """True for the "known" of "best-known", not for the "workers" of "co-workers"."""
    return _is_glued(text, words, at) and not _is_prefix(text, words, at - 1)


def _has_be(words: list[Token], at: int) -> bool:
    """True for the 's of "it's", False for that of "Uzbekistan's"."""
    return words[at - 1].folded in ("it", "he", "she", "that", "there", "who", "what")


def _looks_finite(word: str, before: str, verbs: frozenset[str], lexicon: Lexicon) -> bool:
    """True for a past tense or a third person, and for a base form behind a plural: members agree."""
    base = lemma(word, lexicon)
    if base == word:
        return word in verbs and lemma(before, lexicon) != before
    return not word.endswith("ing") and (base in verbs or (word.endswith("ed") and len(word) > 4))


def _trimmed(words: list[Token], first: int, last: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The range of the phrase without adverbs and prepositions left over at its end."""
    lists = _lists(lexicon)
    while last > first and words[last].folded in lists["adverbs"] | lists["openers"] | lists["prepositions"]:
        last -= 1
    return words[first].start, words[last].end


def _never_begins(word: Token, lexicon: Lexicon) -> bool:
    lists = _lists(lexicon)
    return word.folded == "there" or word.folded in lists["auxiliaries"] or word.folded in lists["relatives"]
