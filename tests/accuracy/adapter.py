"""What the benchmark's scorer calls: the public functions, in the shapes that it wants."""

from __future__ import annotations

from functools import cache

from reconcile.aligning import align as align_sentences
from reconcile.claim import Lexicon
from reconcile.rulebook.lexicon import read_lexicon
from reconcile.rulebook.packs import pack_folder
from reconcile.segmenting import spans


@cache
def lexicon() -> Lexicon:
    return read_lexicon([pack_folder("core")])


def align(old: list[str], new: list[str]) -> list[tuple[list[int], list[int], str]]:
    return [
        (list(pair.old), list(pair.new), "moved" if pair.moved else pair.kind)
        for pair in align_sentences(old, new)
    ]


def segment(text: str) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans(text, lexicon())]
