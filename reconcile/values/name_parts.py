"""A run of capitalised words taken apart: titles, adjectives of countries, dates and openings cut off."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.fields import frozen
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.values.name_lists import Known

_ENDS = late(r"\s*(?:[.,;:)]|$)|\s+of\b|['’]s\b")


@frozen
class Part:
    """A word or a name at [start, end) of the text."""

    start: int
    end: int
    folded: str
    opens: bool  # stands where a sentence begins
    kind: str | None


def parts(run: list[Part], text: str, facts: Known) -> Iterator[Part]:
    """The names in a run of capitalised words, in order."""
    for piece in _without_other_words(run, text, facts):
        piece = _without_opening(piece, text, facts)
        while piece:
            head, piece = _split(piece, text, facts)
            if head and not _is_word(head, text, facts):
                yield _named(head, facts)


def _without_other_words(run: list[Part], text: str, facts: Known) -> Iterator[list[Part]]:
    """The run cut at words that are capitalised but name nothing: In, The, June, Monday."""
    piece: list[Part] = []
    for word in run:
        if word is run[-1] and piece and _is_mark(piece[-1], word, text, facts):
            piece.append(word)
        elif _is_small(word, text, facts) or word.folded in facts.calendar:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(word)
    if piece:
        yield piece


def _is_mark(before: Part, word: Part, text: str, facts: Known) -> bool:
    """True for the letter that ends a name, Group A, and for a number: of a war, of a ruler in the end."""
    printed = text[word.start : word.end]
    if printed == "I":
        return before.folded in facts.numbered or _ENDS.match(text, word.end) is not None
    return printed == "A"


def _is_small(word: Part, text: str, facts: Known) -> bool:
    """True for a word that builds sentences, also in a contraction; False for the acronyms US, WHO."""
    stem = word.folded.replace("n't", "'").split("'")[0] if "'" in word.folded else word.folded
    if stem not in facts.function:
        return word.folded.endswith("n't")
    return not (word.folded in facts.shouted and text[word.start : word.end].isupper())


def _without_opening(piece: list[Part], text: str, facts: Known) -> list[Part]:
    """An ordinary word that opens a sentence is no part of the name behind it: Modern Uzbekistan."""
    first = piece[0]
    if len(piece) == 1 or not first.opens or not facts.is_common(first.folded):
        return piece
    rest = _text(piece[1:], text)
    if rest in facts.countries and _text(piece, text) not in facts.countries:
        return piece[1:]
    adverb = first.folded.endswith(("ly", "ing")) and first.folded not in facts.given
    return piece[1:] if adverb and not facts.is_common(piece[1].folded) else piece


def _split(piece: list[Part], text: str, facts: Known) -> tuple[list[Part], list[Part]]:
    """The first name of `piece` and the rest; a title goes with neither."""
    length = _title(piece, text, facts)
    if length:
        return [], piece[length:]
    for at in range(1, len(piece)):
        head = _text(piece[:at], text)
        length = _title(piece[at:], text, facts)
        person = _is_person(piece[at + length :], facts)
        if head in facts.demonyms or head in facts.countries:
            if length or person:
                return piece[:at], piece[at + length :]
        elif length and (person or _is_acronym(piece, at, text)):
            return _bearing(piece[:at], facts), piece[at + length :]
    return piece, []


def _bearing(head: list[Part], facts: Known) -> list[Part]:
    """What stands before the title of a person; nothing where it is all ordinary words."""
    body = any(word.folded in facts.organisation for word in head)
    return head if body or not all(facts.is_common(word.folded) for word in head) else []


def _text(piece: list[Part], text: str) -> str:
    return fold(text[piece[0].start : piece[-1].end])


def _title(piece: list[Part], text: str, facts: Known) -> int:
    """How many words at the start of `piece` are a title of what follows them."""
    for length in range(min(3, len(piece)), 0, -1):
        rest = piece[length:]
        head = _text(piece[:length], text)
        if head in facts.titles and not _needs(rest, facts, head in facts.weak):
            return length
    return 0


def _is_acronym(piece: list[Part], at: int, text: str) -> bool:
    return at == 1 and len(piece[0].folded) > 1 and text[piece[0].start : piece[0].end].isupper()


def _needs(rest: list[Part], facts: Known, weak: bool) -> bool:
    """True when a title is part of the name: General Assembly, King County, President Hotel."""
    if not rest:
        return False
    last = rest[-1].folded
    if last in facts.place or last in facts.organisation:
        return True
    if weak and facts.is_common(last):
        return not (len(rest) > 1 and rest[0].folded in facts.given)
    return False


def _is_person(piece: list[Part], facts: Known) -> bool:
    """True when `piece` begins with a given name and ends with no ordinary word."""
    if len(piece) < 2 or piece[0].folded not in facts.given:
        return False
    return piece[-1].folded not in facts.place and piece[-1].folded not in facts.organisation


def _is_word(head: list[Part], text: str, facts: Known) -> bool:
    """True for one ordinary word that has its capital from the sentence it begins, and for a lone Inc."""
    word = head[0]
    if len(head) == 1 and word.folded in facts.corporate:
        return True  # what is left of "Acme, Inc."
    if len(head) > 1 or not word.opens or facts.is_named(word.folded):
        return False
    printed = text[word.start : word.end]
    return not (len(printed) > 1 and printed.isupper()) and facts.is_common(word.folded)


def _named(head: list[Part], facts: Known) -> Part:
    folded = " ".join(word.folded for word in head)
    return Part(head[0].start, head[-1].end, folded, head[0].opens, _kind(head, folded, facts))


def _kind(head: list[Part], folded: str, facts: Known) -> str | None:
    """person, place, organisation or adjective where the words tell; else None."""
    if folded in facts.demonyms:
        return "adjective"
    if folded in facts.countries or folded in facts.regions or folded.replace(".", "") in facts.countries:
        return "place"
    words = {word.folded for word in head}
    if words & facts.organisation or words & facts.corporate:
        return "organisation"
    if words & facts.place:
        return "place"
    return "person" if len(head) > 1 and head[0].folded in facts.given else None
