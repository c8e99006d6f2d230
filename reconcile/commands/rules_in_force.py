"""The rules a command works with; a pack there is none of is told at its place in the project file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from reconcile import rulebook
from reconcile.claim import TYPES, WHOLE_TYPES, RuleBook
from reconcile.errors import UsageError
from reconcile.project import Project
from reconcile.rulebook.packs import UnknownPack


def rules_in_force(
    project: Project,
    packs: Sequence[str],
    base: Path | None = None,
    given: Mapping[str, Mapping[str, str]] | None = None,
) -> RuleBook:
    """The rules of `packs`, those of the project or others instead; the rest is as `rulebook.load` has it."""
    try:
        return rulebook.load(packs, base, claims=(*TYPES, *WHOLE_TYPES), given=given)
    except UnknownPack as error:
        if error.name not in project.rules:
            raise UsageError(str(error)) from error
        raise project.mistake(f"rules[{project.rules.index(error.name)}]", str(error)) from error
