"""Words near enough in meaning that one may tell what the other says: request and demand, probe, inquiry."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_set


@per_lexicon
def _rows(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    rows: dict[str, list[str]] = {}
    for line in sorted(word_set(lexicon, "kindred-words")):
        words = [word.strip() for word in line.split(",")]
        for word in words:
            rows.setdefault(word, []).append("~" + words[0])
    return {word: tuple(found) for word, found in rows.items()}


def kindred(folded: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The families of kindred words that a folded word belongs to, in any inflection; often none."""
    rows = _rows(lexicon)
    return rows.get(folded) or rows.get(lemma(folded, lexicon), ())
