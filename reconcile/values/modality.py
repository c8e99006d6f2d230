"""How sure an assertion is: may, will, must, plans to, reportedly.

A surer form is narrower, a less sure one broader: evidence that something happened supports that it may have.
Plans, duties and permissions are neither, and `unsure` against a plain assertion.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.text.lists import per_lexicon, per_text, word_set, word_table
from reconcile.text.phrases import Hit, Phrases, tokens
from reconcile.values.found import Found

BID_NOT = "prohibition"  # "Do not …", which opens a sentence and is no modal verb

# How much of the plain assertion a class leaves standing; classes not here are not on this scale.
_SURENESS = {"possible": 1, "probable": 2, "reported": 2, "conditional": 2, "certain": 3}
_ALIKE = (
    {"future", "conditional"},  # "said that it will", "said that it would"
    {"bidden", "future"},  # "shall" tells what will be, and obliges in contracts
    {"bidden", "conditional"},
    {"bidden", "obliged"},
    # What must not be may not; whether a version denies what the other says, its negators tell.
    *({"forbidden", kind} for kind in ("possible", "permitted", "obliged", "bidden")),
    *({BID_NOT, kind} for kind in ("forbidden", "possible", "advised", "obliged", "bidden")),
)
_INTENT = {"attempted": 0, "planned": 1, "future": 2, "bidden": 2}


@frozen
class Modality:
    """A class (possible, probable, reported, conditional, planned, future, obliged, …) and its words.

    The class "certain" with no words is the plain assertion.
    """

    kind: str = "certain"
    words: str = ""

    @property
    def awaits(self) -> bool:
        """Whether it speaks of what is to come."""
        return self.kind in ("planned", "future")

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"text": self.words}


PLAIN = Modality()


@frozen
class _Lists:
    phrases: Phrases
    kinds: Mapping[str, str]
    nouns: frozenset[str]  # modals that may be nouns
    leads: frozenset[str]  # what stands before such a noun
    openers: Phrases  # what forbids where a sentence begins with it


@per_lexicon
def _lists(lexicon: Lexicon) -> _Lists:
    kinds = word_table(lexicon, "modals")
    return _Lists(
        phrases=Phrases(kinds),
        kinds=kinds,
        nouns=word_set(lexicon, "modal-nouns"),
        leads=word_set(lexicon, "modal-noun-leads"),
        openers=Phrases(word_set(lexicon, "prohibiting-openers")),
    )


@per_text
def modals(text: str, lexicon: Lexicon) -> tuple[Found[Modality], ...]:
    """The words of `text` that say how sure it is, in order."""
    lists = _lists(lexicon)
    openers = (hit for hit in lists.openers.find(text) if hit.first == 0)
    forbidden = tuple(
        Found(hit.start, hit.end, Modality(BID_NOT, text[hit.start : hit.end])) for hit in openers
    )
    return forbidden + tuple(
        Found(hit.start, hit.end, Modality(lists.kinds[hit.entry], text[hit.start : hit.end]))
        for hit in lists.phrases.find(text)
        if not _is_noun(text, hit, lists)
    )


def _is_noun(text: str, hit: Hit, lists: _Lists) -> bool:
    """True for the month, the testament, the tin: May 2005, his will, a can."""
    if hit.entry not in lists.nouns:
        return False
    words = tokens(text)
    before = words[hit.first - 1].folded if hit.first else ""
    after = words[hit.last + 1].folded if hit.last + 1 < len(words) else ""
    if hit.entry == "may" and text[hit.start].isupper():
        return hit.first > 0 or not after or after[0].isdigit()
    return before in lists.leads or (text[hit.start].isupper() and hit.first > 0)


def relate(before: Modality, after: Modality) -> Relation:
    """What the modality `after` is to `before`."""
    if before.kind == after.kind or {before.kind, after.kind} in _ALIKE:
        return Relation.EQUIVALENT
    for scale in (_SURENESS, _INTENT):
        old, new = scale.get(before.kind), scale.get(after.kind)
        if old is not None and new is not None and old != new:
            return Relation.NARROWER if new > old else Relation.BROADER
    return Relation.UNSURE
