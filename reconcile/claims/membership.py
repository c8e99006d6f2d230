"""Membership: who belongs to a group, how many they are said to be, and whether the list is complete.

Without patterns a rule takes every list of names or announced things; its patterns, where it has any, name
the `group` and the `members`. The option `exhaustive` says that the words of the pattern promise all members.

    passes: The Union comprises four states: A, B, C and D. -> The Union comprises 4 states: D, C, B and A.
    fails:  The Union comprises four states: A, B, C and D. -> The Union comprises A, B and C.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Match, Rule
from reconcile.claims.alone import added_or_removed, of_rule
from reconcile.claims.patterns import matches, slot
from reconcile.claims.traits import Traits
from reconcile.fields import replace
from reconcile.model import Relation, Sentence
from reconcile.text.late import late
from reconcile.values.found import Found
from reconcile.values.members import Members
from reconcile.values.members import relate as relate_members
from reconcile.values.members_find import find, split_list
from reconcile.values.mentions import mentions
from reconcile.values.name import Name
from reconcile.values.name import key as name_key
from reconcile.values.name_find import find as find_names

TYPE = "membership"
OPTIONS = frozenset({"exhaustive"})
TRAITS = Traits()

level = of_rule

_LEAD = late(r"[\s,()]*(?:[A-Z]{2,}\)[\s,]*)?(?:(?:which|that|who)\s+)?")
_FIGURE = late(r"(?:^|\s)\d")
_LONGEST_ITEM = 7  # words
_LONGEST_LEAD = 80  # characters between a group's name and its list; farther away it is another's

alone = added_or_removed


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """The lists of the sentence, or those that the rule's patterns find."""
    text = sentence.text
    if not rule.patterns:
        for found in find(text, lexicon):
            if not _names_all(found.value):
                continue
            group = _group(text, found, lexicon)
            start = _announcement(text, group.end, found.start) if group else _stated(text, found, lexicon)
            listed = Found(start, found.end, found.value)
            yield _claim(sentence, rule, group.value.name if group else None, listed)
        return
    for match in matches(text, rule):
        value = _value(text, match, rule, lexicon)
        if value:
            listed = Found(match.start, match.end, value)
            yield _claim(sentence, rule, slot(text, match, "group"), listed)


def _claim(sentence: Sentence, rule: Rule, group: str | None, listed: Found[Members]) -> Claim:
    return Claim(
        rule=rule.id,
        type=TYPE,
        subject=group,
        object=listed.value.kind,
        value=listed.value,
        sentence=sentence.index,
        start=listed.start,
        end=listed.end,
    )


def _value(text: str, match: Match, rule: Rule, lexicon: Lexicon) -> Members | None:
    place = match.slots.get("members")
    if place is None:
        return None
    exhaustive = bool(rule.options.get("exhaustive"))
    for found in find(text, lexicon):
        if found.start < place[1] and place[0] < found.end:
            return replace(found.value, exhaustive=found.value.exhaustive or exhaustive)
    words = text[slice(*place)]
    items = tuple(words[start:end] for start, end in split_list(words, lexicon))
    return Members(items, exhaustive=exhaustive) if items else None


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """Complete lists are compared as sets; a list that only says "including" leaves room for others."""
    return relate_members(members(before), members(after), lexicon)


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The group and its members in any order."""
    value = members(claim)
    names = sorted(name_key(member, lexicon) for member in value.members)
    return repr((name_key(claim.subject or "", lexicon), names, value.count, value.exhaustive))


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """1 for lists of the same group, 0 for lists with nothing in common but their place."""
    if before.subject and before.subject == after.subject:
        return 1.0
    shared = set(members(before).members) & set(members(after).members)
    return 0.6 if shared else 0.2


def members(claim: Claim) -> Members:
    """The claim's list."""
    assert isinstance(claim.value, Members)
    return claim.value


def _names_all(value: Members) -> bool:
    """True for a list of names, and for anything that is announced with its kind or number.

    Figures make a table of an enumeration, and long items make clauses of it.
    """
    if any(_FIGURE.search(name) or name.count(" ") >= _LONGEST_ITEM for name in value.members):
        return False
    return value.exhaustive or value.count is not None or all(name[:1].isupper() for name in value.members)


def _group(text: str, found: Found[Members], lexicon: Lexicon) -> Found[Name] | None:
    """The name before the list that is no part of what announces it ("five Central Asian countries")."""
    kind = text.rfind(found.value.kind, 0, found.start) if found.value.kind else -1
    end = kind if kind >= 0 else found.start
    names = [name for name in find_names(text, lexicon) if name.end <= end]
    return names[-1] if names else None


def _stated(text: str, found: Found[Members], lexicon: Lexicon) -> int:
    """Where the number of the members is stated before the list, else where the list begins."""
    for figure in reversed(mentions(text, lexicon).quantities):
        near = 0 <= found.start - figure.end <= _LONGEST_LEAD
        if near and found.value.count is not None and figure.value.low == found.value.count:
            return figure.start
    return found.start


def _announcement(text: str, start: int, end: int) -> int:
    """Where the words between the group's name and its list begin; `end` when they are too many."""
    lead = _LEAD.match(text, start)
    begin = lead.end() if lead else start
    return begin if end - begin <= _LONGEST_LEAD else end
