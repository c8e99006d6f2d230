"""The alignment map: two bars, one a version, and a ribbon for what became of each stretch of text.

A sentence is as wide as it is long. Neighbouring pairs that were treated alike share a ribbon, so the map
of a long document stays small.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.fields import frozen
from reconcile.model import Document
from reconcile.report.anchors import Anchors
from reconcile.report.pairs import pair_kinds, sentences_of
from reconcile.result import Result

WIDTH = 1000.0  # of the drawing, in its own units
TOP, BOTTOM = 22.0, 122.0  # inner edges of the two bars
_MOST = 600  # ribbons; above it neighbours are joined although they have findings
_IN_PLACE = ("unchanged", "reworded", "changed")  # the kinds of pairs that keep their place, by rising change


@frozen(kw_only=True)
class Ribbon:
    """A run of pairs of one kind. `old` and `new` are (left, right) in units of WIDTH, None where empty."""

    kind: str
    pairs: int
    old: tuple[float, float] | None
    new: tuple[float, float] | None
    href: str  # of its first finding, else of its first sentence
    text: str  # of its first sentence

    @property
    def path(self) -> str:
        """The ribbon's outline, as the `d` of an SVG path."""
        a, b = self.old or _wedge(self.new)
        c, d = self.new or _wedge(self.old)
        middle = (TOP + BOTTOM) / 2
        return (
            f"M{a:.1f} {TOP}C{a:.1f} {middle} {c:.1f} {middle} {c:.1f} {BOTTOM}"
            f"H{d:.1f}C{d:.1f} {middle} {b:.1f} {middle} {b:.1f} {TOP}Z"
            if self.old and self.new
            else _stub(self.old, self.new)
        )


def _wedge(other: tuple[float, float] | None) -> tuple[float, float]:
    left, right = other or (0.0, 0.0)
    return (left + right) / 2, (left + right) / 2


def _stub(old: tuple[float, float] | None, new: tuple[float, float] | None) -> str:
    """A short fringe at the bar that alone has the text."""
    left, right = old or new or (0.0, 0.0)
    near, far = (TOP, TOP + 22) if old else (BOTTOM, BOTTOM - 22)
    middle = (left + right) / 2
    return f"M{left:.1f} {near}L{middle:.1f} {far}L{right:.1f} {near}Z"


def ribbons(result: Result) -> list[Ribbon]:
    """The map of `result`, unchanged stretches first so that the others are drawn over them."""
    scales = _scale(result.old), _scale(result.new)
    told = {index: f"#f-{finding.id}" for finding in reversed(result.findings)
            for index in sentences_of(finding, result.new)}  # fmt: skip
    told_old = {index: f"#f-{finding.id}" for finding in reversed(result.findings)
                for index in sentences_of(finding, result.old)}  # fmt: skip
    anchors = Anchors(result)
    made = []
    for kind, run in _runs(result):
        old = [index for place in run for index in result.pairs[place].old]
        new = [index for place in run for index in result.pairs[place].new]
        first = next((told[i] for i in new if i in told), None) or next(
            (told_old[i] for i in old if i in told_old), None
        )
        document, index = (result.new, new[0]) if new else (result.old, old[0])
        made.append(
            Ribbon(
                kind=kind, pairs=len(run), old=_extent(scales[0], old), new=_extent(scales[1], new),
                href=first or f"#{anchors.sentence(document.id, index)}", text=document.sentences[index].text,
            )
        )  # fmt: skip
    return sorted(made, key=lambda ribbon: ribbon.kind != "unchanged")


def _scale(document: Document) -> list[float]:
    """Left edges of the sentences, and the right edge of the last."""
    sizes = [max(1, len(sentence.text)) for sentence in document.sentences]
    total, at, edges = max(1, sum(sizes)), 0, [0.0]
    for size in sizes:
        at += size
        edges.append(WIDTH * at / total)
    return edges


def _extent(edges: Sequence[float], indices: Sequence[int]) -> tuple[float, float] | None:
    if not indices:
        return None
    return edges[min(indices)], edges[max(indices) + 1]


def _runs(result: Result) -> Iterator[tuple[str, list[int]]]:
    """(kind, places in `result.pairs`) of neighbouring pairs that one ribbon can stand for.

    Unchanged neighbours always share one. Where there are more than _MOST others, so do alike neighbours,
    and a few pairs in place of any kind, under the name of the most changed of them.
    """
    kinds = pair_kinds(result)
    crowded = len(kinds) - kinds.count("unchanged") > _MOST
    few = len(kinds) // _MOST

    def joins(run: list[int], place: int) -> bool:
        pair = {kinds[run[-1]], kinds[place]}
        alike = len(pair) == 1 and (crowded or pair == {"unchanged"})
        mixed = crowded and len(run) < few and pair <= set(_IN_PLACE)
        return (alike or mixed) and _follows(result, run[-1], place)

    run: list[int] = []
    for place in range(len(kinds)):
        if run and not joins(run, place):
            yield _name(kinds, run), run
            run = []
        run.append(place)
    if run:
        yield _name(kinds, run), run


def _name(kinds: Sequence[str], run: Sequence[int]) -> str:
    found = {kinds[place] for place in run}
    return max(found, key=_IN_PLACE.index) if found <= set(_IN_PLACE) else kinds[run[0]]


def _follows(result: Result, before: int, after: int) -> bool:
    """True when the pair stands right behind the other one in both versions."""
    for name in ("old", "new"):
        left, right = getattr(result.pairs[before], name), getattr(result.pairs[after], name)
        if bool(left) != bool(right) or (left and right and right[0] != left[-1] + 1):
            return False
    return True
