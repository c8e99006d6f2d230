"""Two passages that are one another's versions, claim type by claim type.

Types come in the order of the table of claim types: what a richer claim has told, a poorer one does not
tell again. Words that no claim accounts for are left to the residue.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.changes.change import Change, Range
from reconcile.changes.counterpart import put_in
from reconcile.changes.exchange import denied_in_a_word, in_exchange, said_otherwise
from reconcile.changes.fillers import fillers
from reconcile.changes.glued import glued_headings
from reconcile.changes.grading import graded
from reconcile.changes.ledger import Ledger
from reconcile.changes.lonely import lonely_change
from reconcile.changes.matching import Matching, glosses, match, without_restated
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison, comparison
from reconcile.changes.residue import residue
from reconcile.changes.settings import measured_anew
from reconcile.changes.stand_ins import stand_in
from reconcile.changes.substitute import by_place
from reconcile.changes.swaps import swapped
from reconcile.claim import Claim, Lexicon, Rule, RuleBook
from reconcile.claims import CLAIM_TYPES, RELATIVE_TYPES, TOGETHER, ClaimType, claim_type, speaks
from reconcile.claims.context import clause
from reconcile.claims.subjects import Topics
from reconcile.fields import replace
from reconcile.model import Level, Relation
from reconcile.text.lists import word_set
from reconcile.values.members import Members
from reconcile.values.plain import Text
from reconcile.values.status import statuses

_OF_WORDS = ("negation", "status", "modality")  # types that synonyms can say
_SAID_ANEW = ("status", "modality")  # weigh less where other words stand in their place
_FRAMED = ("negation",)  # weigh as much in a sentence reworded elsewhere, if the words around them stand
_SWAPPED = ("name", "location", "count", "date", "opposite")  # types of values that can change places
_TOLD_WHEN_EQUIVALENT = ("name",)  # another printing of a name is worth a note


def compare_passages(
    old: Passage, new: Passage, topics: tuple[Topics, Topics], book: RuleBook
) -> Iterator[Change]:
    """Every change between the two passages."""
    small = word_set(book.lexicon, "function-words")
    diff = comparison(old, new, small)
    if not diff.regions:
        return
    ledger = Ledger()
    for side, pair in enumerate(((old, new), (new, old))):
        ledger.leave_out(side, fillers(*pair, book.lexicon))
    for heading, side, words in glued_headings(diff, book):
        ledger.tell(side, words)
        yield heading
    of_claims: list[Change] = []
    for name in CLAIM_TYPES:
        rules = [rule for rule in book.rules if TOGETHER.get(rule.claim, rule.claim) == name]
        if rules and speaks(name, old.text, new.text):
            of_claims += _of_type(claim_type(name), rules, diff, topics, book, ledger)
    yield from measured_anew(of_claims, old, new, book.lexicon)
    wording = book.of("wording")
    if wording is None:
        return
    subject = topics[1].of(new.sentences[0].index)
    covered = frozenset(ledger.accounted[0]), frozenset(ledger.accounted[1])
    for change in residue(diff, *covered, ledger.untold(diff), wording, book.lexicon, subject):
        if not ledger.tells(change, diff, small):
            yield change


def _of_type(
    kind: ClaimType,
    rules: list[Rule],
    diff: Comparison,
    topics: tuple[Topics, Topics],
    book: RuleBook,
    ledger: Ledger,
) -> Iterator[Change]:
    before = _placed(rules, diff.old, topics[0], book)
    after = _placed(rules, diff.new, topics[1], book)
    free = [p for p in before if ledger.free(0, p)], [p for p in after if ledger.free(1, p)]
    every = match(*free, diff, kind, book.lexicon)
    found = without_restated(every, before, after, kind, book.lexicon)
    lonely = (every.removed, found.removed), (every.added, found.added)
    for side, (whole, news) in enumerate(lonely):
        for placed in glosses(whole, news):
            ledger.accounted[side].update(range(*placed.words))
    if kind.TYPE not in RELATIVE_TYPES:
        for one, other in found.same:
            ledger.account(_stated(one, diff.old), _stated(other, diff.new), kind.TYPE)
    if kind.TYPE in _SWAPPED:
        yield from _swapped(kind, found, diff, book, ledger)
    by_id = {rule.id: rule for rule in rules}
    yield from _told(kind, found, diff, by_id, book, ledger)


def _stated(placed: Placed, passage: Passage) -> Range:
    """The words that a claim's value accounts for: of a list not those that lead to it."""
    value = placed.claim.value
    if not isinstance(value, Members):
        return placed.words
    first = min((passage.text.find(name, *placed.range) for name in value.members), default=-1)
    return placed.words if first < 0 else passage.word_range(first, placed.range[1])


def _swapped(
    kind: ClaimType, found: Matching, diff: Comparison, book: RuleBook, ledger: Ledger
) -> Iterator[Change]:
    """One change for two values that changed places."""
    rule = book.of("swap")
    for one, other in swapped(found.same, diff, kind.TYPE, book.lexicon) if rule else ():
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
    ledger: Ledger,
) -> Iterator[Change]:
    for before, after in found.changed:
        relation = kind.relate(before.claim, after.claim, book.lexicon)
        relation, why = by_place(kind.TYPE, before, after, relation, diff, book.lexicon)
        if relation is Relation.EQUIVALENT and kind.TYPE not in _TOLD_WHEN_EQUIVALENT:
            ledger.account(before.words, after.words, kind.TYPE)
            continue
        ledger.tell(0, before.words)
        ledger.tell(1, after.words)
        change = Change(
            rule=rules[after.claim.rule],
            relation=relation,
            before=before.claim,
            after=after.claim,
            old=before.range,
            new=after.range,
            why=why,
            level=kind.level(before.claim, after.claim, relation, book.lexicon),
        )
        yield graded(change, ledger.untold(diff))
    yield from _alone(kind, found, diff, rules, book, ledger)


def _alone(
    kind: ClaimType,
    found: Matching,
    diff: Comparison,
    rules: dict[str, Rule],
    book: RuleBook,
    ledger: Ledger,
) -> Iterator[Change]:
    """One change a claim of one side only, unless other words say the same in its place."""
    for added, lonely in ((False, found.removed), (True, found.added)):
        for placed in lonely:
            if kind.TYPE in _OF_WORDS and said_otherwise(diff, placed.words, added, book.lexicon):
                continue
            alone = lonely_change(kind, placed, added, diff, rules[placed.claim.rule], book.lexicon)
            alone = _unless_denied(alone, placed, added, diff, book.lexicon)
            if alone is None:
                if kind.TYPE in _FRAMED:
                    ledger.accounted[added].update(range(*placed.words))
                continue
            put = stand_in(kind, placed, lonely, added, diff, ledger, alone.rule, book.lexicon)
            if put and put.old and put.new:
                ledger.tell(0, diff.old.word_range(*put.old))
                ledger.tell(1, diff.new.word_range(*put.new))
                yield put
                continue
            ledger.tell(added, placed.words)
            if kind.TYPE == "event":
                _tell_statuses(diff, placed, added, book, ledger)
            change = graded(alone, _reworded(kind, placed, added, diff, book.lexicon, ledger))
            if change.level is not Level.NOTE and change.relation in (Relation.ADDED, Relation.REMOVED):
                ledger.alone[added].update(range(*placed.words))
            yield change


def _unless_denied(
    change: Change | None, placed: Placed, added: bool, diff: Comparison, lexicon: Lexicon
) -> Change | None:
    """The change that a negator is alone, none or a doubt where a word denies by its form in its place."""
    if change is None or placed.claim.type != "negation":
        return change
    denied = denied_in_a_word(diff, placed.words, added, lexicon)
    if denied or (denied is None and change.relation is not Relation.CONFLICTING):
        return None
    return replace(change, relation=Relation.UNSURE, level=Level.WARNING) if denied is None else change


def _reworded(
    kind: ClaimType, placed: Placed, added: bool, diff: Comparison, lexicon: Lexicon, ledger: Ledger
) -> int:
    """In how many places other words say that the sentence was written anew around a lonely claim."""
    if kind.TYPE in _FRAMED and put_in(diff, placed.range, added, word_set(lexicon, "function-words")):
        return 0
    exchange = kind.TYPE in _SAID_ANEW and in_exchange(diff, placed.words, added, lexicon)
    return ledger.untold(diff) + exchange


def _tell_statuses(diff: Comparison, placed: Placed, added: bool, book: RuleBook, ledger: Ledger) -> None:
    """Words of state in an event's clause belong to it: "temporarily … until it withdrew"."""
    passage = diff.seen_from(added).here
    low, high = clause(passage.text, *placed.range)
    for found in statuses(passage.text[low:high], book.lexicon):
        ledger.tell(added, passage.word_range(low + found.start, low + found.end))


def _placed(rules: list[Rule], side: Passage, topics: Topics, book: RuleBook) -> list[Placed]:
    found: dict[Range, Placed] = {}
    for rule in rules:
        for sentence in side.sentences:
            for claim in claim_type(rule.claim).extract(sentence, rule, book.lexicon):
                named: Claim = topics.named(claim)
                place = side.offset(named)
                found.setdefault(place, Placed(named, place, side.word_range(*place)))
    return [found[place] for place in sorted(found)]
