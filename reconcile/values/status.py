"""Whether a state holds: former, ex-, no longer, current, still, acting, until.

Ended against current or plainly asserted is conflicting; which of the two a source backs depends on its date.
A bearer called "former" in passing is something else: "former President Bush" and "President Bush" are one.
"""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.model import Json, Relation
from reconcile.text.lists import per_lexicon, per_text, word_role, word_set, word_table
from reconcile.text.phrases import Hit, Phrases, tokens
from reconcile.values.found import Found

_HOLDS = frozenset({"plain", "current", "continuing"})
_OVER = frozenset({"ended", "past", "earlier"})
_CLAUSE = 3  # words behind "since" among which the verb of a clause stands that tells why
_BEFORE = 3  # words between "is" and "former" in "is one of its former members", at most


@frozen
class Status:
    """A class (ended, past, earlier, current, continuing, acting, future, begun, until) and its words.

    The class "plain" with no words: nothing is said of it.
    """

    kind: str = "plain"
    words: str = ""

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"text": self.words}


@frozen
class _Lists:
    phrases: Phrases
    kinds: Mapping[str, str]
    being: frozenset[str]
    auxiliaries: frozenset[str]


@per_lexicon
def _lists(lexicon: Lexicon) -> _Lists:
    kinds = word_table(lexicon, "status-words")
    return _Lists(Phrases(kinds), kinds, word_role(lexicon, "being"), word_set(lexicon, "auxiliaries"))


@per_text
def statuses(text: str, lexicon: Lexicon) -> tuple[Found[Status], ...]:
    """The words of `text` that say whether a state holds, in order."""
    lists = _lists(lexicon)
    return tuple(
        Found(hit.start, hit.end, Status(_kind(text, hit, lists), text[hit.start : hit.end]))
        for hit in lists.phrases.find(text)
        if not _is_other(text, hit, lists)
    )


def _kind(text: str, hit: Hit, lists: _Lists) -> str:
    """The class of a hit; what is past has ended where it is said of the subject itself."""
    kind = lists.kinds[hit.entry]
    before = tokens(text)[max(0, hit.first - _BEFORE) : hit.first]
    return "ended" if kind == "past" and any(word.folded in lists.being for word in before) else kind


def _is_other(text: str, hit: Hit, lists: _Lists) -> bool:
    """True where the words say something else: "is used to make", "the former" of two, "since it was wet"."""
    words = tokens(text)
    before = words[hit.first - 1].folded if hit.first else ""
    if _ends_name(text, hit):
        return True
    if hit.entry == "used to":
        return before in lists.being
    if hit.entry == "since":
        behind = words[hit.last + 1 : hit.last + 1 + _CLAUSE]
        verb = next((word for word in behind if word.folded in lists.auxiliaries), None)
        dated = behind and (behind[0].folded == "then" or behind[0].folded[0].isdigit())
        return not dated and verb is not None and "," not in text[hit.end : verb.start]
    if hit.entry == "ex":
        return text[hit.end : hit.end + 1] != "-"
    if hit.entry == "former":
        return before == "the" and text[hit.end : hit.end + 1] in (",", ".", ";", "")
    return False


def _ends_name(text: str, hit: Hit) -> bool:
    """True for the last word of a printed name, as in the Agulhas Current."""
    words = tokens(text)
    if not hit.first or not text[hit.start].isupper():
        return False
    before, after = words[hit.first - 1], words[hit.last + 1 : hit.last + 2]
    joined = text[before.end : hit.start].isspace() and text[before.start].isupper() and hit.first > 1
    return joined and not (after and text[after[0].start].isupper())


def relate(before: Status, after: Status) -> Relation:
    """What the status `after` is to `before`."""
    kinds = {before.kind, after.kind}
    if len(kinds) == 1 or kinds <= _HOLDS or kinds <= _OVER:
        return Relation.EQUIVALENT
    if not kinds & _OVER or not kinds & _HOLDS:
        return Relation.UNSURE
    if "ended" in kinds or "plain" not in kinds:
        return Relation.CONFLICTING
    if "past" in kinds:
        return Relation.UNSURE
    return Relation.NARROWER if after.kind == "earlier" else Relation.BROADER
