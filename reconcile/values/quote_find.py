"""Where quotations stand in a prose text, and who is said to speak them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TypeVar

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, per_text, word_set
from reconcile.text.phrases import Hit, Phrases, Token, tokens
from reconcile.values.found import Found
from reconcile.values.name import Name
from reconcile.values.name_find import find as find_names
from reconcile.values.quote import Quote
from reconcile.values.quote_marks import Marks, quotations

_FEW = 3  # words; as many in quotation marks may be a title or a raised eyebrow
_NEAR = 8  # words between a quotation and the verb that reports it, at most
_REACH = 24  # characters in which a verb that reports tells even of few words
_BESIDE = 6  # words between that verb and its speaker, at most

Where = TypeVar("Where", Found[Name], Token, Hit)


@per_text
def find(text: str, lexicon: Lexicon) -> tuple[Found[Quote], ...]:
    """The quotations of `text` in order, the outermost only; the range takes in the quotation marks.

    One that is not closed goes to the end of the text, one that was not opened begins with it.
    """
    marks = list(quotations(text))
    if not marks:
        return ()
    spoken = _Speech(text, marks, lexicon)
    if _inside_out(text, marks) and not spoken.reports():
        return ()
    found = []
    for at, mark in enumerate(marks):
        words = text[mark.first : mark.last].strip().rstrip(",")
        speaker = spoken.speaker(at)
        scare = not speaker and len(words.split()) <= _FEW and not spoken.told(at)
        found.append(Found(mark.start, mark.end, Quote(words, speaker, scare)))
    return tuple(found)


def _inside_out(text: str, marks: list[Marks]) -> bool:
    """True where the marks at both ends of a sentence may enclose all but its quotations."""
    head = text[: marks[0].first]
    return len(marks) > 1 and not any(map(str.isalnum, head)) and marks[-1].last == len(text.rstrip()) - 1


@per_lexicon
def reporting_phrases(lexicon: Lexicon) -> Phrases:
    """The phrases that say whose words follow: according to, in the words of."""
    return Phrases(word_set(lexicon, "reporting-phrases"))


def _inside(found: list[Where], start: int, end: int) -> list[Where]:
    """Those of `found`, which is in order and never overlaps, that stand within [start, end)."""
    low = bisect_left(found, start, key=lambda one: one.start)
    return found[low : bisect_right(found, end, key=lambda one: one.end)]


class _Speech:
    """The words outside the quotations of one text: names, and verbs that report."""

    def __init__(self, text: str, marks: list[Marks], lexicon: Lexicon) -> None:
        verbs = word_set(lexicon, "reporting-verbs")
        self.text = text
        self.marks = marks
        self.names = [one for one in find_names(text, lexicon) if one.value.kind != "adjective"]
        self.verbs = [word for word in tokens(text) if lemma(word.folded, lexicon) in verbs]
        self.phrases = list(reporting_phrases(lexicon).find(text))

    def reports(self) -> bool:
        """True where words between the quotations say that they are somebody's."""
        gaps = [(mark.end, after.start) for mark, after in pairwise(self.marks)]
        return any(_inside(self.verbs, *gap) or _inside(self.phrases, *gap) for gap in gaps)

    def speaker(self, at: int) -> str | None:
        """Who speaks quotation `at`: looked for behind it, then before it."""
        mark = self.marks[at]
        after = self.marks[at + 1].start if at + 1 < len(self.marks) else len(self.text)
        before = self.marks[at - 1].end if at else 0
        return self._after(mark.end, after) or self._before(before, mark.start)

    def told(self, at: int) -> bool:
        """True where a verb that reports stands by: she wrote, "Come now" or "Come now," she wrote."""
        mark = self.marks[at]
        before, inside = self.text[: mark.start].rstrip(), self.text[: mark.last].rstrip()
        if before.endswith((",", ":")) and self._verb_within(len(before) - _REACH, len(before)):
            return True
        apart = inside.endswith((",", "!", "?")) or self.text[mark.end : mark.end + 1] == ","
        return apart and self._verb_within(mark.end, mark.end + _REACH)

    def _verb_within(self, start: int, end: int) -> bool:
        return bool(_inside(self.verbs, max(start, 0), end))

    def _after(self, start: int, end: int) -> str | None:
        for phrase in _inside(self.phrases, start, end):
            if self._words(start, phrase.start) <= _NEAR:
                return self._name(phrase.end, end, first=True)
        for verb in _inside(self.verbs, start, end)[:1]:
            if self._words(start, verb.start) <= _NEAR and ". " not in self.text[start : verb.start]:
                return self._beside(start, verb, end)
        return None

    def _before(self, start: int, end: int) -> str | None:
        for phrase in _inside(self.phrases, start, end)[-1:]:
            return self._name(phrase.end, end, first=True)
        for verb in _inside(self.verbs, start, end)[-1:]:
            if self._words(verb.end, end) <= _NEAR:
                return self._beside(start, verb, end)
        return None

    def _beside(self, start: int, verb: Token, end: int) -> str | None:
        return self._name(start, verb.start, first=False) or self._name(verb.end, end, first=True)

    def _name(self, start: int, end: int, first: bool) -> str | None:
        """The name in [start, end) nearest to its beginning (`first`) or its end."""
        inside = _inside(self.names, start, end)
        if not inside:
            return None
        # A country speaks only where nobody else is there to speak: "Turunen, of Finland, said".
        inside = [one for one in inside if one.value.kind != "place"] or inside
        one = inside[0] if first else inside[-1]
        gap = self._words(start, one.start) if first else self._words(one.end, end)
        return one.value.name if gap <= _BESIDE else None

    def _words(self, start: int, end: int) -> int:
        return len(self.text[start:end].split())
