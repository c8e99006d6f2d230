"""Quotations: the words between quotation marks, and who said them.

passes: “We are ready,” the mayor said. -> "We are ready", the mayor said.
fails:  The mayor said, "We are ready." -> The mayor said, "We are eager."
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import added_or_removed, of_rule
from reconcile.claims.traits import Traits
from reconcile.model import Relation, Sentence
from reconcile.values.found import Found
from reconcile.values.quote import Quote, spoken
from reconcile.values.quote import relate as relate_quotes
from reconcile.values.quote_find import find

TYPE = "quote"
OPTIONS: frozenset[str] = frozenset()
TRAITS = Traits()

level = of_rule

_MARKS = frozenset("\"“”„«»'‘’")


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """The quotations of the sentence; marks round a single expression quote nobody."""
    for found in find(sentence.text, lexicon):
        if found.value.scare or _stray(sentence.text, found):
            continue
        yield Claim(
            rule=rule.id,
            type=TYPE,
            subject=found.value.speaker,
            value=found.value,
            sentence=sentence.index,
            start=found.start,
            end=found.end,
        )


def _stray(text: str, found: Found[Quote]) -> bool:
    """True for a mark without its partner that is unlikely to be one end of a longer quotation.

    A quotation of several sentences has its marks in the first and the last of them.
    """
    said = text[found.start : found.end]
    opened, closed = said[:1] in _MARKS, said[-1:] in _MARKS
    if opened and closed:
        return said[1:2].isspace() or said[1:2] in ",;:.)"
    if opened:
        return not said[1:2].isupper()
    return not (closed and said[-2:-1] in ".!?…")


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """The same words of the same speaker, or not."""
    return relate_quotes(_quote(before), _quote(after), lexicon)


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The words spoken, and the speaker."""
    return repr((spoken(_quote(claim).words, lexicon), _quote(claim).speaker))


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """Any two quotations in the same place may be the same."""
    return 0.6


alone = added_or_removed


def _quote(claim: Claim) -> Quote:
    assert isinstance(claim.value, Quote)
    return claim.value
