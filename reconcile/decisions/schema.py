"""What must stand in the file of a decision. Unknown keys are left alone: a later format may need them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from reconcile.claim import TYPES, WHOLE_TYPES
from reconcile.decisions.decision import FORMAT, STATUSES
from reconcile.decisions.make import is_day
from reconcile.fields import frozen
from reconcile.model import Json

KEYS = (
    "format", "key", "id", "rule", "documents", "claim", "subject", "object", "qualifiers",
    "status", "settled", "rejected", "why", "by", "day", "expires",
)  # fmt: skip
CLAIMS = (*TYPES, *WHOLE_TYPES, "comment")  # a comment that ignores findings is no claim, and can be settled
_REQUIRED = ("format", "key", "id", "claim", "status", "day")
_TEXTS = ("key", "id", "rule", "claim", "subject", "object", "status", "why", "by", "day", "expires")


@frozen
class Problem:
    """What is wrong, and the way to it from the top of the file."""

    where: tuple[str | int, ...]
    what: str


def problems(data: Json) -> Iterator[Problem]:
    """Each mistake of one decision as it was read from YAML."""
    if not isinstance(data, dict):
        yield Problem((), "is no decision; it must be a mapping with key, id, status …")
        return
    if isinstance(number := data.get("format"), int) and number > FORMAT:
        yield Problem(("format",), f"format {number} was written by a later reconcile; upgrade to read it")
        return
    yield from _missing(data)
    for name in _TEXTS:
        if name in data and data[name] is not None and not isinstance(data[name], str):
            yield Problem((name,), f"{name} must be text, not {data[name]!r}; put it in quotation marks")
    yield from _words(data)
    for name in ("settled", "rejected"):
        yield from _statements(name, data.get(name))
    documents = data.get("documents") or []
    if not isinstance(documents, list) or not all(isinstance(item, str) for item in documents):
        yield Problem(("documents",), "documents must be a list of document ids")
    if not isinstance(data.get("qualifiers") or {}, dict):
        yield Problem(("qualifiers",), "qualifiers must be a mapping, such as {when: 2005}")


def _missing(data: Mapping[str, Json]) -> Iterator[Problem]:
    for name in _REQUIRED:
        if data.get(name) in (None, ""):
            near = get_close_matches(name, [key for key in data if key not in KEYS], 1)
            hint = f' (did you mean it by "{near[0]}"?)' if near else ""
            yield Problem((), f'"{name}" is missing{hint}')


def _words(data: Mapping[str, Json]) -> Iterator[Problem]:
    status = data.get("status")
    if isinstance(status, str) and status not in STATUSES:
        near = get_close_matches(status, STATUSES, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"it is one of {', '.join(STATUSES)}"
        yield Problem(("status",), f'"{status}" is no decision; {hint}')
    claim = data.get("claim")
    if isinstance(claim, str) and claim and claim not in CLAIMS:
        near = get_close_matches(claim, CLAIMS, 1)
        hint = f'did you mean "{near[0]}"?' if near else f"it is one of {', '.join(CLAIMS)}"
        yield Problem(("claim",), f'"{claim}" is no claim type; {hint}')
    for name in ("day", "expires"):
        if isinstance(written := data.get(name), str) and written and not is_day(written):
            yield Problem((name,), f'{name}: "{written}" is no day; write it as 2031-12-31')


def _statements(name: str, data: Json) -> Iterator[Problem]:
    if data is not None and not isinstance(data, list):
        yield Problem((name,), f"{name} must be a list of {{text, value}}")
        return
    for number, item in enumerate(data or []):
        if not isinstance(item, dict) or not isinstance(item.get("text"), str):
            yield Problem((name, number), f"{name}[{number}] must have a text in quotation marks")
        elif not isinstance(item.get("value") or {}, dict):
            yield Problem((name, number, "value"), f"{name}[{number}].value must be a mapping")
        elif not isinstance(item.get("sources") or [], list):
            yield Problem((name, number, "sources"), f"{name}[{number}].sources must be a list of ids")
