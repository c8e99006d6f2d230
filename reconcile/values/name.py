"""A name, the key it is compared by, and what one name is to another.

Equivalent are variants of one name: other spelling, other script marks, a title more or less, an acronym, a
shorter form of itself. A mistaken conflict costs more than a missed one, so two names conflict only when they
are plainly different; look-alikes are `unsure`.
"""

from __future__ import annotations

import unicodedata

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lists import per_word, word_table
from reconcile.values.name_inside import bynames, without_bynames
from reconcile.values.name_likeness import likeness
from reconcile.values.name_lists import Known, known
from reconcile.values.name_words import mistyped
from reconcile.values.plain import of_words


@frozen
class Name:
    """A proper name as it is printed, and other names its text gives the same bearer."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str | None = None  # person, place, organisation, adjective; None where nothing tells

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"name": self.name, "aliases": list(self.aliases)}


_LONGEST_CODE = 5  # letters
_SIGNS = "+#"  # at the end of a name: C++, C#
_DOTS = late(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_GAPS = late(r"[\s,]+")
_ARTICLE = late(r"(?<![\w-])(?:al|el|ad|an|ar|as|ash|az)-(?=\w)")


@per_word
def key(name: str, lexicon: Lexicon) -> str:
    """What a name is compared by: folded, American spelling, no article, title, possessive or accent.

    A country is keyed by its usual name, whatever it is called: U.S. -> united states.
    """
    facts = known(lexicon)
    text = _plain(fold(name))
    if text in facts.aliases:
        return facts.aliases[text]
    if text in facts.demonyms or text in facts.countries:
        return text
    spelling = word_table(lexicon, "spelling-variants")
    words = [spelling.get(word, word) for word in _GAPS.split(text) if word]
    words = [*(facts.short.get(word, word) for word in words[:-1]), *_last_in_full(words, facts)]
    joined = " ".join(_without_ends(words, facts))
    return facts.aliases.get(joined, joined)


def _last_in_full(words: list[str], facts: Known) -> list[str]:
    """The last word of a longer name in full, where it is shortened as an ending is: Mill St."""
    return [facts.short.get("-" + word, word) if len(words) > 1 else word for word in words[-1:]]


def _plain(text: str) -> str:
    text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    text = without_bynames(text).strip(" \t\n\"'.,;:()")
    text = text.removesuffix("'s").removeprefix("the ")
    return _ARTICLE.sub("", _DOTS.sub("", text)).replace(" & ", " and ")


def _without_ends(words: list[str], facts: Known) -> list[str]:
    """`words` without leading titles and articles and the trailing form of a company."""
    while len(words) > 1 and words[-1] in facts.corporate:
        words = words[:-1]
    cut = True
    while cut:
        cut = False
        for length in (3, 2, 1):
            rest = words[length:]
            head = " ".join(words[:length])
            title = head in facts.titles and not _needs_head(rest, facts, head in facts.weak)
            if rest and (title or head == "the"):
                words, cut = rest, True
                break
    return words


def _needs_head(rest: list[str], facts: Known, weak: bool) -> bool:
    """True when `rest` is no bearer of a title: General Assembly, King County, Queen Elizabeth Hospital."""
    if not rest or rest[0] == "of" or rest[-1] in facts.place or rest[-1] in facts.organisation:
        return True
    if weak and facts.is_common(rest[-1]):
        return len(rest) == 1 or rest[0] not in facts.given
    return False


def relate(before: Name, after: Name, lexicon: Lexicon) -> Relation:
    """What the name `after` is to the name `before`."""
    old = key(before.name, lexicon)
    new = key(after.name, lexicon)
    if old == new:
        return of_words(bynames(fold(before.name)), bynames(fold(after.name)))
    if _share_alias(before, after, lexicon):
        return Relation.EQUIVALENT
    if not old or not new:
        return Relation.UNSURE
    if _mistyped_country(before.name, after.name, known(lexicon)):
        return Relation.EQUIVALENT
    if _other_code(before.name, after.name):
        return Relation.CONFLICTING
    if old != new and old.rstrip(_SIGNS) == new.rstrip(_SIGNS):
        return Relation.CONFLICTING if len(old.rstrip(_SIGNS)) == 1 else Relation.UNSURE
    found = likeness(old, new, known(lexicon))
    if found is Relation.CONFLICTING and (before.aliases or after.aliases):
        others = {
            likeness(key(a, lexicon), key(b, lexicon), known(lexicon))
            for a in (before.name, *before.aliases)
            for b in (after.name, *after.aliases)
        }
        return Relation.EQUIVALENT if Relation.EQUIVALENT in others else found
    return found


def _mistyped_country(before: str, after: str, facts: Known) -> bool:
    """True for Britain and Britian, which has no key of its own."""
    old, new = _plain(fold(before)), _plain(fold(after))
    return facts.is_named(old) != facts.is_named(new) and mistyped(old, new, facts)


def _other_code(before: str, after: str) -> bool:
    """True for acronyms of as few capitals that each of them counts, one or more exchanged: XKL, QKL."""
    if not (before.isalpha() and after.isalpha() and before.isupper() and after.isupper()):
        return False
    return len(before) == len(after) <= _LONGEST_CODE and sorted(before) != sorted(after)


def _share_alias(before: Name, after: Name, lexicon: Lexicon) -> bool:
    if not before.aliases and not after.aliases:
        return False
    olds = {key(alias, lexicon) for alias in (before.name, *before.aliases)}
    return any(key(alias, lexicon) in olds for alias in (after.name, *after.aliases))
