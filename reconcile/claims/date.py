"""Dates: when something happened or held ("31 March 2009", "in the 1990s", "since 1999").

The option `updated_by` names the settings (edition, speaker, moment, base) whose change makes another value
an update.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import added_or_removed, of_rule
from reconcile.claims.context import all_mentioned
from reconcile.claims.traits import Traits
from reconcile.model import Relation, Sentence
from reconcile.values.mentions import mentions
from reconcile.values.when import When
from reconcile.values.when_relate import relate as relate_dates

TYPE = "date"
OPTIONS = frozenset({"updated_by"})
TRAITS = Traits(measured=True, changes_places=True)

level = of_rule


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every date of the sentence that does not depend on the day of writing."""
    return all_mentioned(sentence, rule, mentions(sentence.text, lexicon).dates, lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Intervals of days: a finer date is narrower, another one conflicts."""
    assert isinstance(before.value, When)
    assert isinstance(after.value, When)
    return relate_dates(before.value, after.value)


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The date in EDTF."""
    assert isinstance(claim.value, When)
    return claim.value.edtf


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """1 for the same context, less for any two dates."""
    return 1.0 if before.object and before.object == after.object else 0.6


alone = added_or_removed
