"""Quotations: the words between quotation marks, and who is said to have said them.

Words altered inside quotation marks are conflicting, for a quotation promises the very words. Marks of
punctuation, an ellipsis, bracketed insertions and the case of a letter are the editor's and do not count; an
article more or less is `unsure`.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Indel

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lists import word_role, word_table
from reconcile.values.name import Name
from reconcile.values.name import relate as relate_names

_BRACKETS = late(r"\[[^\[\]]*\]")
_WORD = late(r"[^\W_]+(?:'[^\W_]+)*")
_SAME_QUOTE = 0.5  # of the words shared, from which on two quotations are versions of one


@frozen
class Quote:
    """The words of a quotation, without its marks, and its speaker where the text names one.

    `scare` marks a few words in quotation marks that no one is said to have said.
    """

    words: str
    speaker: str | None = None
    scare: bool = False

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"words": self.words, "speaker": self.speaker}


def spoken(words: str, lexicon: Lexicon, brackets: bool = False) -> tuple[str, ...]:
    """The words of a quotation as they are compared; `brackets` keeps what an editor inserted."""
    if not brackets:
        words = _BRACKETS.sub(" ", words)
    spelling = word_table(lexicon, "spelling-variants")
    return tuple(spelling.get(word, word) for word in _WORD.findall(fold(words)))


def relate(before: Quote, after: Quote, lexicon: Lexicon) -> Relation:
    """What the quotation `after` is to `before`: its words first, then its speaker."""
    found = _of_words(before, after, lexicon)
    if found is Relation.EQUIVALENT:
        return _of_speakers(before.speaker, after.speaker, lexicon)
    if found is Relation.CONFLICTING and (before.scare or after.scare):
        return Relation.UNSURE
    return found


def _of_words(before: Quote, after: Quote, lexicon: Lexicon) -> Relation:
    olds = {spoken(before.words, lexicon, kept) for kept in (True, False)}
    news = {spoken(after.words, lexicon, kept) for kept in (True, False)}
    if olds & news:
        return Relation.EQUIVALENT
    old, new = spoken(before.words, lexicon), spoken(after.words, lexicon)
    if not old or not new:
        return Relation.UNSURE
    if _within(after.words, old, lexicon):
        return Relation.BROADER
    if _within(before.words, new, lexicon):
        return Relation.NARROWER
    articles = word_role(lexicon, "articles")
    if [word for word in old if word not in articles] == [word for word in new if word not in articles]:
        return Relation.UNSURE
    if Indel.normalized_similarity(old, new) >= _SAME_QUOTE:
        return Relation.CONFLICTING
    return Relation.UNSURE


def _within(short: str, long: tuple[str, ...], lexicon: Lexicon) -> bool:
    """True when `long` says the stretches of `short` between ellipses, in their order."""
    at = 0
    stretches = [spoken(part, lexicon) for part in re.split(r"\.{3}|…|\[|\]", short)]
    for stretch in filter(None, stretches):
        while at + len(stretch) <= len(long) and long[at : at + len(stretch)] != stretch:
            at += 1
        if at + len(stretch) > len(long):
            return False
        at += len(stretch)
    return any(stretches)


def _of_speakers(before: str | None, after: str | None, lexicon: Lexicon) -> Relation:
    if not before or not after:
        return Relation.EQUIVALENT
    return relate_names(Name(before), Name(after), lexicon)
