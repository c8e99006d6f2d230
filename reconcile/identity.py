"""Keys and ids that survive edits elsewhere: no rule name, no wording and no line goes into them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reconcile.claim import Claim, Qualifiers
from reconcile.model import Json
from reconcile.sha import sha256
from reconcile.text.fold import fold

_LENGTH = 12  # hex digits: 48 bits, so that ten thousand findings collide once in five million documents


def digest(*parts: Json) -> str:
    """The first hex digits of SHA-256 over `parts` as canonical JSON."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(text.encode())[:_LENGTH]


def claim_key(document: str, claim: Claim) -> str:
    """The key of `claim` in the document with this id: type, subject, object and qualifiers, no value."""
    return key(document, claim.type, claim.subject, claim.object, claim.qualifiers)


def key(document: str, type: str, subject: str | None, object: str | None, qualifiers: Qualifiers) -> str:
    """Which fact of which document is meant, whatever its value."""
    return digest(
        document,
        type,
        fold(subject or ""),
        fold(object or ""),
        [qualifiers.when, qualifiers.where, qualifiers.attributed_to],
    )


def finding_id(key: str, old: Mapping[str, Json] | None, new: Mapping[str, Json] | None) -> str:
    """The id of the finding that the fact `key` went from `old` to `new`."""
    return digest(key, dict(old) if old is not None else None, dict(new) if new is not None else None)
