"""The bundle that the static page downloads: what a reviewer decided, to be turned into files.

{"format": 1, "by": "Ana", "decisions": [{"id": "1f3a9c02b7de", "key": "…", "status": "new", "why": "…",
 "value": "…", "day": "2031-01-31"}]}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from reconcile.decisions.decision import STATUSES, Decision
from reconcile.decisions.make import decide
from reconcile.errors import ConfigError, UsageError
from reconcile.fields import frozen
from reconcile.model import Json
from reconcile.result import Finding

FORMAT = 1
TEXTS = ("id", "status", "why", "value", "by", "day", "expires")


@frozen(kw_only=True)
class Word:
    """One decision as a reviewer gave it, not yet tied to its finding. `day` is None for today."""

    id: str
    status: str
    why: str = ""
    value: str | None = None
    by: str | None = None
    day: str | None = None
    expires: str | None = None


def read_bundle(text: str, name: str) -> tuple[Word, ...]:
    """The decisions in the text of a bundle; ConfigError tells every mistake, with `name` for the file."""
    try:
        data: Json = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConfigError([f"{name}: is no bundle of decisions: {error}"]) from error
    rows = data.get("decisions") if isinstance(data, dict) else None
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(rows, list):
        raise ConfigError([f"{name}: is no bundle of decisions; it is the file the page's Download gives"])
    problems = [f"{name}: {problem}" for n, row in enumerate(rows) for problem in word_problems(row, n)]
    if problems:
        raise ConfigError(problems)
    by = data.get("by")
    return tuple(word(row, by if isinstance(by, str) and by else None) for row in rows)


def word_problems(row: Json, number: int) -> Iterator[str]:
    """What is wrong with one row of a bundle."""
    where = f"decisions[{number}]"
    if not isinstance(row, dict):
        yield f"{where} must be a mapping with id and status"
        return
    for part in TEXTS:
        if row.get(part) is not None and not isinstance(row[part], str):
            yield f"{where}.{part} must be text, not {row[part]!r}"
    if not row.get("id"):
        yield f"{where}.id is missing; it is the id of a finding"
    if row.get("status") not in STATUSES:
        yield f"{where}.status must be one of {', '.join(STATUSES)}, not {row.get('status')!r}"


def word(row: Json, by: str | None = None) -> Word:
    """One row of a bundle that has no problems; `by` stands in where the row names nobody."""
    assert isinstance(row, dict)
    given = {part: text for part in TEXTS if isinstance(text := row.get(part), str) and text}
    return Word(
        id=given["id"],
        status=given["status"],
        why=given.get("why", ""),
        value=given.get("value"),
        by=given.get("by", by),
        day=given.get("day"),
        expires=given.get("expires"),
    )


def decisions_of(
    words: Iterable[Word], findings: Iterable[Finding], *, by: str, day: str
) -> tuple[tuple[Decision, ...], tuple[str, ...]]:
    """The decisions the words come to, and one sentence for each word that cannot become one.

    `by` and `day` (YYYY-MM-DD) stand in where a word has none of its own.
    """
    by_id = {finding.id: finding for finding in findings}
    made: dict[tuple[str, str], Decision] = {}
    problems = []
    for one in words:
        finding = by_id.get(one.id)
        if finding is None:
            problems.append(f"{one.id}: the report has no such finding any more; look at it again")
            continue
        try:
            made[finding.key, finding.id] = _decision(one, finding, by, day)
        except UsageError as error:
            problems.append(f"{one.id}: {error}")
    return tuple(made.values()), tuple(problems)


def _decision(one: Word, finding: Finding, by: str, day: str) -> Decision:
    return decide(
        finding,
        one.status,
        why=one.why,
        by=one.by or by,
        day=one.day or day,
        value=one.value,
        expires=one.expires,
    )
