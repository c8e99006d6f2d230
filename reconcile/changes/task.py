"""One claim type in two passages that are one another's versions: what every step of its comparison needs."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.changes.ledger import Ledger
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison
from reconcile.claim import Lexicon, Rule, RuleBook
from reconcile.claims import ClaimType
from reconcile.claims.traits import Traits
from reconcile.fields import frozen


@frozen
class Task:
    """`rules`: those that read claims of this type, by their ids."""

    kind: ClaimType
    rules: Mapping[str, Rule]
    diff: Comparison
    book: RuleBook
    ledger: Ledger

    @property
    def lexicon(self) -> Lexicon:
        """The word lists."""
        return self.book.lexicon

    @property
    def traits(self) -> Traits:
        """How claims of this type behave."""
        return self.kind.TRAITS

    def rule(self, placed: Placed) -> Rule:
        """The rule that read the claim."""
        return self.rules[placed.claim.rule]
