"""Finds constructs of wikitext that never end, and places where a page can be cut, in one linear pass.

The tokenizer is quadratic on what is opened and never closed, and MediaWiki shows it as text. So the
opening marks of such constructs are covered, in the copy the tokenizer sees, by as many characters that
mean nothing to it: offsets stay, and the prose is taken from the file itself. What is inside references and
templates that show nothing is covered too, which saves half of the tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.fields import field, frozen, slotted
from reconcile.readers import wikitext_names as names
from reconcile.readers.wikitext_templates import shows
from reconcile.text.late import late

SHOWN = "\ue000"  # private use, and plain text to the tokenizer; the prose shows what it covers
HIDDEN = "\ue001"  # the same, over a tag without its partner, which no reader of the page sees
INSIDE = "\ue002"  # the same, over what is inside a construct that is taken whole
_QUOTES = late(r"''(?:[^'\n]+''(?!')|'[^'\n]+'''(?!')|(?P<run>'*))")  # a plain pair, or one mark
CHUNK = 2048  # characters: pages are cut at the first good place after so many

# It begins with a set of characters, so that the scanner of `re` passes over ordinary letters quickly.
_MARK = late(
    r"[\[{<|}\]\n](?:"
    r"(?<=\[)(?:(?P<link>\[[^\[\]{}<\n]*\]\])|\[|(?=[a-z]{2,9}:|//))"  # whole, with nothing inside, or open
    r"|(?<=\{)(?:(?P<template>\{(?!\{)[^{}\[\]<]*\}\}(?!\}))|\{+|\|(?!\}))"
    r"|(?<=<)(?:!--|(?P<slash>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)(?P<end>>?))"
    r"|(?<=\n\|)\}|(?<=\})\}+|(?<=\])\]"
    r"|(?<=\n)(?:[^\S\n]*\n|(?==)))"
)
_EXTERNAL = late(r"\[(?:[^\[\]\n]|\[\[[^\[\]\n]*+\]\]|\[[^\[\]\n]*+\])*+\]")
_LAST_BRACKETS = late(r"\]\](?!\])")
_NAME = late(r"[^|{}<\n]*")
_CLOSES = {"]]": "[[", "|}": "{|"}


@frozen(kw_only=True)
class Scanned:
    """`text` is as long as what was scanned; `chunks` cover it in order; `unclosed` are offsets."""

    text: str
    chunks: tuple[tuple[int, int], ...]
    unclosed: tuple[int, ...]


@slotted
class _Open:
    kind: str  # "{", "[[", "{|" or the name of a tag
    start: int
    width: int  # characters of the opening mark not yet matched


@slotted
class _State:
    text: str
    stack: list[_Open] = field(default_factory=list)
    depth: dict[str, int] = field(default_factory=dict)
    matched: list[tuple[int, int]] = field(default_factory=list)
    covered: list[tuple[int, int, str]] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    nexts: dict[str, int] = field(default_factory=dict)

    def find(self, needle: str, start: int) -> int:
        """Where `needle` next stands, or the end of the text; linear over calls with growing `start`."""
        known = self.nexts.get(needle, -1)
        if known < start:
            known = self.text.find(needle, start)
            self.nexts[needle] = known = len(self.text) if known < 0 else known
        return known

    def push(self, kind: str, start: int, width: int) -> None:
        self.stack.append(_Open(kind, start, width))
        self.depth[kind] = self.depth.get(kind, 0) + 1

    def drop(self, cover: bool) -> _Open:
        """Take the construct opened last off the stack; `cover` it when it never ended."""
        opened = self.stack.pop()
        self.depth[opened.kind] -= 1
        if cover:
            by = HIDDEN if opened.kind in names.HTML_TAGS else SHOWN
            self.covered.append((opened.start, opened.start + opened.width, by))
        return opened

    def close(self, kind: str, end: int) -> None:
        """A closing mark: what was opened since, and is still open, never ends."""
        if not self.depth.get(kind):
            return
        while self.stack[-1].kind != kind:
            self.drop(cover=True)
        opened = self.drop(cover=False)
        self.matched.append((opened.start, end))
        if kind == "ref":
            self.cover(opened.start + opened.width, self.text.rindex("<", opened.start, end))

    def cover(self, start: int, end: int) -> None:
        """Spare the tokenizer the inside of a construct."""
        if start < end:
            self.covered.append((start, end, INSIDE))

    def close_braces(self, start: int, end: int) -> None:
        left = end - start
        while left >= 2 and self.depth.get("{"):
            while self.stack[-1].kind != "{":
                self.drop(cover=True)
            opened = self.stack[-1]
            used = min(left, opened.width, 3)
            left -= used
            opened.width -= used
            start = opened.start + opened.width
            if used > 2 or (not opened.width and not self.is_shown(start + 2)):
                self.cover(start + used, end - left - used)
            if opened.width < 2:
                self.drop(cover=opened.width == 1)
            self.matched.append((start, end))

    def is_shown(self, start: int) -> bool:
        """True when the template whose name stands at `start` shows something of its arguments."""
        found = _NAME.match(self.text, start)
        return found is None or shows(names.template_name(found.group()))


def scan(text: str) -> Scanned:
    """The marks of `text` paired off; linear in its length."""
    state = _State(text)
    at = 0
    search = _MARK.search
    while (match := search(text, at)) is not None:
        kind = match.lastgroup
        if kind == "link":
            at = match.end()
        elif kind == "template":
            start, at = match.span()
            state.matched.append((start, at))
            if not state.is_shown(start + 2):
                state.cover(start + 2, at - 2)
        else:
            at = _step(state, match)
    while state.stack:
        state.drop(cover=True)
    covered = _outermost([*state.covered, *_loose_quotes(text)])
    return Scanned(
        text=_covered(text, covered),
        chunks=_chunks(len(text), state.cuts, state.matched),
        unclosed=tuple(start for start, _, by in covered if by != INSIDE and text[start] != "'"),
    )


def _loose_quotes(text: str) -> Iterator[tuple[int, int, str]]:
    """Marks of bold or italic type that end with their line; the tokenizer would pair them farther on."""
    runs, end = list[re.Match[str]](), -1
    for run in _QUOTES.finditer(text):
        if run.lastgroup is None:
            continue
        if run.start() > end:
            yield from _unpaired(runs)
            runs, end = [], text.find("\n", run.start())
            end = len(text) if end < 0 else end
        runs.append(run)
    yield from _unpaired(runs)


def _unpaired(runs: Sequence[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    """The last mark of one line, where the bold ones, or else the italic ones, are odd in number."""
    bold = [run for run in runs if len(run.group()) > 2]
    italic = [run for run in runs if len(run.group()) == 2 or len(run.group()) > 4]
    odd = bold if len(bold) % 2 else italic
    if len(bold) % 2 != len(italic) % 2 and len(odd[-1].group()) < 5:
        yield (max(odd[-1].start(), odd[-1].end() - 3), odd[-1].end(), HIDDEN)


def _outermost(covered: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The covers that stand in no other, in order."""
    kept: list[tuple[int, int, str]] = []
    for cover in sorted(covered):
        while kept and kept[-1][0] == cover[0]:
            kept.pop()  # the same start, and shorter
        if not kept or cover[0] >= kept[-1][1]:
            kept.append(cover)
    return kept


def _step(state: _State, match: re.Match[str]) -> int:
    """Take one mark in; the offset to go on from."""
    mark, start, end = match.group(), match.start(), match.end()
    if mark[0] == "\n":
        state.cuts.append(start + 1)
        return max(start + 1, end - 1)
    if match["tag"]:
        return _tag(state, match)
    if mark == "<!--":
        return _until(state, "-->", start, end)
    if mark == "[":
        link = _EXTERNAL.match(state.text, start)
        if link is None or (state.depth.get("[[") and _LAST_BRACKETS.match(state.text, link.end() - 1)):
            state.covered.append((start, end, SHOWN))
    elif mark[0] == "{" and mark[1] == "{":
        state.push("{", start, end - start)
    elif mark[0] == "}":
        state.close_braces(start, end)
    elif mark in _CLOSES:
        state.close(_CLOSES[mark], end)
    else:
        state.push(mark, start, end - start)
    return end


def _tag(state: _State, match: re.Match[str]) -> int:
    name, start, end = match["tag"].lower(), match.start(), match.end()
    if not match["end"]:
        state.covered.append((start, start + 1, SHOWN))
        return start + 1 + len(match["tag"])
    if match["slash"] and (state.depth.get(name) or name not in names.HTML_TAGS):
        state.close(name, end)
    elif match["slash"]:
        state.covered.append((start, end, HIDDEN))
    elif name in names.RAW_TAGS and not match["rest"].endswith("/"):
        return _until(state, f"</{match['tag']}", start, end)
    elif name not in names.VOID_TAGS and not match["rest"].endswith("/"):
        state.push(name, start, end - start)
    return end


def _until(state: _State, needle: str, start: int, end: int) -> int:
    """Skip to behind `needle`; where it does not come, what stands at `start` is text."""
    found = state.find(needle, end)
    if found == len(state.text):
        state.covered.append((start, start + 1, SHOWN))
        return end
    state.cover(end, found)
    state.matched.append((start, found + len(needle)))
    return found + len(needle)


def _covered(text: str, covered: list[tuple[int, int, str]]) -> str:
    parts, at = [], 0
    for start, end, by in covered:
        parts += [text[at:start], by * (end - start)]
        at = end
    return "".join([*parts, text[at:]]) if parts else text


def _chunks(length: int, cuts: list[int], matched: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """[0, length) cut where no construct is open, each piece but the last at least CHUNK long."""
    chunks, start, inside = [], 0, 0
    pairs = iter(sorted(matched))
    pair = next(pairs, None)
    for cut in cuts:
        while pair is not None and pair[0] < cut:
            inside = max(inside, pair[1])
            pair = next(pairs, None)
        if cut >= inside and cut - start >= CHUNK:
            chunks.append((start, cut))
            start = cut
    return (*chunks, (start, length)) if start < length or not chunks else tuple(chunks)
