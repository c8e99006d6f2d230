"""The public Python face: plain functions from values to values. Options are keyword-only.

Anything unreadable raises one of `reconcile.errors`; nothing returns an empty answer for a mistake.
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
    """The document in a file, or in `bytes`, with its sentences.

    `name` is the path shown in reports (default: the one given, or "document"); `reader` overrules sniffing;
    `id`, `date` (EDTF or ISO 8601) and `title` overrule what the reader finds. ReadError for a file or
    bytes that hold no text, UsageError for an unknown reader.
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

    A `str` is taken as plain text, never as a path. `rules` names packs or folders of rules (default:
    core); `decisions` is a folder of decisions to lay over the findings. ConfigError for a mistake in either.
    """
    book = _book(rules)
    listed = [_document(source, f"source-{number}", book) for number, source in enumerate(sources, 1)]
    result = pipeline.compare(_document(old, "old", book), _document(new, "new", book), listed, book)
    return result if decisions is None else lay_over(result, load_decisions(Path(decisions)))


def verdict(claim: str, evidence: str, *, rules: Sequence[str] | None = None) -> Verdict:
    """What `evidence` says of `claim`, both plain text: `.label`, `.score` (0 to 1, how sure) and `.why`."""
    book = _book(rules)
    return verdicts.verdict(_document(claim, "claim", book), _document(evidence, "evidence", book), book)


def align(old_sentences: Sequence[str], new_sentences: Sequence[str]) -> tuple[Pair, ...]:
    """Which old sentences became which new ones; every sentence of both sides is in exactly one pair."""
    return aligning.align(old_sentences, new_sentences)


def segment(text: str, *, language: str = "en") -> tuple[Span, ...]:
    """Where the sentences of plain `text` stand, in code points; `language` is a BCP 47 tag."""
    return segmenting.spans(text, _book(None, language).lexicon)


def render(result: Result, format: str = "yaml") -> str:
    """`result` as a report; UsageError for a format there is none of."""
    return report.render(result, format)


def _document(given: Document | str, name: str, book: RuleBook) -> Document:
    if isinstance(given, Document):
        return given
    return pipeline.read(given.encode("utf-8", "surrogatepass"), name, reader="plain", id=name, book=book)


def _book(rules: Sequence[str] | None, language: str = "en") -> RuleBook:
    return _loaded(DEFAULT_RULES if rules is None else tuple(rules), language)


@lru_cache(maxsize=8)
def _loaded(packs: tuple[str, ...], language: str) -> RuleBook:
    return rulebook.load(packs, claims=(*CLAIM_TYPES, *WHOLE_TYPES), language=language)
