"""The word lists of the core pack, read once for all tests that need words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reconcile.claim import Lexicon
from reconcile.rulebook.lexicon import read_lexicon

EMPTY = Lexicon("xx")


@cache
def english() -> Lexicon:
    """The English lexicon of rules/core."""
    return read_lexicon([Path(__file__).resolve().parent.parent / "rules" / "core"])
