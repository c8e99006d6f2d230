"""Names of which one has more words than the other: a fuller form, a part, or another bearer."""

from __future__ import annotations

from reconcile.model import Relation
from reconcile.text.late import late
from reconcile.text.sameness import slip
from reconcile.text.word_kinds import word_kind
from reconcile.values.name_lists import Known
from reconcile.values.name_words import alike

_BEGINNING = 4  # letters that a pet name keeps
_ROMAN = late(r"[ivx]+|\d+")


def longer(short: list[str], long: list[str], facts: Known) -> Relation:
    """What the name of more words, `long`, is to `short`, which may be nothing but marks."""
    if not short:
        return Relation.UNSURE
    places = _embedded(short, long, facts)
    if places is None:
        return _of_parts(short, long, facts)
    if _is_place_form(short, long, facts):
        return Relation.NARROWER
    return _more(short, long, places, facts)


def _of_parts(short: list[str], long: list[str], facts: Known) -> Relation:
    """What two names are each of which has words of its own: two bearers where those tell them apart.

    Otherwise one may be the other's fuller, older or mistyped form.
    """
    one, other = _own(short, long, facts), _own(long, short, facts)
    proper = [[word for word in words if word not in facts.organisation] for words in (one, other)]
    if any(slip(word, its) for word in proper[0] for its in proper[1]):
        return Relation.UNSURE
    shared = set(short) - set(one)
    if not shared - facts.organisation:
        return Relation.CONFLICTING
    if len(one) * 3 < len(short) or any(_may_be_one(word, its, facts) for word in one for its in other):
        return Relation.UNSURE
    if "".join(one) == "".join(word[0] for word in other):
        return Relation.UNSURE
    of_places = shared <= facts.place
    apart = all(_tells_apart(words, facts, of_places) for words in (one, other))
    return Relation.CONFLICTING if apart else Relation.UNSURE


def _own(words: list[str], others: list[str], facts: Known) -> list[str]:
    return [word for word in words if not any(alike(word, its, facts) for its in others)]


def _may_be_one(word: str, other: str, facts: Known) -> bool:
    """True for spellings of one word, and for given names that begin alike: Frankie, Francisco."""
    given = (word in facts.given or other in facts.given) and word[:_BEGINNING] == other[:_BEGINNING]
    return given or alike(word, other, facts) is None


def _tells_apart(words: list[str], facts: Known, of_places: bool) -> bool:
    """True where a proper word is among `words`; before a word for places a noun will do: Orange County."""
    return any(
        word not in facts.place | facts.organisation
        and (
            not facts.is_common(word)
            or facts.is_named(word)
            or (of_places and word_kind(word, facts.lexicon) == "noun")
        )
        for word in words
    )


def _more(short: list[str], long: list[str], places: list[int], facts: Known) -> Relation:
    """What `long` is, which has the words of `short` at `places` and others."""
    rest = [word for index, word in enumerate(long) if index not in places]
    last = places[-1] == len(long) - 1
    if not facts.is_named(short[0]) and _is_generic(rest, facts):
        return Relation.NARROWER
    if len(short) >= 2 and last and (places[0] == 0 or facts.is_named(" ".join(rest))):
        return Relation.UNSURE if _says_kind(rest, facts) else Relation.NARROWER
    if _says_kind(rest, facts) or len(short) > 1:
        return Relation.UNSURE
    if (_says_kind(short, facts) or _ROMAN.fullmatch(rest[-1])) and long[0] not in facts.given - {short[0]}:
        return Relation.UNSURE
    return Relation.EQUIVALENT if last or short[0] in facts.given else Relation.UNSURE


def _says_kind(words: list[str], facts: Known) -> bool:
    """True where an ordinary word is among `words`, which may make of one thing another."""
    if facts.is_named(" ".join(words)):
        return False
    return any(facts.is_common(word) or word in facts.place or word in facts.organisation for word in words)


def _is_generic(rest: list[str], facts: Known) -> bool:
    """True for one word that only says what is named: New York City, the State of Maryland."""
    return len(rest) == 1 and (rest[0] in facts.place or rest[0] in facts.organisation)


def _is_place_form(short: list[str], long: list[str], facts: Known) -> bool:
    """True for Paris and Paris France: the longer one only adds the country."""
    return long[: len(short)] == short and " ".join(long[len(short) :]) in facts.countries


def _embedded(short: list[str], long: list[str], facts: Known) -> list[int] | None:
    """Where the words of `short` stand in `long`, in order; None when they do not."""
    places: list[int] = []
    at = 0
    for word in short:
        while at < len(long) and alike(word, long[at], facts) is not True:
            at += 1
        if at == len(long):
            return None
        places.append(at)
        at += 1
    return places
