"""Who or what a sentence is about: its own subject, or what its pronoun stands for.

`It`, `they` and a missing subject stand for the document's topic: the name that most of its sentences
begin with (the first of them on a tie). `He` and `she` stand for the last person named as a subject.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from reconcile.claim import Claim, Lexicon
from reconcile.fields import replace
from reconcile.model import BlockKind, Document
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lists import word_role
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.name_find import find as find_names

_NUMBERED = late(r"[-‑]\d")  # behind a name that is half of one: AB-12


class Topics:
    """The subjects of the sentences of one document, worked out when first asked for.

    Two versions share most of their sentences: `known`, a memo from prose to subject, may serve both.
    """

    def __init__(
        self, document: Document, lexicon: Lexicon, known: dict[str, str | None] | None = None
    ) -> None:
        self._document = document
        self._lexicon = lexicon
        self._known = {} if known is None else known

    @cached_property
    def topic(self) -> str | None:
        """The name that most sentences begin with; None when no name begins two of them."""
        names = [name for sentence in self._document.sentences if (name := self._name(sentence.text))]
        if not names:
            return None
        name, count = Counter(names).most_common(1)[0]
        return name if count > 1 or len(self._document.sentences) < 3 else None

    def of(self, index: int) -> str | None:
        """Who or what sentence `index` is about."""
        cell = self._cell(index)
        if cell:
            return cell
        own = self._subject(self._document.sentences[index].text)
        if own is None or fold(own) in word_role(self._lexicon, "topic pronouns"):
            return self.topic
        if fold(own) in self._persons():
            return self._last_person(index)
        return own

    def _cell(self, index: int) -> str | None:
        """The row and column of a table's cell, which say what its figure is about."""
        sentence = self._document.sentences[index]
        if sentence.kind is not BlockKind.TABLE_CELL:
            return None
        return self._document.blocks[sentence.block].label

    def named(self, claim: Claim) -> Claim:
        """`claim` with its subject and its object named."""
        if claim.object and is_pronoun(claim.object, self._lexicon):
            claim = replace(claim, object=self.of(claim.sentence))
        if claim.subject is None or is_pronoun(claim.subject, self._lexicon):
            return replace(claim, subject=self.of(claim.sentence))
        return claim

    def _persons(self) -> frozenset[str]:
        return word_role(self._lexicon, "persons in any case")

    def _last_person(self, index: int) -> str | None:
        for earlier in range(index - 1, -1, -1):
            name = self._name(self._document.sentences[earlier].text)
            if name and fold(name.split()[0]) not in self._persons():
                return name
        return None

    def _name(self, text: str) -> str | None:
        """The subject of a sentence where it is printed with a capital, and no pronoun."""
        if text.lower() == text and not any(map(str.isupper, text)):  # the first test is the cheap one
            return None
        own = self._subject(text)
        return own if own and own[0].isupper() and not is_pronoun(own, self._lexicon) else None

    def _subject(self, text: str) -> str | None:
        if text not in self._known:
            self._known[text] = self._leading(text)
        return self._known[text]

    def _leading(self, text: str) -> str | None:
        place = subject(text, self._lexicon)
        words = text[slice(*place)] if place else ""
        if not any(character.isalpha() for character in words):
            return None
        names = find_names(words, self._lexicon)
        cut = names and _NUMBERED.match(words, names[0].end)
        return names[0].value.name if names and not cut and not is_pronoun(words, self._lexicon) else words
