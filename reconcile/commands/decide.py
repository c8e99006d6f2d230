"""ID is that of a finding, as the report prints it; its first characters will do. What is right:

  new          the new text            neither      neither text; say what is with --value
  old          the old text            false-alarm  this is no change of facts
  both         both texts hold         later        put off, and still to do

Findings are those of the project, of OLD and NEW, or of a report: reconcile decide ID new report.yaml.
With --from, the bundle that the page of the report or review lets you download is written as decisions.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from reconcile.commands.desks import add_desk, desk, findings_of, pick
from reconcile.decisions.bundle import decisions_of, read_bundle
from reconcile.decisions.decision import STATUSES, Decision
from reconcile.decisions.guard import words
from reconcile.decisions.make import decide, shared_keys
from reconcile.decisions.write import save_all
from reconcile.errors import UsageError
from reconcile.fields import replace
from reconcile.files import read_text
from reconcile.report.visible import visible
from reconcile.review.desk import Desk


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile decide`."""
    parser.add_argument("id", metavar="ID", nargs="?", help="the id of a finding, or its beginning")
    parser.add_argument("status", metavar="DECISION", nargs="?", help=f"one of {', '.join(STATUSES)}")
    parser.add_argument("--why", metavar="TEXT", help="the reason; needed unless it is put off (later)")
    parser.add_argument("--value", metavar="TEXT", help="what is right, in words, where neither text has it")
    parser.add_argument("--expires", metavar="DAY", help="the last day it holds, such as 2031-12-31")
    parser.add_argument("--from", dest="bundle", metavar="FILE", help="a bundle of decisions from the page")
    add_desk(parser)


def run(arguments: Namespace) -> int:
    """Write what was decided; 1 when some of a bundle could not be."""
    if arguments.bundle:
        return _bundle(arguments)
    if not arguments.id or not arguments.status:
        raise UsageError("give ID and DECISION, or --from FILE; see reconcile decide --help")
    if arguments.status in STATUSES and arguments.status != "later" and not (arguments.why or "").strip():
        raise UsageError('a decision needs its reason; add --why "…"')
    at = desk(arguments, findings_of(arguments))
    made = decide(
        pick(at.findings, arguments.id),
        arguments.status,
        why=arguments.why or "",
        value=arguments.value,
        expires=arguments.expires,
        by=at.by,
        day=at.day,
    )
    _save(at, (made,))
    if arguments.staged:
        print(f"next: git add {at.folder.as_posix()}")
    return 0


def _bundle(arguments: Namespace) -> int:
    """With --from there is no ID, so the first arguments are files."""
    arguments.files = [name for name in (arguments.id, arguments.status) if name] + arguments.files
    given = read_bundle(read_text(Path(arguments.bundle)), arguments.bundle)
    if arguments.by is not None:
        given = tuple(replace(word, by=arguments.by) for word in given)
    at = desk(arguments, findings_of(arguments))
    made, problems = decisions_of(given, at.findings, by=at.by, day=at.day)
    _save(at, made)
    for problem in problems:
        print(f"reconcile: {problem}", file=sys.stderr)
    print(f"{len(made)} of {len(given)} decisions written")
    return int(bool(problems))


def _save(at: Desk, decisions: tuple[Decision, ...]) -> None:
    saved = save_all(at.folder, decisions, apart=shared_keys(at.findings))
    for made, one in zip(decisions, saved, strict=True):
        what = f" ({visible(words(made))})" if made.settled else ""
        print(f"{made.id}  {made.status}{what}  {one.path.as_posix()}")
        for older in one.replaced:
            print(f"  replaces the decision for {visible(words(older))} of {older.day}")
