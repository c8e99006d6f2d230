"""What was to be at a time has come to be: "will open in May 2015", then "opened in May 2015".

Between the two versions that time has gone by; the fact is the one it was. Without a time that both give, a
plan that was carried out is news.
"""

from __future__ import annotations

from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison, View
from reconcile.claim import Lexicon
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_table
from reconcile.text.tense import tells_past
from reconcile.values.modality import Modality

_REACH = 12  # words behind the modal verb in which the time stands


def come_true(placed: Placed, diff: Comparison, lexicon: Lexicon) -> bool:
    """True for a plan of the old side that the new one says was carried out at the time that both give."""
    value, seen = placed.claim.value, diff.seen_from(added=False)
    region = seen.region(placed.words)
    if not isinstance(value, Modality) or not value.awaits or region is None:
        return False
    own = {word.folded for word in seen.here.words[slice(*region[0])]}
    said = [word.folded for word in seen.there.words[slice(*region[1])]]
    done = any(word not in own and lemma(word, lexicon) in own for word in said)
    return (done or tells_past(said, lexicon)) and _dated(placed.words[1], seen, lexicon)


def _dated(first: int, seen: View, lexicon: Lexicon) -> bool:
    """True where a time behind the modal verb stands on the other side too: a figure, a month, a weekday."""
    named = word_table(lexicon, "months").keys() | word_table(lexicon, "weekdays").keys()
    behind = range(first, min(first + _REACH, len(seen.here.words)))
    return any(
        n in seen.across and (seen.here.words[n].text[0].isdigit() or seen.here.words[n].folded in named)
        for n in behind
    )
