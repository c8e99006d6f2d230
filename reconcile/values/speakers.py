"""Who a sentence says that something is so: "The authorities say that 187 people died"."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.model import Relation
from reconcile.text.fold import fold
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_set, word_table
from reconcile.text.phrases import spelled, tokens
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.name import Name, relate
from reconcile.values.name_find import find as find_names
from reconcile.values.quote_find import reporting_phrases

_BEGIN = 2  # letters that no inflection changes, but for the irregular ones
_LONGEST = 4  # words by which somebody without a name is told: rights groups
_LED = late(r"\s+([^\d,.;:()]+[^\d,.;:()\s])\s*(?:[,.;:()]|$)")
_KEPT = 20_000  # words remembered; a long document has fewer distinct ones


@per_lexicon
def _hints(lexicon: Lexicon) -> dict[str, str]:
    return {}  # a memo: the answer never depends on its state


def reports(text: str, lexicon: Lexicon) -> bool:
    """True when some word or phrase of the text may give its words to a speaker."""
    printed, kept = spelled(text), _hints(lexicon)
    if len(kept) >= _KEPT:
        kept.clear()
    hints = set(map(kept.get, printed))
    if None in hints:
        kept.update((word, _hint(word, lexicon)) for word in printed if word not in kept)
        hints = set(map(kept.get, printed))
    return "verb" in hints or ("phrase" in hints and any(reporting_phrases(lexicon).find(text)))


@per_lexicon
def _begins(lexicon: Lexicon) -> frozenset[str]:
    """How every inflected form of a verb that reports begins, and every phrase."""
    verbs = word_set(lexicon, "reporting-verbs")
    irregular = (form for form, base in word_table(lexicon, "irregular-forms").items() if base in verbs)
    phrases = word_set(lexicon, "reporting-phrases")
    return frozenset(word[:_BEGIN] for word in (*verbs, *irregular, *phrases))


def _hint(word: str, lexicon: Lexicon) -> str:
    """verb for a word that reports, phrase for one that may begin a reporting phrase, else nothing."""
    if word[:_BEGIN].lower() not in _begins(lexicon):
        return ""
    verbs = word_set(lexicon, "reporting-verbs")
    parts = [fold(word)] if word.isalnum() else [part.folded for part in tokens(word)]
    if any(lemma(part, lexicon) in verbs for part in parts):
        return "verb"
    return "phrase" if any(reporting_phrases(lexicon).begins(part) for part in parts) else ""


def speaker(text: str, at: int, lexicon: Lexicon) -> str | None:
    """Who is said to tell what stands at offset `at` of a sentence; None for the text's own voice."""
    verbs = word_set(lexicon, "reporting-verbs")
    place = subject(text, lexicon)
    told = [word for word in tokens(text[:at]) if lemma(word.folded, lexicon) in verbs]
    if place and any(word.start >= place[1] for word in told):
        who = text[slice(*place)]
        return None if is_pronoun(who, lexicon) else _without_article(who)
    for phrase in reporting_phrases(lexicon).find(text):
        led = _LED.match(text, phrase.end)
        names = [name for name in find_names(text, lexicon) if name.start >= phrase.end]
        if led and len(led[1].split()) <= _LONGEST and not any(name.start < led.end() for name in names):
            return _without_article(led[1])
        if names:
            return names[0].value.name
    return None


def two_speakers(one: str | None, other: str | None, lexicon: Lexicon) -> bool:
    """True where each is told by somebody, and not by the same."""
    if one is None or other is None or fold(one) == fold(other):
        return False
    return relate(Name(one), Name(other), lexicon) is not Relation.EQUIVALENT


def _without_article(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words
