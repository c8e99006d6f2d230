"""A run of capitalised words taken apart: titles, adjectives of countries, dates and openings cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.text.fold import fold
from reconcile.values.name_lists import Known


@dataclass(frozen=True, slots=True)
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
                yield _named(head, text, facts)


def _without_other_words(run: list[Part], text: str, facts: Known) -> Iterator[list[Part]]:
    """The run cut at words that are capitalised but name nothing: In, The, June, Monday."""
    piece: list[Part] = []
    for word in run:
        other = word.folded in facts.function and not _is_shout(word, text)
        if other or word.folded in facts.calendar:
            if piece:
                yield piece
            piece = []
        else:
            piece.append(word)
    if piece:
        yield piece


def _is_shout(word: Part, text: str) -> bool:
    """True for US, IT, WHO: acronyms that are function words in small letters."""
    return word.end - word.start > 1 and text[word.start : word.end].isupper()


def _without_opening(piece: list[Part], text: str, facts: Known) -> list[Part]:
    """An ordinary word that opens a sentence is no part of the place behind it: Modern Uzbekistan."""
    rest = " ".join(word.folded for word in piece[1:])
    whole = f"{piece[0].folded} {rest}"
    if len(piece) > 1 and piece[0].opens and rest in facts.countries and whole not in facts.countries:
        return piece[1:] if facts.is_common(piece[0].folded) else piece
    return piece


def _split(piece: list[Part], text: str, facts: Known) -> tuple[list[Part], list[Part]]:
    """The first name of `piece` and the rest; a title goes with neither."""
    length = _title(piece, text, facts)
    if length:
        return [], piece[length:]
    for at in range(1, len(piece)):
        head = _text(piece[:at], text)
        if head in facts.demonyms or head in facts.countries:
            length = _title(piece[at:], text, facts)
            if length or _is_person(piece[at:], facts):
                return piece[:at], piece[at + length :]
        elif _title(piece[at:], text, facts) and (
            _is_person(piece[at + 1 :], facts) or _is_acronym(piece, at, text)
        ):
            return piece[:at], piece[at:]
    return piece, []


def _text(piece: list[Part], text: str) -> str:
    return fold(text[piece[0].start : piece[-1].end])


def _title(piece: list[Part], text: str, facts: Known) -> int:
    """How many words at the start of `piece` are a title of what follows them."""
    for length in range(min(3, len(piece)), 0, -1):
        rest = piece[length:]
        if _text(piece[:length], text) in facts.titles and not _needs(rest, facts):
            return length
    return 0


def _is_acronym(piece: list[Part], at: int, text: str) -> bool:
    return at == 1 and len(piece[0].folded) > 1 and text[piece[0].start : piece[0].end].isupper()


def _needs(rest: list[Part], facts: Known) -> bool:
    """True when a title is part of the name: General Assembly, King County."""
    if not rest:
        return False
    last = rest[-1].folded
    return last in facts.place or (facts.is_common(last) and last not in facts.given)


def _is_person(piece: list[Part], facts: Known) -> bool:
    """True when `piece` begins with a given name and ends with no ordinary word."""
    return len(piece) > 1 and piece[0].folded in facts.given and not facts.is_common(piece[-1].folded)


def _is_word(head: list[Part], text: str, facts: Known) -> bool:
    """True for one ordinary word that is capitalised only because a sentence begins with it."""
    word = head[0]
    if len(head) > 1 or not word.opens or facts.is_named(word.folded):
        return False
    printed = text[word.start : word.end]
    return not (len(printed) > 1 and printed.isupper()) and facts.is_common(word.folded)


def _named(head: list[Part], text: str, facts: Known) -> Part:
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
