"""Where on the page a passage of a document stands: one anchor a sentence."""

from __future__ import annotations

from bisect import bisect_right

from reconcile.result import Result, Side
from reconcile.span import Span


class Anchors:
    """`o-3` is sentence 3 of the old version, `n-5` of the new one, `s2-0` the first of the second source."""

    def __init__(self, result: Result) -> None:
        self._prefix: dict[str, str] = {}
        self._starts: dict[str, list[int]] = {}
        named = [("o", result.old), ("n", result.new)]
        named += [(f"s{number}", source) for number, source in enumerate(result.sources, 1)]
        for prefix, document in named:
            self._prefix.setdefault(document.id, prefix)
            self._starts.setdefault(document.id, [sentence.span.start for sentence in document.sentences])

    def sentence(self, document: str, index: int) -> str:
        """The anchor of one sentence of a document of the result."""
        return f"{self._prefix[document]}-{index}"

    def of(self, document: str, span: Span | None) -> str | None:
        """The anchor of the sentence at the start of `span`; None where no sentence stands."""
        starts = self._starts.get(document)
        if not starts or span is None:
            return None
        return self.sentence(document, max(0, bisect_right(starts, span.start) - 1))

    def side(self, side: Side | None) -> str | None:
        """The anchor of the first sentence of a finding's side."""
        if side is None:
            return None
        if side.sentences and side.document in self._prefix:
            return self.sentence(side.document, side.sentences[0])
        return self.of(side.document, side.span)
