"""What a person sees of a change: a word-level diff of two passages, or before and after.

The diff is diff-match-patch's on whole words, with semantic clean-up and without its time-out (a clock
must not decide a result). Clean-up may cut inside a word, so every run of equal text is trimmed back to
words and grapheme clusters of both sides. Where little is left in common the two passages are shown one
after the other: a sentence made of confetti is harder to read than two sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.fields import frozen, replace
from reconcile.text.fold import straighten


class _Plain(dict[int, str]):
    """Each character's plain form, looked up once; those that would vanish or grow stay as they are."""

    def __missing__(self, code: int) -> str:
        plain = straighten(chr(code))
        self[code] = plain if len(plain) == 1 else chr(code)
        return self[code]


_PLAIN = _Plain()
EQUAL, DELETE, INSERT = "equal", "delete", "insert"

_TAIL = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u200c"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
# Letters of scripts that put no spaces between words stand alone, else a sentence would be one word.
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_LETTER = rf"(?:[^\W{_ALONE}]|[\u0900-\u0dff]){_TAIL}*"
_ANY = (
    rf"(?s)(?:{_LETTER})+(?:[.,'’](?:{_LETTER})+)*|[ \t\r\n]+"
    rf"|[\U0001f1e6-\U0001f1ff]{{2}}|.{_TAIL}*(?:\u200d.{_TAIL}*)*"
)
_ASCII = r"(?s)\w+(?:[.,']\w+)*|[ \t\r\n]+|."  # what that comes to in ASCII, ten times as fast to compile
_MOST_CHANGED = 0.66  # share of the two passages; above it they are shown before and after
_MOST_EDITS = 6  # separate edits in a passage of which half is changed


@frozen
class Part:
    """A run of text of one passage or of both: EQUAL, DELETE (old only) or INSERT (new only).

    `text` is as the new passage has it, `old` as the old one has it where only the style of quotation
    marks, dashes or spaces is another. `aside` marks what lies outside the words that matter.
    """

    op: str
    text: str
    old: str | None = None
    aside: bool = False


@frozen(kw_only=True)
class Diff:
    """The parts in reading order; `whole` is True where too much changed to interleave them."""

    parts: tuple[Part, ...]
    whole: bool = False

    @property
    def old(self) -> tuple[Part, ...]:
        """The parts that the old passage consists of."""
        kept = (part for part in self.parts if part.op != INSERT)
        return tuple(part if part.old is None else Part(part.op, part.old) for part in kept)

    @property
    def new(self) -> tuple[Part, ...]:
        """The parts that the new passage consists of."""
        return tuple(part for part in self.parts if part.op != DELETE)


@lru_cache(maxsize=16_384)  # a finding and the row of its sentence show the same one
def word_diff(old: str, new: str) -> Diff:
    """The change from `old` to `new` in whole words; joining `Diff.old` gives `old` back, likewise `new`."""
    if old == new:
        return Diff(parts=(Part(EQUAL, old),) if old else ())
    parts = tuple(_parts(old, new, list(_equal_runs(_plain(old), _plain(new)))))
    if _too_much(parts):
        return Diff(
            parts=tuple(Part(op, text) for op, text in ((DELETE, old), (INSERT, new)) if text), whole=True
        )
    return Diff(parts=parts)


def tokens(text: str) -> list[str]:
    """The words, runs of white space and other grapheme clusters of `text`; joined they give it back."""
    return re.findall(_ASCII if text.isascii() else _ANY, text)


def _plain(text: str) -> str:
    """`text` with plain quotation marks, dashes and spaces, where that changes no offset."""
    return text.translate(_PLAIN)


def _equal_runs(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """(old start, new start, length) of what the passages share, in whole tokens of both."""
    bounds_old, bounds_new = _bounds(old), _bounds(new)
    at_old = at_new = 0
    for op, text in _raw(old, new):
        if op == 0:
            low, high = 0, len(text)
            while low < high and not (at_old + low in bounds_old and at_new + low in bounds_new):
                low += 1
            while high > low and not (at_old + high in bounds_old and at_new + high in bounds_new):
                high -= 1
            if text[low:high].strip():
                yield at_old + low, at_new + low, high - low
        at_old += len(text) if op <= 0 else 0
        at_new += len(text) if op >= 0 else 0


def _bounds(text: str) -> set[int]:
    found, at = {0}, 0
    for token in tokens(text):
        at += len(token)
        found.add(at)
    return found


def _raw(old: str, new: str) -> list[tuple[int, str]]:
    """diff-match-patch's own list: (-1 delete, 0 equal, 1 insert; text)."""
    from diff_match_patch import diff_match_patch  # slow to import, wanted by few commands

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    letters: dict[str, str] = {}
    coded = []
    for text in (old, new):
        found = tokens(text)
        for token in found:
            if token not in letters:
                letters[token] = _letter(len(letters))
        coded.append("".join(map(letters.__getitem__, found)))
    back = {letter: token for token, letter in letters.items()}
    raw = differ.diff_main(*coded, False)
    readable = [(op, "".join(back[letter] for letter in text)) for op, text in raw]
    differ.diff_cleanupSemantic(readable)
    return readable


def _letter(number: int) -> str:
    """A character for the token with this number; surrogates are no characters."""
    return chr(number + 1 if number + 1 < 0xD800 else number + 0x801)


def _parts(old: str, new: str, runs: list[tuple[int, int, int]]) -> Iterator[Part]:
    at_old = at_new = 0
    for start_old, start_new, length in [*runs, (len(old), len(new), 0)]:
        if start_old > at_old:
            yield Part(DELETE, old[at_old:start_old])
        if start_new > at_new:
            yield Part(INSERT, new[at_new:start_new])
        if length:
            was, text = old[start_old : start_old + length], new[start_new : start_new + length]
            yield Part(EQUAL, text, None if was == text else was)
        at_old, at_new = start_old + length, start_new + length


def _too_much(parts: tuple[Part, ...]) -> bool:
    sizes = {op: sum(len(part.text) for part in parts if part.op == op) for op in (EQUAL, DELETE, INSERT)}
    if not sizes[DELETE] or not sizes[INSERT]:
        return False
    total = 2 * sizes[EQUAL] + sizes[DELETE] + sizes[INSERT]
    share = (sizes[DELETE] + sizes[INSERT]) / total
    edits = sum(part.op != EQUAL for part in parts)
    return share > _MOST_CHANGED or (share > 0.5 and edits > _MOST_EDITS)


def focus(diff: Diff, old: tuple[int, int], new: tuple[int, int]) -> tuple[Part, ...]:
    """The parts of `diff`, cut so that those outside the ranges [start, end) of its passages are `aside`."""
    found: list[Part] = []
    at_old = at_new = 0
    for part in diff.parts:
        low, high = (
            (old[0] - at_old, old[1] - at_old) if part.op == DELETE else (new[0] - at_new, new[1] - at_new)
        )
        found.extend(_cut(part, max(0, low), min(len(part.text), high)))
        at_old += 0 if part.op == INSERT else len(part.text)
        at_new += 0 if part.op == DELETE else len(part.text)
    return tuple(found)


def _cut(part: Part, low: int, high: int) -> Iterator[Part]:
    if low >= high:
        yield replace(part, aside=True)
        return
    for start, end, aside in ((0, low, True), (low, high, False), (high, len(part.text), True)):
        if start < end:
            yield Part(part.op, part.text[start:end], part.old and part.old[start:end], aside)
