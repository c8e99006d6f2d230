"""Who a sentence says that something is so: "The authorities say that 187 people died"."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_set
from reconcile.text.phrases import Phrases, tokens
from reconcile.text.subject import is_pronoun, subject
from reconcile.values.name_find import find as find_names


@per_lexicon
def _phrases(lexicon: Lexicon) -> Phrases:
    return Phrases(word_set(lexicon, "reporting-phrases"))


def reports(text: str, lexicon: Lexicon) -> bool:
    """True when some word or phrase of the text may give its words to a speaker."""
    verbs = word_set(lexicon, "reporting-verbs")
    return any(lemma(word.folded, lexicon) in verbs for word in tokens(text)) or any(
        _phrases(lexicon).find(text)
    )


def speaker(text: str, at: int, lexicon: Lexicon) -> str | None:
    """Who is said to tell what stands at offset `at` of a sentence; None for the text's own voice."""
    verbs = word_set(lexicon, "reporting-verbs")
    place = subject(text, lexicon)
    told = [word for word in tokens(text[:at]) if lemma(word.folded, lexicon) in verbs]
    if place and any(word.start >= place[1] for word in told):
        who = text[slice(*place)]
        return None if is_pronoun(who, lexicon) else _without_article(who)
    for phrase in _phrases(lexicon).find(text):
        names = [name for name in find_names(text, lexicon) if name.start >= phrase.end]
        if names:
            return names[0].value.name
    return None


def _without_article(words: str) -> str:
    return words[4:] if words[:4].casefold() == "the " else words
