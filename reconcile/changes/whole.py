"""What is told of sentences as wholes: added or removed ones, and headings printed anew."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.changes.change import Change
from reconcile.changes.passage import Passage
from reconcile.claim import Claim, Lexicon, Rule, RuleBook
from reconcile.claims import CLAIM_TYPES, claim_type
from reconcile.claims.subjects import Topics
from reconcile.model import BlockKind, Relation
from reconcile.values.name_find import find as find_names
from reconcile.values.plain import Text, of_words


def whole_changes(
    old: Passage | None, new: Passage | None, topics: tuple[Topics, Topics], book: RuleBook
) -> Iterator[Change]:
    """One change for a sentence or heading that stands on one side only, or for a heading renamed."""
    if old and new:
        yield from _renamed(old, new, book)
        return
    side = new or old
    assert side is not None
    if not _content(side):
        return  # a lone mark says nothing
    heading = is_heading(side)
    rule = book.of("heading" if heading else "sentence")
    if rule is None:
        return
    subject = None if heading else topics[1 if new else 0].of(side.sentences[0].index)
    claim = _claim(side, rule, subject, book.lexicon)
    place = (0, len(side.text))
    yield Change(
        rule=rule,
        relation=Relation.ADDED if new else Relation.REMOVED,
        before=None if new else claim,
        after=claim if new else None,
        old=None if new else place,
        new=place if new else None,
        parts=() if heading else _parts(side, topics[1 if new else 0], book),
    )


def replaced(
    old: Passage | None, new: Passage | None, told: list[Change], topics: Topics, book: RuleBook
) -> Iterator[Change]:
    """`told` of two cells alike in nothing but their place; one change where that is only other words."""
    rule = book.of("sentence")
    of_words = told and all(change.rule.claim == "wording" for change in told)
    if rule is None or old is None or new is None or not of_words:
        yield from told
        return
    subject = topics.of(new.sentences[0].index)
    yield Change(
        rule=rule,
        relation=Relation.UNSURE,
        before=_claim(old, rule, subject, book.lexicon),
        after=_claim(new, rule, subject, book.lexicon),
        old=(0, len(old.text)),
        new=(0, len(new.text)),
        why="the cell kept its place in the table and holds nothing of what it held",
    )


def _parts(side: Passage, topics: Topics, book: RuleBook) -> tuple[Claim, ...]:
    """The claims inside the sentence, in their order."""
    found: dict[tuple[int, int, str], Claim] = {}
    kinds = [(rule, claim_type(rule.claim)) for rule in book.rules if rule.claim in CLAIM_TYPES]
    for rule, kind in kinds:
        for sentence in () if kind.TRAITS.relative else side.sentences:
            for claim in kind.extract(sentence, rule, book.lexicon):
                found.setdefault((*side.offset(claim), claim.type), topics.named(claim))
    return tuple(found[place] for place in sorted(found))


def is_heading(side: Passage) -> bool:
    """True when all sentences of the passage are headings."""
    return all(sentence.kind is BlockKind.HEADING for sentence in side.sentences)


def _renamed(old: Passage, new: Passage, book: RuleBook) -> Iterator[Change]:
    rule = book.of("heading")
    if rule is None or not (is_heading(old) and is_heading(new)):
        return
    before, after = _content(old), _content(new)
    if before == after:
        return
    yield Change(
        rule=rule,
        relation=of_words(frozenset(before), frozenset(after)),
        before=_claim(old, rule, None, book.lexicon),
        after=_claim(new, rule, None, book.lexicon),
        old=(0, len(old.text)),
        new=(0, len(new.text)),
    )


def _content(side: Passage) -> tuple[str, ...]:
    return tuple(word.folded for word in side.words if word.folded[0].isalnum())


def _claim(side: Passage, rule: Rule, subject: str | None, lexicon: Lexicon) -> Claim:
    return Claim(
        rule=rule.id,
        type=rule.claim,
        subject=subject,
        object=_names(side, subject, lexicon),
        value=Text(side.text),
        sentence=side.sentences[0].index,
        start=0,
        end=len(side.text),
    )


def _names(side: Passage, subject: str | None, lexicon: Lexicon) -> str | None:
    """What a sentence speaks of besides its subject: that names it, however it is worded."""
    found = dict.fromkeys(found.value.name for found in find_names(side.text, lexicon))
    return ", ".join(name for name in found if name != subject) or None
