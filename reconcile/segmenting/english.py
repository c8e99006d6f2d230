"""Sentences of English prose.

A sentence ends at `.`, `!`, `?` or an ellipsis, with the quotation marks, brackets, reference numbers and
emoticons that stand behind it, before white space, unless the word before it is an abbreviation, an initial
or the number of a list item, or the sentence goes on in lower case. A bullet begins one, and a rule of
asterisks or dashes is one. The abbreviations are word lists of the rule packs:

- `abbreviations`: the rest of a name or sentence follows (Dr., vs., e.g.);
- `abbreviations_before_number`: it follows if it is a number (No. 5, pp. 3);
- `abbreviations_at_end`: may end a sentence (Inc., Jr., Ave.), and does so before a word of
  `sentence_starters`;
- `abbreviations_before_lower_case`: end one unless it goes on in lower case (etc., a.m.).

Passing: `Dr. Li left at 5 p.m. She was tired.` (two). Failing would be: a cut behind `Dr.`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Block, BlockKind, Sentence
from reconcile.segmenting.slicing import sliced, trimmed, whole
from reconcile.text.late import late
from reconcile.text.lists import per_lexicon, per_text

LANGUAGES = ("en",)

# Every expression begins with a set of characters, and what must stand before is asked afterwards: so the
# scanner of `re` passes over ordinary letters quickly. Repetitions are possessive, for a text may be hostile.
_ANY = late(r"[.!?…:;=*_~#•‣◦▪●-]")
_FACE = r"[:;=][-^']?[()DPp/|]{1,3}"
_END = late(
    rf"""(?P<marks>[.!?…](?<![.!?…].)[.!?…]*+(?:(?<=\.)[ ]\.){{0,6}}+)
    (?P<closing>(?:["'”’»)\]}}]|[ ]\)(?=\s)|\[\d{{1,3}}\])*+)
    (?P<face>[ ]{_FACE}(?=\s))?(?=\s+["'“‘«(\[{{*_]*(?P<next>\S{{0,20}}))""",
    re.VERBOSE,
)
# No space behind the full stop: only before a word that begins sentences, for names of files look alike.
_JOINED = late(r"[.!?](?:(?<=[a-z][a-z][.!?])(?=([A-Z][a-z]*)[\s,’'])|(?<=\.\.\.)(?=[A-Z][a-z]))")
_BULLET = late(r"[•‣◦▪●](?<!\S.)\s")
_RULE = late(r"[*_=~#-](?<!\S.)(?:[*_=~#]{2,}|-{4,})(?!\S)")
_SMILE = late(rf"{_FACE}(?=\s+[A-Z])")
_LINK = late(r"h(?<!\S.)ttps?://\S++(?=\s+[A-Z][a-z]*\s)")
_OPENING = "\"'“‘«([{*-–—/"
_DOTTED = late(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMBER = late(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})")
_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LIKE_CAPITAL = late(r"[a-z]{1,3}[A-Z]|https?:|www\.")  # iPhone, eBay; a link stands by itself
_PLAIN = late(r"[a-z'’-]*[a-z]{3}")
_NONE: frozenset[str] = frozenset()


@frozen(kw_only=True)
class _Lists:
    inside: frozenset[str]
    before_number: frozenset[str]
    at_end: frozenset[str]
    before_lower: frozenset[str]
    starters: frozenset[str]


def ranges(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Where the sentences of `text` stand, white space around them left out."""
    return trimmed(text, _cuts(text, lexicon) if _ANY.search(text) else ())


@per_text
def _cuts(text: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Where sentences end; the other version of a document mostly asks again about the same text."""
    lists = _lists(lexicon)
    cuts = [match.end() for match in _END.finditer(text) if _ends(text, match, lists)]
    return tuple(sorted({*cuts, *_unmarked(text, lists.starters)}))


@per_lexicon
def _lists(lexicon: Lexicon) -> _Lists:
    return _Lists(
        inside=lexicon.sets.get("abbreviations", _NONE),
        before_number=lexicon.sets.get("abbreviations_before_number", _NONE),
        at_end=lexicon.sets.get("abbreviations_at_end", _NONE),
        before_lower=lexicon.sets.get("abbreviations_before_lower_case", _NONE),
        starters=lexicon.sets.get("sentence_starters", _NONE),
    )


def sentences(block: Block, lexicon: Lexicon, *, number: int = 0, first: int = 0) -> list[Sentence]:
    """The sentences of `block`; a heading is one. `number` is the block's, `first` the index to start at."""
    if block.kind is BlockKind.HEADING or not _ANY.search(block.text):
        return whole(block, number=number, first=first)
    return sliced(block, ranges(block.text, lexicon), number=number, first=first)


def _unmarked(text: str, starters: frozenset[str]) -> Iterator[int]:
    """Where a sentence ends without a mark and a space."""
    for match in _JOINED.finditer(text):
        word = text[max(0, match.start() - 10) : match.end()].rstrip(".")[-1:]
        if match[1].casefold() in starters if match[1] else word.islower():
            yield match.end()
    if not text.isascii():
        yield from (match.start() for match in _BULLET.finditer(text))
    for match in _RULE.finditer(text):
        yield from match.span()
    for match in _SMILE.finditer(text):
        if text[max(0, match.start() - 2) : match.start()].strip().isalnum():
            yield match.end()
    if "://" in text:
        yield from (match.end() for match in _LINK.finditer(text))


def _ends(text: str, match: re.Match[str], lists: _Lists) -> bool:
    marks, closing, following = match.group("marks", "closing", "next")
    start = match.start()
    tail = text[max(0, start - 40) : start]
    word = tail.rsplit(None, 1)[-1] if tail and not tail[-1].isspace() else ""
    if following[:1].islower() and not _LIKE_CAPITAL.match(following):
        return not closing and _goes_on_small(word.lstrip(_OPENING), marks, lists)
    if marks != "." or closing.startswith(('"', "”")):
        return True
    return _full_stop(text, start, word.lstrip(_OPENING), following, lists)


def _goes_on_small(word: str, marks: str, lists: _Lists) -> bool:
    """Whether a sentence in lower case begins: only behind a plain word, for a name may end in a mark."""
    if marks.startswith("..") or "…" in marks or ". " in marks:
        return False
    if not (_PLAIN.fullmatch(word) or word in lists.starters):
        return False
    return not any(
        word in known for known in (lists.inside, lists.before_number, lists.at_end, lists.before_lower)
    )


def _full_stop(text: str, start: int, word: str, following: str, lists: _Lists) -> bool:
    if len(word) == 1 and word.isupper() and word != "I":
        return _starts(following, lists)
    folded = word.casefold()
    if folded in lists.inside or (folded in lists.before_number and following[:1].isdigit()):
        return False
    if folded in lists.before_lower:
        return True
    if folded in lists.at_end or _DOTTED.fullmatch(word):
        return _starts(following, lists)
    return not (_NUMBER.fullmatch(word) and _begins(text, start - len(word)))


def _starts(following: str, lists: _Lists) -> bool:
    found = _WORD.match(following)
    return found is not None and found.group().casefold() in lists.starters


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`, as far as the character before tells."""
    before = text[max(0, at - 10) : at].rstrip()
    return at == 0 or before.endswith((".", "!", "?", ":", ";")) or "\n" in text[max(0, at - 2) : at]
