"""Two passages that are one another's versions, claim type by claim type.

Types come in the order of the table of claim types: what a richer claim has told, a poorer one does not
tell again. Words that no claim accounts for are left to the residue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.changes.change import Change, Range
from reconcile.changes.counterpart import put_in
from reconcile.changes.exchange import denied_in_a_word, in_exchange, said_otherwise
from reconcile.changes.fillers import fillers
from reconcile.changes.glued import glued_headings
from reconcile.changes.grading import graded
from reconcile.changes.implied import with_implied
from reconcile.changes.ledger import Ledger
from reconcile.changes.lonely import lonely_change
from reconcile.changes.matching import Matching, glosses, match, without_restated
from reconcile.changes.openers import with_openers
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.regions import Comparison, comparison
from reconcile.changes.residue import residue
from reconcile.changes.settings import measured_anew
from reconcile.changes.solely import not_alone
from reconcile.changes.stand_ins import stand_in
from reconcile.changes.substitute import by_place
from reconcile.changes.swaps import swapped
from reconcile.changes.task import Task
from reconcile.changes.two_subjects import of_two_subjects
from reconcile.changes.undenied import undenied
from reconcile.changes.vacancies import vacancy
from reconcile.claim import Claim, Lexicon, RuleBook
from reconcile.claims import CLAIM_TYPES, TOGETHER, claim_type, speaks
from reconcile.claims.context import clause
from reconcile.claims.subjects import Topics
from reconcile.fields import replace
from reconcile.model import Level, Relation
from reconcile.text.lists import word_set
from reconcile.values.members import Members
from reconcile.values.plain import Text
from reconcile.values.status import statuses


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
        rules = {rule.id: rule for rule in book.rules if TOGETHER.get(rule.claim, rule.claim) == name}
        if rules and speaks(name, old.text, new.text):
            of_claims += _of_type(Task(claim_type(name), rules, diff, book, ledger), topics)
    of_claims = list(of_two_subjects(of_claims, old, new, book.lexicon))
    yield from measured_anew(of_claims, old, new, book.lexicon)
    wording = book.of("wording")
    if wording is None:
        return
    subject = topics[1].of(new.sentences[0].index)
    for change in residue(diff, ledger, wording, subject, book.lexicon):
        if not ledger.tells(change, diff, small):
            yield change


def _of_type(task: Task, topics: tuple[Topics, Topics]) -> Iterator[Change]:
    kind, diff, ledger, lexicon = task.kind, task.diff, task.ledger, task.lexicon
    before, after = _placed(task, diff.old, topics[0]), _placed(task, diff.new, topics[1])
    if task.traits.opens_sentences:
        before, after = with_openers((before, after), task, topics)
    every = _matched(task, before, after)
    found = without_restated(every, before, after, kind, lexicon)
    lonely = (every.removed, found.removed), (every.added, found.added)
    for side, (whole, news) in enumerate(lonely):
        for placed in glosses(whole, news):
            ledger.accounted[side].update(range(*placed.words))
    found = with_implied(found, (before, after), task)
    if not task.traits.relative:
        for one, other in found.same:
            ledger.account(_stated(one, diff.old), _stated(other, diff.new), task.traits.measured)
    if task.traits.changes_places:
        yield from _swapped(task, found)
    yield from _told(task, found)
    yield from _alone(task, found)
    if task.kind.TYPE == "negation":
        yield from undenied(task)


def _matched(task: Task, before: Sequence[Placed], after: Sequence[Placed]) -> Matching:
    """The claims that nothing has told yet; a count stated before a list that only one side has is one."""
    ledger, counts = task.ledger, task.kind.TYPE == "count"
    old, new = (
        [one for one in claims if ledger.free(side, one) or (counts and ledger.told_alone(side, one))]
        for side, claims in enumerate((before, after))
    )
    found = match(old, new, task.diff, task.kind, task.lexicon)
    return replace(
        found,
        removed=tuple(one for one in found.removed if not ledger.told_alone(0, one)),
        added=tuple(one for one in found.added if not ledger.told_alone(1, one)),
    )


def _stated(placed: Placed, passage: Passage) -> Range:
    """The words that a claim's value accounts for: of a list not those that lead to it."""
    value = placed.claim.value
    if not isinstance(value, Members):
        return placed.words
    first = min((passage.text.find(name, *placed.range) for name in value.members), default=-1)
    return placed.words if first < 0 else passage.word_range(first, placed.range[1])


def _swapped(task: Task, found: Matching) -> Iterator[Change]:
    """One change for two values that changed places."""
    rule, diff = task.book.of("swap"), task.diff
    for one, other in swapped(found.same, diff, task.kind.TYPE, task.lexicon) if rule else ():
        assert rule is not None
        old = one[0].range[0], other[0].range[1]
        new = other[1].range[0], one[1].range[1]
        before, after = (
            replace(claim, rule=rule.id, type=rule.claim, value=Text(passage.text[slice(*place)]))
            for claim, passage, place in ((one[0].claim, diff.old, old), (other[1].claim, diff.new, new))
        )
        task.ledger.tell(0, diff.old.word_range(*old))
        task.ledger.tell(1, diff.new.word_range(*new))
        yield Change(rule=rule, relation=Relation.CONFLICTING, before=before, after=after, old=old, new=new)


def _told(task: Task, found: Matching) -> Iterator[Change]:
    kind, ledger = task.kind, task.ledger
    for before, after in found.changed:
        relation = kind.relate(before.claim, after.claim, task.lexicon)
        relation, why = by_place(task.traits, before, after, relation, task.diff, task.lexicon)
        if relation is Relation.EQUIVALENT and not task.traits.told_when_equivalent:
            ledger.account(before.words, after.words, task.traits.measured)
            continue
        ledger.tell(0, before.words)
        ledger.tell(1, after.words)
        change = Change(
            rule=task.rule(after),
            relation=relation,
            before=before.claim,
            after=after.claim,
            old=before.range,
            new=after.range,
            why=why,
            level=kind.level(before.claim, after.claim, relation, task.lexicon),
        )
        yield graded(change, ledger.untold(task.diff))


def _alone(task: Task, found: Matching) -> Iterator[Change]:
    """One change a claim of one side only, unless other words say the same in its place."""
    for added, lonely in ((False, found.removed), (True, found.added)):
        for placed in lonely:
            if task.traits.in_words and said_otherwise(task.diff, placed.words, added, task.lexicon):
                continue
            alone = lonely_change(task, placed, added)
            alone = _unless_denied(alone, placed, added, task.diff, task.lexicon)
            if alone:
                yield _told_alone(task, alone, placed, lonely, added)
            elif task.traits.reaching:
                task.ledger.accounted[added].update(range(*placed.words))


def _told_alone(task: Task, alone: Change, placed: Placed, lonely: Sequence[Placed], added: bool) -> Change:
    """The change `alone`, or the one that tells what stands in its place; the ledger knows it after."""
    ledger, diff = task.ledger, task.diff
    put = stand_in(task, placed, lonely, added) or vacancy(task, placed, added)
    put = put or not_alone(task, placed, added)
    if put and put.old and put.new:
        ledger.tell(0, diff.old.word_range(*put.old))
        ledger.tell(1, diff.new.word_range(*put.new))
        return put
    ledger.tell(added, placed.words)
    if task.kind.TYPE == "count" and alone.relation is Relation.CONFLICTING and alone.old and alone.new:
        ledger.tell(0, diff.old.word_range(*alone.old))
        ledger.tell(1, diff.new.word_range(*alone.new))
    if task.kind.TYPE == "event":
        _tell_statuses(task, placed, added)
    change = graded(alone, _reworded(task, placed, added))
    if change.level is not Level.NOTE and change.relation in (Relation.ADDED, Relation.REMOVED):
        ledger.alone[added].update(range(*placed.words))
    return change


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


def _reworded(task: Task, placed: Placed, added: bool) -> int:
    """In how many places other words say that the sentence was written anew around a lonely claim."""
    small = word_set(task.lexicon, "function-words")
    if task.traits.reaching and put_in(task.diff, placed.range, added, small):
        return 0
    exchange = task.traits.said_anew and in_exchange(task.diff, placed.words, added, task.lexicon)
    return task.ledger.untold(task.diff) + exchange


def _tell_statuses(task: Task, placed: Placed, added: bool) -> None:
    """Words of state in an event's clause belong to it: "temporarily … until it withdrew"."""
    passage = task.diff.seen_from(added).here
    low, high = clause(passage.text, *placed.range)
    for found in statuses(passage.text[low:high], task.lexicon):
        task.ledger.tell(added, passage.word_range(low + found.start, low + found.end))


def _placed(task: Task, side: Passage, topics: Topics) -> list[Placed]:
    found: dict[Range, Placed] = {}
    for rule in task.rules.values():
        for sentence in side.sentences:
            for claim in claim_type(rule.claim).extract(sentence, rule, task.lexicon):
                named: Claim = topics.named(claim)
                place = side.offset(named)
                found.setdefault(place, Placed(named, place, side.word_range(*place)))
    return [found[place] for place in sorted(found)]
