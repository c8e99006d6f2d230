"""The findings of a check, of what is staged or of all documents, for the commands that settle them."""

from __future__ import annotations

from argparse import Namespace

from reconcile.commands.check_edits import edits
from reconcile.commands.check_formats import as_result
from reconcile.commands.check_run import Work
from reconcile.result import Result


def checked_result(arguments: Namespace) -> Result:
    """What `reconcile check --staged`, or `--all`, finds in the files that are named or in all, as one."""
    asked = Namespace(
        files=arguments.files,
        staged=arguments.staged,
        from_ref=None,
        to_ref=None,
        against=None,
        all=arguments.all,
        project=arguments.project,
        rules=arguments.rules,
        today=None,
    )
    with Work(asked, edits(asked)) as work:
        return as_result(work.checked())
