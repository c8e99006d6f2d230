"""A sentence as evidence or claim: its terms, its names and its typed claims, worked out once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from reconcile.claim import Claim, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.claims.subjects import Topics
from reconcile.model import BlockKind, Document, Sentence
from reconcile.text.lists import word_role, word_set
from reconcile.text.opposites import concept
from reconcile.text.words import words
from reconcile.values.name import key as name_key
from reconcile.values.name_find import find as find_names
from reconcile.values.number_forms import has_figure


class Reading:
    """One sentence of a document, read when asked for."""

    def __init__(self, document: Document, sentence: Sentence, topics: Topics, book: RuleBook) -> None:
        self.document, self.sentence, self.topics, self.book = document, sentence, topics, book

    @cached_property
    def terms(self) -> frozenset[str]:
        """The plain forms of the content words."""
        return terms(self.sentence.text, self.book)

    @cached_property
    def label(self) -> str:
        """What a table says its cell is about: the heads of its row and column that say something."""
        label = self.document.blocks[self.sentence.block].label or ""
        if self.sentence.kind is not BlockKind.TABLE_CELL:
            return ""
        bare = word_role(self.book.lexicon, "bare heads")
        return " ".join(part for part in label.split(" / ") if part.casefold() not in bare)

    @property
    def said(self) -> str:
        """The sentence, and of a cell what it is about: "Length 410 m"."""
        return f"{self.label} {self.sentence.text}" if self.label else self.sentence.text

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of the names, the subject's among them."""
        lexicon = self.book.lexicon
        found = {name_key(name.value.name, lexicon) for name in find_names(self.sentence.text, lexicon)}
        subject = self.topics.of(self.sentence.index)
        return frozenset(found | ({name_key(subject, lexicon)} if subject else set()))

    @cached_property
    def figured(self) -> bool:
        """Whether there is a digit or a number word, without which no figure or date is told."""
        return has_figure(self.sentence.text, self.book.lexicon)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The typed claims, with their subjects named."""
        return tuple(self.topics.named(claim) for claim in self._extracted())

    def of_type(self, type: str, option: str = "") -> tuple[Claim, ...]:
        """Only the claims of this type, and without naming the subjects that the sentence leaves out.

        With `option`, only those of rules that set it.
        """
        found: list[Claim] = []
        for rule in self.book.rules:
            if rule.claim == type and (not option or option in rule.options):
                found += claim_type(rule.claim).extract(self.sentence, rule, self.book.lexicon)
        return tuple(found)

    def _extracted(self) -> Iterable[Claim]:
        for rule in self.book.rules:
            if rule.claim in CLAIM_TYPES and rule.claim != "opposite":
                yield from claim_type(rule.claim).extract(self.sentence, rule, self.book.lexicon)


def readings(
    document: Document, book: RuleBook, but: Collection[str] = frozenset(), topics: Topics | None = None
) -> tuple[Reading, ...]:
    """The document's sentences that assert something: headings do not. Prose among `but` is left out.

    `topics` are the document's, where they are worked out already.
    """
    topics = topics or Topics(document, book.lexicon)
    return tuple(
        Reading(document, sentence, topics, book)
        for sentence in document.sentences
        if sentence.kind is not BlockKind.HEADING and sentence.text not in but
    )


def terms(text: str, book: RuleBook) -> frozenset[str]:
    """The plain forms of the content words of `text`."""
    small = word_set(book.lexicon, "function-words")
    return frozenset(
        concept(word.folded, book.lexicon)
        for word in words(text)
        if word.folded[:1].isalpha() and word.folded not in small
    )
