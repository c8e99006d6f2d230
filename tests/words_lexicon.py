"""The word lists of the core pack, read once for all tests that need words."""

from __future__ import annotations

from functools import cache

from reconcile.claim import Lexicon
from reconcile.rulebook.lexicon import lexicon_of
from reconcile.rulebook.packs import pack_files

EMPTY = Lexicon("xx")


@cache
def english() -> Lexicon:
    """The English lexicon of rules/core."""
    return lexicon_of(pack_files("core"))
