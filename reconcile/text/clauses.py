"""The clauses of a sentence: what can be said by itself, with the subject that it leaves out.

"It is 405 km long and rises at Kerro" says two things of it, "the Granmo, which holds 9,000," one of the
Granmo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.text.phrases import Token, tokens
from reconcile.text.subject import is_pronoun, subject
from reconcile.text.word_kinds import word_kind

_HARD = late(r"[;:()]|\s[–—-]\s|—")
_LONGEST_ANTECEDENT = 4  # words before "which" that tell of what


@frozen
class Clause:
    """[start, end) of a sentence; `subject` is the range of its subject where the clause itself has none.

    With the subject of the sentence goes what stands before it: "In 2003 the dam".
    """

    start: int
    end: int
    subject: tuple[int, int] | None = None


def clauses(text: str, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clauses of a sentence, in order."""
    words = list(tokens(text))
    own = subject(text, lexicon)
    found, start, carried = [], 0, None
    for end, begin, after in _breaks(text, words, own, lexicon):
        found.append(Clause(start, end, carried))
        start, carried = begin, after
    return tuple(
        one for one in (*found, Clause(start, len(text), carried)) if text[one.start : one.end].strip()
    )


_Break = tuple[
    int, int, tuple[int, int] | None
]  # where a clause ends, where the next begins, of what it tells


def _breaks(
    text: str, words: Sequence[Token], own: tuple[int, int] | None, lexicon: Lexicon
) -> Iterator[_Break]:
    said = False  # whether something has been said of the subject
    for at in range(1, len(words)):
        gap = text[words[at - 1].end : words[at].start]
        found = _hard(text, words, at, own, lexicon) if _HARD.search(gap) else None
        if found is None and "," in gap:
            found = _behind_comma(text, words, at, own if said or _is_next(own, words, at) else None, lexicon)
        found = found or _joined(text, words, at, own, lexicon)
        if found:
            yield found
        behind = own is not None and own[1] <= words[at].start
        said = said or bool(found) or (behind and _is_verb(text, words, at, lexicon))


def _is_next(own: tuple[int, int] | None, words: Sequence[Token], at: int) -> bool:
    return own is not None and own[1] == words[at - 1].end


def _hard(
    text: str, words: Sequence[Token], at: int, own: tuple[int, int] | None, lexicon: Lexicon
) -> _Break:
    """A bracket tells of what stands before it, what stands behind it of the subject."""
    gap = text[words[at - 1].end : words[at].start]
    carried = _antecedent(text, words, at, lexicon) if "(" in gap else None
    carried = (0, own[1]) if ")" in gap and own else carried
    return words[at - 1].end, words[at].start, carried


def _behind_comma(
    text: str, words: Sequence[Token], at: int, own: tuple[int, int] | None, lexicon: Lexicon
) -> _Break | None:
    """A relative clause, a participle, or a verb that goes on: ", which", ", covering", ", has 400 seats"."""
    place = words[at - 1].end, words[at].start
    if words[at].folded in word_role(lexicon, "relative pronouns"):
        return *place, _antecedent(text, words, at, lexicon)
    if own is None or own[1] >= words[at].start or not _follows_comma(text, words, at, lexicon):
        return None
    return *place, None if words[at].folded.endswith("ing") else (0, own[1])


def _joined(
    text: str, words: Sequence[Token], at: int, own: tuple[int, int] | None, lexicon: Lexicon
) -> _Break | None:
    """What a conjunction joins: another verb of the same subject, or another statement."""
    if words[at].folded not in word_role(lexicon, "clause joints") or not _begins(text, words, at, lexicon):
        return None
    if own and own[1] <= words[at].start and _is_verb(text, words, at + 1, lexicon):
        return words[at - 1].end, words[at + 1].start, (0, own[1])
    return words[at - 1].end, words[at].end, None


def _antecedent(text: str, words: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """What stands right before "which", up to the first small word or mark."""
    small, first = word_set(lexicon, "function-words"), at
    while first > max(0, at - _LONGEST_ANTECEDENT) and words[first - 1].folded not in small:
        if first < at and text[words[first - 1].end : words[first].start].strip(" -'’"):
            break
        first -= 1
    return (words[first].start, words[at - 1].end) if first < at else None


def _begins(text: str, words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True for a joint behind which another statement begins: "and rises", "before it", "when the".

    Verbs that share what follows are one: designed and built by.
    """
    if at + 1 >= len(words):
        return False
    behind = words[at + 1]
    if words[at].folded in word_role(lexicon, "list joints") or words[at].folded in ("but",):
        verb = _is_verb(text, words, at + 1, lexicon)
        return verb and not _is_verb(text, words, at - 1, lexicon)
    if words[at].folded == "that":
        return is_pronoun(behind.folded, lexicon) or behind.folded in word_set(lexicon, "determiners")
    dated = behind.folded[0].isdigit() or behind.folded in word_table(lexicon, "months")
    return not (dated and words[at].folded in word_role(lexicon, "time joints"))


def _follows_comma(text: str, words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True for a participle or a finite verb: ", covering 12 hectares", ", owned by", ", has 400 seats"."""
    folded = words[at].folded
    if folded.endswith("ing"):
        return len(folded) > 5 and word_kind(folded, lexicon) == "verb"
    return _is_verb(text, words, at, lexicon)


def _is_verb(text: str, words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """True for a finite verb or a participle, as far as the word alone tells it."""
    if not 0 <= at < len(words):
        return False
    word = words[at].folded
    if word in word_set(lexicon, "auxiliaries"):
        return True
    base = lemma(word, lexicon)
    if base == word or word.endswith("ing") or not text[words[at].start].islower():
        return False
    kind = word_kind(word, lexicon)
    return (
        kind == "verb"
        or base in word_set(lexicon, "frequent-verbs")
        or (word.endswith("ed") and len(word) > 4)
    )
