"""All edits of a check, one after the other: findings at the level they have here, ignored ones left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.claim import Qualifiers
from reconcile.commands.check_across import Across
from reconcile.commands.check_decided import AllDecided
from reconcile.commands.check_edits import Edits, skipped, unmerged
from reconcile.commands.check_named import nothing_to_check, wanted
from reconcile.commands.check_one import Look, look
from reconcile.commands.check_setup import Setup, Unreadable
from reconcile.errors import FatalError
from reconcile.fields import frozen, replace
from reconcile.identity import finding_id, key
from reconcile.ignores import Ignore, ignores
from reconcile.model import Document, Level
from reconcile.result import Finding, Side
from reconcile.span import Lines

_RULE = "unused-ignore"
_REASONS = {"source": 1, "internal": 2, "across": 3}  # a decision is the strongest reason, and told first


@frozen(kw_only=True)
class Checked:
    """What a check comes to. Documents go by their paths; findings name them so."""

    files: tuple[str, ...]  # the documents that were looked at
    findings: tuple[Finding, ...]
    documents: tuple[Document, ...] = ()
    notices: tuple[str, ...] = ()  # what could not be checked, in sentences
    ignored: int = 0
    settled: int = 0


def check_edits(edits: Edits, setup: Setup, across: Across, decided: AllDecided) -> Checked:
    """Every edit that is wanted. FatalError when one of them is in conflict."""
    changed = {change.new: change for change in edits.changed if change.new}
    names = [edits.against.path] if edits.against else wanted(edits, setup, changed)
    decisions = f"{setup.prefix}{setup.project.decisions}/"
    for path in unmerged(edits):
        if path in names or path.startswith(decisions):
            raise FatalError(f"{path}: is in conflict; resolve it and git add it, then check again")
    notices = [*skipped(edits, names), *(() if names else nothing_to_check(setup))]
    odd = {notice.split(" is ", 1)[0] for notice in notices}
    looks: list[tuple[str, Look]] = []
    for path in names:
        if path in odd:
            continue
        try:
            edit = edits.against or edits.read(changed[path])
            looks.append((path, look(edit, setup, across, decided.at(path, changed.get(path)))))
        except Unreadable as error:
            notices.append(f"{path} was not checked: {str(error).removeprefix(f'{path}: ')}")
    notices += decided.notices()
    return collect(looks, notices, setup.sources if any(one.findings for _, one in looks) else ())


def collect(
    looks: Sequence[tuple[str, Look]], notices: Sequence[str], sources: Sequence[Document]
) -> Checked:
    """The looks as one, without what is told twice or ignored."""
    documents: dict[str, Document] = {}
    for document in (*(one for _, each in looks for one in each.documents), *sources):
        documents.setdefault(document.id, document)
    findings: list[Finding] = []
    ignored = 0
    for path, each in looks:
        kept, quiet, unused = _heeded(each, documents.get(path))
        findings += [*_once(kept), *unused]
        ignored += quiet
    return Checked(
        files=tuple(path for path, _ in looks),
        findings=tuple(_each_pair_once(findings)),
        documents=tuple(documents.values()),
        notices=tuple(notices),
        ignored=ignored,
        settled=sum(each.settled for _, each in looks),
    )


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """One finding a fact: without what an error at the same words tells already."""
    errors: list[Finding] = []
    ranked = sorted(findings, key=lambda one: (one.level is not Level.ERROR, _REASONS.get(one.kind, 0)))
    for finding in ranked:
        if finding.new and any(_same_fact(finding, one) for one in errors):
            continue
        errors += [finding] if finding.level is Level.ERROR else []
        yield finding


def _same_fact(finding: Finding, error: Finding) -> bool:
    if finding.new is None or error.new is None or not finding.new.span.overlaps(error.new.span):
        return False
    if finding.rule == "same-fact" and finding.kind == error.kind == "internal":
        return True
    return finding.key == error.key or (finding.kind == "change" and finding.level is not Level.ERROR)


def _each_pair_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """When both documents of a contradiction were edited it is told at the first."""
    seen: set[frozenset[tuple[str, int]]] = set()
    for finding in findings:
        if finding.rule == "same-fact" and finding.old and finding.new:
            sides = (finding.old, finding.new)
            pair = frozenset((side.document, side.span.start) for side in sides)
            if pair in seen:
                continue
            seen.add(pair)
        yield finding


def _heeded(each: Look, document: Document | None) -> tuple[list[Finding], int, list[Finding]]:
    """The findings that no comment silences, how many were, and what is to be said of the comments."""
    comments = ignores(document.text) if document else ()
    if document is None or not comments:
        return list(each.findings), 0, []
    lines = Lines(document.text)
    used: set[Ignore] = set()
    kept: list[Finding] = []
    for finding in each.findings:
        covering = [one for one in comments if _covers(one, finding, document, lines)]
        used.update(covering)
        kept += [] if covering else [finding]
    unused = [
        _unused(one, document)
        for one in comments
        if one not in used and (one.problem or _touches(one, each, document, lines))
    ]
    return kept, len(each.findings) - len(kept), unused


def _covers(one: Ignore, finding: Finding, document: Document, lines: Lines) -> bool:
    side = finding.new if finding.new and finding.new.document == document.id else None
    if side is None:
        return False
    spans = [document.sentences[index].span for index in side.sentences] or [side.span]
    first, last = lines.at(spans[0].start)[0], lines.at(spans[-1].end)[0]
    return one.covers(first, last, (finding.rule, finding.claim))


def _touches(one: Ignore, each: Look, document: Document, lines: Lines) -> bool:
    """True when the edit touched what the comment speaks for."""
    touched = (document.sentences[index].span for index in each.touched)
    return any(
        lines.at(span.start)[0] <= line <= lines.at(span.end)[0] for span in touched for line in one.lines
    )


def _unused(one: Ignore, document: Document) -> Finding:
    names = ", ".join(one.names)
    message = one.problem or f"the comment that ignores {names} silences nothing; delete it"
    text = one.span.of(document.text)
    name = key(document.id, _RULE, names, text, Qualifiers())
    return Finding(
        id=finding_id(name, None, None),
        key=name,
        kind="comment",
        rule=_RULE,
        claim="comment",
        relation=None,
        level=Level.WARNING,
        score=0.5,
        subject=None,
        object=None,
        message=message,
        why="a comment that silences findings says which and why, and goes when it is of no use",
        old=None,
        new=Side(document=document.id, text=text, span=one.span, context=text),
    )


def gated(checked: Checked, gate: str) -> Checked:
    """`checked` with the levels of the gate: under `changes` every unsettled changed fact is an error."""
    if gate != "changes":
        return checked
    findings = tuple(
        replace(one, level=Level.ERROR, score=max(one.score, 0.5))
        if one.kind == "change" and one.level is Level.WARNING
        else one
        for one in checked.findings
    )
    return replace(checked, findings=findings)
