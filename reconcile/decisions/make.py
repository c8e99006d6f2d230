"""From a finding and a person's word to a decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from reconcile.decisions.decision import STATUSES, Decision, Statement, other, statement
from reconcile.errors import UsageError
from reconcile.result import Finding

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def decide(
    finding: Finding,
    status: str,
    *,
    day: str,
    why: str = "",
    by: str = "",
    value: str | None = None,
    expires: str | None = None,
) -> Decision:
    """The decision that `status` (one of STATUSES) settles `finding`.

    `day` and `expires` are YYYY-MM-DD; `value` is what is right, in words, where neither text has it.
    UsageError when the parts do not fit together.
    """
    _check(status, day, expires, value)
    old, new = statement(finding, "old"), statement(finding, "new")
    written = Statement(text=clean(value)) if value else None
    settled, rejected = _split(status, old, new, written)
    sides = [side.document for side in (finding.old, finding.new) if side is not None]
    sides += [said.source] if (said := other(finding)) else []
    return Decision(
        key=finding.key,
        id=finding.id,
        rule=finding.rule,
        documents=tuple(dict.fromkeys(sides)),
        claim=finding.claim,
        subject=finding.subject,
        object=finding.object,
        status=status,
        settled=tuple(part for part in settled if part),
        rejected=tuple(part for part in rejected if part),
        why=clean(why),
        by=clean(by),
        day=day,
        expires=expires,
    )


Parts = tuple[Statement | None, ...]


def _split(
    status: str, old: Statement | None, new: Statement | None, written: Statement | None
) -> tuple[Parts, Parts]:
    """What is settled and what is rejected."""
    if status == "later":
        return (), ()
    if status == "new":
        return (new, written), (old,)
    if status == "old":
        return (old, written), (new,)
    if status == "neither":
        return (written,), (old, new)
    return (old, new, written), ()


def _check(status: str, day: str, expires: str | None, value: str | None) -> None:
    if status not in STATUSES:
        near = get_close_matches(status, STATUSES, 1)
        hint = f'did you mean "{near[0]}"? It' if near else "it"
        raise UsageError(f'"{status}" is no decision; {hint} is one of {", ".join(STATUSES)}')
    if status == "neither" and not (value or "").strip():
        raise UsageError('"neither" says that both texts are wrong; say what is right with --value "…"')
    for name, written in (("day", day), ("expires", expires)):
        if written is not None and not is_day(written):
            raise UsageError(f'{name}: "{written}" is no day; write it as 2031-12-31')


def is_day(text: str) -> bool:
    """True for a day of the calendar written YYYY-MM-DD."""
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


def clean(text: str) -> str:
    """`text` without control characters and broken surrogates, which no file could hold."""
    return _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def shared_keys(findings: Iterable[Finding]) -> Mapping[str, frozenset[str]]:
    """The keys that several findings share, with the ids of these: each gets a file of its own."""
    ids: dict[str, set[str]] = {}
    for finding in findings:
        ids.setdefault(finding.key, set()).add(finding.id)
    return {key: frozenset(found) for key, found in ids.items() if len(found) > 1}
