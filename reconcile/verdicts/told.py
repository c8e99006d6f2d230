"""What a text tells, as verdicts look at it: its content words and names, figures, dates and denials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen, replace
from reconcile.text.fold import fold
from reconcile.text.kindred import kindred
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_text, word_role, word_set, word_table
from reconcile.text.sameness import meaning
from reconcile.text.word_kinds import word_kind
from reconcile.text.words import Word, numbers_between, words
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name import Name
from reconcile.values.name_find import find as find_names
from reconcile.values.quantity import ORDINAL, Quantity
from reconcile.values.quantity_words import counted_noun
from reconcile.values.scan import has_digit
from reconcile.values.when import When


@frozen
class Term:
    """A content word, or a name of one word or more: the words [first, last) of its text.

    `kind` is name, noun, verb, adjective, adverb, quantifier or unknown.
    """

    first: int
    last: int
    kind: str
    text: str


@frozen
class Told:
    """One text, read. `index` leads from what a word is compared by to the numbers of such words.

    `definition` are the numbers of the words that tell what the subject is: "is a Norwegian singer";
    `by_number` is the term that each word belongs to, by the word's number.
    """

    text: str
    words: tuple[Word, ...]
    terms: tuple[Term, ...]
    names: tuple[Found[Name], ...]
    figures: tuple[Found[Quantity], ...]
    dates: tuple[Found[When], ...]
    index: Mapping[str, tuple[int, ...]]
    definition: range
    by_number: Mapping[int, Term]

    def kind(self, number: int) -> str | None:
        """The kind of the term that a word belongs to, by the word's number; None where it is of no term."""
        term = self.by_number.get(number)
        return term.kind if term else None

    def numbers(self, start: int, end: int) -> range:
        """The numbers of the words that stand in [start, end)."""
        return numbers_between(self.words, start, end)


@per_text
def told(text: str, lexicon: Lexicon) -> Told:
    """What `text` tells; remembered for the last few texts."""
    found = mentions(text, lexicon)
    split = words(text)
    names = find_names(text, lexicon)
    busy = [(one.start, one.end) for one in (*found.quantities, *found.dates)]
    figures = tuple(one for one in found.quantities if not _in_name(text, one, names, lexicon))
    figures = tuple(sorted((*figures, *_ranks(split, lexicon)), key=lambda one: one.start))
    figures = tuple(_numbered(text, list(_single(text, figures)), lexicon))
    terms = sorted(_terms(split, names, busy, lexicon), key=lambda term: term.first)
    index = _with_lives(text, split, found.dates, _index(split, lexicon), lexicon)
    definition = _definition(split, lexicon)
    by_number = {n: term for term in terms for n in range(term.first, term.last)}
    return Told(text, split, tuple(terms), names, figures, found.dates, index, definition, by_number)


def _single(text: str, figures: Sequence[Found[Quantity]]) -> Iterator[Found[Quantity]]:
    """The figures without the ranks that others follow: the first *two* games."""
    starts = {one.start for one in figures if one.value.dimension != ORDINAL}
    for one in figures:
        if one.value.dimension != ORDINAL or one.end + 1 not in starts or text[one.end] != " ":
            yield one


def _numbered(text: str, figures: Sequence[Found[Quantity]], lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """The figures, those told by what they are the number of with that: the number of members rose to 40."""
    counting = word_role(lexicon, "counting nouns")
    nouns = []
    for match in _OF.finditer(text) if any(one.value.counted is None for one in figures) else ():
        noun = counted_noun(text, match.end(), False, lexicon) if fold(match[1]) in counting else None
        nouns += [(match.start(), noun[0])] if noun else []
    for one in figures:
        bare = one.value.counted is None and one.value.dimension is None
        before = [noun for noun in nouns if noun[0] < one.start] if bare else []
        if before and _STOP.search(text, before[-1][0], one.start) is None:
            yield replace(one, value=replace(one.value, counted=before[-1][1]))
            nouns.remove(before[-1])
        else:
            yield one


_OF = late(r"([^\W\d_]+) of\b")
_STOP = late(r"[.;!?]\s")
_DEFINITION = 10  # words behind "is a" that tell what the subject is


def _definition(split: tuple[Word, ...], lexicon: Lexicon) -> range:
    """The words behind the first "is a", or "is" and an adjective of a country; none without either."""
    folded = [word.folded for word in split]
    adverbs, demonyms = word_set(lexicon, "verb-adverbs"), word_table(lexicon, "demonyms")
    copulas, articles = word_role(lexicon, "copulas"), word_role(lexicon, "articles")
    for copula in (n for n, word in enumerate(folded) if word in copulas):
        first = copula + 1
        while first < len(folded) and folded[first] in adverbs:
            first += 1
        if first < len(folded) and (folded[first] in articles or folded[first] in demonyms):
            return range(first + (folded[first] in articles), min(len(folded), copula + _DEFINITION))
    return range(0)


def _ranks(split: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """Places in an order that a word tells: her debut album is her first."""
    ranks = word_table(lexicon, "rank-names")
    for word in split:
        rank = float(ranks.get(word.folded, "0"))
        if rank:
            value = Quantity(low=rank, high=rank, unit=ORDINAL, figures=(rank,), dimension=ORDINAL)
            yield Found(word.start, word.end, value)


def _in_name(text: str, figure: Found[Quantity], names: tuple[Found[Name], ...], lexicon: Lexicon) -> bool:
    """True for a figure that is part of a title or a year: Apollo 13, A Tale of Two Cities, 1994's winner."""
    value, words = figure.value, text[figure.start : figure.end]
    if (
        value.approximator
        or value.unit not in (None, ORDINAL)
        or value.low is None
        or value.low != value.high
    ):
        return False
    if text[figure.end : figure.end + 2] in ("'s", "’s"):
        return True
    behind = [word for word in map(fold, text[figure.end :].split(maxsplit=1)[:1]) if word]
    if words[0].isupper():
        if figure.start > 0 and text[figure.start - 2 : figure.start - 1] not in (".", "!", "?", ":"):
            return True
        named = any(name.start <= figure.end + 1 < name.end for name in names) and not has_digit(words)
        return named and not _is_demonym(behind, lexicon)
    telling = bool(behind) and word_kind(behind[0], lexicon) == "verb"
    if not words.isdigit() or (value.counted and not telling):
        return False
    return any(
        name.start < figure.start and name.end in range(figure.start - 1, figure.end) for name in names
    )


def _is_demonym(words: Sequence[str], lexicon: Lexicon) -> bool:
    """True for the folded word of those who are counted: Three Swedes, Two German towns."""
    demonyms = word_table(lexicon, "demonyms")
    return any(form in demonyms for word in words for form in (word, lemma(word, lexicon)))


def _terms(
    split: tuple[Word, ...],
    names: tuple[Found[Name], ...],
    busy: list[tuple[int, int]],
    lexicon: Lexicon,
) -> Iterator[Term]:
    small = word_set(lexicon, "function-words") | word_set(lexicon, "negators")
    at = 0
    taken: set[int] = set()
    for name in names:
        inside = [n for n in range(at, len(split)) if name.start <= split[n].start < name.end]
        if inside:
            at = inside[-1] + 1
            taken.update(inside)
            yield Term(inside[0], inside[-1] + 1, "name", name.value.name)
    for n, word in enumerate(split):
        if n in taken or word.folded in small or not word.folded[:1].isalpha():
            continue
        if not any(start <= word.start < end for start, end in busy):
            yield Term(n, n + 1, word_kind(word.folded, lexicon), word.text)


def _index(split: tuple[Word, ...], lexicon: Lexicon) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for n, word in enumerate(split):
        for key in keys(word.folded, lexicon):
            found.setdefault(key, []).append(n)
        if n + 1 < len(split) and word.folded.isalpha() and split[n + 1].folded.isalpha():
            found.setdefault("=" + word.folded + split[n + 1].folded, []).append(n)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _with_lives(
    text: str,
    split: tuple[Word, ...],
    dates: tuple[Found[When], ...],
    index: dict[str, tuple[int, ...]],
    lexicon: Lexicon,
) -> dict[str, tuple[int, ...]]:
    """`index` with birth and death where a life stands in brackets: Lena Storm (1894-1986)."""
    for date in dates:
        lasting = date.value.first is not None and date.value.last is not None
        opened = text.rfind("(", 0, date.start)
        aside = opened >= 0 and text.find(")", opened, date.start) < 0
        if lasting and aside and text[: date.start].rstrip()[-1] in "(;,":
            first = next(n for n, word in enumerate(split) if word.end > date.start)
            for word in sorted(word_role(lexicon, "lived")):
                index.setdefault("=" + word, (first,))
    return index


def keys(folded: str, lexicon: Lexicon) -> list[str]:
    """What a folded word is compared by, the closest first."""
    if not folded[:1].isalpha():
        return ["=" + folded]
    known = meaning(folded, lexicon)
    return [
        "=" + folded,
        "=" + known.lemma,
        "~" + known.concept,
        "/" + known.stem,
        *("#" + number for number in sorted(known.synsets)),
        *("%" + family for family in kindred(folded, lexicon)),
    ]
