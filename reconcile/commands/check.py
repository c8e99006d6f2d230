"""Looks at the edits that are staged, and stops those that contradict a settled fact, a source, another
document of the project or the document itself. With --from-ref it looks at a branch, with --against at one
file beside another, and with --all at what the documents state today. A renamed document is held to what was
settled under its old name. Suppress a finding with a comment,
<!-- reconcile: ignore[RULE] reason -->, on its line or the one before.

Exit code 1 when something fails at the gate: conflicts (the default), changes (every changed fact that is
not settled), or none.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from reconcile.commands.arguments import add_project
from reconcile.commands.check_edits import edits
from reconcile.project import GATES

FORMATS = ("full", "concise", "json", "github", "gitlab", "rdjson", "sarif", "junit")


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `reconcile check`."""
    parser.add_argument(
        "files", metavar="FILE", nargs="*", help="only these documents, or those below these folders"
    )
    parser.add_argument("--staged", action="store_true", help="look at what is staged (the default)")
    parser.add_argument(
        "--from-ref", metavar="A", help="look at what the ref B changed since it parted from the ref A"
    )
    parser.add_argument("--to-ref", metavar="B", help="default: HEAD")
    parser.add_argument(
        "--against", metavar="FILE", help="look at the one FILE as an edit of this one, without git"
    )
    parser.add_argument(
        "--all", action="store_true", help="look at all documents as they are, not at an edit"
    )
    parser.add_argument(
        "--gate", choices=GATES, help="what makes it fail (default: the project's, or conflicts)"
    )
    parser.add_argument("--format", choices=FORMATS, default="full", help="default: full")
    parser.add_argument("-o", "--output", metavar="FILE", help="write there instead of printing")
    parser.add_argument(
        "--explain", metavar="ID", help="print one finding in full, with the steps of its score"
    )
    add_project(parser)
    parser.add_argument("--today", metavar="DAY", help="the day by which expiry is judged (default: today)")


def run(arguments: Namespace) -> int:
    """Check, and print what was found."""
    asked = edits(arguments)  # git is at work while the rest of the program is loaded
    from reconcile.commands.check_run import Work, deliver

    with Work(arguments, asked) as work:
        return deliver(work.checked(), arguments, work.setup.project.check.gate)
