"""Lists the decisions. A decision is stale when no document of the project states its fact any more.

Stale ones are listed by --stale and deleted only on --drop-stale. --stats tells, rule by rule, how many
findings people found to be false alarms.

A decision is of a document by its name. Where that was changed, --renamed has the decisions follow: those of
OLD to NEW, or alone all whose documents git knows to be renamed, staged or committed.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from reconcile.commands.arguments import add_rules
from reconcile.commands.decisions_renamed import astray, have_follow
from reconcile.commands.folders import add_folder, folder_of, today
from reconcile.commands.stated import stated_keys
from reconcile.commands.table import table
from reconcile.decisions.decision import Decision
from reconcile.decisions.facts import false_alarms
from reconcile.decisions.guard import stale, words
from reconcile.decisions.read import load
from reconcile.decisions.write import drop
from reconcile.model import Json
from reconcile.project import load_nearest
from reconcile.text.plural import counted

COLUMNS = ("id", "decision", "subject", "claim", "settled", "by", "day", "expires")
STATS = ("rule", "decided", "false_alarms", "precision")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile decisions`."""
    add_folder(parser)
    add_rules(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--stale", action="store_true", help="only those whose fact no document states")
    what.add_argument("--drop-stale", action="store_true", help="delete those")
    what.add_argument(
        "--renamed", metavar=("OLD", "NEW"), nargs="*", help="have decisions follow renamed documents"
    )
    what.add_argument("--stats", action="store_true", help="false alarms by rule")
    parser.add_argument("--today", metavar="DAY", help="the day by which expiry is judged (default: today)")


def run(arguments: Namespace) -> int:
    """Print decisions, drop the stale ones, or have them follow their documents."""
    if arguments.renamed is not None:
        return have_follow(arguments)
    project, day = load_nearest(arguments.project), today(arguments.today)
    folder = folder_of(arguments, project)
    found = load(folder)
    if arguments.stats:
        rows = false_alarms(found)
        print("\n".join(table(rows, STATS)) if rows else "nothing was decided yet")
        return 0
    elsewhere, notices = astray(found, project, folder)
    if arguments.stale or arguments.drop_stale:
        found = tuple(one for one in stale(found, stated_keys(arguments)) if one.path not in elsewhere)
    if arguments.drop_stale:
        for path in drop(folder, found):
            print(f"deleted: {path.as_posix()}")
    else:
        _list(found, day, "no decision is stale" if arguments.stale else "nothing was decided yet")
    for notice in notices:
        print(f"reconcile: {notice}", file=sys.stderr)
    return 0


def _list(decisions: tuple[Decision, ...], day: str, none: str) -> None:
    print("\n".join(table([_row(one, day) for one in decisions], COLUMNS)) if decisions else none)
    if decisions:
        expired = sum(not one.holds_on(day) for one in decisions)
        number = counted(len(decisions), "decision")
        print(f"\n{number}" + (f", {expired} expired" if expired else ""))


def _row(one: Decision, day: str) -> dict[str, Json]:
    expires = one.expires or ""
    return {
        "id": one.id,
        "decision": one.status,
        "subject": one.subject,
        "claim": one.claim,
        "settled": words(one) if one.status not in ("later", "false-alarm") else "",
        "by": one.by,
        "day": one.day,
        "expires": expires if one.holds_on(day) else f"{expires} (expired)",
    }
