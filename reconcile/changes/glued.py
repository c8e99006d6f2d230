"""A heading that ran into the sentence behind it, on one side: "Crew roster Most sailors came by sea"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.changes.regions import Comparison
from reconcile.claim import Claim, Lexicon, RuleBook
from reconcile.model import Relation
from reconcile.text.lists import word_set
from reconcile.values.plain import Text

_LONGEST = 8  # words of a heading
_OPENERS = ("determiners", "prepositions", "pronouns", "quantifiers")


def glued_headings(diff: Comparison, book: RuleBook) -> Iterator[tuple[Change, int, Range]]:
    """The heading at the head of one passage, with the side (0 old, 1 new) and its words."""
    rule = book.of("heading")
    if rule is None:
        return
    for side, end in enumerate((diff.backward.get(0, 0), diff.forward.get(0, 0))):
        passage = (diff.old, diff.new)[side]
        if not _is_heading(passage, end, book.lexicon):
            continue
        place = (0, passage.words[end - 1].end)
        claim = Claim(
            rule=rule.id,
            type=rule.claim,
            subject=None,
            value=Text(passage.text[: place[1]]),
            sentence=passage.sentences[0].index,
            start=0,
            end=place[1],
        )
        before, after, old, new = (None, claim, None, place) if side else (claim, None, place, None)
        relation = Relation.ADDED if side else Relation.REMOVED
        yield (
            Change(rule=rule, relation=relation, before=before, after=after, old=old, new=new),
            side,
            (0, end),
        )


def _is_heading(passage: Passage, end: int, lexicon: Lexicon) -> bool:
    """True for words without a mark before the capital of a word that no name goes on with."""
    head, rest = passage.words[:end], passage.words[end : end + 2]
    if not head or end > _LONGEST or len(rest) < 2 or not head[0].text[0].isupper():
        return False
    opens = any(rest[0].folded in word_set(lexicon, name) for name in _OPENERS)
    return (
        opens
        and rest[0].text[0].isupper()
        and not rest[1].text[0].isupper()
        and all(word.text[0].isalnum() for word in head)
    )
