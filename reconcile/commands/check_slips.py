"""Edits that only mend or make slips of the pen: a misspelt word states what the well spelt one does."""

from __future__ import annotations

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.sameness import meaning, slip
from reconcile.text.words import Word, words

_QUOTED = late(r"[\"“”«»„]")


def only_slips(old: str, new: str, lexicon: Lexicon) -> bool:
    """True when the texts differ only in words one of which is no word, and a letter or two from the other.

    Not where something is quoted, whose words are to stay as they were said, nor in names: Jonson may be
    another person than Johnson.
    """
    if _QUOTED.search(old) or _QUOTED.search(new):
        return False
    before, after = words(old), words(new)
    if len(before) != len(after):
        return False
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one.text != other.text]
    return bool(changed) and all(_slipped(one, other, lexicon) for one, other in changed)


def _slipped(one: Word, other: Word, lexicon: Lexicon) -> bool:
    if not (one.text.islower() and other.text.islower() and one.text.isalpha() and other.text.isalpha()):
        return False
    known = meaning(one.folded, lexicon).known, meaning(other.folded, lexicon).known
    return not all(known) and any(known) and slip(one.folded, other.folded)
