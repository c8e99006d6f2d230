"""What a rule's message may name in braces."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reconcile.text.late import late

# What every finding has.
FIELDS = frozenset(
    {
        "subject", "object", "old", "new", "around", "kept", "added", "removed", "relation", "when", "where",
        "speaker",
    }
)  # fmt: skip
# The keys of the values of the report, format 1.
VALUE_KEYS = frozenset(
    {
        "members", "count", "exhaustive", "low", "high", "unit", "approximator", "edtf", "event", "date",
        "words", "speaker", "name", "aliases", "text",
    }
)  # fmt: skip
_PLACE = late(r"\{([^{}]*)\}")


def unknown_places(message: str, slots: Collection[str]) -> Iterator[tuple[int, str, list[str]]]:
    """Offset, words and known alternatives of every `{…}` of `message` that nothing can fill.

    `slots` are those of the rule's patterns; `{old.x}` and `{new.x}` name a slot or a key of the value.
    """
    for match in _PLACE.finditer(message):
        side, dot, key = match.group(1).partition(".")
        if dot and side in ("old", "new"):
            known, word = VALUE_KEYS.union(slots), key
        else:
            known, word = FIELDS.union(slots), match.group(1)
        if word not in known:
            yield match.start(), match.group(1), sorted(known)
