"""The reconciled document of record: subject, claim, value, since when, and which sources back it.

False alarms and what was put off settle no fact. Expired decisions are left out, as --today has it.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

import yaml

from reconcile.commands.folders import add_folder, folder_of, today
from reconcile.commands.table import table
from reconcile.decisions.facts import facts
from reconcile.decisions.guard import in_force
from reconcile.decisions.read import load

COLUMNS = ("subject", "claim", "object", "text", "since", "sources")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile facts`."""
    add_folder(parser)
    parser.add_argument("--format", choices=("table", "yaml"), default="table", help="default: table")
    parser.add_argument("--today", metavar="DAY", help="the day by which expiry is judged (default: today)")


def run(arguments: Namespace) -> int:
    """Print the settled facts."""
    rows = facts(in_force(load(folder_of(arguments)), today(arguments.today)))
    if arguments.format == "yaml":
        text = yaml.safe_dump({"format": 1, "facts": rows}, allow_unicode=True, sort_keys=False, width=100)
        sys.stdout.write(text)
    elif rows:
        print("\n".join(table(rows, COLUMNS)))
    else:
        print("no fact is settled yet; settle findings with: reconcile review")
    return 0
