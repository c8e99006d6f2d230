"""Splits the prose of a document into sentences.

A segmenter is a module with LANGUAGES, `ranges(text, lexicon)` and `sentences(block, lexicon)`. It decides
every boundary from the few characters around it, so that an edit moves no boundary farther than the
neighbouring sentence: quotation marks and brackets are never balanced over the text. When in doubt two
sentences stay together.

>>> [span.of("He left. She stayed.") for span in spans("He left. She stayed.", Lexicon("en"))]
['He left.', 'She stayed.']
>>> [span.of("It costs 3.50 euros.") for span in spans("It costs 3.50 euros.", Lexicon("en"))]
['It costs 3.50 euros.']
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Protocol, cast

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.model import Block, Document, Sentence
from reconcile.span import Span
from reconcile.text.late import late

SEGMENTERS = {
    "en": "reconcile.segmenting.english",
    "hi": "reconcile.segmenting.general",
    "ja": "reconcile.segmenting.general",
    "ru": "reconcile.segmenting.general",
    "th": "reconcile.segmenting.general",
    "zh": "reconcile.segmenting.general",
}

_BLANK_LINES = late(r"(?:\r\n?|\n)[^\S\r\n]*(?:(?:\r\n?|\n)[^\S\r\n]*)+")


class Segmenter(Protocol):
    """What a segmenter module offers."""

    LANGUAGES: tuple[str, ...]

    def ranges(self, text: str, lexicon: Lexicon) -> list[tuple[int, int]]: ...

    def sentences(
        self, block: Block, lexicon: Lexicon, *, number: int = 0, first: int = 0
    ) -> Iterable[Sentence]: ...


def segmenter(language: str) -> Segmenter:
    """The segmenter for `language` (a BCP 47 tag); the general one for a language without its own."""
    name = SEGMENTERS.get(language.split("-")[0].casefold(), "reconcile.segmenting.general")
    return cast(Segmenter, import_module(name))


def segment(document: Document, lexicon: Lexicon) -> Document:
    """`document` with its sentences, block by block; Sentence.index runs over the whole document."""
    module = segmenter(document.language)
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        found.extend(module.sentences(block, lexicon, number=number, first=len(found)))
    return replace(document, sentences=tuple(found))


def spans(text: str, lexicon: Lexicon) -> tuple[Span, ...]:
    """Where the sentences of bare `text` stand, in code points; a blank line always ends one.

    The language is the lexicon's. White space around sentences belongs to none of them.
    """
    module = segmenter(lexicon.language)
    found: list[Span] = []
    start = 0
    for gap in [*_BLANK_LINES.finditer(text), None]:
        end = gap.start() if gap else len(text)
        found.extend(Span(start + low, start + high) for low, high in module.ranges(text[start:end], lexicon))
        start = gap.end() if gap else end
    return tuple(found)
