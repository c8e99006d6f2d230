"""Opens the findings in the browser: each is settled by a click or a key, and written at once as a small
file in the folder of decisions. Ctrl-C ends it.

Findings are those of the project, of OLD and NEW, or of a report: reconcile review reports/report.yaml.
--terminal asks in the terminal instead, one key each; it exits with 1 while a finding is open, and without
a terminal prints the pending findings and the exact commands.
"""

from __future__ import annotations

import sys
import webbrowser
from argparse import ArgumentParser, Namespace

from reconcile.commands.desks import add_desk, compared, desk, findings_of
from reconcile.commands.keyboard import keyboard
from reconcile.report.order import by_importance
from reconcile.review.page import page_of
from reconcile.review.server import serve
from reconcile.review.terminal import commands, review
from reconcile.text.plural import counted


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile review`."""
    add_desk(parser)
    parser.add_argument("--terminal", action="store_true", help="ask in the terminal, one key each")
    parser.add_argument("--no-browser", action="store_true", help="print the address, and open no browser")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="the port (default: a free one)")


def run(arguments: Namespace) -> int:
    """Review until it is left; with --terminal, 1 while a finding is open."""
    if arguments.terminal:
        return _terminal(arguments)
    result = compared(arguments)
    at = desk(arguments, by_importance(result.findings))
    page, policy = page_of(result)

    def ready(address: str) -> None:
        what = counted(len(at.findings), "finding")
        print(f"reviewing {what} at {address}\nCtrl-C ends the review", flush=True)
        if not arguments.no_browser:
            webbrowser.open(address)

    serve(at, page, policy=policy, port=arguments.port, ready=ready)
    left = len(at.pending())
    print(f"{len(at.findings) - left} of {len(at.findings)} settled")
    return 0


def _terminal(arguments: Namespace) -> int:
    at = desk(arguments, findings_of(arguments))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("\n".join(commands(at)))
        return int(bool(at.pending()))
    left = review(at, keyboard())
    print(f"\n{len(at.findings) - left} of {len(at.findings)} settled")
    return int(bool(left))
