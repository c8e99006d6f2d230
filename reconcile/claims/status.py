"""Status: whether a state still holds ("former", "current", "no longer", "until").

passes: She is the former mayor. -> She is the ex-mayor.
fails:  She is a mayor of Rome. -> She is a former mayor of Rome.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import Judgement, any_two, of_rule
from reconcile.claims.context import all_mentioned
from reconcile.claims.traits import Traits
from reconcile.model import Level, Relation, Sentence
from reconcile.values.status import Status, statuses
from reconcile.values.status import relate as relate_statuses

TYPE = "status"
OPTIONS = frozenset({"graded"})
TRAITS = Traits(in_words=True, said_anew=True)

affinity = any_two
level = of_rule


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """The words of the sentence that say whether a state holds."""
    return all_mentioned(sentence, rule, statuses(sentence.text, lexicon), lexicon)


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """What one state is to another."""
    return relate_statuses(_status(before), _status(after))


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The state, whichever words say it."""
    return _status(claim).kind


def alone(claim: Claim, added: bool, stands: bool) -> Judgement | None:
    """An end that only one version tells reverses what the other asserts; that a state goes on is no news."""
    if _status(claim).kind in ("current", "continuing", "begun"):
        return None
    ended = stands and _status(claim).kind == "ended"
    return (Relation.ADDED if added else Relation.REMOVED), Level.ERROR if ended else None


def _status(claim: Claim) -> Status:
    assert isinstance(claim.value, Status)
    return claim.value
