"""Two passages that are one another's versions, claim type by claim type.

Types come in the order of the table of claim types: what a richer claim has told, a poorer one does not
tell again. Words that no claim accounts for are left to the residue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from reconcile.changes.change import Change, Range
from reconcile.changes.counterpart import counterpart
from reconcile.changes.grading import graded
from reconcile.changes.matching import Matching, Placed, match, same_place, without_restated
from reconcile.changes.passage import Passage
from reconcile.changes.regions import Comparison, comparison
from reconcile.changes.residue import residue
from reconcile.changes.swaps import swapped
from reconcile.claim import Claim, Rule, RuleBook
from reconcile.claims import CLAIM_TYPES, RELATIVE_TYPES, TOGETHER, ClaimType, claim_type
from reconcile.claims.context import clause
from reconcile.claims.subjects import Topics
from reconcile.model import Relation
from reconcile.text.lists import word_set
from reconcile.values.plain import Text
from reconcile.values.status import statuses

_NEEDS_PLACE = ("name", "location")  # types that conflict only where one stands in the other's place
_SWAPPED = ("name", "location", "count", "date")  # types of values that can change places
_MEASURED = ("date", "count", "number", "opposite")  # equal ones say all that their words say: units, eras, signs
_TOLD_WHEN_EQUIVALENT = ("name",)  # another printing of a name is worth a note


@dataclass(slots=True)
class _Ledger:
    """Word numbers of either side: told by a change, or accounted for by an equal claim too."""

    told: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    accounted: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))
    measured: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))

    def free(self, side: int, placed: Placed) -> bool:
        """True for a claim none of whose words is told, and not all of whose words are those of a figure."""
        words = range(*placed.words)
        return self.told[side].isdisjoint(words) and not self.measured[side].issuperset(words)

    def untold(self, diff: Comparison) -> int:
        """In how many places the passages differ in words that no change has told."""
        return sum(
            self.told[0].isdisjoint(range(*region.old))
            and self.told[1].isdisjoint(range(*region.new))
            and not (
                self.accounted[0].issuperset(range(*region.old))
                and self.accounted[1].issuperset(range(*region.new))
            )
            for region in diff.regions
        )

    def account(self, old: Range, new: Range, type: str) -> None:
        for side, words in enumerate((old, new)):
            self.accounted[side].update(range(*words))
            if type in _MEASURED:
                self.measured[side].update(range(*words))

    def tell(self, side: int, words: Range) -> None:
        self.told[side].update(range(*words))
        self.accounted[side].update(range(*words))


def compare_passages(
    old: Passage, new: Passage, topics: tuple[Topics, Topics], book: RuleBook
) -> Iterator[Change]:
    """Every change between the two passages."""
    diff = comparison(old, new, word_set(book.lexicon, "function-words"))
    if not diff.regions:
        return
    ledger = _Ledger()
    for name in CLAIM_TYPES:
        rules = [rule for rule in book.rules if TOGETHER.get(rule.claim, rule.claim) == name]
        if rules:
            yield from _of_type(claim_type(name), rules, diff, topics, book, ledger)
    wording = [rule for rule in book.rules if rule.claim == "wording"]
    subject = topics[1].of(new.sentences[0].index)
    for rule in wording[:1]:
        covered = frozenset(ledger.accounted[0]), frozenset(ledger.accounted[1])
        yield from residue(diff, *covered, ledger.untold(diff), rule, book.lexicon, subject)


def _of_type(
    kind: ClaimType,
    rules: list[Rule],
    diff: Comparison,
    topics: tuple[Topics, Topics],
    book: RuleBook,
    ledger: _Ledger,
) -> Iterator[Change]:
    before = _placed(rules, diff.old, topics[0], book)
    after = _placed(rules, diff.new, topics[1], book)
    free = [p for p in before if ledger.free(0, p)], [p for p in after if ledger.free(1, p)]
    found = without_restated(match(*free, diff, kind, book.lexicon), before, after, kind, book.lexicon)
    if kind.TYPE not in RELATIVE_TYPES:
        for one, other in found.same:
            ledger.account(one.words, other.words, kind.TYPE)
    if kind.TYPE in _SWAPPED:
        yield from _swapped(kind, found, diff, book, ledger)
    by_id = {rule.id: rule for rule in rules}
    yield from _told(kind, found, diff, by_id, book, ledger)


def _is_plain_word(word: str) -> bool:
    """Between two names a further name is only the next item of an enumeration."""
    return word.isalpha() and word.islower()


def _swapped(
    kind: ClaimType, found: Matching, diff: Comparison, book: RuleBook, ledger: _Ledger
) -> Iterator[Change]:
    """One change for two values that changed places."""
    rule = next((rule for rule in book.rules if rule.claim == "swap"), None)
    small = word_set(book.lexicon, "function-words")
    anchor = _is_plain_word if kind.TYPE in ("name", "location") else str.isalnum
    for one, other in swapped(found.same, diff, small, anchor) if rule else ():
        assert rule is not None
        old = one[0].range[0], other[0].range[1]
        new = other[1].range[0], one[1].range[1]
        before, after = (
            replace(claim, rule=rule.id, type=rule.claim, value=Text(passage.text[slice(*place)]))
            for claim, passage, place in ((one[0].claim, diff.old, old), (other[1].claim, diff.new, new))
        )
        ledger.tell(0, diff.old.word_range(*old))
        ledger.tell(1, diff.new.word_range(*new))
        yield Change(rule=rule, relation=Relation.CONFLICTING, before=before, after=after, old=old, new=new)


def _told(
    kind: ClaimType,
    found: Matching,
    diff: Comparison,
    rules: dict[str, Rule],
    book: RuleBook,
    ledger: _Ledger,
) -> Iterator[Change]:
    for before, after in found.changed:
        relation = kind.relate(before.claim, after.claim, book.lexicon)
        if relation is Relation.EQUIVALENT and kind.TYPE not in _TOLD_WHEN_EQUIVALENT:
            ledger.account(before.words, after.words, kind.TYPE)
            continue
        if (
            relation is Relation.CONFLICTING
            and kind.TYPE in _NEEDS_PLACE
            and not same_place(before, after, diff)
        ):
            relation = Relation.UNSURE
        ledger.tell(0, before.words)
        ledger.tell(1, after.words)
        change = Change(
            rule=rules[after.claim.rule],
            relation=relation,
            before=before.claim,
            after=after.claim,
            old=before.range,
            new=after.range,
            level=kind.level(before.claim, after.claim, relation, book.lexicon),
        )
        yield graded(change, ledger.untold(diff))
    small = word_set(book.lexicon, "function-words")
    for side, lonely in enumerate((found.removed, found.added)):
        for placed in lonely:
            alone = _alone(kind, placed, bool(side), diff, rules[placed.claim.rule], small)
            if alone:
                ledger.tell(side, placed.words)
                if kind.TYPE == "event":
                    _tell_statuses(diff, placed, side, book, ledger)
                yield graded(alone, ledger.untold(diff))


def _tell_statuses(diff: Comparison, placed: Placed, side: int, book: RuleBook, ledger: _Ledger) -> None:
    """Words of state in an event's clause belong to it: "temporarily … until it withdrew"."""
    passage = (diff.old, diff.new)[side]
    low, high = clause(passage.text, *placed.range)
    for found in statuses(passage.text[low:high], book.lexicon):
        ledger.tell(side, passage.word_range(low + found.start, low + found.end))


def _alone(
    kind: ClaimType, placed: Placed, added: bool, diff: Comparison, rule: Rule, small: frozenset[str]
) -> Change | None:
    """A claim of one side only; the other side's text is the statement it changes, if that stands there."""
    other, stands = counterpart(diff, placed.range, added, small)
    judgement = kind.alone(placed.claim, added, stands)
    if judgement is None:
        return None
    relation, level = judgement
    told = other if level is not None or relation not in (Relation.ADDED, Relation.REMOVED) else None
    own = placed.range
    if told and relation in (Relation.CONFLICTING, Relation.UNSURE):
        own = _clause((diff.new if added else diff.old).text, placed.range)
    return Change(
        rule=rule,
        relation=relation,
        level=level,
        before=None if added else placed.claim,
        after=placed.claim if added else None,
        old=told if added else own,
        new=own if added else told,
    )


def _clause(text: str, place: Range) -> Range:
    """The clause around a small word, so that what is told of it can be read by itself."""
    start, end = clause(text, *place)
    while start < place[0] and text[start].isspace():
        start += 1
    while end > place[1] and text[end - 1] in " .!?":
        end -= 1
    return start, end


def _placed(rules: list[Rule], side: Passage, topics: Topics, book: RuleBook) -> list[Placed]:
    found: dict[Range, Placed] = {}
    for rule in rules:
        for sentence in side.sentences:
            for claim in claim_type(rule.claim).extract(sentence, rule, book.lexicon):
                named: Claim = topics.named(claim)
                place = side.offset(named)
                found.setdefault(place, Placed(named, place, side.word_range(*place)))
    return [found[place] for place in sorted(found)]
