"""The pattern language of rules, read into parts. `{group:name},? (which|that)? comprises {members:names}`

- a word stands for itself in any case, white space for any white space;
- `{slot:type}` is what a claim is made of; types: name, names, number, date, place, words, quote;
- `(a|b c)` is a choice, and may hold slots;
- `?` makes the word, mark, slot or choice before it optional;
- any other mark stands for itself (quotation marks, apostrophes and dashes for all their forms);
  a backslash takes the next character literally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.fields import frozen
from reconcile.text.late import late

SLOT_TYPES = ("name", "names", "number", "date", "place", "words", "quote")
DEEPEST = 20
_TOKEN = late(
    r"(?P<space>\s+)|\{(?P<slot>[^{}]*)\}|\\(?P<escaped>.)|(?P<word>[^\W_]+(?:['’-][^\W_]+)*)|(?P<mark>.)",
    re.DOTALL,
)
_SLOT = late(r"([a-z][a-z0-9_]*):([a-z]+)")


class PatternError(ValueError):
    """A pattern has a mistake `at` this offset of its text."""

    def __init__(self, what: str, at: int) -> None:
        super().__init__(what)
        self.at = at


@frozen(kw_only=True)
class Part:
    """One part of a pattern: exactly one of `word`, `mark`, `slot` with `type`, or `choice` is set."""

    gap: bool  # white space stands before it
    optional: bool = False
    word: str = ""
    mark: str = ""
    slot: str = ""
    type: str = ""
    choice: tuple[tuple[Part, ...], ...] = ()


def parse(pattern: str) -> tuple[Part, ...]:
    """The parts of `pattern`; PatternError says what is wrong and where."""
    tokens = _Tokens(pattern)
    branches = tokens.branches()
    if tokens.kind:
        raise PatternError("a ) without its (; remove it, or write \\)", tokens.at)
    if len(branches) > 1:
        raise PatternError("a choice needs brackets; write (a|b)", pattern.index("|"))
    return branches[0]


def slots(parts: tuple[Part, ...]) -> Iterator[tuple[str, str]]:
    """Name and type of every slot, in order."""
    for part in parts:
        if part.slot:
            yield part.slot, part.type
        for branch in part.choice:
            yield from slots(branch)


class _Tokens:
    """A recursive-descent reader of one pattern."""

    def __init__(self, pattern: str) -> None:
        self._found = list(_TOKEN.finditer(pattern))
        self._next = self._depth = 0
        self._end = len(pattern)

    @property
    def kind(self) -> str | None:
        """What comes next: space, slot, escaped, word, mark; None at the end."""
        return self._found[self._next].lastgroup if self._next < len(self._found) else None

    @property
    def at(self) -> int:
        return self._found[self._next].start() if self._next < len(self._found) else self._end

    def take(self) -> str:
        match = self._found[self._next]
        self._next += 1
        return match.group(match.lastgroup or 0)

    def looks(self, marks: str) -> bool:
        return self.kind == "mark" and self._found[self._next].group() in marks

    def branches(self) -> tuple[tuple[Part, ...], ...]:
        found = [self.sequence()]
        while self.looks("|"):
            self.take()
            found.append(self.sequence())
        return tuple(found)

    def sequence(self) -> tuple[Part, ...]:
        start, gap = self.at, False
        parts: list[Part] = []
        while self.kind and not self.looks("|)"):
            if self.kind == "space":
                self.take()
                gap = bool(parts)
                continue
            parts.append(self.part(gap))
            gap = False
        if all(part.optional for part in parts):
            raise PatternError("nothing here must be present; leave something without ?", start)
        return tuple(parts)

    def part(self, gap: bool) -> Part:
        start, kind = self.at, self.kind
        text = self.take()
        if kind == "slot":
            made = _slot(text, start, gap, self.optional())
        elif kind == "word":
            made = Part(gap=gap, word=text, optional=self.optional())
        elif kind == "mark" and text == "(":
            made = self.choice(start, gap)
        elif kind == "mark" and text in "?{}":
            raise PatternError(f"a {text} that belongs to nothing; write \\{text} for the character", start)
        else:
            made = Part(gap=gap, mark=text, optional=self.optional())
        return made

    def choice(self, start: int, gap: bool) -> Part:
        self._depth += 1
        if self._depth > DEEPEST:
            raise PatternError(f"brackets more than {DEEPEST} deep; write it flatter", start)
        branches = self.branches()
        if not self.looks(")"):
            raise PatternError("a ( without its ); close it, or write \\(", start)
        self.take()
        self._depth -= 1
        return Part(gap=gap, choice=branches, optional=self.optional())

    def optional(self) -> bool:
        if not self.looks("?"):
            return False
        self.take()
        return True


def _slot(text: str, at: int, gap: bool, optional: bool) -> Part:
    match = _SLOT.fullmatch(text)
    if not match:
        raise PatternError(f"{{{text}}} is not a slot; write {{name:type}}, name in small letters", at)
    name, type = match.groups()
    if type not in SLOT_TYPES:
        raise PatternError(f"{type!r} is not a slot type; known: {', '.join(SLOT_TYPES)}", at)
    return Part(gap=gap, slot=name, type=type, optional=optional)
