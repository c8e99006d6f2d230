"""File names of decisions: a person finds them by subject, git merges them by key."""

from __future__ import annotations

import re
import unicodedata

from reconcile.decisions.decision import Decision
from reconcile.sha import sha256
from reconcile.text.fold import fold

SUFFIX = ".yaml"
OWN_NAME = re.compile(r"-[0-9a-f]{8,40}\.yaml$")  # a name that was given here, not by a person
LONGEST = 48  # characters of the subject: with the key, short enough for Windows' paths


def file_name(decision: Decision, *, apart: bool = False) -> str:
    """`subject-key.yaml`; `subject-key-id.yaml` when `apart`, for a key that several findings share.

    Lower case, letters and digits of any script and hyphens only: safe on Windows, and equal on systems
    that ignore case.
    """
    parts = [_slug(decision.subject or decision.claim), _hex(decision.key)]
    return "-".join([*parts, _hex(decision.id)] if apart else parts) + SUFFIX


def plain_ending(decision: Decision) -> str:
    """How `file_name` ends for a decision that has its key for itself."""
    return f"-{_hex(decision.key)}{SUFFIX}"


def key_in(name: str, decision: Decision) -> bool:
    """True for a name that `file_name` may give to a decision of the same key, whatever its subject."""
    return f"-{_hex(decision.key)}" in name


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", fold(text))
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", letters))
    slug = "-".join(words)[:LONGEST]
    while len(slug.encode()) > 2 * LONGEST:
        slug = slug[:-1]
    return slug.strip("-") or "fact"


def _hex(key: str) -> str:
    """The key itself when it may stand in a file name, else a hash of it."""
    return key if re.fullmatch(r"[0-9a-f]{1,40}", key) else sha256(key.encode())[:16]
