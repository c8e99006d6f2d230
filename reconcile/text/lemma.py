"""The base form of an English word, and a key that its derivations share.

Regular inflection by suffix rules, checked against a list of common words; the irregular forms are a table.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.fields import field, frozen
from reconcile.text.fold import fold
from reconcile.text.lists import per_lexicon, word_set, word_table

_VOWELS = frozenset("aeiouy")
_KEPT = 20_000  # lemmas remembered; a long document has fewer distinct words
_SUFFIXES = (
    "ations", "ation", "ments", "ment", "ings", "ions", "ion", "ances", "ance", "ences", "ence", "ships",
    "ship", "ness", "ities", "ity", "als", "al", "ives", "ive", "ers", "er", "ors", "or", "ists", "ist",
    "able", "ible", "ly", "ed", "es", "s", "e",
)  # fmt: skip


@frozen
class _Forms:
    irregular: Mapping[str, str]
    spelling: Mapping[str, str]
    common: frozenset[str]
    known: dict[str, str] = field(default_factory=dict)  # a memo: the answer never depends on its state


@per_lexicon
def _forms(lexicon: Lexicon) -> _Forms:
    return _Forms(
        word_table(lexicon, "irregular-forms"),
        word_table(lexicon, "spelling-variants"),
        word_set(lexicon, "common-words"),
    )


def lemma(word: str, lexicon: Lexicon) -> str:
    """The base form of one word, folded and in American spelling: withdrew -> withdraw, labours -> labor."""
    forms = _forms(lexicon)
    base = forms.known.get(word)
    if base is None:
        if len(forms.known) >= _KEPT:
            forms.known.clear()
        base = forms.known[word] = _base(fold(word), forms)
    return base


def _base(word: str, forms: _Forms) -> str:
    if word.endswith("'s"):
        word = word[:-2]
    word = word.rstrip("'") or word
    if word in forms.irregular:
        base = forms.irregular[word]
    elif len(word) < 4 or not word.isalpha() or not word.isascii():
        base = word
    else:
        base = _without_plural(word, forms) or _without_tense(word, forms) or word
    return forms.spelling.get(base, base)


def _without_plural(word: str, forms: _Forms) -> str | None:
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return None
    if word.endswith("ies"):
        return word[:-1] if word[:-1] in forms.common else word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-1] if word[:-1] in forms.common else word[:-2]
    if word.endswith("oes") and word[:-2] in forms.common:
        return word[:-2]
    return word[:-1]


def _without_tense(word: str, forms: _Forms) -> str | None:
    suffix = "ed" if word.endswith("ed") else "ing" if word.endswith("ing") else ""
    stem = word[: -len(suffix)] if suffix else ""
    if len(stem) < 2 or not _VOWELS & set(stem):
        return None
    if suffix == "ed" and stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    for candidate in (stem + "e", stem, stem[:-1] if doubled else stem):
        if candidate in forms.common or candidate in forms.spelling:
            return candidate
    if word in forms.common:
        return word
    return _guess(stem, doubled)


def _guess(stem: str, doubled: bool) -> str:
    """The base of a verb no list knows, by how English spells its endings."""
    if doubled:
        return stem if stem[-1] in "lsfz" else stem[:-1]
    if stem.endswith(("at", "iz", "v", "c", "u", "bl", "dl", "tl", "pl", "ng", "rg", "dg", "ur", "ir", "s")):
        return stem if stem.endswith("ng") else stem + "e"
    return stem


def stem_key(word: str, lexicon: Lexicon) -> str:
    """A key shared by the words derived from one another: withdrew, withdrawal; Tajik, Tajikistan.

    Rough on purpose: equal keys say that two words may be related, not that they mean the same.
    """
    base = lemma(word, lexicon)
    country = word_table(lexicon, "demonyms").get(base)
    if country is not None:
        return country
    base = word_table(lexicon, "derivations").get(base, base)
    for suffix in _SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= 4:
            base = base[: -len(suffix)]
            break
    return base.rstrip("e") if len(base) > 4 else base
