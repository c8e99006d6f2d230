"""What a document is about, and the words by which it speaks of that again: it, the club, the species."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.claims.subjects import Topics
from reconcile.fields import frozen
from reconcile.model import BlockKind, Document
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_table
from reconcile.text.phrases import tokens
from reconcile.text.subject import is_pronoun, subject
from reconcile.text.word_kinds import word_kind
from reconcile.verdicts.definitions import heads, sorts
from reconcile.verdicts.rivals import other_kind
from reconcile.verdicts.told import told


@frozen
class About:
    """The name of what a document is about, and what its first sentence says that it is: a club."""

    name: str
    kinds: tuple[str, ...]

    def meant_at(self, text: str, lexicon: Lexicon) -> tuple[int, int] | None:
        """Where a sentence has a word for it as its subject; an empty range where it leaves that out."""
        words = list(tokens(text)[:3])
        place = subject(text, lexicon)
        if place and self.is_meant(text[slice(*place)], lexicon):
            return place
        if len(words) < 3:
            return None
        lead = text[words[0].start : words[1].end]
        if (
            self.is_meant(lead, lexicon)
            and " " in lead
            and lemma(words[2].folded, lexicon) != words[2].folded
        ):
            return words[0].start, words[1].end
        left_out = words[0].folded in self.kinds or words[0].folded in word_table(lexicon, "life-words")
        return (0, 0) if left_out or _tells(words[0].folded, lexicon) else None

    def is_meant(self, words: str, lexicon: Lexicon) -> bool:
        """True for the subject of a sentence that stands for the name: it, the club."""
        if is_pronoun(words, lexicon):
            return True
        parts = words.casefold().split()
        if len(parts) != 2 or parts[0] not in ("the", "this"):
            return False
        return parts[1] == self.name.split()[-1].casefold() or self._is_kind(parts[1], lexicon)

    def _is_kind(self, noun: str, lexicon: Lexicon) -> bool:
        if noun in self.kinds:
            return True
        if noun not in word_role(lexicon, "general nouns"):
            return False
        own = sorts(noun, lexicon)
        return not any(
            other_kind(noun, kind, lexicon)
            or (own and sorts(kind, lexicon) and own.isdisjoint(sorts(kind, lexicon)))
            for kind in self.kinds
        )


def _tells(folded: str, lexicon: Lexicon) -> bool:
    """True for a verb in its form for a third person or the past, which begins no subject: Breeds in."""
    return (
        lemma(folded, lexicon) != folded
        and word_kind(folded, lexicon) == "verb"
        and not folded.endswith("ing")
    )


def about(document: Document, topics: Topics, lexicon: Lexicon) -> About | None:
    """What the document is about: the name that most of its sentences begin with, or the first."""
    for sentence in document.sentences:
        if sentence.kind is BlockKind.HEADING:
            continue
        place = subject(sentence.text, lexicon)
        own = sentence.text[slice(*place)] if place else ""
        own = topics.of(sentence.index) or own if place else own
        name = topics.topic or (own if own[:1].isupper() and not is_pronoun(own, lexicon) else None)
        if name is None:
            return None
        if name in sentence.text:
            kinds = (one.text.casefold() for one in heads(told(sentence.text, lexicon), lexicon))
            return About(name, tuple(kinds))
    return None


def meant(document: Document, topics: Topics, index: int, lexicon: Lexicon) -> str | None:
    """Who or what a sentence is about; of "the club" which one, where its document is about a club."""
    own = topics.of(index)
    generic = own is not None and len(own.split()) == 2 and own.casefold().startswith(("the ", "this "))
    whole = about(document, topics, lexicon) if generic else None
    return whole.name if whole and own and whole.is_meant(own, lexicon) else own
