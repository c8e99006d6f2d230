"""Lists of members against their stated count, and against who is said to belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.claim import Claim, RuleBook
from reconcile.claims.event import event
from reconcile.claims.membership import members
from reconcile.model import Level
from reconcile.text.late import late
from reconcile.text.lists import alternation, word_set, word_table
from reconcile.text.phrases import tokens
from reconcile.values.members import miscounted
from reconcile.values.name import key as name_key
from reconcile.values.name_lists import known
from reconcile.verdicts.flaws import Flaw
from reconcile.verdicts.reading import Reading

_LIST = late(r",[^,]+(?:,| and | or )")
# A count, or a word that promises all members.
_COUNT = late(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) [a-z]", re.IGNORECASE
)
_PROMISES = ("compris", "consist", "made up of")
_AND = late(r"\b(?:and|or|plus|as well as)\b|&", re.IGNORECASE)
_GOES_ON = late(r"\s*[,\d]|[-/’']|\s+(?P<word>[^\W\d_]+)")
_END = late(r"\s*[.)]*\s*$")
_ASIDE = 3  # words behind a comma that still lead up to a list: ", which are the A, B and C"
_BELONGS = ("member", "joined")

_Listed = tuple[Reading, Claim]


def flawed_lists(readings: Sequence[Reading], book: RuleBook) -> Iterator[Flaw]:
    """Lists of members that contradict their count, or the rest of the text."""
    lists = list(_lists(readings))
    yield from _miscounts(lists, book)
    yield from _members_missing(readings, lists, book)


def _miscounts(lists: Sequence[_Listed], book: RuleBook) -> Iterator[Flaw]:
    """A stated count that is not that of the list behind it, where the list is plainly read to its end."""
    for reading, claim in lists:
        value = members(claim)
        single = value.count == 1  # "one named … that holds A, B and C" counts what came before
        text = reading.sentence.text
        if miscounted(value) and not single and _read_whole(text, claim, book):
            listed = len(dict.fromkeys(value.members))
            yield Flaw(
                rule="count-against-list",
                claim="membership",
                level=Level.ERROR,
                reading=reading,
                start=claim.start,
                end=claim.end,
                message=f"{value.count} are announced and {listed} are listed: “{', '.join(value.members)}”",
                why="a count and the list that it announces must agree",
                subject=claim.subject,
                value=value.data,
            )


def _read_whole(text: str, claim: Claim, book: RuleBook) -> bool:
    """True when nothing says that the list is longer or shorter than it was read, or describes its things.

    The last item alone is joined by "and", or the sentence ends with it; none begins with a number
    ("two folders: one named …").
    """
    describing = word_set(book.lexicon, "relatives") | word_table(book.lexicon, "number-words").keys()
    at, joined = _behind_count(text, claim), list[bool]()
    if not _leads_up(text[at : max(at, text.find(members(claim).members[0], at))], book):
        return False
    for member in members(claim).members:
        start = text.find(member, at, claim.end)
        lead = text[at:start].casefold().split() if not joined else []
        if start < 0 or describing.intersection((*lead, member.split()[0].casefold())):
            return False
        joined.append(bool(joined) and _AND.search(text, at, start) is not None)
        at = start + len(member)
    if any(joined[:-1]) or not (joined[-1] or _END.match(text, claim.end)):
        return False
    behind = _GOES_ON.match(text, claim.end)
    small = word_set(book.lexicon, "function-words")
    return behind is None or (behind["word"] or "").casefold() in small


def _behind_count(text: str, claim: Claim) -> int:
    """Where the words end that say what is counted, before the first member."""
    kind, first = members(claim).kind, text.find(members(claim).members[0], claim.start)
    at = text.rfind(kind, 0, max(first, claim.start)) if kind else -1
    return at + len(kind) if kind and at >= 0 else claim.start


def _leads_up(gap: str, book: RuleBook) -> bool:
    """True for the words between a count and its list, unless something else is told with them."""
    small = word_set(book.lexicon, "determiners")
    told = [word.folded for word in tokens(gap) if word.folded not in small]
    elsewhere = word_set(book.lexicon, "prepositions") - {"of"}
    aside = gap.partition(", ")[2]
    return len(tokens(aside)) <= _ASIDE and not (told and told[-1] in elsewhere)


def _members_missing(readings: Sequence[Reading], lists: Sequence[_Listed], book: RuleBook) -> Iterator[Flaw]:
    """A complete list of a body's members that lacks somebody whom the text calls a member."""
    bodies = {
        name_key(claim.subject or "", book.lexicon): (reading, claim)
        for reading, claim in lists
        if claim.subject and members(claim).exhaustive
    }
    if not bodies:
        return
    mentioned = re.compile(alternation(str(claim.subject) for _, claim in bodies.values()))
    for reading in readings:
        if not mentioned.search(reading.sentence.text):
            continue
        for claim in map(reading.topics.named, reading.of_type("event")):
            found = bodies.get(name_key(claim.object or "", book.lexicon))
            if found and _belongs(claim) and _lacks(found[1], claim.subject, book):
                yield _missing(*found, str(claim.subject))


def _missing(reading: Reading, listed: Claim, who: str) -> Flaw:
    return Flaw(
        rule="member-not-listed",
        claim="membership",
        level=Level.WARNING,
        reading=reading,
        start=listed.start,
        end=listed.end,
        message=f"{who} is said to belong to {listed.subject}, whose list of members lacks it",
        why="a complete list of members names everyone who is said to belong",
        subject=listed.subject,
        value=members(listed).data | {"missing": who},
    )


def _belongs(claim: Claim) -> bool:
    return event(claim).event in _BELONGS and not claim.qualifiers.negated


def _lacks(listed: Claim, who: str | None, book: RuleBook) -> bool:
    """True when `who` is of the list's kind (countries among countries) and not on it."""
    facts = known(book.lexicon)
    names = {name_key(member, book.lexicon) for member in members(listed).members}
    own = name_key(who or "", book.lexicon)
    alike = own in facts.countries and sum(name in facts.countries for name in names) > len(names) / 2
    return alike and own not in names


def _lists(readings: Sequence[Reading]) -> Iterator[_Listed]:
    for reading in readings:
        if _announces(reading):
            for claim in reading.of_type("membership"):
                yield reading, claim


def _announces(reading: Reading) -> bool:
    """A cheap look: a count, or the promise of all members, before a list."""
    text = reading.sentence.text
    if "," not in text:
        return False
    count = _COUNT.search(text) if reading.figured else None
    ends = [count.end()] if count else [text.find(one) for one in _PROMISES if one in text]
    return any(_LIST.search(text, end) for end in ends)
