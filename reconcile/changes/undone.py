"""What was done in one version and not done in the other: "refused to sign", then "signed"."""

from __future__ import annotations

from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set


def undone(placed: Placed, added: bool, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for a word that says that something was not done which the other side says was, in its place."""
    seen = diff.seen_from(added)
    here, there = seen.here.words, seen.there.words
    end = placed.words[1]
    listed = lemma(here[end - 1].folded, lexicon) in word_set(lexicon, "undoing-words")
    if not listed or [word.folded for word in here[end : end + 1]] != ["to"] or end + 1 >= len(here):
        return False
    verb, region = lemma(here[end + 1].folded, lexicon), seen.region(placed.words)
    if region is None:
        return False
    done = [seen.across[end + 1]] if end + 1 in seen.across else list(range(*region[1]))
    return any(
        lemma(there[number].folded, lexicon) == verb and (number == 0 or there[number - 1].folded != "to")
        for number in done
    )
