"""A subject told by its kind, "the choir", where the title above it names the one: "Larkfield Choir"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set

_TITLE = late(r"(?:The\s+)?(?P<name>(?:[^\W\d_a-z][\w’'-]*\s+)+(?P<noun>[^\W\d_]+))")


def full_name(bare: Sequence[str], above: Sequence[str], text: str, lexicon: Lexicon) -> str | None:
    """The name of the one thing of its kind that a heading of the document names; None where there are more.

    `bare` are the content words of the subject, `above` the headings, the outermost first.
    """
    if len(bare) != 1:
        return None
    for heading in reversed(above):
        title = _TITLE.fullmatch(heading.strip())
        if title and lemma(title["noun"].casefold(), lexicon) == bare[0]:
            return title["name"] if _only(title["name"], title["noun"], text, lexicon) else None
    return None


def _only(name: str, noun: str, text: str, lexicon: Lexicon) -> bool:
    """True where the text names no other thing of the kind."""
    last = name.split()[-2]
    small = word_set(lexicon, "determiners") | word_set(lexicon, "prepositions")
    others = re.findall(rf"([^\W\d_a-z][\w’'-]*)\s+(?i:{re.escape(noun)})\b", text)
    return all(other == last or other.casefold() in small for other in others)
