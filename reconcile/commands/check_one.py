"""One edit looked at: what changed, and what of it contradicts decisions, sources, documents or itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.aligning import align
from reconcile.aligning.cells import with_cells
from reconcile.commands.check_across import Across, Stated, stood_before, told, within
from reconcile.commands.check_claims import claim_of
from reconcile.commands.check_decided import Decided
from reconcile.commands.check_edits import Edit
from reconcile.commands.check_setup import Setup
from reconcile.fields import frozen, replace
from reconcile.identity import digest
from reconcile.index.row import Row
from reconcile.index.stating import rows
from reconcile.model import BlockKind, Document, Label, Level, Pair, Relation
from reconcile.result import Finding, Result
from reconcile.text.late import late

_MARKS = late(r"[\d,:]")  # without any of these a sentence is in no conflict with its own document
_LISTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)  # a further one may be one too many


@frozen(kw_only=True)
class Look:
    """What came of one edit. Findings speak of documents by path, the old one by path@state."""

    documents: tuple[Document, ...] = ()
    findings: tuple[Finding, ...] = ()
    touched: frozenset[int] = frozenset()  # sentences of the new version
    settled: int = 0  # findings that decisions have closed


@frozen
class Versions:
    """The two versions of an edit, and the pairs of sentences in which they differ."""

    old: Document
    new: Document
    pairs: tuple[Pair, ...]
    touched: frozenset[int]
    is_new: bool


def look(edit: Edit, setup: Setup, across: Across, decided: Decided) -> Look:
    """What is to be said of `edit`. ReadError when its new text cannot be read."""
    versions = _versions(edit, setup)
    if versions is None or not versions.pairs:
        return Look()
    findings = list(_changes(versions, setup))
    closed = 0
    open_: list[Finding] = []
    for finding in findings:
        judged = _judged(finding, decided)
        closed += judged is None
        open_ += [judged] if judged else []
    keys = {finding.key for finding in findings}
    sentences = [versions.new.sentences[index] for index in sorted(versions.touched)]
    open_ += decided.contradictions(versions.new, sentences, keys, setup.book)
    opposing, documents = _opposed(versions, edit, setup, across)
    for finding in (*_internal(versions, setup), *opposing):
        judged = decided.overlaid(finding)
        closed += judged is None
        open_ += [judged] if judged else []
    return _look(versions, edit, open_, documents, closed)


def _versions(edit: Edit, setup: Setup) -> Versions | None:
    """Both versions; None when the words are the same."""
    new = _read(edit.new, edit.path, setup, setup.entry(edit.path).id)
    old_id = f"{setup.entry(edit.old_path or edit.path).id}@{edit.old_name}"
    old = _read(edit.old or b"", edit.old_path or edit.path, setup, old_id)
    before, after = ([sentence.text for sentence in side.sentences] for side in (old, new))
    if before == after:
        return None
    pairs = with_cells(align(before, after), old, new)
    changed = tuple(pair for pair in pairs if _differs(pair, before, after, setup))
    touched = frozenset(index for pair in changed for index in pair.new)
    return Versions(old, new, changed, touched, edit.old is None)


def _differs(pair: Pair, before: Sequence[str], after: Sequence[str], setup: Setup) -> bool:
    one, other = " ".join(before[n] for n in pair.old), " ".join(after[n] for n in pair.new)
    if one == other:
        return False
    from reconcile.commands.check_slips import only_slips

    return not only_slips(one, other, setup.book.lexicon)


def _read(data: bytes, path: str, setup: Setup, id: str) -> Document:
    if not data.strip():
        return Document(id=id, path=path, sha256=digest(""), reader="plain", text="", blocks=())
    return setup.read(data, path, id=id)


def _changes(versions: Versions, setup: Setup) -> Iterator[Finding]:
    """The changed facts, with what the sources say; a new file changes none."""
    from reconcile.changes import changes

    found = () if versions.is_new else changes(versions.old, versions.new, versions.pairs, setup.book)
    if not setup.project.sources:
        yield from found
        return
    from reconcile.commands.check_sources import refuted
    from reconcile.verdicts import check

    result = Result(
        old=versions.old,
        new=versions.new,
        sources=setup.sources,
        pairs=versions.pairs,
        findings=found,
        packs=setup.book.packs,
    )
    yield from refuted(check(result, setup.book), versions.touched)


def _judged(finding: Finding, decided: Decided) -> Finding | None:
    """The finding at the level it has in a check; None when a decision has closed it.

    It is an error where it breaks a decision, where a source refutes the new text, and where the words of a
    quotation at hand in a source were altered.
    """
    reason = decided.broken(finding)
    if reason:
        return replace(finding, level=Level.ERROR, message=reason, why="a settled fact is stated otherwise")
    told_so = decided.overlaid(finding)
    if told_so is None:
        return None
    refuted_new = any(item.new is Label.REFUTES for item in finding.evidence)
    quoted = any(item.old is Label.SUPPORTS for item in finding.evidence) and finding.claim == "quote"
    if refuted_new or (quoted and finding.relation is Relation.CONFLICTING):
        return replace(told_so, level=Level.ERROR, score=max(told_so.score, 0.5))
    mild = finding.kind == "change" and told_so.level is Level.ERROR
    return replace(told_so, level=Level.WARNING) if mild else told_so


def _internal(versions: Versions, setup: Setup) -> Iterator[Finding]:
    """Where the new version contradicts itself in a touched sentence and the old one did not."""
    touched = (versions.new.sentences[index] for index in versions.touched)
    if not any(one.kind in _LISTED or _MARKS.search(one.text) for one in touched):
        return
    stood = {finding.id for finding in _alone(replace(versions.old, id=versions.new.id), setup)}
    for finding in _alone(versions.new, setup):
        if finding.id not in stood and _in(finding, versions.touched):
            yield finding


def _alone(document: Document, setup: Setup) -> tuple[Finding, ...]:
    """What a document says against itself, but for what the index finds: see `_opposed`."""
    from reconcile.verdicts.internal import internal

    return internal(document, setup.book, twice=False)


def _in(finding: Finding, touched: Iterable[int]) -> bool:
    sides = (side for side in (finding.new, finding.old) if side)
    return any(not set(side.sentences).isdisjoint(touched) for side in sides)


def _opposed(
    versions: Versions, edit: Edit, setup: Setup, across: Across
) -> tuple[list[Finding], tuple[Document, ...]]:
    """Findings that other documents, or other lines of this one, state otherwise; and those documents."""
    lexicon = setup.book.lexicon
    touched = tuple(rows(versions.new, lexicon, versions.touched))
    stated = tuple(rows(versions.new, lexicon)) if touched else ()
    found: list[Finding] = []
    documents: dict[str, Document] = {}
    before: tuple[Row, ...] | None = None
    for row in touched:
        others = [Stated(edit.path, other) for other in within(row, stated, edit.path)]
        # What a version says is no evidence against its successor.
        others += (other for other in across.opposed(row, edit.path) if other.path != edit.old_path)
        if others and before is None:
            before = tuple(rows(versions.old, lexicon))
        if not others or stood_before(row, before or ()):
            continue
        claim = claim_of(row, versions.new, setup.book)
        for other in others:
            there = documents.get(other.path) or _other(other.path, versions.new, edit, setup)
            if other.path != edit.path:
                documents[other.path] = there
            found.append(told(row, versions.new, other, there, claim))
    return found, tuple(documents.values())


def _other(path: str, new: Document, edit: Edit, setup: Setup) -> Document:
    if path == edit.path:
        return new
    return setup.read(setup.state.read(path), path, id=path)


def _look(
    versions: Versions, edit: Edit, findings: list[Finding], documents: tuple[Document, ...], closed: int
) -> Look:
    """Documents go by their paths from here on: ids need only be unique within one file's comparison."""
    names = {versions.new.id: edit.path, versions.old.id: f"{edit.old_path or edit.path}@{edit.old_name}"}
    return Look(
        documents=(
            replace(versions.new, id=names[versions.new.id]),
            replace(versions.old, id=names[versions.old.id]),
            *documents,
        ),
        findings=tuple(renamed_sides(finding, names) for finding in findings),
        touched=versions.touched,
        settled=closed,
    )


def renamed_sides(finding: Finding, names: Mapping[str, str]) -> Finding:
    """`finding` with the documents of its sides called by their new names."""
    old, new = finding.old, finding.new
    return replace(
        finding,
        old=old and replace(old, document=names.get(old.document, old.document)),
        new=new and replace(new, document=names.get(new.document, new.document)),
    )
