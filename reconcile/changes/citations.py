"""References that a statement had and has no more.

Only between formats that can both carry references: plain text loses none that it never had.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.changes.change import Change
from reconcile.changes.passage import Passage
from reconcile.claim import Claim, Rule, RuleBook
from reconcile.claims.subjects import Topics
from reconcile.model import Citation, Level, Relation
from reconcile.text.fold import fold
from reconcile.values.plain import Text


def citation_changes(
    old: Passage, new: Passage, topics: tuple[Topics, Topics], book: RuleBook
) -> Iterator[Change]:
    """One change for each reference that only one version gives for the same statement.

    A reference lost is a warning where the statement is left without any, else a note; so is one gained.
    """
    rule = book.of("citation")
    if rule is None or not (old.document.can_cite and new.document.can_cite):
        return
    before, after = _cited(old), _cited(new)
    for key in sorted(before.keys() - after.keys()):
        level = Level.WARNING if not after else Level.NOTE
        yield _change(rule, old, before[key], topics[0], Relation.REMOVED, level)
    for key in sorted(after.keys() - before.keys()):
        yield _change(rule, new, after[key], topics[1], Relation.ADDED, Level.NOTE)


def _cited(side: Passage) -> dict[str, tuple[Citation, int]]:
    """The references by what they cite, each with its offset in the passage."""
    return {
        fold(citation.text): (citation, start + citation.at)
        for sentence, start in zip(side.sentences, side.starts, strict=True)
        for citation in sentence.citations
    }


def _change(
    rule: Rule, side: Passage, cited: tuple[Citation, int], topics: Topics, relation: Relation, level: Level
) -> Change:
    citation, end = cited
    start = max(side.text.rfind(". ", 0, max(end - 1, 0)) + 2, 0) if ". " in side.text[:end] else 0
    claim = Claim(
        rule=rule.id,
        type=rule.claim,
        subject=topics.of(side.sentences[0].index),
        object=citation.text,
        value=Text(citation.text),
        sentence=side.sentences[0].index,
        start=start,
        end=end,
    )
    added = relation is Relation.ADDED
    return Change(
        rule=rule,
        relation=relation,
        level=level,
        before=None if added else claim,
        after=claim if added else None,
        old=None if added else (start, end),
        new=(start, end) if added else None,
        why=f"the reference: {citation.text}",
    )
