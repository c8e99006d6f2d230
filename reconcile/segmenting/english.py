"""Sentences of English prose.

A sentence ends at `.`, `!`, `?` or an ellipsis, with the quotation marks and brackets that close behind it,
before white space, unless the word before it is an abbreviation, an initial or the number of a list item,
or the next word goes on in lower case. The abbreviations are word lists of the rule packs:

- `abbreviations`: a name or more of the sentence follows (Dr., vs., e.g.);
- `abbreviations_before_number`: one follows if it is a number (No. 5, pp. 3);
- `abbreviations_at_end`: may end a sentence (Inc., a.m., Jan.), and does so before a word of
  `sentence_starters`.

Passing: `Dr. Li left at 5 p.m. She was tired.` (two). Failing would be: a cut behind `Dr.`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.model import Block, BlockKind, Sentence
from reconcile.segmenting.slicing import sliced, trimmed

LANGUAGES = ("en",)

_END = re.compile(r"""([.!?…]+)(["'”’»)\]}]*)(?=(\s+)(["'“‘«(\[{*]*)(\S{0,20}))""")
_OPENING = "\"'“‘«([{*-–—/"
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NONE: frozenset[str] = frozenset()


def ranges(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where the sentences of `text` stand, white space around them left out."""
    lists = tuple(
        lexicon.sets.get(name, _NONE)
        for name in (
            "abbreviations", "abbreviations_before_number", "abbreviations_at_end", "sentence_starters"
        )
    )  # fmt: skip
    return trimmed(text, (match.end(2) for match in _END.finditer(text) if _ends(text, match, lists)))


def sentences(block: Block, lexicon: Lexicon, *, number: int = 0, first: int = 0) -> Iterator[Sentence]:
    """The sentences of `block`; a heading is one. `number` is the block's, `first` the index to start at."""
    if block.kind is BlockKind.HEADING:
        return sliced(block, trimmed(block.text, ()), number=number, first=first)
    return sliced(block, ranges(block.text, lexicon), number=number, first=first)


def _ends(text: str, match: re.Match[str], lists: tuple[frozenset[str], ...]) -> bool:
    marks, closing, _, opening, following = match.groups()
    if following[:1].islower() and following[1:].islower() | (len(following) == 1):
        return False
    if marks != "." or closing.startswith(('"', "”")):
        return True
    start = match.start()
    before = text[max(0, start - 40) : start].rsplit(None, 1)
    word = before[-1].lstrip(_OPENING) if before and not text[start - 1].isspace() else ""
    return _full_stop(text, start, word, following, lists)


def _full_stop(text: str, start: int, word: str, following: str, lists: tuple[frozenset[str], ...]) -> bool:
    inside, before_number, at_end, starters = lists
    folded = word.casefold()
    if folded in inside or (folded in before_number and following[:1].isdigit()):
        return False
    if folded in at_end or _DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper() and word != "I"):
        found = _WORD.match(following)
        return bool(found) and found.group().casefold() in starters if found else False
    return not (_NUMBER.fullmatch(word) and _begins(text, start - len(word)))


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`, as far as the character before tells."""
    before = text[max(0, at - 10) : at].rstrip()
    return at == 0 or before.endswith((".", "!", "?", ":", ";")) or "\n" in text[max(0, at - 2) : at]
