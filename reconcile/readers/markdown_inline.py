"""Markdown's inline parsing with places: the library's own rules, run by a loop that notes where each began.

markdown-it-py keeps no columns of inline tokens. Here every token that holds text gets, in `meta["at"]`, the
range of the content it stands for. Tokens are not merged afterwards, since that would lose the places.
"""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from reconcile.text.late import late

NESTING = 20  # levels of containers and of emphasis; deeper ones are not parsed
_MARK = late(r"\[\^([^\]\s\[]{1,200})\]")
_NOTE = late(r"\[\^([^\]\s\[]{1,200})\]:[^\S\n]*")


class _State(StateInline):
    """Notes where the text that waits to be written began."""

    began = 0

    def pushPending(self) -> Token:
        """The text written, with its place."""
        token = super().pushPending()
        token.meta = {"at": (self.began, self.began + len(token.content))}
        return token


class _Inline(ParserInline):
    """The library's inline parser with a loop that notes places."""

    def tokenize(self, state: StateInline) -> None:
        """As the library's: the first rule that fits, else one character of text."""
        assert isinstance(state, _State)
        rules = self.ruler.getRules("")
        deepest = state.md.options["maxNesting"]
        while state.pos < state.posMax:
            began, tokens = state.pos, len(state.tokens)
            if not state.pending:
                state.began = began
            if state.level < deepest and any(rule(state, False) for rule in rules):
                _place(state, tokens, began)
            else:
                state.pending += state.src[state.pos]
                state.pos += 1
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """The tokens of `src`, added to `tokens`."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _place(state: _State, first: int, began: int) -> None:
    """Tell the tokens a rule has made where they stand; those of nested rules know already."""
    at = began
    for token in state.tokens[first:]:
        if "at" in token.meta:
            continue
        if token.markup == "autolink":
            at = began + 1
        if token.type == "text":
            end = at + len(token.content) if state.src.startswith(token.content, at) else state.pos - 1
            token.meta = {**token.meta, "at": (at, end)}
            at = end
        else:
            token.meta = {**token.meta, "at": (began, state.pos)}


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """`[^name]`, where a note of that name exists."""
    match = _MARK.match(state.src, state.pos, state.posMax)
    if match is None or match.group(1) not in state.env.get("notes", {}):
        return False
    if not silent:
        state.push("footnote_mark", "", 0).info = match.group(1)
    state.pos = match.end()
    return True


def _footnote(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """`[^name]: words`, with the lines that go on, and indented ones below."""
    if state.is_code_block(first):
        return False
    match = _NOTE.match(state.src, state.bMarks[first] + state.tShift[first], state.eMarks[first])
    if match is None:
        return False
    if silent:
        return True
    line = first + 1
    while line < last and _goes_on(state, line):
        line += 1
    while state.isEmpty(line - 1):
        line -= 1
    words = state.src[match.end() : state.eMarks[line - 1]]
    token = state.push("footnote", "", 0)
    token.map, token.info, token.content = [first, line], match.group(1), words
    state.env.setdefault("notes", {}).setdefault(match.group(1), " ".join(words.split()))
    state.line = line
    return True


def _goes_on(state: StateBlock, line: int) -> bool:
    if state.isEmpty(line):
        return True
    if state.sCount[line] < state.blkIndent:
        return False
    if state.sCount[line] - state.blkIndent >= 4:
        return True
    start = state.bMarks[line] + state.tShift[line]
    return not state.isEmpty(line - 1) and not _NOTE.match(state.src, start, state.eMarks[line])


def parser() -> MarkdownIt:
    """A Markdown parser whose inline tokens have places, with tables, strikethrough and footnotes."""
    made = MarkdownIt("commonmark", {"maxNesting": NESTING}).enable(["table", "strikethrough"])
    made.disable(["text_join", "fragments_join"])
    made.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    made.inline.ruler.before("link", "footnote_mark", _footnote_mark)
    inline = _Inline()
    inline.ruler, inline.ruler2 = made.inline.ruler, made.inline.ruler2
    made.inline = inline
    return made


def words_of(markdown: MarkdownIt, source: str) -> str:
    """The words of a note, markup gone, with the addresses it links to."""
    return " ".join(" ".join(_words(markdown.parseInline(source)[0].children or [])).split())


def _words(tokens: list[Token]) -> Iterator[str]:
    text = "".join(token.content if token.type != "html_inline" else " " for token in tokens)
    yield text
    for token in tokens:
        target = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
        if target and target not in text:
            yield target
