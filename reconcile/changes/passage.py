"""One side of an alignment pair: its sentences read as one text, so that a split compares like a reflow."""

from __future__ import annotations

from reconcile.claim import Claim
from reconcile.fields import frozen
from reconcile.model import Document, Sentence
from reconcile.span import Span
from reconcile.text.words import Word, numbers_between, words


@frozen
class Passage:
    """The prose of some sentences of one document, joined by single spaces."""

    document: Document
    sentences: tuple[Sentence, ...]
    text: str
    starts: tuple[int, ...]  # where each sentence begins in `text`
    words: tuple[Word, ...]

    def offset(self, claim: Claim) -> tuple[int, int]:
        """The range of `claim` in this passage."""
        for sentence, start in zip(self.sentences, self.starts, strict=True):
            if sentence.index == claim.sentence:
                return start + claim.start, start + claim.end
        raise ValueError(f"claim of sentence {claim.sentence} is not of this passage")

    def span(self, start: int, end: int) -> Span:
        """The file's span of the passage range [start, end); it may run over several sentences."""
        found = [
            sentence.span_of(max(start - begin, 0), min(end - begin, len(sentence.text)))
            for sentence, begin in zip(self.sentences, self.starts, strict=True)
            if begin < end and start < begin + len(sentence.text)
        ]
        if not found:
            return Span(self.sentences[0].span.start, self.sentences[0].span.start)
        return Span(min(span.start for span in found), max(span.end for span in found))

    def carries(self, number: int, small: frozenset[str]) -> bool:
        """True for a word with content: no mark, and none of the `small` words."""
        word = self.words[number].folded
        return word[0].isalnum() and word not in small

    def word_range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of word numbers that share a character with [start, end)."""
        inside = numbers_between(self.words, start, end)
        return inside.start, inside.stop


def passage(document: Document, indices: tuple[int, ...]) -> Passage:
    """The sentences of `document` with these numbers, in that order, as one text."""
    sentences = tuple(document.sentences[index] for index in indices)
    starts, length = [], 0
    for sentence in sentences:
        starts.append(length)
        length += len(sentence.text) + 1
    text = " ".join(sentence.text for sentence in sentences)
    return Passage(document, sentences, text, tuple(starts), words(text))
