"""list: every rule in force. explain ID: one of them, with its patterns and examples. test [PATH]: do the
rules of a pack (a folder; default: all in force) say of their own examples what they promise?
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence

from reconcile import rulebook
from reconcile.claim import WHOLE_TYPES, Rule, RuleBook
from reconcile.claims import CLAIM_TYPES
from reconcile.commands.arguments import add_project
from reconcile.commands.inputs import project_and_rules
from reconcile.commands.proof import broken, unknown_options
from reconcile.errors import ConfigError, UsageError


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile rules`."""
    parser.add_argument("verb", choices=("list", "explain", "test"), help="what to do, see below")
    parser.add_argument("what", nargs="?", metavar="ID|PATH", help="the rule to explain, or the pack to test")
    add_project(parser)


def run(arguments: Namespace) -> int:
    """Do what the verb says; `test` exits with 1 when an example fails."""
    if arguments.verb == "test":
        return _test(arguments)
    _, book = project_and_rules(arguments)
    lines = _list(book.rules) if arguments.verb == "list" else _explain(book, arguments.what)
    print("\n".join(lines))
    return 0


def _list(rules: Sequence[Rule]) -> Iterator[str]:
    width = max((len(rule.id) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.id:<{width}}  {rule.claim:<12} {rule.pack:<24} {rule.why}"


def _explain(book: RuleBook, id: str | None) -> Iterator[str]:
    known = [rule.id for rule in book.rules]
    if id not in known:
        raise UsageError(_which(id, known))
    rule = book.rule(id)
    yield f"{rule.id} ({rule.claim}, pack {rule.pack})"
    yield f"  {rule.why}"
    yield f"  says: {rule.message}"
    for pattern in rule.patterns:
        yield f"  reads: {getattr(pattern, 'source', pattern)}"
    for relation, level in rule.levels.items():
        yield f"  {relation.value} is a matter of level {level.value}"
    for example in (*rule.silent, *rule.speaks):
        said = "silent" if example.relation is None else f"{example.relation.value} {example.level or ''}"
        yield f"  {said.strip()}:"
        yield f"    old  {example.old}"
        yield f"    new  {example.new}"


def _which(id: str | None, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    if id is None:
        return "rules explain needs a rule's id; reconcile rules list shows them"
    near = get_close_matches(id, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else "reconcile rules list shows them"
    return f"there is no rule {id!r}; {hint}"


def _test(arguments: Namespace) -> int:
    _, book = project_and_rules(arguments)
    pack = arguments.what
    if pack:
        # The core pack has the word lists without which no pack can read a sentence.
        packs = dict.fromkeys(["core", pack])
        book = rulebook.load(list(packs), claims=(*CLAIM_TYPES, *WHOLE_TYPES))
    rules = [rule for rule in book.rules if not pack or rule.pack == pack]
    if wrong := [line for rule in rules for line in unknown_options(rule)]:
        raise ConfigError(wrong)
    failures = [line for rule in rules for line in broken(rule, book)]
    print("\n".join(failures), file=sys.stderr, end="\n" if failures else "")
    count = sum(len(rule.silent) + len(rule.speaks) for rule in rules)
    print(f"{len(rules)} rules, {count} examples, {len(failures)} failed")
    return int(bool(failures))
