"""What remains of a difference once every claim has been accounted for: words.

Function words, inflections, spellings and synonyms say the same again. Content words replaced are `unsure`,
never `conflicting`: nothing decides whether the two can both be true.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.changes.regions import Comparison, Region
from reconcile.changes.sameness import leftover
from reconcile.changes.scoring import starting_weight
from reconcile.changes.wording import steps
from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.context import about
from reconcile.model import Level, Relation
from reconcile.result import Step
from reconcile.text.words import Word
from reconcile.values.plain import Text


def residue(
    diff: Comparison,
    covered_old: frozenset[int],
    covered_new: frozenset[int],
    places: int,
    rule: Rule,
    lexicon: Lexicon,
    subject: str | None,
) -> list[Change]:
    """One change a region whose words differ in content that no claim has told.

    `places` is the number of regions that no claim has told.
    """
    left = leftover(diff, covered_old, covered_new, lexicon)
    found = []
    for region, (old, new) in zip(diff.regions, left, strict=True):
        if not old and not new:
            continue
        found.append(_change(diff, region, old, new, places, rule, lexicon, subject))
    return found


def _change(
    diff: Comparison,
    region: Region,
    old: Sequence[Word],
    new: Sequence[Word],
    places: int,
    rule: Rule,
    lexicon: Lexicon,
    subject: str | None,
) -> Change:
    relation = Relation.UNSURE if old and new else Relation.REMOVED if old else Relation.ADDED
    found = steps(diff, region, old, new, max(places - 1, 0), lexicon)
    return Change(
        rule=rule,
        relation=relation,
        before=_claim(diff.old, region.old, rule, subject, lexicon) if old else None,
        after=_claim(diff.new, region.new, rule, subject, lexicon) if new else None,
        old=_range(diff.old, region.old) if old else None,
        new=_range(diff.new, region.new) if new else None,
        steps=found,
        level=_level(rule, relation, found),
    )


def _level(rule: Rule, relation: Relation, found: Sequence[Step]) -> Level:
    """A warning where a changed fact is likelier than not; the score says how likely."""
    base = starting_weight(relation, rule.weights)
    return Level.WARNING if base + sum(step.score for step in found) >= 0 else Level.NOTE


def _claim(passage: Passage, words: Range, rule: Rule, subject: str | None, lexicon: Lexicon) -> Claim:
    start, end = _range(passage, words)
    return Claim(
        rule=rule.id,
        type=rule.claim,
        subject=subject,
        object=about(passage.text, start, end, lexicon),
        value=Text(passage.text[start:end]),
        sentence=passage.sentences[0].index,
        start=start,
        end=end,
    )


def _range(passage: Passage, words: Range) -> Range:
    return passage.words[words[0]].start, passage.words[words[1] - 1].end
