"""The public Python face: plain functions from values to values. Options are keyword-only.

Every mistake raises a `reconcile.errors.FatalError` that says what would be right: a ReadError for what holds
no text, a UsageError for arguments, a ConfigError for rules and decisions. None has an empty answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from os import PathLike
from pathlib import Path, PurePath

from reconcile import aligning, pipeline, report, rulebook, segmenting, verdicts
from reconcile.claim import WHOLE_TYPES, RuleBook
from reconcile.claims import CLAIM_TYPES
from reconcile.decisions.overlay import lay_over
from reconcile.decisions.read import load as load_decisions
from reconcile.errors import UsageError
from reconcile.files import read_bytes
from reconcile.model import Document, Pair
from reconcile.result import Result, Verdict
from reconcile.span import Span

DEFAULT_RULES = ("core",)


def read(
    path_or_bytes: str | PathLike[str] | bytes,
    *,
    reader: str | None = None,
    name: str | None = None,
    id: str | None = None,
    date: str | None = None,
    title: str | None = None,
) -> Document:
    """The document in the file at a path, or in `bytes`, with its sentences.

    `reader` is the form it is written in (default: found out from the name and the first bytes), `name` the
    path that reports show (default: the one given, or "document"). `id` (default: the name's stem), `date`
    (EDTF or ISO 8601: on which day a source speaks) and `title` overrule what the reader finds. ReadError for
    a file that is missing or holds no text, UsageError for an unknown reader.
    """
    if isinstance(path_or_bytes, bytes):
        data, shown = path_or_bytes, name or "document"
    else:
        data, shown = read_bytes(Path(path_or_bytes)), name or PurePath(path_or_bytes).as_posix()
    return pipeline.read(data, shown, reader=reader, id=id, date=date, title=title, book=_book(None))


def compare(
    old: Document | str,
    new: Document | str,
    *,
    sources: Iterable[Document | str] = (),
    rules: Sequence[str] | None = None,
    decisions: str | PathLike[str] | None = None,
) -> Result:
    """What changed between two versions, and what each source says of it.

    A `str` is plain text, never a path. The `findings` begin with the most important change; see
    `reconcile.result.Finding` for what each holds. `rules` names packs or folders of rules (default: core);
    `decisions` is a folder of decisions to lay over the findings. ReadError for an empty text, ConfigError
    for a mistake in the rules or decisions, UsageError for a `str` where a list is asked for.
    """
    _not_one(sources, "sources")
    _not_one(rules, "rules")
    book = _book(rules)
    listed = [_document(source, f"source-{number}", book) for number, source in enumerate(sources, 1)]
    result = pipeline.compare(_document(old, "old", book), _document(new, "new", book), listed, book)
    return result if decisions is None else lay_over(result, load_decisions(Path(decisions)))


def verdict(claim: str, evidence: str, *, rules: Sequence[str] | None = None) -> Verdict:
    """What `evidence` says of `claim`, both plain text, as `.label`, `.score` (0 to 1, how sure) and `.why`.

    The label is supports, refutes or not-enough-info. Errors are those of `compare`.
    """
    _not_one(rules, "rules")
    book = _book(rules)
    return verdicts.verdict(_document(claim, "claim", book), _document(evidence, "evidence", book), book)


def align(old_sentences: Sequence[str], new_sentences: Sequence[str]) -> tuple[Pair, ...]:
    """Which old sentences became which new ones; every sentence of both sides is in exactly one pair.

    A pair has the indices `old` and `new` (several where a sentence was split or merged, none where one was
    added or removed), says whether it was `moved`, and has a `score` (0 to 1: how alike its sides are).
    UsageError for a `str`, which `segment` cuts into sentences.
    """
    _not_one(old_sentences, "old_sentences")
    _not_one(new_sentences, "new_sentences")
    return aligning.align(old_sentences, new_sentences)


def segment(text: str, *, language: str = "en") -> tuple[Span, ...]:
    """Where the sentences of plain `text` stand, in order: half-open ranges of code points.

    `language` is a BCP 47 tag; one without a segmenter of its own is cut by rules for all.
    """
    return segmenting.spans(text, _book(None, language).lexicon)


def render(result: Result, format: str = "yaml") -> str:
    """`result` as the text of a report; UsageError for a format there is none of.

    Formats: yaml, json, html, markdown, text, sarif, github, gitlab, rdjson, junit.
    """
    return report.render(result, format)


def _not_one(given: object, name: str) -> None:
    if isinstance(given, str):
        raise UsageError(f"{name} is a list, and was given one text; write {name}=[…]")


def _document(given: Document | str, name: str, book: RuleBook) -> Document:
    if isinstance(given, Document):
        return given
    return pipeline.read(given.encode("utf-8", "surrogatepass"), name, reader="plain", id=name, book=book)


def _book(rules: Sequence[str] | None, language: str = "en") -> RuleBook:
    return _loaded(DEFAULT_RULES if rules is None else tuple(rules), language)


@lru_cache(maxsize=8)
def _loaded(packs: tuple[str, ...], language: str) -> RuleBook:
    return rulebook.load(packs, claims=(*CLAIM_TYPES, *WHOLE_TYPES), language=language)
