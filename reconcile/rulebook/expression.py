"""A pattern of a rule, ready to be sought in prose.

The regular expression is made on first use. RE2 runs it in linear time, and only on texts that hold one of
the words the pattern cannot do without: most sentences are passed over by plain `in`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import re2

from reconcile.claim import Lexicon, Match
from reconcile.errors import ConfigError
from reconcile.rulebook.grammar import Part, parse
from reconcile.rulebook.slots import EDGE, SPACE, literal, slot_expressions
from reconcile.rulebook.sought import Words, holds
from reconcile.rulebook.trim import trim

_OPTIONS = re2.Options()
_OPTIONS.max_mem = 16 << 20  # a pattern of a hundred names fits; a larger one would take seconds to compile
_OPTIONS.log_errors = False


class Expression:
    """The pattern `source`, read with the words of `lexicon`; see `grammar` for the language."""

    def __init__(self, source: str, lexicon: Lexicon) -> None:
        """`source` must be a pattern that `grammar.parse` takes."""
        self.source = source
        self._lexicon = lexicon

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"

    def find(self, text: str) -> Iterator[Match]:
        """Every place of `text` where the pattern stands, from left to right, none overlapping."""
        return self._search(text) if holds(text, self.words) else iter(())

    def _search(self, text: str) -> Iterator[Match]:
        data = text.encode("utf-8", "surrogatepass")  # once: the wrapper would do it for every match
        offsets = _Offsets(data, len(text))
        at = 0
        while (hit := self._regex.search(data, at)) is not None:
            ranges: dict[str, tuple[int, int]] = {}
            for group, (name, type) in self._groups.items():
                low, high = hit.span(group)
                if low >= 0 and name not in ranges:
                    ranges[name] = place = trim(
                        text, (offsets.of(low), offsets.of(high)), type, self._lexicon
                    )
                    if place[0] >= place[1]:  # no name after all: try again behind it
                        at = high
                        break
            else:
                start, at = hit.span(1)
                yield Match(start=offsets.of(start), end=offsets.of(at), slots=ranges)

    @cached_property
    def words(self) -> Words:
        """Sets of words, of each of which one is in every text the pattern stands in; see `sought`."""
        return all_required(parse(self.source))

    @cached_property
    def _groups(self) -> dict[int, tuple[str, str]]:
        return self._compiled[1]

    @cached_property
    def _regex(self) -> re2._Regexp:
        return self._compiled[0]

    @cached_property
    def _compiled(self) -> tuple[re2._Regexp, dict[int, tuple[str, str]]]:
        writer = _Writer(self._lexicon)
        body = writer.sequence(parse(self.source), True)
        try:
            return re2.compile(f"(?:^|{EDGE})({body})(?:$|{EDGE})", _OPTIONS), writer.groups
        except re2.error as error:
            start = self.source[:60]
            raise ConfigError([f"the pattern that begins {start!r} is too large; split it in two"]) from error


class _Offsets:
    """Code points for the byte offsets of one UTF-8 text; each is counted from the one asked for before."""

    def __init__(self, data: bytes, length: int) -> None:
        self._data, self._plain = data, len(data) == length
        self._byte = self._point = 0

    def of(self, byte: int) -> int:
        """The code point that begins at `byte`."""
        if self._plain:
            return byte
        low, high = sorted((self._byte, byte))
        step = len(self._data[low:high].decode("utf-8", "surrogatepass"))
        self._point += step if byte >= self._byte else -step
        self._byte = byte
        return self._point


def required(parts: Sequence[Part]) -> tuple[str, ...]:
    """Words, one of which is in every folded text the pattern stands in; none when nothing is certain."""
    return next(iter(all_required(parts)), ())


def all_required(parts: Sequence[Part]) -> tuple[tuple[str, ...], ...]:
    """Sets of words, of each of which one is in every folded text the pattern stands in; the rarest first."""
    found = [words for part in parts if not part.optional and (words := _needed(part))]
    return tuple(sorted(found, key=lambda words: (-min(map(len, words)), len(words))))


def _needed(part: Part) -> tuple[str, ...]:
    if part.word:
        runs = part.word.casefold().replace("’", "'").replace("-", "'").split("'")
        return (max(runs, key=len),)
    branches = [required(branch) for branch in part.choice]
    return tuple(word for words in branches for word in words) if all(branches) else ()


class _Writer:
    """Writes parts as one regular expression, and keeps what its groups stand for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._types = slot_expressions(lexicon)
        self.groups: dict[int, tuple[str, str]] = {}

    def sequence(self, parts: Sequence[Part], ends: bool) -> str:
        """`ends`: nothing that must be present follows, so `words` take what they can."""
        written, opened = [], False
        for number, part in enumerate(parts):
            rest = parts[number + 1 :]
            last = ends and all(other.optional for other in rest)
            gap = _gap(parts[number - 1] if number else None, part)
            body = self.part(part, last)
            if opened or not part.optional:
                body = gap + body if opened else body
            else:
                body += _gap(part, rest[0])
            opened = opened or not part.optional
            # An optional run of words must not swallow what a later slot could take.
            lazy = "?" if part.type == "words" and not last else ""
            written.append(f"(?:{body})?{lazy}" if part.optional else body)
        return "".join(written)

    def part(self, part: Part, last: bool) -> str:
        if part.slot:
            return self.slot(part, last)
        if part.choice:
            return "(?:" + "|".join(self.sequence(branch, last) for branch in part.choice) + ")"
        return literal(part.word or part.mark)

    def slot(self, part: Part, last: bool) -> str:
        self.groups[len(self.groups) + 2] = (part.slot, part.type)  # group 1 is the whole match
        body = f"({self._types[part.type]}{'?' if part.type == 'words' and not last else ''})"
        if part.type == "quote":
            return f'["“„«‘]{body}["”“»’]'
        acronym = rf"(?:{SPACE}+\([^()]{{1,20}}\))?" if part.type == "name" else ""
        return body + acronym


def _gap(before: Part | None, part: Part) -> str:
    if not part.gap:
        return ""
    return SPACE + ("*" if part.mark or (before and before.mark and not before.optional) else "+")
