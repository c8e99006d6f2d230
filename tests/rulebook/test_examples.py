"""Every rule of every pack keeps the promise of its examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import rulebook
from reconcile.claim import WHOLE_TYPES, Rule
from reconcile.claims import CLAIM_TYPES
from reconcile.commands.proof import broken, unknown_options

PACKS = sorted(folder.name for folder in (Path(__file__).parents[2] / "rules").iterdir() if folder.is_dir())
BOOK = rulebook.load(PACKS, claims=(*CLAIM_TYPES, *WHOLE_TYPES))


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_examples_are_kept(rule: Rule) -> None:
    assert [*unknown_options(rule), *broken(rule, BOOK)] == []
