"""What remains of a difference once every claim has been accounted for: words.

Function words, inflections, spellings and synonyms say the same again. Content words replaced are `unsure`,
never `conflicting`: nothing decides whether the two can both be true.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reconcile.changes.change import Change, Range
from reconcile.changes.ledger import Ledger
from reconcile.changes.passage import Passage
from reconcile.changes.regions import Comparison
from reconcile.changes.sameness import Left, leftover
from reconcile.changes.scoring import starting_weight
from reconcile.changes.wording import steps
from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.context import about
from reconcile.model import Level, Relation
from reconcile.result import Step
from reconcile.values.plain import Text


def residue(
    diff: Comparison, ledger: Ledger, rule: Rule, subject: str | None, lexicon: Lexicon
) -> list[Change]:
    """One change a region whose words differ in content that no claim has told."""
    covered = frozenset(ledger.accounted[0]), frozenset(ledger.accounted[1])
    further = max(ledger.untold(diff) - 1, 0)
    claim = partial(_claim, rule=rule, subject=subject, lexicon=lexicon)
    return [
        _change(diff, left, steps(diff, left, further, lexicon), rule, claim)
        for left in leftover(diff, covered, lexicon)
    ]


def _change(
    diff: Comparison,
    left: Left,
    found: tuple[Step, ...],
    rule: Rule,
    claim: Callable[[Passage, Range], Claim],
) -> Change:
    region = left.region
    relation = Relation.REMOVED if not left.new else Relation.UNSURE if left.old else Relation.ADDED
    return Change(
        rule=rule,
        relation=relation,
        before=claim(diff.old, region.old) if left.old else None,
        after=claim(diff.new, region.new) if left.new else None,
        old=_range(diff.old, region.old) if left.old else None,
        new=_range(diff.new, region.new) if left.new else None,
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
