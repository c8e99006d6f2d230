"""Decisions that were made and are not staged: a check of what is staged does not see them."""

from __future__ import annotations

from pathlib import Path

from reconcile.commands.check_setup import Setup
from reconcile.commands.check_work import Checked
from reconcile.decisions.decision import Decision
from reconcile.decisions.read import parse
from reconcile.errors import FatalError
from reconcile.fields import replace
from reconcile.files import read_text


def with_waiting(checked: Checked, setup: Setup, folder: Path) -> Checked:
    """`checked` with a notice where some findings are decided in `folder`, on the disk, and not as staged."""
    if not folder.is_relative_to(setup.state.root):
        return checked
    keys = {finding.key: finding.id for finding in checked.findings}
    number = 0
    for path in sorted(folder.glob("*.yaml")):
        there = _read(path) if any(key in path.name for key in keys) else None
        decided = there is not None and keys.get(there.key) == there.id
        number += decided and there != _staged(path.relative_to(setup.state.root).as_posix(), setup)
    if not number:
        return checked
    some = "1 of these findings is" if number == 1 else f"{number} of these findings are"
    shown = folder.relative_to(setup.state.root).as_posix()
    notice = f"{some} decided, and that is not staged: git add {shown}"
    return replace(checked, notices=(*checked.notices, notice))


def _read(path: Path) -> Decision | None:
    try:
        return parse(read_text(path), path.as_posix())
    except FatalError:
        return None


def _staged(path: str, setup: Setup) -> Decision | None:
    return parse(setup.text(path), path) if path in setup.state.files else None
