"""The token stream of mwparserfromhell's tokenizer, with the place of every token in the text.

The stream is not documented, and its minor version is pinned; `layout` checks that the widths of all
tokens add up to the text, so that a change would be noticed and never yield a wrong offset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mwparserfromhell.parser import ParserError, tokens
from mwparserfromhell.parser._tokenizer import CTokenizer

from reconcile.fields import frozen

# What a token does to the constructs that are open, and its width.
_PLAIN, _OPEN, _CLOSE, _PART = range(4)
_WIDTHS = {
    tokens.TemplateOpen: (_OPEN, 2),
    tokens.TemplateParamSeparator: (_PART, 1),
    tokens.TemplateParamEquals: (_PLAIN, 1),
    tokens.TemplateClose: (_CLOSE, 2),
    tokens.ArgumentOpen: (_OPEN, 3),
    tokens.ArgumentSeparator: (_PART, 1),
    tokens.ArgumentClose: (_CLOSE, 3),
    tokens.WikilinkOpen: (_OPEN, 2),
    tokens.WikilinkSeparator: (_PART, 1),
    tokens.WikilinkClose: (_CLOSE, 2),
    tokens.CommentStart: (_OPEN, 4),
    tokens.CommentEnd: (_CLOSE, 3),
    tokens.HTMLEntityStart: (_PLAIN, 1),
    tokens.HTMLEntityNumeric: (_PLAIN, 1),
    tokens.HTMLEntityHex: (_PLAIN, 1),
    tokens.HTMLEntityEnd: (_PLAIN, 1),
}


@frozen(kw_only=True)
class Layout:
    """Tokens with their places: token i stands at [at[i], at[i + 1]) of the file.

    `close[i]` is the index of the token that ends what token i opens; `parts[i]` those of its separators;
    the content of tag i is tokens (begin[i], finish[i]). All are absent where there is none.
    """

    tokens: list[Any]
    at: list[int]
    close: dict[int, int]
    parts: dict[int, list[int]]
    begin: dict[int, int]
    finish: dict[int, int]


class _Places:
    """Adds up widths. A tag on the stack remembers its opening token and what its last attribute owes."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.close: dict[int, int] = {}
        self.parts: dict[int, list[int]] = {}
        self.begin: dict[int, int] = {}
        self.finish: dict[int, int] = {}
        self.tags: list[list[Any]] = []  # [opening token, width owed behind an attribute, attributes…]
        self.free = False  # the next text is the name of a tag written as wiki markup: no width
        self.stream: list[Any] = []

    def place(self, stream: list[Any], start: int) -> list[int]:
        """The offset of every token, and behind the last one that of the end."""
        self.stream = stream
        at, position, text_type = [], start, tokens.Text
        for index, token in enumerate(stream):
            at.append(position)
            kind = type(token)
            if kind is text_type:
                if self.free:
                    self.free = False
                else:
                    position += len(token["text"])
            elif (known := _WIDTHS.get(kind)) is not None:
                role, width = known
                position += width
                if role == _OPEN:
                    self.open.append(index)
                elif role == _CLOSE:
                    self.close[self.open.pop()] = index
                elif role == _PART:
                    self.parts.setdefault(self.open[-1], []).append(index)
            else:
                position += _HANDLERS[kind](self, token, index)
        at.append(position)
        return at

    def _heading_start(self, token: Any, index: int) -> int:
        self.open.append(index)
        return int(token["level"])

    def _heading_end(self, token: Any, index: int) -> int:
        opened = self.open.pop()
        self.close[opened] = index
        return int(self.stream[opened]["level"])

    def _link_open(self, token: Any, index: int) -> int:
        self.open.append(index)
        return 1 if token.get("brackets") else 0

    def _link_separator(self, token: Any, index: int) -> int:
        self.parts.setdefault(self.open[-1], []).append(index)
        return 0 if token.get("suppress_space") else 1

    def _link_close(self, token: Any, index: int) -> int:
        opened = self.open.pop()
        self.close[opened] = index
        return 1 if self.stream[opened].get("brackets") else 0

    def _tag_open_open(self, token: Any, index: int) -> int:
        self.open.append(index)
        self.tags.append([token, 0])
        markup = token.get("wiki_markup")
        if markup is None:
            return 2 if token.get("invalid") else 1
        self.free = True
        return len(markup)

    def _owed(self) -> int:
        owed: int = self.tags[-1][1]
        self.tags[-1][1] = 0
        return owed

    def _attr_start(self, token: Any, index: int) -> int:
        owed = self._owed()
        self.tags[-1].append(token)
        self.tags[-1][1] = len(token.get("pad_before_eq") or "")
        return owed + len(token.get("pad_first") or "")

    def _attr_equals(self, token: Any, index: int) -> int:
        start = self.tags[-1][-1]
        return self._owed() + 1 + len(start.get("pad_after_eq") or "")

    def _attr_quote(self, token: Any, index: int) -> int:
        self.tags[-1][1] = 1
        return 1

    def _tag_close_open(self, token: Any, index: int) -> int:
        self.begin[self.open[-1]] = index
        markup = self.tags[-1][0].get("wiki_markup")
        end = 1 if markup is None else len(token.get("wiki_markup") or "")
        return self._owed() + len(token.get("padding") or "") + end

    def _tag_selfclose(self, token: Any, index: int) -> int:
        width = self._owed() + len(token.get("padding") or "")
        opened = self.tags.pop()[0]
        self.close[self.open.pop()] = index
        if opened.get("wiki_markup") is not None:
            return width
        return width + (1 if token.get("implicit") else 2)

    def _tag_open_close(self, token: Any, index: int) -> int:
        self.finish[self.open[-1]] = index
        markup = self.tags[-1][0].get("wiki_markup")
        if markup is None:
            return 2
        self.free = True
        own = token.get("wiki_markup")
        return len(markup if own is None else own)

    def _tag_close_close(self, token: Any, index: int) -> int:
        self.close[self.open.pop()] = index
        return 1 if self.tags.pop()[0].get("wiki_markup") is None else 0


_HANDLERS: Mapping[type, Callable[[_Places, Any, int], int]] = {
    tokens.HeadingStart: _Places._heading_start,
    tokens.HeadingEnd: _Places._heading_end,
    tokens.ExternalLinkOpen: _Places._link_open,
    tokens.ExternalLinkSeparator: _Places._link_separator,
    tokens.ExternalLinkClose: _Places._link_close,
    tokens.TagOpenOpen: _Places._tag_open_open,
    tokens.TagAttrStart: _Places._attr_start,
    tokens.TagAttrEquals: _Places._attr_equals,
    tokens.TagAttrQuote: _Places._attr_quote,
    tokens.TagCloseOpen: _Places._tag_close_open,
    tokens.TagCloseSelfclose: _Places._tag_selfclose,
    tokens.TagOpenClose: _Places._tag_open_close,
    tokens.TagCloseClose: _Places._tag_close_close,
}


class Budget:
    """How much more hostile text a page may hold.

    Each mark the tokenizer tried to pair off and gave up costs it a walk to the end of what it was given.
    `scan` covers nearly all of them; what it misses is counted here, and never timed: the same page is
    always read in the same way.
    """

    def __init__(self, length: int) -> None:
        self.left = 6_000_000 + 8 * length  # marks given up x characters they were sought in
        self.least = 0  # what must be left for the text that was allowed last

    def allows(self, text: str) -> bool:
        """False when `text` is too hostile to be tokenized; long text is tried in pieces first."""
        if self.left <= 0:
            return False
        self.least = 1
        lines = text.count("\n") * 1000 > len(text)  # many things end with their line at the latest
        if len(text) <= (_TRIED if lines else _PIECE):
            return True
        given_up, limit = 0, self.left // len(text)
        for start, end in _pieces(text):
            given_up += _given_up(CTokenizer().tokenize(text[start:end], 0, False))
            if given_up > limit:
                self.left = 0 if len(text) > 40 * _PIECE else self.left - given_up * (end - start)
                return False
        self.least = max(1, given_up * len(text))
        return True

    def spend(self, lay: Layout, length: int) -> None:
        """Count what the tokenizer gave up in `length` characters."""
        self.left -= _given_up(lay.tokens) * length


_TRIED = 32768  # characters: longer text is tried in pieces
_PIECE = 8192


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """[0, len(text)) in pieces of about _TRIED / 2, cut behind line ends where there are any."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _PIECE)
        cut = text.rfind("\n", start, end) + 1
        end = cut if start < cut and end < len(text) else end
        yield start, end
        start = end


def _given_up(stream: list[Any]) -> int:
    """Opening marks that were left as text."""
    plain = "\n".join([token["text"] for token in stream if type(token) is tokens.Text])
    return sum(map(plain.count, ("{{", "[[", "''", "<", "[http")))


def layout(text: str, start: int, budget: Budget) -> Layout | None:
    """The tokens of `text`, which begins at offset `start` of the file.

    None when widths do not add up, or when the text is too hostile for the page's budget.
    """
    try:
        if not budget.allows(text):
            return None
        stream = CTokenizer().tokenize(text, 0, False)
    except ParserError:
        return None
    places = _Places()
    at = places.place(stream, start)
    if at[-1] != start + len(text):
        return None
    lay = Layout(
        tokens=stream,
        at=at,
        close=places.close,
        parts=places.parts,
        begin=places.begin,
        finish=places.finish,
    )
    budget.spend(lay, len(text))
    return lay
