"""What a text says that its subject is: "X is a Norwegian singer and actress", a singer and an actress.

What is of one sort is not of another (`noun-sorts`, and `kind-sorts` for the kinds of the taxonomy): a person
is no place, a film no firm. Two words of one sort may both be true.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.text.taxonomy import ways
from reconcile.verdicts.told import Term, Told

_MARKS = frozenset(".;:()–—")
_NOUNS = ("noun", "unknown")
_QUALIFYING = (*_NOUNS, "adjective", "name")


def heads(told: Told, lexicon: Lexicon) -> Iterator[Term]:
    """The nouns of the definition that nothing qualifies any more, in order."""
    terms = told.by_number
    stops = word_set(lexicon, "prepositions") | word_role(lexicon, "relative pronouns") | _MARKS
    last: Term | None = None
    for n in told.definition:
        term, word = terms.get(n), told.words[n].folded
        done = last is not None and term is not None and term.kind not in _NOUNS and word.endswith("ed")
        if last is not None and (term is None or done):
            yield last
        if word in stops or done:
            return
        last = None if term is None else term if _is_noun(told, term, stops) else last


def _is_noun(told: Told, term: Term, stops: frozenset[str]) -> bool:
    """True for a noun, and for what may also be a verb where a noun has to stand: a talk show by X."""
    behind = told.words[term.last].folded if term.last < len(told.words) else "."
    return term.kind in _NOUNS or (term.kind == "verb" and behind in stops)


def modifiers(told: Told, head: int) -> list[Term]:
    """What stands before the noun of that number and qualifies it, the nearest first: a *medical* drama."""
    terms, found = told.by_number, []
    n = head - 1
    while n in terms and n in told.definition and terms[n].kind in _QUALIFYING:
        found.append(terms[n])
        n = terms[n].first - 1
    return found


def classifies(term: Term, told: Told, lexicon: Lexicon) -> bool:
    """True for a word that tells of which kind something is, and not how it is: medical, but not long."""
    word = told.words[term.first].folded
    if term.kind == "name" or word in word_set(lexicon, "open-modifiers"):
        return False
    return term.kind != "adjective" or word.endswith(tuple(word_set(lexicon, "classifying-endings")))


def sorts(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The sorts of things that a folded noun or phrase may mean; none where that is not known."""
    table = word_table(lexicon, "noun-sorts")
    forms = word, lemma(word, lexicon), word.rpartition(" ")[2]
    listed = next((table[form] for form in forms if form in table), "")
    return frozenset(listed.split()) if listed else _of_kinds(word, lexicon)


def _of_kinds(word: str, lexicon: Lexicon) -> frozenset[str]:
    """The sorts that the kinds of the taxonomy are of; none unless each of them is of one."""
    table = word_table(lexicon, "kind-sorts")
    found = [table.get(way.partition("/")[0]) for way in ways((word, lemma(word, lexicon)), lexicon)]
    return frozenset(sort for sort in found if sort) if all(found) else frozenset()
